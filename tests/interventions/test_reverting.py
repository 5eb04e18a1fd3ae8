import pytest

from interventions import document, history, reverting, working_copy
from interventions.models import Intervention, Source
from interventions.rules import Refused
from tests.people import EDITOR, person
from tests.world import add_claim, add_entry, relate


@pytest.fixture
def bo(db):
    return person("bo", EDITOR)


@pytest.fixture
def entry(world, bo):
    """A draft in its third version: the first is as made, the second has other content."""
    entry = add_entry("ny", "Ny", state="kladde", themes=[world.mentors], start_year=2020)
    add_claim("n1", entry, world.catalogue, text="Første.")
    add_claim("n2", entry, world.report, kind="rating", tier=world.tier)
    relate(entry, world.corps)
    with history.edit(entry.pk, by=bo, event="gemt") as row:
        row.title, row.slug = "Anden titel", "anden"
        row.save()
        row.themes.set([world.support])
        row.claims.get(key="n1").delete()
        row.relations_out.all().delete()
        add_claim("n3", row, world.report, text="Tredje.")
    return Intervention.objects.get(pk=entry.pk)


def first(entry):
    return entry.versions.last()


def revert(entry, version, by):
    return reverting.revert(entry.pk, version.number, by=by, seen=entry.version)


def restore(entry, version, key, by):
    return reverting.restore_claim(entry.pk, version.number, key, by=by, seen=entry.version)


def test_all_is_as_it_was_but_for_the_address(entry, bo):
    row, lost = revert(entry, first(entry), bo)
    assert (row, lost) == (entry, [])
    assert document.of(entry) == first(entry).document | {"slug": "anden"}


def test_it_is_a_new_version_that_says_to_which(entry, bo):
    number = first(entry).number
    revert(entry, first(entry), bo)
    latest = entry.versions.first()
    assert (latest.event, latest.number, latest.who, latest.note) == (
        "tilbagefoert",
        entry.version + 1,
        "Bo",
        f"Til version {number}",
    )
    assert entry.versions.count() == 3


def test_forth_again_after_back(entry, bo):
    second = entry.versions.first()
    revert(entry, first(entry), bo)
    entry.refresh_from_db()
    revert(entry, second, bo)
    assert document.of(entry) == second.document


def test_one_deleted_claim_comes_back_with_its_key_and_nothing_else(entry, bo):
    before = document.of(entry)
    _row, lost = restore(entry, first(entry), "n1", bo)
    assert lost == []
    back = entry.claims.get(key="n1")
    assert (back.text, back.source.slug) == ("Første.", "katalog")
    after = document.of(entry)
    assert [claim["key"] for claim in after["claims"]] == ["n1", "n2", "n3"]
    assert {name: after[name] for name in after if name != "claims"} == {
        name: before[name] for name in before if name != "claims"
    }
    assert entry.versions.first().note == f"Til version {first(entry).number}, kun udsagnet n1"


def test_a_claim_that_is_there_or_never_was_is_refused(entry, bo):
    with pytest.raises(Refused, match="Udsagnet er der allerede"):
        restore(entry, first(entry), "n2", bo)
    with pytest.raises(Refused, match="Udsagnet står ikke i den version"):
        restore(entry, first(entry), "n3", bo)


def test_a_second_rating_does_not_come_back(world, entry, bo):
    entry.claims.get(key="n2").delete()
    add_claim("n4", entry, world.report, kind="rating", tier=world.promising)
    entry.refresh_from_db()
    with pytest.raises(Refused, match="Indsatsen har allerede en vurdering"):
        restore(entry, first(entry), "n2", bo)


def test_a_claim_of_a_ledger_that_is_gone_comes_back_without_it_and_says_so(world, bo):
    entry = add_entry("tal", "Tal", state="kladde")
    ledger = entry.ledgers.create(slug="frafald", title="T", sentence="S.")
    add_claim("t1", entry, world.catalogue, value=9, unit="elever", ledger=ledger)
    with history.edit(entry.pk, by=bo, event="gemt") as row:
        row.claims.all().delete()
        row.ledgers.all().delete()
    entry.refresh_from_db()
    _row, lost = restore(entry, first(entry), "t1", bo)
    assert lost == ["Udsagnet t1 står ikke længere i en opstilling: den er væk."]
    assert entry.claims.get(key="t1").ledger is None


def test_what_is_gone_from_the_base_is_named_and_the_rest_comes_back(world, entry, bo):
    world.mentors.delete()
    world.corps.delete()
    Source.objects.filter(slug="katalog").update(slug="andet")
    _row, lost = revert(entry, first(entry), bo)
    assert lost == [
        "“mentorordninger” findes ikke længere og er ikke sat på.",
        "Udsagnet n1 mangler: “katalog” findes ikke længere.",
        "Forbindelsen til “mentorkorps” er væk: den findes ikke længere.",
    ]
    entry.refresh_from_db()
    assert (entry.title, entry.claims.count()) == ("Ny", 1)


def test_of_a_published_entry_a_working_copy_is_taken_back(world, bo):
    with history.edit(world.buddy.pk, by=bo, event="gemt") as row:
        row.title = "Anden titel"
        row.save()
    entry = Intervention.objects.get(pk=world.buddy.pk)
    row, _lost = revert(entry, first(entry), bo)
    assert row.copy_of == entry
    assert document.of(row)["title"] == "Læringsbuddy"
    assert document.of(entry)["title"] == "Anden titel"
    assert list(row.versions.values_list("event", flat=True)) == ["tilbagefoert", "kopieret"]


def test_a_dropped_copy_can_be_fetched_from_the_history(world, bo):
    copy = working_copy.open_for(world.buddy.pk, by=bo)
    with history.edit(copy.pk, by=bo, event="gemt") as row:
        row.title = "Kasseret titel"
        row.save()
    entry = working_copy.drop(copy.pk, by=bo)
    row, _lost = revert(entry, entry.versions.get(event="gemt"), bo)
    assert (row.is_working_copy, document.of(row)["title"]) == (True, "Kasseret titel")


@pytest.mark.parametrize(
    ("state", "with_copy", "words"),
    [
        ("arkiveret", False, "Indsatsen er arkiveret"),
        ("udgivet", True, "Der er en arbejdskopi"),
    ],
)
def test_what_cannot_be_written_is_not_taken_back(world, bo, state, with_copy, words):
    with history.edit(world.plan.pk, by=bo, event="gennemset"):
        pass
    if with_copy:
        working_copy.open_for(world.plan.pk, by=bo)
    Intervention.objects.filter(pk=world.plan.pk).update(state=state)
    entry = Intervention.objects.get(pk=world.plan.pk)
    with pytest.raises(Refused, match=words):
        revert(entry, first(entry), bo)


def test_another_version_than_the_one_seen_is_a_conflict(entry, bo):
    before = document.of(entry)
    with pytest.raises(history.Conflict):
        reverting.revert(entry.pk, first(entry).number, by=bo, seen=entry.version - 1)
    with pytest.raises(Refused, match="Den version findes ikke"):
        reverting.revert(entry.pk, 999, by=bo, seen=entry.version)
    assert document.of(entry) == before
