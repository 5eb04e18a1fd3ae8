from datetime import UTC, datetime

import pytest
from django.db import transaction

from interventions import document, history
from interventions.models import Claim, Intervention, Version
from interventions.rules import Refused
from tests.people import EDITOR, person
from tests.world import add_claim, relate


@pytest.fixture
def bo(db):
    return person("bo", EDITOR)


def story(entry):
    """(number, event, who) from the first version on."""
    return [(one.number, one.event, one.who) for one in entry.versions.order_by("number")]


def version(entry):
    return Intervention.objects.get(pk=entry.pk).version


def test_the_first_write_tells_what_was_there_before(world, bo):
    number = version(world.buddy)
    with history.edit(world.buddy.pk, by=bo, event="gemt", note="Rettet.") as entry:
        entry.title = "Ny titel"
        entry.save()
    assert story(world.buddy) == [
        (number, "indlaest", "videnbasen selv"),
        (number + 1, "gemt", "Bo"),
    ]
    first, second = world.buddy.versions.order_by("number")
    assert (first.document["title"], second.document["title"]) == ("Læringsbuddy", "Ny titel")
    assert (second.note, second.state, second.in_copy) == ("Rettet.", "udgivet", False)


def test_however_many_rows_are_written_the_version_goes_up_by_one(world, bo):
    number = version(world.buddy)
    with history.edit(world.buddy.pk, by=bo, event="gemt") as entry:
        entry.summary = "Andet."
        entry.save()
        entry.themes.set([world.support])
        for claim in entry.claims.all():
            claim.text = "Andet udsagn."
            claim.save()
        add_claim("n1", entry, world.report)
        entry.relations_out.all().delete()
    assert version(world.buddy) == number + 1


def test_saving_without_a_change_makes_no_version(world, bo):
    number = version(world.buddy)
    with history.edit(world.buddy.pk, by=bo, event="gemt") as entry:
        entry.title = "Anden"
        entry.save()
        entry.title = "Læringsbuddy"
        entry.save()
        for claim in entry.claims.all():
            claim.save()
    assert version(world.buddy) == number
    assert [event for _number, event, _who in story(world.buddy)] == ["indlaest"]


def test_other_events_are_told_without_a_change_too(world, bo):
    with history.edit(world.buddy.pk, by=bo, event="gennemset"):
        pass
    assert [event for _number, event, _who in story(world.buddy)] == ["indlaest", "gennemset"]


@pytest.mark.parametrize("what", ["field", "claim", "link", "relation"])
def test_what_changed_past_the_desk_becomes_a_version_of_its_own(world, bo, what):
    with history.edit(world.buddy.pk, by=bo, event="gennemset"):
        pass
    if what == "field":
        Intervention.objects.filter(pk=world.buddy.pk).update(title="Udefra")
    elif what == "claim":
        Claim.objects.get(key="k05").delete()
    elif what == "link":
        world.buddy.themes.add(world.support)
    else:
        relate(world.buddy, world.language)
    before = Intervention.objects.get(pk=world.buddy.pk)
    with history.edit(world.buddy.pk, by=bo, event="gemt") as entry:
        entry.summary = "Skrevet."
        entry.save()
    assert [event for _number, event, _who in story(world.buddy)] == [
        "indlaest",
        "gennemset",
        "udefra",
        "gemt",
    ]
    outside = world.buddy.versions.get(event="udefra")
    assert outside.number >= before.version
    assert outside.document == world.buddy.versions.first().document | {"summary": before.summary}


def test_a_change_past_the_desk_blocks_nobody_who_saw_the_same_version(world, bo):
    with history.edit(world.buddy.pk, by=bo, event="gennemset"):
        pass
    seen = version(world.buddy)
    world.mentors.slug = "nyt-navn"
    world.mentors.save()
    with history.edit(world.buddy.pk, by=bo, event="gennemset", seen=seen):
        pass
    assert [event for _number, event, _who in story(world.buddy)][-2:] == ["udefra", "gennemset"]


def test_an_older_version_than_the_one_that_was_seen_is_a_conflict_and_writes_nothing(world, bo):
    with history.edit(world.buddy.pk, by=bo, event="gennemset"):
        pass
    before = story(world.buddy)
    with (
        pytest.raises(history.Conflict) as raised,
        history.edit(world.buddy.pk, by=bo, event="gemt", seen=before[-1][0] - 1) as entry,
    ):
        entry.delete()
    assert story(world.buddy) == before
    assert str(raised.value).startswith(
        f"“Læringsbuddy”: Bo har lavet version {before[-1][0]} (gennemset) den "
    )


def test_the_words_of_a_conflict_with_a_change_past_the_desk(world, bo):
    with history.edit(world.buddy.pk, by=bo, event="gennemset"):
        pass
    seen = version(world.buddy)
    world.what.text = "Udefra."
    world.what.save()
    with (
        pytest.raises(history.Conflict) as raised,
        history.edit(world.buddy.pk, by=bo, event="gemt", seen=seen),
    ):
        pass
    assert str(raised.value) == (
        "“Læringsbuddy”: Indsatsen er ændret uden for redaktionen og er nu version "
        f"{seen + 1}. Intet er overskrevet."
    )


def test_a_failure_inside_leaves_everything_as_it_was(world, bo):
    before = document.of(world.buddy)

    def fail():
        with history.edit(world.buddy.pk, by=bo, event="gemt") as entry:
            entry.claims.all().delete()
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        fail()
    assert document.of(world.buddy) == before
    assert not world.buddy.versions.exists()


def test_what_is_gone_is_refused(world, bo):
    with pytest.raises(Refused, match="findes ikke længere"), transaction.atomic():
        history.lock(999_999)


def test_a_version_knows_its_maker_after_they_have_left(world, bo):
    with history.edit(world.buddy.pk, by=bo, event="gennemset"):
        pass
    bo.delete()
    assert world.buddy.versions.first().who == "Bo"


def test_a_very_long_name_is_cut(world):
    long = person("x", EDITOR, first_name="F" * 150, last_name="L" * 150)
    with history.edit(world.buddy.pk, by=long, event="gennemset"):
        pass
    assert world.buddy.versions.first().who == "F" * 150 + " " + "L" * 9


def test_the_seed_begins_every_story_in_a_few_queries(world, django_assert_num_queries):
    with django_assert_num_queries(12):
        history.begin(Intervention.objects.all())
    assert Version.objects.count() == Intervention.objects.count() == 7
    with django_assert_num_queries(1):
        history.begin(Intervention.objects.all())
    assert world.corps.versions.get().document == document.of(world.corps)


def test_moments_are_told_in_danish_time(world, bo, monkeypatch):
    moment = datetime(2026, 11, 25, 23, 5, tzinfo=UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    with history.edit(world.buddy.pk, by=bo, event="gennemset"):
        pass
    assert "den 26. november 2026 kl. 00.05, efter at du" in history.came_between(
        Intervention.objects.get(pk=world.buddy.pk)
    )
