import datetime

import pytest
from django.db import transaction
from django.utils import timezone

from interventions import content_version, history, workflow, working_copy
from interventions.models import (
    ContentVersion,
    Ledger,
    Organisation,
    Relation,
    Source,
    SynonymSet,
    Theme,
)
from municipalities.models import Region
from tests.world import add_claim


def number():
    return content_version.current().number


@pytest.fixture
def before(world):
    return number()


def test_an_empty_base_has_a_version(db):
    assert number() == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda world: world.what.save(),
        lambda world: world.what.delete(),
        lambda world: world.context.save(),
        lambda world: world.relation.delete(),
        lambda world: world.catalogue.save(),
        lambda world: world.mentors.save(),
        lambda world: world.aalborg.save(),
        lambda world: world.buddy.themes.add(world.support),
        lambda world: world.buddy.themes.clear(),
        lambda world: world.support.interventions.add(world.buddy),
        lambda world: add_claim("ny", world.buddy, world.catalogue),
        lambda world: SynonymSet.objects.create(slug="ny", words="mentor, makker"),
    ],
)
def test_what_the_public_sees_raises_it(world, before, change):
    change(world)
    assert number() > before


@pytest.mark.parametrize(
    "change",
    [
        lambda world: add_claim("ny", world.draft, world.catalogue),
        lambda world: world.draft.themes.add(world.support),
        lambda world: world.archived.save(),
        lambda world: type(world.buddy).objects.get(pk=world.buddy.pk).save(),  # nothing to save
        lambda world: working_copy.open_for(world.buddy.pk, by=None),
    ],
)
def test_what_the_public_does_not_see_leaves_it(world, before, change):
    change(world)
    assert number() == before


@pytest.mark.parametrize(("step", "row"), [("udgiv", "in_review"), ("arkiver", "buddy")])
def test_coming_and_going_raises_it(world, before, admin_user, step, row):
    entry = getattr(world, row)
    workflow.take(entry.pk, workflow.TRANSITIONS[step], by=admin_user, note="Fordi.")
    assert number() > before


@pytest.mark.parametrize(
    ("part", "owner", "goes_to"),
    [
        (lambda world: world.what, "intervention", "draft"),
        (lambda world: add_claim("ny", world.draft, world.catalogue), "intervention", "buddy"),
        (lambda world: world.context, "intervention", "draft"),
        (lambda world: add_relation(world.buddy, world.plan), "from_entry", "in_review"),
        (lambda world: add_ledger(world.buddy), "intervention", "draft"),
    ],
)
def test_what_moves_between_a_public_entry_and_a_draft_raises_it(world, part, owner, goes_to):
    row = part(world)
    before = number()
    setattr(row, owner, getattr(world, goes_to))
    row.save()
    assert number() == before + 1


def add_relation(entry, other):
    return Relation.objects.create(
        from_entry=entry, to_entry=other, kind="samme-type", sentence="De ligner hinanden."
    )


def add_ledger(entry):
    return Ledger.objects.create(slug="ny", intervention=entry, title="Ny", sentence="Ny.")


def test_what_only_a_draft_names_leaves_it(world, before):
    school = Organisation.objects.create(slug="skole", name="Skole", kind="skole")
    world.draft.organisations.add(school)
    for row in (school, world.hidden_source):
        row.save()
        assert number() == before
    world.buddy.organisations.add(school)
    before = number()
    school.save()
    assert number() == before + 1
    school.delete()
    assert number() == before + 2


@pytest.mark.django_db(transaction=True)
def test_a_row_is_not_saved_where_the_version_cannot_be_raised(monkeypatch):
    def fail():
        raise RuntimeError

    monkeypatch.setattr(content_version, "bump", fail)
    with pytest.raises(RuntimeError):
        Theme.objects.create(slug="ny", name="Ny", description="Ny.", question="?")
    with pytest.raises(RuntimeError):
        Region.objects.create(slug="ny", name="Ny", code="9999")
    assert not Theme.objects.exists()
    assert not Region.objects.exists()


def test_what_is_taken_back_takes_it_back(world, before):
    with transaction.atomic():
        world.catalogue.save()
        transaction.set_rollback(True)
    assert number() == before


def test_an_entry_that_comes_by_its_date_raises_it_once(world, before, monkeypatch):
    day = timezone.localdate() + datetime.timedelta(days=3)
    world.buddy.publish_from = day
    world.buddy.save()
    before = number()
    monkeypatch.setattr(timezone, "localdate", lambda *args: day)
    assert [number(), number()] == [before + 1, before + 1]


def test_a_day_without_dates_leaves_it(world, before, monkeypatch):
    day = timezone.localdate() + datetime.timedelta(days=3)
    monkeypatch.setattr(timezone, "localdate", lambda *args: day)
    assert number() == before


def test_reading_it_costs_one_query(world, before, django_assert_num_queries):
    with django_assert_num_queries(1):
        content_version.current()


def test_there_is_one_row(world, before):
    Source.objects.first().save()
    assert ContentVersion.objects.count() == 1


def test_a_record_of_the_history_raises_it_with_its_entry(world, before, admin_user):
    with history.edit(world.buddy.pk, by=admin_user, event="gemt") as entry:
        entry.title = "Nyt"
        entry.save()
    assert number() > before
