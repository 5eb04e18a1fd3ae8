"""Everything works without JavaScript; only the waits come back."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=[390, 1280])
def plain(request, new_context, site):
    """The list in a browser that runs no script."""
    viewport = {"width": request.param, "height": 844}
    page = new_context(java_script_enabled=False, viewport=viewport).new_page()
    page.goto(f"{site}/indsatser/")
    return page


def open_filters(page):
    """On a phone the filters are a panel, which the browser opens by itself."""
    button = page.get_by_role("button", name="Filtre")
    if button.is_visible():
        button.click()
    expect(page.locator("#filtre")).to_be_visible()


def test_boxes_and_the_button_filter(plain, site):
    open_filters(plain)
    plain.locator("[data-facet=tema][data-value=mentorordninger] input").check()
    plain.get_by_role("button", name="Vis indsatser").click()
    expect(plain.locator("#resultat")).to_have_text("3 indsatser")
    expect(plain.locator("article[data-slug]")).to_have_count(3)
    open_filters(plain)
    expect(plain.locator("[data-facet=tema][data-value=mentorordninger] input")).to_be_checked()


def test_a_chip_is_a_link_that_takes_itself_away(plain, site):
    plain.goto(f"{site}/indsatser/?tema=mentorordninger&tema=sprogstoette")
    plain.locator("#resultater").get_by_role("link", name="Fjern Tema: Mentorordninger").click()
    expect(plain.locator("#resultat")).to_have_text("5 indsatser")
    expect(plain).to_have_url(f"{site}/indsatser/?tema=sprogstoette")


def test_pages_turn_and_an_entry_opens(plain, site):
    plain.get_by_role("link", name="Næste").click()
    expect(plain.locator("article[data-slug]")).to_have_count(20)
    card = plain.locator("article[data-slug]").first
    slug = card.get_attribute("data-slug")
    card.get_by_role("heading").get_by_role("link").click()
    expect(plain).to_have_url(f"{site}/indsatser/{slug}/")
    expect(plain.locator("h1")).to_be_visible()


@pytest.mark.parametrize("start", ["/", "/indsatser/"])
def test_the_search_is_a_plain_field_that_enter_sends(plain, site, start):
    plain.goto(site + start)
    expect(plain.get_by_role("searchbox", name="Søg i indsatser")).to_be_visible()
    expect(plain.locator("[role=combobox], [role=listbox], [role=status]")).to_have_count(0)
    plain.locator("#q").fill("galioner")
    plain.keyboard.press("Enter")
    expect(plain.locator("#resultat")).to_have_text("1 indsats")
    expect(plain.locator("#q")).to_have_value("galioner")
