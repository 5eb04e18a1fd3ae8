"""What is picked goes along through the site, with and without JavaScript."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MENU = ["Temaer", "Kommuner", "Evidens", "Tal", "Kilder", "Indsatser"]


@pytest.fixture(params=[True, False], ids=["javascript", "plain"])
def reader(request, new_context, site):
    """The list with one entry picked on it."""
    page = new_context(java_script_enabled=request.param).new_page()
    page.goto(f"{site}/indsatser/?tema=mentorordninger")
    if request.param:
        expect(page.locator("#antal")).to_be_attached()  # the script is there
    card = page.locator("article[data-slug=faelles-fynsk-mentorkorps]")
    card.get_by_role("link", name="Føj til sammenligning").click()
    expect(picked(page)).to_have_text("1 valgt:")
    return page


def picked(page):
    return page.get_by_role("navigation", name="Valgt til sammenligning").locator("b")


def menu(page, name):
    return page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name=name)


def test_the_menu_takes_it_along_from_page_to_page(reader):
    for name in MENU:
        menu(reader, name).click()
        expect(menu(reader, name)).to_have_attribute("aria-current", "page")
        expect(picked(reader)).to_have_text("1 valgt:")
    reader.get_by_role("link", name="SOSU-videnbasen").click()
    expect(picked(reader)).to_have_text("1 valgt:")


def test_an_entry_found_on_the_page_of_a_municipality_is_compared(reader):
    menu(reader, "Kommuner").click()
    reader.locator("#liste").get_by_role("link", name="Aalborg").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Aalborg Kommune")
    reader.get_by_role("link", name="Føj til sammenligning").click()
    expect(picked(reader)).to_have_text("2 valgt:")
    expect(reader.get_by_role("link", name="Fjern fra sammenligning")).to_be_visible()
    reader.get_by_role("link", name="Sammenlign", exact=True).click()
    expect(reader.get_by_role("columnheader")).to_have_count(2)


def test_the_way_from_the_front_page_by_a_problem_keeps_it(reader):
    reader.get_by_role("link", name="SOSU-videnbasen").click()
    reader.get_by_role("link", name="Elever har svært ved sproget").click()
    expect(picked(reader)).to_have_text("1 valgt:")
    expect(reader.locator("#resultat")).to_have_text("5 indsatser")


def test_a_search_from_the_front_page_keeps_it(reader):
    reader.get_by_role("link", name="SOSU-videnbasen").click()
    reader.locator("#q").fill("galioner")
    reader.keyboard.press("Enter")
    expect(reader.locator("#resultat")).to_have_text("1 indsats")
    expect(picked(reader)).to_have_text("1 valgt:")


def test_letting_go_leaves_the_filters(reader):
    reader.get_by_role("link", name="Ryd sammenligningen").click()
    expect(reader.locator("#valgt nav")).to_have_count(0)
    expect(reader.locator("#resultat")).to_have_text("3 indsatser")
    assert reader.url.endswith("/indsatser/?tema=mentorordninger")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_strip_stays_in_sight_and_covers_no_heading(page, site, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{site}/indsatser/?i=aalborg-laeringsbuddy#kort-aalborg-laeringsbuddy")
    strip = page.locator("#valgt")
    expect(strip).to_be_in_viewport()
    heading = page.locator("#kort-aalborg-laeringsbuddy h3")
    expect(heading).to_be_in_viewport()
    box = strip.bounding_box()
    assert box["y"] + box["height"] <= heading.bounding_box()["y"]
