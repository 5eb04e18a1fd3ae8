"""Suggestions under the search box, for eyes, keys and screen readers."""

import pytest
from playwright.sync_api import expect

from municipalities import danish
from tests.browser.accessibility import violations

pytestmark = pytest.mark.browser

MOST = 8


@pytest.fixture(params=["/", "/indsatser/"])
def opened(request, page, site):
    """A page with a search box, quiet to the end."""
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda one: complaints.append(one.text) if one.type in {"error", "warning"} else None,
    )
    page.goto(site + request.param)
    expect(field(page)).to_have_attribute("role", "combobox")
    yield page
    assert complaints == []


def field(page):
    return page.locator("#q")


def listbox(page):
    return page.get_by_role("listbox", name="Forslag")


def options(page):
    return page.locator("[role=listbox] [role=option]")


def active(page):
    return page.locator("[role=option][aria-selected=true]")


def type_and_see(page, text):
    field(page).press_sequentially(text)
    expect(listbox(page)).to_be_visible()


def test_the_box_is_a_combobox_whose_list_is_shut_until_something_fits(opened):
    box = opened.get_by_role("combobox", name="Søg i indsatser")
    expect(box).to_have_attribute("aria-autocomplete", "list")
    expect(box).to_have_attribute("aria-expanded", "false")
    controlled = box.get_attribute("aria-controls")
    expect(opened.locator(f"#{controlled}[role=listbox]")).to_be_hidden()
    field(opened).press_sequentially("m")
    expect(box).to_have_attribute("aria-expanded", "false")
    field(opened).press_sequentially("entor")
    expect(opened.locator(f"#{controlled}[role=listbox]")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    field(opened).press_sequentially("xyz")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(listbox(opened)).to_be_hidden()


def test_options_say_what_they_are_and_a_status_says_how_many(opened):
    type_and_see(opened, "aalborg")
    expect(options(opened)).to_have_text(
        ["Aalborg Kommune · 1 indsats", "Læringsbuddy: mentorordning i Aalborg Indsats"]
    )
    status = opened.locator("[role=search] [role=status]")
    expect(status).to_have_text("2 forslag")
    field(opened).fill("")
    expect(status).to_have_text("")


def test_arrows_move_and_enter_follows_the_active_option(opened, site):
    type_and_see(opened, "mentor")
    names = options(opened).all_inner_texts()
    assert len(names) > 2
    expect(active(opened)).to_have_count(0)
    opened.keyboard.press("ArrowDown")
    expect(options(opened).first).to_have_attribute("aria-selected", "true")
    expect(field(opened)).to_have_attribute(
        "aria-activedescendant", options(opened).first.get_attribute("id")
    )
    expect(field(opened)).to_be_focused()
    opened.keyboard.press("ArrowUp")
    expect(options(opened).last).to_have_attribute("aria-selected", "true")
    opened.keyboard.press("ArrowDown")
    expect(active(opened)).to_have_count(1)
    expect(active(opened)).to_contain_text("Mentorordninger")
    opened.keyboard.press("Enter")
    expect(opened).to_have_url(f"{site}/temaer/mentorordninger/")


def test_enter_without_an_active_option_searches(opened, site):
    type_and_see(opened, "mentor")
    opened.keyboard.press("Enter")
    expect(opened).to_have_url(f"{site}/indsatser/?q=mentor")
    expect(listbox(opened)).to_be_hidden()
    expect(opened.locator("article[data-slug=faelles-fynsk-mentorkorps]")).to_be_visible()


def test_escape_closes_and_keeps_the_text_and_an_arrow_opens_again(opened):
    type_and_see(opened, "mentor")
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("Escape")
    expect(listbox(opened)).to_be_hidden()
    expect(field(opened)).to_have_value("mentor")
    expect(field(opened)).not_to_have_attribute("aria-activedescendant", "forslag-0")
    opened.keyboard.press("ArrowDown")
    expect(listbox(opened)).to_be_visible()
    expect(active(opened)).to_contain_text("Mentorordninger")


def test_leaving_the_field_closes_and_tab_never_stops_at_an_option(opened):
    type_and_see(opened, "mentor")
    opened.keyboard.press("Tab")
    expect(listbox(opened)).to_be_hidden()
    expect(opened.get_by_role("button", name="Søg")).to_be_focused()


def test_a_click_follows_an_option(opened, site):
    type_and_see(opened, "københavn")
    options(opened).filter(has_text="Kommune ·").click()
    expect(opened).to_have_url(f"{site}/kommuner/koebenhavn/")


@pytest.mark.parametrize(
    "typed",
    [
        "kobenhavn",
        "KOEBENHAVN",
        "ko\u0308benhavn",
        "Ålborg",
        "aalb",
        "alborg",
        "ærø",
        "aero",
        "so",
        "SOSU-",
        "tid vejl",
        "vejl tid",
        "fra elev",
        "oplaering",
        "opl\u00e6ring",
        "é",
        "ß",
        "ii",
        "-–",
    ],
)
def test_the_browser_matches_as_the_server_folds(page, site, typed):
    rows = page.request.get(f"{site}/forslag.json").json()["forslag"]
    starts = danish.words(typed)
    expected = [
        name
        for name, *_ in rows
        if len("".join(starts)) > 1
        and all(any(word.startswith(start) for word in danish.words(name)) for start in starts)
    ][:MOST]
    with page.expect_response("**/forslag.json"):
        page.goto(f"{site}/")
        field(page).focus()
    field(page).fill(typed)
    names = page.locator("[role=listbox]:not([hidden]) [role=option] > span:first-child")
    expect(names).to_have_text(expected)


def test_at_most_eight_are_shown(page, site):
    page.goto(f"{site}/")
    type_and_see(page, "lyngby")  # eleven names begin a word with it
    expect(options(page)).to_have_count(MOST)


def test_the_document_is_fetched_once_and_not_before_the_field_is_used(page, site):
    asked = []
    page.on("request", lambda one: asked.append(one.url) if "forslag" in one.url else None)
    page.goto(f"{site}/", wait_until="networkidle")
    assert asked == []
    type_and_see(page, "mentor")
    field(page).fill("sprog")
    field(page).blur()
    field(page).focus()
    assert asked == [f"{site}/forslag.json"]


def test_without_the_document_the_search_still_works(page, site):
    page.route("**/forslag.json", lambda route: route.abort())
    page.goto(f"{site}/")
    field(page).press_sequentially("galioner")
    page.keyboard.press("Enter")
    expect(page.locator("#resultat")).to_have_text("1 indsats")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_open_list_has_no_violation_and_fits_the_screen(page, site, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/indsatser/")
    type_and_see(page, "so")
    page.keyboard.press("ArrowDown")
    assert violations(page, [width]) == {}
    left, right, screen = listbox(page).evaluate(
        "box => [box.getBoundingClientRect().left, box.getBoundingClientRect().right, innerWidth]"
    )
    assert left >= 0
    assert right <= screen
