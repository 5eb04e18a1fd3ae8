"""Choosing what to follow, with the keyboard and without a script."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, "java_script_enabled": False}


@pytest.mark.parametrize("width", [390, 1280])
def test_a_municipality_follows_its_own_theme(page, site, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/nyt/")
    page.locator("summary", has_text="Tema").press("Enter")
    page.get_by_label("Mentorordninger").press("Space")
    page.locator("summary", has_text="Kommune").press("Enter")
    page.get_by_label("Mariagerfjord").press("Space")
    page.get_by_role("button", name="Vis", exact=True).press("Enter")
    expect(page).to_have_url(f"{site}/nyt/?tema=mentorordninger&kommune=mariagerfjord")
    expect(page.locator(".day li")).to_have_count(1)
    feed = page.get_by_role("link", name="/nyt.atom")
    expect(feed).to_have_attribute("href", "/nyt.atom?tema=mentorordninger&kommune=mariagerfjord")
    expect(page.locator("input[value=mentorordninger]")).to_be_checked()
    page.get_by_role("link", name="Fjern Tema: Mentorordninger").click()
    expect(page).to_have_url(f"{site}/nyt/?kommune=mariagerfjord")
