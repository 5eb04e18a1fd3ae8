"""From a problem to a list: the entrances of the front page, and the guide."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.list_page import tab_to

pytestmark = pytest.mark.browser

# What the first four of them set, as the list names it.
SET = {
    "Elever stopper, når de skal fra skole til oplæring": ["Tema: Overgange og sammenhæng"],
    "Elever har svært ved sproget": ["Tema: Sprogstøtte"],
    "Vejlederne mangler tid": ["Tema: Fuldtidsvejledere", "Tema: Rammer og normering"],
    "Eleven er på vej væk": [
        "Tema: Mentorordninger",
        "Tema: Fastholdelsessamtaler og -medarbejdere",
    ],
}


@pytest.fixture(params=[True, False], ids=["javascript", "plain"])
def reader(request, new_context):
    """A page with and without scripts."""
    return new_context(java_script_enabled=request.param).new_page()


def chips(page):
    return page.get_by_role("list", name="Valgte filtre")


def count(page):
    return int(page.locator("#resultat").get_attribute("data-count"))


def test_each_problem_leads_to_a_list_as_long_as_it_says_with_what_was_set(reader, site):
    reader.goto(site)
    tiles = reader.locator(".tiles a")
    problems = tiles.evaluate_all("all => all.map(one => one.firstChild.textContent)")
    assert len(problems) == 9
    assert set(SET) < set(problems)
    for problem in problems:
        reader.goto(site)
        tile = reader.locator(".tiles").get_by_role("link", name=problem)
        promised = int(re.search(r"(\d+)\s+indsats", tile.inner_text())[1])
        tile.click()
        expect(reader.get_by_role("heading", level=1)).to_have_text("Indsatser")
        assert count(reader) == promised > 0
        for words in SET.get(problem, []):
            expect(chips(reader).get_by_role("link", name=f"Fjern {words}")).to_be_visible()
        ticked = reader.locator("#filtre-form input:checked")
        assert ticked.count() == chips(reader).locator(".chip").count() > 0


def test_three_answers_lead_to_the_list_with_the_same_facets_and_its_order_explained(reader, site):
    reader.goto(site)
    reader.get_by_role("link", name="Få hjælp til at finde").click()
    expect(reader.get_by_role("heading", level=2)).to_have_text("Hvor i forløbet vil I gøre noget?")
    reader.get_by_label("Oplæring", exact=False).last.check()
    reader.get_by_role("button", name="Næste: for hvem").click()
    expect(reader.get_by_role("heading", level=2)).to_have_text("Hvem skal det hjælpe?")
    reader.locator("[data-value=vejledere] input").check()
    reader.get_by_role("button", name="Næste: hvad det handler om").click()
    expect(reader.get_by_role("heading", level=2)).to_have_text("Hvad er problemet?")
    option = reader.locator("[data-value=oplaeringsvejledning]")
    promised = int(option.get_attribute("data-count"))
    option.locator("input").check()
    reader.get_by_role("button", name="Vis indsatserne").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Indsatser")
    assert count(reader) == promised > 0
    expect(chips(reader).locator(".chip")).to_have_count(3)
    expect(reader.locator("#resultater")).to_contain_text("Vurderede indsatser står først")


def test_each_step_may_be_skipped_and_gone_back_to(reader, site):
    reader.goto(f"{site}/find/")
    reader.get_by_role("link", name="Spring trinnet over").click()
    reader.locator("[data-value=vejledere] input").check()
    reader.get_by_role("button", name="Næste: hvad det handler om").click()
    reader.get_by_role("button", name="Tilbage").click()
    expect(reader.locator("[data-value=vejledere] input")).to_be_checked()
    trail = reader.get_by_role("navigation", name="Trin").get_by_role("link")
    expect(trail.nth(0)).to_contain_text("Intet valgt")
    expect(trail.nth(1)).to_contain_text("Vejledere")
    reader.get_by_role("button", name="Næste: hvad det handler om").click()
    reader.get_by_role("link", name="Spring trinnet over").click()
    assert reader.url == f"{site}/indsatser/?maalgruppe=vejledere"


def test_the_browsers_own_back_finds_the_answers_again(reader, site):
    reader.goto(f"{site}/find/")
    reader.locator("[data-value=overgang] input").check()
    reader.get_by_role("button", name="Næste: for hvem").click()
    expect(reader.locator(".so-far")).to_contain_text("Dine valg indtil nu giver")
    reader.get_by_role("navigation", name="Trin").get_by_role("link").first.click()
    expect(reader.locator("[data-value=overgang] input")).to_be_checked()
    reader.go_back()
    expect(reader.get_by_role("heading", level=2)).to_have_text("Hvem skal det hjælpe?")


def test_keys_alone_go_through_the_guide(reader, site):
    reader.goto(f"{site}/find/")
    tab_to(reader, reader.locator("[data-value=overgang] input"))
    reader.keyboard.press("Space")
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("heading", level=2)).to_have_text("Hvem skal det hjælpe?")
    tab_to(reader, reader.get_by_role("link", name="Spring trinnet over"))
    reader.keyboard.press("Enter")
    tab_to(reader, reader.locator("[data-value=overgange] input"))
    reader.keyboard.press("Space")
    tab_to(reader, reader.get_by_role("button", name="Vis indsatserne"))
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Indsatser")
    assert reader.url.endswith("/indsatser/?fase=overgang&tema=overgange")
