"""A base of a test's own, for threads that write at the same time.

The other tests run in transactions that are never committed, on SQLite in memory. Here every thread
has its own connection, with the project's options, to a copy of the empty test base: a file on
SQLite, a database on PostgreSQL.
"""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

from django.db import connections
from django.test import Client
from django.test.client import ClientHandler, RequestFactory


@contextmanager
def own_base(folder):
    """Inside the block, every new connection leads to the copy."""
    settings, kept = connections.settings["default"], connections["default"]
    before = settings.copy()
    copied = _sqlite_copy if kept.vendor == "sqlite" else _postgres_copy
    with copied(kept, folder) as changes:
        settings.update(changes)
        del connections["default"]
        try:
            yield
        finally:
            connections["default"].close()
            connections["default"] = kept
            settings.update(before)


@contextmanager
def _sqlite_copy(kept, folder):
    kept.ensure_connection()
    file = folder / "base.sqlite3"
    with closing(sqlite3.connect(file)) as copy:
        kept.connection.backup(copy)
    yield {"NAME": str(file)}


@contextmanager
def _postgres_copy(kept, folder):
    kept.close()  # a database that is copied has no guests
    name = kept.settings_dict["NAME"]
    copy = f"{name}_own"
    with kept._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')
    try:
        # Fifty that connect at once to a busy machine need more than two seconds.
        yield {"NAME": copy, "OPTIONS": {**kept.settings_dict["OPTIONS"], "connect_timeout": 30}}
    finally:
        with kept._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{copy}"')


def at_once(number, act):
    """What `act` returns for 0 up to `number`, each in a thread, all begun at the same moment."""
    barrier = threading.Barrier(number)

    def run(index):
        barrier.wait()
        try:
            return act(index)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(run, range(number)))


class SignedIn(RequestFactory):
    """A client of one user for many threads; Django's listens to every template of every other."""

    def __init__(self, user):
        super().__init__()
        client = Client()
        client.force_login(user)
        self.cookies = client.cookies

    def request(self, **environ):
        """The answer, through all middleware."""
        return ClientHandler(enforce_csrf_checks=False)(self._base_environ(**environ))
