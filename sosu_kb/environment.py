"""What the settings take from the surroundings: required values, the local key, the database."""

import os
import re
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


def whole_number(name, default, *, least):
    """The whole number in an environment variable; the default where it is empty or not set."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if not value.isdecimal() or len(value) > 6 or int(value) < least:
        raise ImproperlyConfigured(
            f"{name} is {value[:20]!r}: use a whole number from {least} to 999999."
        )
    return int(value)


CC_BY = (
    "CC-BY-4.0",
    "Creative Commons Kreditering 4.0 International (CC BY 4.0)",
    "https://creativecommons.org/licenses/by/4.0/deed.da",
)


def licence(identifier, name, address):
    """The licence of our own texts: what is set, CC BY where nothing is; never a mixture."""
    given = tuple(value.strip() for value in (identifier, name, address))
    if not any(given):
        return CC_BY
    if not all(given) or not re.fullmatch(r"[-a-zA-Z0-9._]+", given[0]):
        raise ImproperlyConfigured(
            "DATA_LICENCE (an identifier such as CC-BY-4.0), DATA_LICENCE_NAME and"
            " DATA_LICENCE_URL are set together."
        )
    return given


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
