"""What the settings take from the surroundings: required values, the local key, the database."""

import os
import secrets

import dj_database_url
from django.core.exceptions import ImproperlyConfigured


def required(name, hint):
    """The value of an environment variable that production cannot do without."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set, and SOSU_MODE is production. {hint} (Locally: SOSU_MODE=local.)"
        )
    return value


def local_secret_key(folder):
    """The key of this copy, made at first use in a file that git ignores."""
    path = folder / "secret-key"
    folder.mkdir(exist_ok=True)
    try:
        with path.open("x") as file:
            path.chmod(0o600)
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()


def proxy_count(text):
    """How many proxies of our own stand before the process; none unless it is said."""
    text = (text or "0").strip()
    if not (text.isascii() and text.isdecimal()):
        raise ImproperlyConfigured(
            f"TRUSTED_PROXIES is {text!r}: give their number, for example 1."
        )
    return int(text)


def database(url, sqlite_file):
    """The database at this address; without one, SQLite in this file."""
    try:
        config = dj_database_url.parse(
            url or f"sqlite:///{sqlite_file}", conn_max_age=60, conn_health_checks=True
        )
    except ValueError as error:
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read. It looks like postgres://user:password@host:5432/name."
        ) from error
    if config["ENGINE"].endswith("sqlite3"):
        sqlite_file.parent.mkdir(exist_ok=True)
        # Without these, most of the writers that meet in SQLite end in "database is locked".
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        config.setdefault("OPTIONS", {}).setdefault("connect_timeout", 2)
    return config
