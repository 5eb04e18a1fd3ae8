"""Every page of the admin in Chromium: nothing that our policy forbids, nothing that axe finds."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.admin_pages import CHANGED, NO_PAGES, keys_of, paths
from tests.browser.conftest import listen

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def admin_paths(site, administrator, manage):
    return paths(keys_of(manage))


def test_no_page_of_the_admin_breaks_the_policy(admin, admin_complaints, site, admin_paths):
    found = {}
    looked_at = 0
    for name, path in admin_paths.items():
        if name in NO_PAGES:
            answer = admin.request.get(site + path, max_redirects=0)
            assert answer.status == NO_PAGES[name], name
            continue
        assert admin.goto(site + path).status == 200, name
        looked_at += 1
        heard = admin_complaints()
        if heard:
            found[name] = heard
    assert found == {}
    assert looked_at > 90


def test_what_scripts_add_to_a_page_does_not_break_it_either(
    admin, admin_complaints, site, admin_paths
):
    admin.goto(site + admin_paths["admin:interventions_intervention_add"])
    admin.get_by_role("button", name="Tilføj endnu et udsagn").click()
    admin.get_by_role("combobox", name="Evidensniveau:").last.click()
    expect(admin.get_by_role("searchbox", name="Evidensniveau:")).to_be_focused()
    expect(admin.get_by_role("option", name="Virksom indsats")).to_be_visible()
    assert admin_complaints() == []
    admin.goto(site + admin_paths["admin:interventions_source_change"])
    admin.locator(".date-icon").first.click()
    expect(admin.locator(".calendarbox").first).to_be_visible()
    assert admin_complaints() == []
    admin.goto(site + admin_paths["admin:auth_user_change"])
    admin.locator("#id_user_permissions_from option").first.dblclick()
    expect(admin.locator("#id_user_permissions_to option")).to_have_count(1)
    assert admin_complaints() == []


def test_the_watch_sees_what_the_policy_forbids(admin, admin_complaints, site):
    admin.goto(f"{site}/admin/")
    admin.evaluate("document.body.setAttribute('style', 'color: red')")
    admin.wait_for_function("() => window.violated.length")
    assert any("style-src" in complaint for complaint in admin_complaints())


@pytest.mark.parametrize("name", CHANGED)
def test_axe_finds_nothing_on(admin, site, admin_paths, name):
    assert admin.goto(site + admin_paths.get(name, name)).status == 200
    assert violations(admin) == {}


def test_the_way_in_is_as_clean(page, site):
    complaints = listen(page)
    page.goto(f"{site}/admin/login/")
    assert violations(page) == {}
    for attempt in range(5):
        page.get_by_label("Brugernavn").fill("en gæst")
        page.get_by_label("Adgangskode").fill("gæt")
        page.get_by_role("button", name="Log ind").click()
        if attempt == 0:
            expect(page.get_by_text("adgangskode er forkert")).to_be_visible()
            assert violations(page) == {}
    expect(page.get_by_role("heading", name="For mange forsøg")).to_be_visible()
    assert violations(page) == {}
    # That the answer was 429 is said on the console.
    assert [line for line in complaints() if "429" not in line] == []
