"""Entries picked on the list, set side by side, and printed as a brief."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations

pytestmark = pytest.mark.browser

PICKED = ["aalborg-laeringsbuddy", "faelles-fynsk-mentorkorps", "mariagerfjord-mentorer"]
LONG = [
    "vallensbaek-vejledere-som-mentorer",
    "professionalisering-af-oplaeringsvejledere",
    "dataunderstoettelse-af-frafaldsaarsager",
    "esbjerg-fuldtidsvejledere",
    "faelles-fynsk-mentorkorps",
]
# The text of an A4 page between the brief's margins, in CSS pixels (96 to the inch).
PAGE_WIDTH, PAGE_HEIGHT = (210 - 34) / 25.4 * 96, (297 - 32) / 25.4 * 96
TOPS = "cells => cells.map(cell => cell.getBoundingClientRect().top)"


def query(slugs):
    return "&".join(f"i={slug}" for slug in slugs)


def picked(page):
    return parse_qs(urlsplit(page.url).query).get("i", [])


@pytest.mark.parametrize("javascript", [True, False])
def test_three_entries_picked_from_a_list_are_compared(new_context, site, javascript):
    page = new_context(java_script_enabled=javascript).new_page()
    page.goto(f"{site}/indsatser/?tema=mentorordninger")
    for number, slug in enumerate(PICKED, start=1):
        card = page.locator(f"article[data-slug={slug}]")
        card.get_by_role("link", name="Føj til sammenligning").click()
        expect(card.get_by_role("link", name="Fjern fra sammenligning")).to_be_visible()
        expect(page.locator(".picked-bar b")).to_have_text(f"{number} valgt:")
    assert picked(page) == PICKED
    assert parse_qs(urlsplit(page.url).query)["tema"] == ["mentorordninger"]
    page.get_by_role("link", name="Sammenlign", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sammenligning")
    expect(page.get_by_role("columnheader")).to_have_count(3)
    page.get_by_role("link", name="Vis kun rækker, der er forskellige").click()
    expect(page.get_by_role("rowheader", name="For hvem?")).to_have_count(1)
    expect(page.get_by_role("rowheader", name="Hvor?")).to_have_count(1)


def test_a_filter_chosen_after_the_pick_keeps_it(page, site):
    page.goto(f"{site}/indsatser/?{query(PICKED[:2])}")
    page.get_by_label("Trivsel").first.check()
    expect(page.locator("#resultat")).to_have_attribute("data-count", "8")
    expect(page.locator(".picked-bar b")).to_have_text("2 valgt:")
    assert picked(page) == PICKED[:2]


def test_on_a_phone_the_entries_follow_each_other(page, site):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}/sammenlign/?{query(PICKED)}")
    ends = [0]
    for column in (1, 2, 3):
        tops = page.locator(f".compare .col-{column}").evaluate_all(TOPS)
        assert tops == sorted(tops)
        assert tops[0] > ends[-1]
        ends.append(tops[-1])
    label = "cell => getComputedStyle(cell, '::before').content"
    assert "Evidens" in page.locator("td.col-2").first.evaluate(label)


@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_a_table_for_a_screen_reader_on_any_screen(page, site, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{site}/sammenlign/?{query(PICKED)}")
    table = page.get_by_role("table", name="3 indsatser ved siden af hinanden")
    expect(table.get_by_role("columnheader")).to_have_count(3)
    expect(table.get_by_role("rowheader")).to_have_count(12)
    row = table.get_by_role("row").nth(1)
    expect(row.get_by_role("rowheader")).to_have_text("Evidens")
    expect(row.get_by_role("cell")).to_have_count(3)


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
def test_nothing_hangs_over_the_edge(page, site, path, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}{path}?{query(LONG)}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", ["/sammenlign/?", "/notat/?titel=x&", "/indsatser/?"])
def test_no_violation(page, site, address):
    assert page.goto(f"{site}{address}{query(PICKED)}").status == 200
    assert violations(page) == {}


def test_every_entry_of_a_brief_fits_half_a_page(page, site):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": int(PAGE_WIDTH), "height": 1000})
    page.goto(f"{site}/notat/?{query(LONG)}")
    heights = page.locator(".brief-entry").evaluate_all(
        "entries => entries.map(entry => entry.getBoundingClientRect().height)"
    )
    assert len(heights) == 5
    assert min(heights) > 50
    assert max(heights) <= PAGE_HEIGHT / 2


@pytest.mark.parametrize(("number", "most"), [(1, 2), (3, 3), (5, 4)])
def test_the_brief_prints_on_few_pages_of_a4(page, site, number, most):
    page.goto(f"{site}/notat/?{query(LONG[:number])}&titel=Til+udvalget")
    pdf = page.pdf(prefer_css_page_size=True)
    pages = re.findall(rb"/Type /Page\b", pdf)
    assert 1 <= len(pages) <= most
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert {tuple(round(float(side)) for side in box) for box in boxes} == {(595, 842)}


def test_what_belongs_to_the_screen_stays_off_the_paper(page, site):
    page.emulate_media(media="print")
    page.goto(f"{site}/notat/?{query(LONG)}&titel=Til+udvalget")
    for words in ("Til udvalget", "Hvad vi ikke ved", "Notatet på nettet", "Kilder"):
        expect(page.locator("main").get_by_text(words).first).to_be_visible()
    for selector in (".brief-form", ".bottom", ".top nav"):
        expect(page.locator(selector)).to_be_hidden()
