"""The lock lies in the database: it holds whichever of the stateless processes is asked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "korrekt hest batteri"
ATTEMPTS = """
import sys, django
django.setup()
from django.test import Client
for password in sys.argv[1:]:
    client = Client(SERVER_NAME="localhost", REMOTE_ADDR="10.0.0.1")
    fields = {"username": "anne", "password": password, "next": "/admin/"}
    print(client.post("/admin/login/", fields).status_code)
"""


def run(url, *arguments):
    """One process of its own on this database; what it prints, by lines."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": url}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.fixture
def shared_url(transactional_db, tmp_path):
    """A database that other processes can reach, with the user anne in it."""
    if connection.vendor == "sqlite":  # the tests' own lies in memory
        url = f"sqlite:///{tmp_path / 'shared.sqlite3'}"
        for app in ("auth", "axes", "sessions"):
            run(url, "manage.py", "migrate", app, "--verbosity=0")
        create = "from django.contrib.auth.models import User; User.objects.create_superuser"
        run(
            url,
            "manage.py",
            "shell",
            "--no-imports",
            "-c",
            f"{create}('anne', password={PASSWORD!r})",
        )
        return url
    get_user_model().objects.create_superuser("anne", password=PASSWORD)
    start, _slash, _name = os.environ["DATABASE_URL"].rpartition("/")
    return f"{start}/{connection.settings_dict['NAME']}"


def test_the_lock_holds_over_two_processes(shared_url):
    assert run(shared_url, "-c", ATTEMPTS, "et", "to", "tre") == ["200", "200", "200"]
    assert run(shared_url, "-c", ATTEMPTS, "fire", "fem") == ["200", "429"]
    assert run(shared_url, "-c", ATTEMPTS, PASSWORD) == ["429"]
