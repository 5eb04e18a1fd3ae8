import os
import shutil
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction

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


@pytest.fixture(scope="session")
def seeded_rows(django_db_setup, django_db_blocker):
    """Every row that `seed` writes, the links between them included: [(model, rows)]."""
    models = [
        model
        for app in ("municipalities", "interventions")
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed", stdout=StringIO())
        rows = [(model, list(model.objects.order_by("pk"))) for model in models]
        transaction.set_rollback(True)
    return rows


@pytest.fixture
def seeded(seeded_rows, db):
    """The whole content of fixtures/, in a base of this test's own. Seeding anew takes seconds."""
    for model, rows in seeded_rows:
        model.objects.bulk_create(rows, batch_size=500)
