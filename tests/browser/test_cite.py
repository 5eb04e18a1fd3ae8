"""Copying a citation, as a reader with a mouse, a screen reader or an old browser meets it."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PATH = "/indsatser/aalborg-laeringsbuddy/"
BUTTON = "Kopiér henvisning"


def test_the_citation_is_copied_and_that_is_said(page, context, site):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site + PATH)
    part = page.locator(".cite")
    expect(part.get_by_role("status")).to_have_text("")
    part.get_by_role("button", name=BUTTON).press("Enter")
    expect(part.get_by_role("status")).to_have_text("Henvisningen er kopieret.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(
        "SOSU-videnbasen: “Læringsbuddy: mentorordning i Aalborg”, version 1, "
    )
    assert copied.endswith(PATH)


def test_a_second_copy_is_said_anew(page, context, site):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site + PATH)
    part = page.locator(".cite")
    part.get_by_role("button", name=BUTTON).click()
    expect(part.get_by_role("status")).to_have_text("Henvisningen er kopieret.")
    part.get_by_role("status").evaluate(
        "node => { window.said = [];"
        " new MutationObserver(() => window.said.push(node.textContent))"
        ".observe(node, {childList: true}); }"
    )
    part.get_by_role("button", name=BUTTON).click()
    page.wait_for_timeout(500)
    assert page.evaluate("window.said") == ["", "Henvisningen er kopieret."]


def test_what_cannot_be_copied_is_marked_instead(page, site):
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('nej'));")
    page.goto(site + PATH)
    page.get_by_role("button", name=BUTTON).click()
    expect(page.locator(".cite").get_by_role("status")).to_contain_text("er markeret i stedet")
    assert page.evaluate("getSelection().toString()").startswith("SOSU-videnbasen: “Læringsbuddy")


def test_without_a_clipboard_there_is_no_button_but_the_text(page, site):
    page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})"
    )
    page.goto(site + PATH)
    expect(page.locator("#henvisning")).to_be_visible()
    expect(page.get_by_role("button", name=BUTTON)).to_be_hidden()
