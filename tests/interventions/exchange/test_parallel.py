"""Two editors confirm at the same moment: one import is carried out, the other is told."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from interventions.exchange import confirming, reading
from interventions.exchange.preview import Preview
from interventions.models import ImportDraft, Intervention
from tests.interventions.exchange.files import xlsx
from tests.world import add_entry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def in_threads(transactional_db, tmp_path, monkeypatch):
    """Runs functions at the same moment, each with a connection of its own to the test's base.

    SQLite's base in memory cannot be shared in earnest: the first run copies it to a file.
    """
    path = tmp_path / "base.sqlite3"

    def run(*functions):
        if connection.vendor == "sqlite" and not path.exists():
            with sqlite3.connect(path) as file:
                connection.connection.backup(file)
            monkeypatch.setitem(connections.settings["default"], "NAME", str(path))
        start = Barrier(len(functions))

        def one(function):
            try:
                start.wait(timeout=10)
                return function()
            finally:
                connection.close()

        with ThreadPoolExecutor(len(functions)) as pool:
            return list(pool.map(one, functions))

    return run


def confirmation(user, **sheets):
    """A function that confirms an import whose preview has been seen."""
    upload = reading.read(xlsx(**sheets))
    seen = Preview(upload).seen
    draft = ImportDraft.objects.create(owner=user, file_name="f.xlsx", upload=upload.as_json())

    def confirm():
        try:
            confirming.confirm(draft.pk, by=user, seen=seen)
        except confirming.Overtaken as overtaken:
            return overtaken.sentences[0]
        except ImportDraft.DoesNotExist:
            return "findes ikke"
        return "importeret"

    return confirm


def stored(slug):
    """How the entry stands afterwards; asked in a thread, where the copied base is."""

    def ask():
        entry = Intervention.objects.get(slug=slug)
        events = list(entry.versions.order_by("number").values_list("number", "event"))
        return entry.version, entry.summary, events

    return ask


@pytest.fixture
def users(django_user_model, transactional_db):
    return [django_user_model.objects.create_superuser(name) for name in ("anna", "bo")]


@pytest.mark.parametrize("others", [[], ["a", "z"]])
def test_of_two_imports_into_one_entry_one_is_carried_out(users, in_threads, others):
    add_entry("midt", "Midt", state="kladde")
    for slug in others:
        add_entry(slug, slug, state="kladde")
    slugs = [*others[:1], "midt", *others[1:]]
    backwards = slugs[::-1]
    results = in_threads(
        *(
            confirmation(
                user, Indsatser=[["Adresse", "Resumé"], *([slug, user.username] for slug in rows)]
            )
            for user, rows in zip(users, (slugs, backwards), strict=True)
        )
    )
    assert results.count("importeret") == 1
    winner = users[results.index("importeret")].username
    told = results[1 - results.index("importeret")]
    assert f": {winner} har lavet version 2 (importeret) den " in told
    ((version, summary, events),) = in_threads(stored("midt"))
    assert (version, summary) == (2, winner)
    assert events == [(1, "indlaest"), (2, "importeret")]


def test_of_two_imports_of_one_new_entry_one_is_carried_out(users, in_threads):
    rows = [["Adresse", "Titel", "Type"], ["ny", "Ny", "plan"]]
    results = in_threads(*(confirmation(user, Indsatser=rows) for user in users))
    assert results.count("importeret") == 1
    (told,) = set(results) - {"importeret"}
    assert told == confirming.RACED or "oprettede “Ny”" in told
    ((version, _summary, events),) = in_threads(stored("ny"))
    assert (version, events) == (1, [(1, "importeret")])


def test_a_double_click_imports_once(users, in_threads):
    add_entry("midt", "Midt", state="kladde")
    confirm = confirmation(users[0], Indsatser=[["Adresse", "Resumé"], ["midt", "Nyt."]])
    assert sorted(in_threads(confirm, confirm)) == ["findes ikke", "importeret"]
    ((version, summary, _events),) = in_threads(stored("midt"))
    assert (version, summary) == (2, "Nyt.")
