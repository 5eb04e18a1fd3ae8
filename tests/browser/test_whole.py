"""The evidence map as a reader with a keyboard or a phone meets it."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def open_map(page, site, width):
    page.set_viewport_size({"width": width, "height": 900})
    assert page.goto(f"{site}/evidenskort/").status == 200
    return page.get_by_role("table")


def test_on_a_wide_screen_the_name_of_a_mark_opens_for_the_keyboard(page, site):
    table = open_map(page, site, 1280)
    mark = table.get_by_role(
        "link", name="To mentorer for SOSU-elever i Mariagerfjord, ikke vurderet i kilderne"
    ).first
    name = mark.locator(".name")
    assert name.bounding_box()["width"] <= 1
    table.get_by_role("link", name="Mentorordninger").focus()
    page.keyboard.press("Tab")
    expect(mark).to_be_focused()
    assert name.bounding_box()["width"] > 40
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/indsatser/mariagerfjord-mentorer/")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_map_stays_a_table_for_a_screen_reader(page, site, width):
    table = open_map(page, site, width)
    expect(table.get_by_role("rowheader")).to_have_count(13)
    expect(table.get_by_role("cell")).to_have_count(13 * 8)


def test_on_a_phone_marks_have_words_and_cells_name_their_phase(page, site):
    table = open_map(page, site, 390)
    mentors = table.get_by_role("row").filter(has_text="Mentorordninger")
    expect(mentors.get_by_text("Hovedforløb", exact=True)).to_be_visible()
    name = mentors.locator(".name").first
    assert name.bounding_box()["width"] > 150
    expect(page.get_by_role("navigation", name="Faser på listen")).to_be_visible()


def test_a_grant_is_drawn_under_its_years_at_any_width(page, site):
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{site}/tal/")
        bar = page.locator("#p-u09 rect").bounding_box()
        first = page.locator(".axis text", has_text="2025").bounding_box()
        last = page.locator(".axis text", has_text="2028").bounding_box()
        assert bar["x"] <= first["x"]
        assert last["x"] + last["width"] <= bar["x"] + bar["width"] + 1
        before = page.locator(".axis text", has_text="2024").bounding_box()
        assert before["x"] + before["width"] <= bar["x"] + 1
