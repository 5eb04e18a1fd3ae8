import datetime

import pytest
from django.db import transaction
from django.utils import timezone

from interventions import content_version, history, workflow, working_copy
from interventions.models import ContentVersion, Source, SynonymSet
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
