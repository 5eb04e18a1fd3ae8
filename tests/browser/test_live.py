"""The list changes without a page load, and nothing is lost on the way."""

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
    option,
)

pytestmark = pytest.mark.browser


def test_a_ticked_box_changes_list_count_and_address_without_a_page_load(live, site):
    expect(announced(live)).to_have_text("")
    box(live, "tema", "mentorordninger").check()
    expect(heading(live)).to_have_text("3 indsatser")
    expect(cards(live)).to_have_count(3)
    expect(live).to_have_url(address(site, "?tema=mentorordninger"))
    expect(live).to_have_title("3 indsatser · SOSU-videnbasen")
    expect(announced(live)).to_have_text("3 indsatser")
    expect(button(live)).to_have_text("Vis 3 indsatser")
    expect(live.locator("link[rel=canonical]")).to_have_attribute(
        "href", address(site, "?tema=mentorordninger")
    )
    assert is_the_same_page(live)


def test_the_count_alone_is_announced(live):
    box(live, "tema", "mentorordninger").check()
    expect(announced(live)).to_have_text("3 indsatser")
    assert live.locator("#resultater").evaluate("part => part.closest('[aria-live]')") is None
    assert live.locator("#resultater [role=status], #resultater [aria-live]").count() == 0


def test_the_other_facets_get_their_new_counts(live):
    project = option(live, "type", "projekt")
    expect(project).to_have_attribute("data-count", "7")
    box(live, "tema", "mentorordninger").check()
    expect(project).to_have_attribute("data-count", "1")
    expect(project.locator(".n")).to_have_text("1")
    expect(option(live, "type", "plan")).to_have_class("zero")


def test_a_removed_chip_unticks_its_box_and_leads_to_the_count(live, site):
    box(live, "tema", "mentorordninger").check()
    box(live, "tema", "sprogstoette").check()
    expect(announced(live)).to_have_text("8 indsatser")
    chip(live, "Mentorordninger").click()
    expect(heading(live)).to_have_text("5 indsatser")
    expect(heading(live)).to_be_focused()
    expect(box(live, "tema", "mentorordninger")).not_to_be_checked()
    expect(box(live, "tema", "sprogstoette")).to_be_checked()
    expect(chip(live, "Mentorordninger")).to_have_count(0)
    live.get_by_role("link", name="Ryd alle").click()
    expect(heading(live)).to_have_text(ALL)
    expect(live).to_have_url(address(site, ""))
    expect(box(live, "tema", "sprogstoette")).not_to_be_checked()
    assert is_the_same_page(live)


def test_a_chip_empties_the_search_and_the_year(live):
    live.locator("#q").fill("galioner")
    expect(announced(live)).to_have_text("1 indsats")
    chip(live, "galioner").click()
    expect(live.locator("#q")).to_have_value("")
    expect(heading(live)).to_have_text(ALL)
    live.get_by_text("Startår", exact=True).first.click()
    live.locator("[name=aar_fra]").fill("2018")
    live.keyboard.press("Tab")
    expect(chip(live, "2018")).to_be_visible()
    chip(live, "2018").click()
    expect(live.locator("[name=aar_fra]")).to_have_value("")


def test_the_order_stays_while_filtering(live, site):
    live.get_by_role("link", name="Titel", exact=True).click()
    expect(live).to_have_url(address(site, "?sort=titel"))
    box(live, "tema", "sprogstoette").check()
    expect(heading(live)).to_have_text("5 indsatser")
    expect(live).to_have_url(
        re.compile("sort=titel.*tema=sprogstoette|tema=sprogstoette.*sort=titel")
    )
    expect(live.locator("#resultater b[aria-current]")).to_have_text("Titel")
    live.go_back()
    live.go_back()
    expect(heading(live)).to_have_text(ALL)
    expect(live.locator("#resultater b[aria-current]")).to_have_text("Evidens")
    box(live, "tema", "sprogstoette").check()
    expect(live).to_have_url(address(site, "?tema=sprogstoette"))
    assert is_the_same_page(live)


def test_on_a_phone_the_panel_stays_open_and_its_button_tells_the_count(live):
    live.set_viewport_size({"width": 390, "height": 844})
    panel = live.locator("#filtre")
    expect(panel).to_be_hidden()
    live.get_by_role("button", name="Filtre").click()
    expect(panel).to_be_visible()
    box(live, "tema", "mentorordninger").check()
    expect(button(live)).to_have_text("Vis 3 indsatser")
    box(live, "tema", "sprogstoette").check()
    expect(button(live)).to_have_text("Vis 8 indsatser")
    expect(panel).to_be_visible()
    expect(button(live)).to_be_in_viewport()
    button(live).click()
    expect(panel).to_be_hidden()
    expect(heading(live)).to_be_focused()
    expect(cards(live)).to_have_count(8)
    assert is_the_same_page(live)


def test_a_message_about_bad_input_appears_and_goes(live):
    live.get_by_text("Startår", exact=True).first.click()
    live.locator("[name=aar_fra]").fill("99")
    live.keyboard.press("Enter")
    expect(live.get_by_role("alert")).to_contain_text("99")
    expect(live.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    expect(live.locator("[name=aar_fra]")).to_have_value("99")
    live.locator("[name=aar_fra]").fill("2018")
    live.keyboard.press("Enter")
    expect(live.get_by_role("alert")).to_have_count(0)
    expect(live.locator("meta[name=robots]")).to_have_count(0)
    assert is_the_same_page(live)
