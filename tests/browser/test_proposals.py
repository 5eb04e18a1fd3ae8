"""Somebody writes to us: by keyboard or thumb, and in a browser that runs no script."""

import pytest
from playwright.sync_api import expect

from interventions.form_tokens import YOUNGEST
from tests.browser.accessibility import violations

pytestmark = pytest.mark.browser

TOO_SOON = (YOUNGEST.seconds + 1) * 1000  # milliseconds in which only a machine would have sent it


@pytest.fixture(params=[390, 1280])
def plain(request, new_context):
    """A page in a browser that runs no script."""
    viewport = {"width": request.param, "height": 844}
    return new_context(java_script_enabled=False, viewport=viewport).new_page()


def send(page):
    page.get_by_role("button", name="Send forslaget").or_(
        page.get_by_role("button", name="Meld fejlen")
    ).click()


def test_a_suggestion_is_corrected_and_sent_without_javascript(plain, site, manage):
    plain.goto(f"{site}/om/")
    plain.get_by_role("contentinfo").get_by_role("link", name="Foreslå en indsats").click()
    plain.get_by_label("Hvad kalder I den?").fill("Mentorer på Ærø")
    plain.get_by_label("Hvem gør det?").fill("Ærø Kommune")
    plain.get_by_label("Siden hvornår?").fill("99999")
    plain.get_by_label("Din e-mail").fill("laeser@example.dk")
    send(plain)
    alert = plain.get_by_role("alert")
    expect(alert).to_contain_text("Det er ikke sendt endnu. 4 ting skal rettes:")
    alert.get_by_role("link", name="Skriv med dine egne ord, hvad der bliver gjort.").click()
    what = plain.get_by_label("Hvad går den ud på?")
    expect(what).to_be_focused()
    what.fill("Nye elever får en mentor.")
    plain.get_by_label("Siden hvornår?").fill("2019")
    plain.get_by_label("Hvor kan vi læse om den?").fill("https://example.dk/")
    plain.get_by_label("I må gemme mit navn og min e-mail").check()
    expect(plain.get_by_label("Hvem gør det?")).to_have_value("Ærø Kommune")
    plain.wait_for_timeout(TOO_SOON)
    send(plain)
    expect(plain.get_by_role("heading", level=1)).to_have_text("Tak, vi har fået det")
    expect(plain).to_have_url(f"{site}/foreslaa/tak/")
    assert plain.context.cookies() == []
    stored = "from interventions.models import Proposal as P; print(P.objects.latest('pk').since)"
    assert manage("shell", "--no-imports", "-c", stored).strip() == "2019"


def test_a_report_begins_and_ends_at_its_entry(plain, site):
    entry = f"{site}/indsatser/aalborg-laeringsbuddy/"
    plain.goto(entry)
    plain.get_by_role("link", name="Meld en fejl på siden").click()
    plain.get_by_label("Hvad er forkert, eller hvad mangler?").fill("Et årstal.")
    plain.wait_for_timeout(TOO_SOON)
    send(plain)
    plain.get_by_role("main").get_by_role("link", name="Tilbage til").click()
    expect(plain).to_have_url(entry)


def test_who_is_too_quick_for_a_person_is_told_and_loses_nothing(page, site):
    page.goto(f"{site}/foreslaa/?indsats=aalborg-laeringsbuddy")
    page.get_by_label("Hvad er forkert, eller hvad mangler?").fill("Et årstal.")
    send(page)
    expect(page.get_by_role("alert")).to_contain_text("Det gik så hurtigt")
    expect(page.get_by_label("Hvad er forkert, eller hvad mangler?")).to_have_value("Et årstal.")


@pytest.mark.parametrize("address", ["/foreslaa/", "/foreslaa/?indsats=findes-ikke"])
def test_a_form_with_errors_has_no_violation_and_hangs_over_no_edge(page, site, address):
    page.set_viewport_size({"width": 320, "height": 844})
    page.goto(site + address)
    page.get_by_label("Dit navn").fill("x")
    send(page)
    expect(page.get_by_role("alert")).to_be_visible()
    widths = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    content, screen = page.evaluate(widths)
    assert content <= screen
    assert violations(page) == {}


def test_the_hidden_field_is_seen_by_nobody_and_reached_by_no_key(page, site):
    page.goto(f"{site}/foreslaa/")
    expect(page.locator("[name=emne]")).to_be_hidden()
    expect(page.get_by_role("textbox")).to_have_count(9)
    names = []
    page.get_by_label("Hvad kalder I den?").focus()
    for _ in range(11):
        names.append(page.evaluate("document.activeElement.name ?? ''"))
        page.keyboard.press("Tab")
    assert names == [
        *("title", "who", "what", "for_whom", "since", "outcome", "documentation"),
        *("", "contact_name", "contact_email", "consent"),
    ]
