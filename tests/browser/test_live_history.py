"""The live list and time: answers under way, Back and Forward, what fails."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from tests.browser.list_page import (
    ALL,
    address,
    announced,
    box,
    cards,
    chip,
    heading,
    is_the_same_page,
    open_list,
)

pytestmark = pytest.mark.browser


def test_typing_finds_without_enter_and_leaves_one_entry_in_the_history(live, site):
    entries = live.evaluate("history.length")
    live.locator("#q").press_sequentially("galioner", delay=30)
    expect(heading(live)).to_have_text("1 indsats")
    expect(announced(live)).to_have_text("1 indsats")
    expect(cards(live)).to_have_attribute("data-slug", "galioner-og-hverdagscafe")
    expect(live).to_have_url(address(site, "?q=galioner"))
    expect(live.locator("#q")).to_be_focused()
    expect(live.locator("#q")).to_have_value("galioner")
    assert live.evaluate("history.length") == entries + 1
    assert is_the_same_page(live)


def test_a_box_ticked_while_typing_settles_both_at_once(live, site):
    entries = live.evaluate("history.length")
    live.locator("#q").press_sequentially("galioner")
    box(live, "dokumentation", "vurderet").check()
    expect(live).to_have_url(address(site, "?q=galioner&dokumentation=vurderet"))
    expect(announced(live)).to_have_text("1 indsats")
    assert live.evaluate("history.length") == entries + 1


def test_back_and_forward_restore_list_boxes_and_text(live, site):
    box(live, "tema", "mentorordninger").check()
    expect(heading(live)).to_have_text("3 indsatser")
    live.locator("#q").fill("galioner")
    expect(heading(live)).to_have_text("Ingen indsatser")
    live.go_back()
    expect(heading(live)).to_have_text("3 indsatser")
    expect(announced(live)).to_have_text("3 indsatser")
    expect(live.locator("#q")).to_have_value("")
    expect(box(live, "tema", "mentorordninger")).to_be_checked()
    live.go_back()
    expect(heading(live)).to_have_text(ALL)
    expect(live).to_have_url(address(site, ""))
    expect(live).to_have_title(f"{ALL} · SOSU-videnbasen")
    expect(box(live, "tema", "mentorordninger")).not_to_be_checked()
    live.go_forward()
    live.go_forward()
    expect(heading(live)).to_have_text("Ingen indsatser")
    expect(live.locator("#q")).to_have_value("galioner")
    expect(box(live, "tema", "mentorordninger")).to_be_checked()
    assert is_the_same_page(live)


def test_back_from_an_entry_finds_the_list_as_it_was_left(live):
    box(live, "tema", "sprogstoette").check()
    expect(heading(live)).to_have_text("5 indsatser")
    cards(live).first.get_by_role("heading").get_by_role("link").click()
    expect(live.locator("h1")).not_to_have_text("Indsatser")
    live.go_back()
    expect(heading(live)).to_have_text("5 indsatser")
    expect(box(live, "tema", "sprogstoette")).to_be_checked()


def test_a_click_with_ctrl_opens_a_tab_and_leaves_the_list(live, site, context):
    box(live, "tema", "mentorordninger").check()
    expect(announced(live)).to_have_text("3 indsatser")
    with context.expect_page() as opened:
        chip(live, "Mentorordninger").click(modifiers=["Control"])
    expect(opened.value.locator("#resultat")).to_have_text(ALL)
    expect(heading(live)).to_have_text("3 indsatser")


def test_the_old_list_stays_until_the_new_one_is_there_and_only_the_last_answer_counts(live):
    held = []
    live.route("**/indsatser/?*", lambda route: held.append(route))
    box(live, "tema", "mentorordninger").check()
    expect(live.locator("#resultater")).to_have_attribute("aria-busy", "true")
    expect(heading(live)).to_have_text(ALL)
    expect(cards(live)).to_have_count(20)
    box(live, "tema", "sprogstoette").check()
    expect(live.locator("#resultater")).to_have_attribute("aria-busy", "true")
    assert len(held) == 2
    held[1].continue_()
    expect(heading(live)).to_have_text("8 indsatser")
    with suppress(Error):  # the browser has given it up
        held[0].continue_()
    expect(live.locator("#resultater")).not_to_have_attribute("aria-busy", "true")
    expect(announced(live)).to_have_text("8 indsatser")
    expect(cards(live)).to_have_count(8)


def test_text_typed_while_an_answer_comes_is_kept(live, site):
    held = []
    live.route("**/indsatser/?tema=*", lambda route: held.append(route))
    box(live, "tema", "faellesskab-og-netvaerk").check()
    expect(live.locator("#resultater")).to_have_attribute("aria-busy", "true")
    live.locator("#q").press_sequentially("galio")
    held[0].continue_()
    live.locator("#q").press_sequentially("ner", delay=100)
    expect(live).to_have_url(address(site, "?q=galioner&tema=faellesskab-og-netvaerk"))
    expect(announced(live)).to_have_text("1 indsats")
    expect(live.locator("#q")).to_have_value("galioner")


@pytest.mark.parametrize(
    "fail", [lambda route: route.abort(), lambda route: route.fulfill(status=503, body="nej")]
)
def test_what_fails_ends_in_an_ordinary_page_load(page, site, fail):
    open_list(page, site)
    page.route(
        "**/indsatser/?*",
        lambda route: fail(route) if route.request.resource_type == "fetch" else route.continue_(),
    )
    box(page, "tema", "mentorordninger").check()
    expect(heading(page)).to_have_text("3 indsatser")
    expect(page).to_have_url(address(site, "?tema=mentorordninger"))
    assert not is_the_same_page(page)
