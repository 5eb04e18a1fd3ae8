"""Entries picked on the list and set side by side."""

from itertools import pairwise
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
        expect(page.locator("#valgt b")).to_have_text(f"{number} valgt:")
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
    expect(page.locator("#valgt b")).to_have_text("2 valgt:")
    assert picked(page) == PICKED[:2]


def test_on_a_phone_the_entries_follow_each_other(page, site):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}/sammenlign/?{query(PICKED)}")
    expect(page.get_by_role("table")).to_have_count(0)
    parts = page.locator(".compare-stack section")
    expect(parts).to_have_count(3)
    for place in range(3):
        expect(parts.nth(place).get_by_role("heading", level=2)).to_be_visible()
        expect(parts.nth(place).get_by_role("term")).to_have_count(12)
        expect(parts.nth(place).get_by_role("term").first).to_have_text("Evidens")


def test_on_a_phone_keys_go_down_one_entry_and_then_the_next(page, site):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}/sammenlign/?{query(PICKED)}")
    titles = page.locator(".compare-stack h2 a")
    titles.first.focus()
    met, heights = [], []
    while "numbered-sources" not in met:
        part, height = page.evaluate(
            """(one => [
              one.closest("section[aria-labelledby], .numbered-sources").className ||
                one.closest("section").getAttribute("aria-labelledby"),
              one.getClientRects()[0].top + scrollY,
            ])(document.activeElement)"""
        )
        met.append(part)
        heights.append(height)
        page.keyboard.press("Tab")
    assert list(dict.fromkeys(met)) == [*(f"indsats-{slug}" for slug in PICKED), "numbered-sources"]
    assert met == sorted(met, key=list(dict.fromkeys(met)).index)
    assert all(after > before - 30 for before, after in pairwise(heights))  # 30: on the same line


@pytest.mark.parametrize("width", [800, 1280])
def test_it_is_a_table_for_a_screen_reader_on_a_wide_screen(page, site, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{site}/sammenlign/?{query(PICKED)}")
    expect(page.locator(".compare-stack")).to_be_hidden()
    table = page.get_by_role("table", name="3 indsatser ved siden af hinanden")
    expect(table.get_by_role("columnheader")).to_have_count(3)
    expect(table.get_by_role("rowheader")).to_have_count(12)
    row = table.get_by_role("row").nth(1)
    expect(row.get_by_role("rowheader")).to_have_text("Evidens")
    expect(row.get_by_role("cell")).to_have_count(3)


def test_on_paper_it_is_the_table(page, site):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 600, "height": 844})
    page.goto(f"{site}/sammenlign/?{query(PICKED)}")
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.locator(".compare-stack")).to_be_hidden()


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
