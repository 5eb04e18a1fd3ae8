"""The style sheet and the scripts that a page names are really there, with hashed names."""

import re

import pytest

pytestmark = pytest.mark.browser

REFERENCED = """
    [...document.querySelectorAll('link[rel~=stylesheet], link[rel~=icon], script[src], img[src]')]
        .map(element => element.href || element.src)
        .filter(address => !address.startsWith('data:'))
"""


def answers(page, address):
    page.goto(address)
    return {url: page.request.get(url) for url in page.evaluate(REFERENCED)}


def test_everything_a_page_names_answers(page, site, path):
    found = answers(page, site + path)
    assert any(url.endswith(".css") for url in found), "the page has no style sheet"
    assert {url: got.status for url, got in found.items() if got.status != 200} == {}


def test_files_have_hashed_names_that_browsers_keep(page, server):
    found = answers(page, f"{server}/admin/login/")
    assert found
    for url, got in found.items():
        assert re.search(r"\.[0-9a-f]{12}\.(css|js|svg|png|ico)$", url), url
        assert got.status == 200, url
        assert "immutable" in got.headers["cache-control"], url
