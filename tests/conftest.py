import os
import shutil
from io import StringIO

import pytest
from django.core.management import call_command

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
NO_CHROMIUM = "no Chromium found in PATH (on Debian: apt-get install chromium)"


@pytest.fixture(scope="session")
def chromium_path():
    """The browser that the machine has; Playwright's own cannot be had everywhere."""
    return CHROMIUM


@pytest.hookimpl(tryfirst=True)  # before the fixtures, which would start a server in vain
def pytest_runtest_setup(item):
    """Without a browser its tests are skipped with the reason; in CI that is an error."""
    if CHROMIUM is None and item.get_closest_marker("browser"):
        if os.environ.get("CI") == "true":
            pytest.fail(NO_CHROMIUM, pytrace=False)
        pytest.skip(NO_CHROMIUM)


@pytest.fixture
def world(db):
    """The small world for public pages, by short names."""
    from tests.world import build  # needs Django's apps

    return build()


@pytest.fixture
def seeded(db):
    """The whole content of fixtures/, in a base of this test's own."""
    call_command("seed", stdout=StringIO())
