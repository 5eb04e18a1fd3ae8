"""The list as a test drives it."""

import re

import pytest
from playwright.sync_api import expect

ALL = "41 indsatser"


def open_list(page, site, query=""):
    page.goto(f"{site}/indsatser/{query}")
    expect(announced(page)).to_be_attached()  # the script is there
    page.evaluate("window.marker = 'the same page'")


def is_the_same_page(page):
    return page.evaluate("window.marker") == "the same page"


def box(page, facet, value):
    return page.locator(f"[data-facet={facet}][data-value={value}] input")


def option(page, facet, value):
    return page.locator(f"[data-facet={facet}][data-value={value}]")


def heading(page):
    return page.locator("#resultat")


def announced(page):
    return page.locator("#antal[role=status]")


def cards(page):
    return page.locator("#resultater article[data-slug]")


def chip(page, text):
    return page.locator("#resultater").get_by_role("link", name=re.compile(f"^Fjern .*{text}"))


def button(page):
    return page.locator("#filtre-form [data-live-count]")


def address(site, query):
    return f"{site}/indsatser/{query}"


def tab_to(page, target, key="Tab", most=150):
    """Reach something by keyboard alone, as a reader would."""
    for _ in range(most):
        page.keyboard.press(key)
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{key} never reached {target}")
