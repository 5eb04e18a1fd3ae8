"""The examples on /data/eksempler/ run as they stand, against the served site."""

import json
import subprocess
import sys
import zipfile

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def example(page, site):
    """The text of an example as a reader would copy it."""

    def read(name):
        assert page.goto(f"{site}/data/eksempler/").status == 200
        text = page.locator(f"pre[data-example={name}]").inner_text()
        assert site in text
        return text

    return read


def run(command, folder):
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_one_for_curl(example, tmp_path):
    script = example("curl")
    run(["bash", "-euc", script], tmp_path)
    rows = (tmp_path / "sprogstoette.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].startswith("Adresse;Titel;")
    assert any("Sprogstøtte" in row for row in rows[1:])
    packed = (tmp_path / "sosu-videnbase.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "sosu-videnbase.zip") as package:
        described = json.loads(package.read("datapackage.json"))
    assert described["name"] == "sosu-videnbase"
    run(["bash", "-euc", script], tmp_path)  # the second time nothing has changed
    assert (tmp_path / "sosu-videnbase.zip").read_bytes() == packed


def test_the_one_for_python(example, tmp_path):
    printed = run([sys.executable, "-c", example("python")], tmp_path).splitlines()
    number = int(printed[0].split()[0])
    assert printed[0].startswith(f"{number} indsatser, version ")
    assert len(printed) == 1 + number > 3
    assert "(Virksom indsats): " in "\n".join(printed)
    assert "(ikke vurderet): " in "\n".join(printed)


def test_a_reader_takes_the_list_along(page, site):
    page.goto(f"{site}/indsatser/?tema=simulation")
    with page.expect_download() as download:
        page.locator(".take-home").get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename.startswith("sosu-indsatser-v")
    page.get_by_role("link", name="Om de åbne data").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Åbne data")


def test_the_links_follow_the_live_list(page, site):
    page.goto(f"{site}/indsatser/")
    page.get_by_label("Trivsel").first.check()
    csv = page.locator(".take-home").get_by_role("link", name="CSV")
    expect(csv).to_have_attribute("href", "/indsatser.csv?tema=trivsel")
