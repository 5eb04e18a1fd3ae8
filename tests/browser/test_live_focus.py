"""Where the focus is while the list changes, and the list by keys alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.list_page import (
    ALL,
    address,
    announced,
    box,
    button,
    cards,
    chip,
    heading,
    is_the_same_page,
    open_list,
    tab_to,
)

pytestmark = pytest.mark.browser


def test_focus_folds_and_scroll_stay_where_they_were(live):
    folds = live.locator("#filtre-form details")
    folds.nth(1).locator("summary").first.click()
    folds.last.locator("summary").first.click()
    before = folds.evaluate_all("all => all.map(fold => fold.open)")
    target = box(live, "dokumentation", "ingen")
    target.scroll_into_view_if_needed()
    target.focus()
    scrolled = live.evaluate("scrollY")
    assert scrolled > 0
    live.keyboard.press("Space")
    expect(announced(live)).to_have_text("25 indsatser")
    expect(target).to_be_focused()
    assert folds.evaluate_all("all => all.map(fold => fold.open)") == before
    assert live.evaluate("scrollY") == scrolled


def test_the_focus_follows_an_option_into_its_fold(page, site):
    open_list(page, site, "?tema=mentorordninger&kommune=esbjerg")
    expect(heading(page)).to_have_text("Ingen indsatser")
    expect(button(page)).to_have_text("Ingen indsatser")
    box(page, "kommune", "esbjerg").focus()
    page.keyboard.press("Space")
    expect(heading(page)).to_have_text("3 indsatser")
    expect(page.locator(".more [data-value=esbjerg] input")).to_be_focused()


def test_turning_the_page_leads_to_its_head(live, site):
    live.get_by_role("link", name="Næste").click()
    expect(cards(live)).to_have_count(20)
    expect(live).to_have_url(address(site, "?side=2"))
    expect(heading(live)).to_be_focused()
    expect(heading(live)).to_be_in_viewport()
    box(live, "tema", "mentorordninger").check()
    expect(live).to_have_url(address(site, "?tema=mentorordninger"))
    assert is_the_same_page(live)


def test_keys_alone_filter_remove_a_chip_turn_the_page_and_open_an_entry(live, site):
    live.locator("#q").focus()
    tab_to(live, box(live, "tema", "mentorordninger"))
    live.keyboard.press("Space")
    expect(announced(live)).to_have_text("3 indsatser")
    tab_to(live, chip(live, "Mentorordninger"))
    live.keyboard.press("Enter")
    expect(heading(live)).to_be_focused()
    expect(heading(live)).to_have_text(ALL)
    tab_to(live, live.get_by_role("link", name="Næste"))
    live.keyboard.press("Enter")
    expect(heading(live)).to_be_focused()
    expect(cards(live)).to_have_count(20)
    first = cards(live).first
    slug = first.get_attribute("data-slug")
    tab_to(live, first.get_by_role("heading").get_by_role("link"))
    assert is_the_same_page(live)
    live.keyboard.press("Enter")
    expect(live).to_have_url(f"{site}/indsatser/{slug}/")


def test_picking_an_entry_to_compare_keeps_filters_focus_and_place(live, site):
    box(live, "tema", "mentorordninger").check()
    expect(announced(live)).to_have_text("3 indsatser")
    last = cards(live).last
    slug = last.get_attribute("data-slug")
    last.get_by_role("link", name="Føj til sammenligning").click()
    expect(live).to_have_url(address(site, f"?tema=mentorordninger&i={slug}"))
    expect(last.get_by_role("link", name="Fjern fra sammenligning")).to_be_focused()
    expect(announced(live)).to_have_text("")
    box(live, "tema", "sprogstoette").check()
    expect(announced(live)).to_have_text("8 indsatser")
    expect(live).to_have_url(
        re.compile(rf"tema=sprogstoette.*i={slug}|i={slug}.*tema=sprogstoette")
    )
    assert is_the_same_page(live)


def test_enter_in_the_search_leads_to_the_result(live):
    live.locator("#q").fill("galioner")
    live.keyboard.press("Enter")
    expect(heading(live)).to_have_text("1 indsats")
    expect(heading(live)).to_be_focused()
    assert is_the_same_page(live)
