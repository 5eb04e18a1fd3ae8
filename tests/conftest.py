import copy
import os
import shutil
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import Client

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


class Snapshot:
    """The rows that a builder writes, to be written again for each test: building takes longer."""

    def __init__(self, build, blocker):
        self.models = [
            model
            for app in ("municipalities", "interventions")
            for model in apps.get_app_config(app).get_models(include_auto_created=True)
        ]
        with blocker.unblock(), transaction.atomic():
            self.built = build()
            self.rows = [(model, list(model.objects.order_by("pk"))) for model in self.models]
            transaction.set_rollback(True)
        # A test that imports a base sets sequences back, and no rollback undoes that.
        self.sequences = ";".join(connection.ops.sequence_reset_sql(no_style(), self.models))

    def restore(self):
        """Write the rows; what the builder returned comes as a copy of this test's own."""
        for model, rows in self.rows:
            model.objects.bulk_create(rows, batch_size=500)
        if self.sequences:
            with connection.cursor() as cursor:
                cursor.execute(self.sequences)
        return copy.deepcopy(self.built)


@pytest.fixture(scope="session")
def world_rows(django_db_setup, django_db_blocker):
    """What `tests.world` builds."""
    from tests.world import build  # needs Django's apps

    return Snapshot(build, django_db_blocker)


@pytest.fixture(scope="session")
def seeded_rows(django_db_setup, django_db_blocker):
    """What `manage.py seed` writes."""
    return Snapshot(lambda: call_command("seed", stdout=StringIO()), django_db_blocker)


@pytest.fixture
def world(world_rows, db):
    """The small world for public pages, by short names."""
    return world_rows.restore()


@pytest.fixture
def seeded(seeded_rows, db):
    """The whole content of fixtures/, in a base of this test's own."""
    seeded_rows.restore()


@pytest.fixture
def role(db):
    """Signs a new client in: `role("Redaktør")` is a member of that group with access to the admin.

    The others are "anonymous", "user" (signed in without access to the admin) and "superuser".
    """

    from django.contrib.auth.models import Group  # needs Django's apps

    def sign_in(name):
        client = Client()
        if name == "anonymous":
            return client
        user, _created = get_user_model().objects.get_or_create(
            username=name,
            defaults={"is_staff": name != "user", "is_superuser": name == "superuser"},
        )
        if name not in {"user", "superuser"}:
            user.groups.add(Group.objects.get(name=name))
        client.force_login(user)
        return client

    return sign_in
