"""The settings read the environment when imported, so each case is a process of its own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = {"SOSU_MODE": "production", "SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "a.dk,b.dk"}


def python(code, **environment):
    """What `code` prints, run in the project's folder with only this environment."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def setting(expression, **environment):
    done = python(f"from sosu_kb.settings import *; print({expression})", **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("value", [None, "", "  "])
@pytest.mark.parametrize(
    ("name", "hint"), [("SECRET_KEY", "random characters"), ("ALLOWED_HOSTS", "separated by")]
)
def test_production_does_not_start_without(name, hint, value):
    environment = {**PRODUCTION, name: value}
    if value is None:
        del environment[name]
    done = python("import sosu_kb.settings", **environment)
    assert done.returncode != 0
    message = done.stderr.splitlines()[-1]
    assert f"{name} is not set" in message
    assert hint in message


def test_an_unknown_mode_is_refused_with_the_known_ones():
    done = python("import sosu_kb.settings", SOSU_MODE="prod")
    assert done.returncode != 0
    assert "SOSU_MODE is 'prod': use production, local or dev." in done.stderr


def test_production_takes_its_values_from_the_environment():
    printed = setting("SECRET_KEY, ALLOWED_HOSTS, DEBUG", **PRODUCTION)
    assert printed == f"{PRODUCTION['SECRET_KEY']} ['a.dk', 'b.dk'] False"


def test_a_served_process_is_production_unless_told_otherwise():
    done = python("import sosu_kb.wsgi")
    assert done.returncode != 0
    assert "SOSU_MODE is production" in done.stderr


def test_only_dev_debugs():
    assert setting("DEBUG", SOSU_MODE="dev") == "True"
    assert setting("DEBUG", SOSU_MODE="local") == "False"
    assert setting("DEBUG") == "False"


def test_the_local_key_is_made_once():
    keys = {setting("SECRET_KEY", SOSU_MODE=mode) for mode in ("local", "dev")}
    assert len(keys) == 1
    assert len(keys.pop()) >= 50


def test_sqlite_is_the_default_and_takes_the_write_lock_at_once():
    engine, mode, name = setting(
        "DATABASES['default']['ENGINE'], DATABASES['default']['OPTIONS']['transaction_mode'],"
        " DATABASES['default']['NAME'], sep='\\n'"
    ).splitlines()
    assert engine == "django.db.backends.sqlite3"
    assert mode == "IMMEDIATE"
    assert Path(name) == ROOT / "var" / "sosu.sqlite3"


def test_database_url_selects_postgresql():
    printed = setting(
        "*(DATABASES['default'][key] for key in ('ENGINE', 'HOST', 'NAME', 'CONN_MAX_AGE'))",
        DATABASE_URL="postgres://somebody:secret@db.example/sosu",
    )
    assert printed == "django.db.backends.postgresql db.example sosu 60"


def test_days_and_seconds_can_be_set():
    assert setting("SOURCE_READ_DAYS, LINK_PAUSE") == "365 2"
    printed = setting("SOURCE_READ_DAYS, LINK_PAUSE", SOURCE_READ_DAYS="180", LINK_PAUSE="0")
    assert printed == "180 0"


def test_numbers_have_defaults_and_are_taken_from_the_environment():
    names = "SUGGESTIONS_PER_HOUR, SUGGESTION_CONTACT_DAYS"
    assert setting(names, SUGGESTIONS_PER_HOUR="") == "5 183"
    given = {"SUGGESTIONS_PER_HOUR": "7", "SUGGESTION_CONTACT_DAYS": "0"}
    assert setting(names, **given) == "7 0"


@pytest.mark.parametrize("value", ["0", "-1", "x", "1.5", "²", "9999999"])
def test_a_number_that_cannot_be_is_refused_with_those_that_can(value):
    done = python("import sosu_kb.settings", SUGGESTIONS_PER_HOUR=value)
    assert done.returncode != 0
    assert "SUGGESTIONS_PER_HOUR is " in done.stderr
    assert "use a whole number from 1 to 999999." in done.stderr


@pytest.mark.parametrize(("value", "number"), [("", "0"), (" 2 ", "2")])
def test_the_number_of_proxies_is_read(value, number):
    assert setting("TRUSTED_PROXIES") == "0"
    assert setting("TRUSTED_PROXIES", TRUSTED_PROXIES=value) == number


def test_the_licence_is_cc_by_unless_another_is_named_whole():
    names = "DATA_LICENCE, DATA_LICENCE_NAME, DATA_LICENCE_URL"
    assert setting(names).startswith("CC-BY-4.0 Creative Commons Kreditering 4.0")
    other = {"DATA_LICENCE": "CC0-1.0", "DATA_LICENCE_NAME": "CC0", "DATA_LICENCE_URL": "https://x"}
    assert setting(names, **other) == "CC0-1.0 CC0 https://x"


@pytest.mark.parametrize(
    "environment",
    [
        {"DATA_LICENCE": "CC0-1.0"},
        {"DATA_LICENCE_NAME": "CC0", "DATA_LICENCE_URL": "https://x"},
        {"DATA_LICENCE": "to ord", "DATA_LICENCE_NAME": "x", "DATA_LICENCE_URL": "https://x"},
    ],
)
def test_half_a_licence_is_refused(environment):
    done = python("import sosu_kb.settings", **environment)
    assert done.returncode != 0
    assert "DATA_LICENCE_URL are set together" in done.stderr


def test_the_example_names_each_variable_and_no_other():
    source = (ROOT / "sosu_kb" / "settings.py").read_text()
    read = set(re.findall(r'(?:environ\.get|required|whole_number)\(\s*"([A-Z_]+)"', source))
    read.add("DATABASE_URL")  # dj_database_url's own default
    named = re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert sorted(named) == sorted(read)
