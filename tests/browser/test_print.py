"""Pages on paper."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def paper(page):
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/tal/", 8),
        ("/indsatser/koebenhavn-sprogindsats/", 8),
        ("/sammenlign/?i=aalborg-laeringsbuddy&i=faelles-fynsk-mentorkorps", 4),
    ],
)
def test_a_page_takes_few_sheets(page, site, path, most):
    page.goto(site + path)
    sheets = re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True))
    assert 1 <= len(sheets) <= most


def test_the_frame_of_an_entry_is_unfolded_with_the_places_behind_it(paper, site):
    paper.goto(f"{site}/indsatser/faelles-fynsk-mentorkorps/")
    frame = paper.locator("details.frame")
    assert frame.get_attribute("open") is None
    expect(frame.locator("li").last).to_be_visible()
    assert frame.bounding_box()["height"] > 300
    for note in frame.locator(".fn").all_text_contents():
        place = paper.locator(f".passages li[value='{note}']")
        expect(place).to_be_visible()
        assert place.bounding_box()["height"] > 5


def test_plots_are_drawn_and_their_table_twins_left_out(paper, site):
    paper.goto(f"{site}/tal/")
    expect(paper.locator(".timeline .fill").last).to_be_visible()
    expect(paper.locator(".twin").first).to_be_hidden()


@pytest.mark.parametrize("path", ["/", "/indsatser/", "/tal/", "/kommuner/aalborg/"])
def test_what_is_picked_and_the_ways_on_stay_off_the_paper(paper, site, path):
    paper.goto(f"{site}{path}?i=aalborg-laeringsbuddy")
    for selector in ("#valgt", ".top nav", ".bottom"):
        expect(paper.locator(selector)).to_be_hidden()
    expect(paper.locator(".pick").locator("visible=true")).to_have_count(0)
