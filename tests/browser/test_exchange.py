"""Import and export in a real browser: its policy holds, axe finds nothing, downloads come."""

import csv
import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations

pytestmark = pytest.mark.browser

LIST = "/admin/interventions/intervention/"
ROWS = [
    ["Adresse", "Titel", "Type", "Startår", "Temaer"],
    ["aalborg-laeringsbuddy", "En anden titel", "praksis", "2018", "mentorordninger"],
    ["", "Øvelser på Ærø", "projekt", "", "trivsel; simulation"],
    ["esbjerg-fuldtidsvejledere", "Fuldtidsvejledere", "praksis", "=1+1", "vejleder"],
]


@pytest.fixture(scope="session")
def importer(site, manage):
    """The name and password of somebody who may import."""
    name, password = "indlæser", "korrekt hest batteri"
    manage("shell", "-c", f"User.objects.create_superuser({name!r}, password={password!r})")
    return name, password


@pytest.fixture
def desk(page, site, importer):
    """A page of the admin, signed in."""
    page.goto(f"{site}/admin/")
    page.get_by_label("Brugernavn").fill(importer[0])
    page.get_by_label("Adgangskode").fill(importer[1])
    page.get_by_role("button", name="Log ind").click()
    page.get_by_role("heading", name="Redaktionens bord").wait_for()
    return page


@pytest.fixture
def said(desk):
    """What the browser complains of: errors of scripts and everything that the CSP blocks."""
    found = []
    desk.on("pageerror", lambda error: found.append(str(error)))
    desk.on(
        "console",
        lambda line: found.append(line.text) if line.type in {"error", "warning"} else None,
    )
    return found


@pytest.fixture
def preview(desk, said, site, tmp_path):
    """The preview of a file with a new, a changed and a refused row. It is never confirmed."""
    path = tmp_path / "fil.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file, delimiter=";").writerows(ROWS)
    desk.goto(f"{site}{LIST}import/")
    desk.set_input_files("#id_file", path)
    desk.click("text=Se, hvad der vil ske")
    return desk


def test_the_upload_page_is_accessible(desk, site, said):
    desk.goto(f"{site}{LIST}import/")
    assert said == []  # axe itself would write styles
    assert violations(desk) == {}


def test_the_preview_is_accessible_and_says_what_would_happen(preview, said):
    expect(preview.locator("#content")).to_contain_text("“vejleder” findes ikke blandt temaer.")
    expect(preview.locator("#content")).to_contain_text("Her står en formel.")
    expect(preview.get_by_role("heading", name="Øvelser på Ærø")).to_be_visible()
    assert said == []
    assert violations(preview) == {}


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_preview_fits_the_window(preview, width):
    preview.set_viewport_size({"width": width, "height": 900})
    assert preview.evaluate("document.documentElement.scrollWidth") <= width


def test_list_and_template_are_downloads(desk, site, said):
    desk.goto(f"{site}{LIST}?kind__exact=plan")
    with desk.expect_download() as export:
        desk.click("text=Eksportér alle i listen")
    assert re.fullmatch(r"indsatser-[\d-]+\.xlsx", export.value.suggested_filename)
    desk.goto(f"{site}{LIST}import/")
    with desk.expect_download() as template:
        desk.click("text=Hent skabelonen")
    assert re.fullmatch(r"skabelon-[\d-]+\.xlsx", template.value.suggested_filename)
    assert said == []
