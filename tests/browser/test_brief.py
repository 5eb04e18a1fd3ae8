"""The brief: its heading on the way, and its paper."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FIXTURE = Path(__file__).resolve().parent.parent.parent / "fixtures" / "interventions.json"
LONG = [
    "vallensbaek-vejledere-som-mentorer",
    "professionalisering-af-oplaeringsvejledere",
    "dataunderstoettelse-af-frafaldsaarsager",
    "esbjerg-fuldtidsvejledere",
    "faelles-fynsk-mentorkorps",
]
# The text of an A4 page between the brief's margins, in CSS pixels (96 to the inch).
PAGE_WIDTH, PAGE_HEIGHT = (210 - 34) / 25.4 * 96, (297 - 32) / 25.4 * 96


def query(slugs):
    return "&".join(f"i={slug}" for slug in slugs)


@pytest.mark.parametrize("javascript", [True, False])
def test_the_heading_is_there_again_when_one_more_entry_was_picked(new_context, site, javascript):
    page = new_context(java_script_enabled=javascript).new_page()
    page.goto(f"{site}/notat/?i=aalborg-laeringsbuddy")
    page.get_by_label("Overskrift på notatet").fill("Til udvalget: mentorer & tid")
    page.get_by_role("button", name="Sæt overskrift").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Til udvalget: mentorer & tid")
    page.get_by_role("link", name="Tilføj en indsats fra listen").click()
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).fill("mentorkorps")
    page.keyboard.press("Enter")
    card = page.locator("article[data-slug=faelles-fynsk-mentorkorps]")
    card.get_by_role("link", name="Føj til sammenligning").click()
    expect(page.locator("#valgt b")).to_have_text("2 valgt:")
    page.get_by_role("link", name="Lav notat").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Til udvalget: mentorer & tid")
    expect(page.locator(".brief-entry")).to_have_count(2)
    expect(page.get_by_label("Overskrift på notatet")).to_have_value("Til udvalget: mentorer & tid")


def test_every_entry_of_the_content_fits_half_a_page(page, site):
    slugs = [row["fields"]["slug"] for row in json.loads(FIXTURE.read_text())]
    page.emulate_media(media="print")
    page.set_viewport_size({"width": int(PAGE_WIDTH), "height": 1000})
    heights = {}
    for start in range(0, len(slugs), 5):
        page.goto(f"{site}/notat/?{query(slugs[start : start + 5])}")
        heights |= dict(
            page.locator(".brief-entry").evaluate_all(
                "all => all.map(one => [one.dataset.slug, one.getBoundingClientRect().height])"
            )
        )
    assert len(heights) == 41
    assert min(heights.values()) > 50
    assert {slug: one for slug, one in heights.items() if one > PAGE_HEIGHT / 2} == {}


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
