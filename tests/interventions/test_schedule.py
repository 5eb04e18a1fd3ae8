import datetime

import pytest
from django.utils import timezone

from interventions import workflow
from interventions.models import Intervention

TODAY = datetime.date(2026, 12, 31)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def on(monkeypatch):
    """Set the Danish day."""

    def set_day(day):
        noon = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
        monkeypatch.setattr(
            timezone, "localdate", lambda value=None: value.date() if value else day
        )
        monkeypatch.setattr(timezone, "now", lambda: noon)

    set_day(TODAY)
    return set_day


@pytest.fixture
def ane(django_user_model):
    return django_user_model.objects.create_superuser("ane")


def schedule(entry, **days):
    Intervention.objects.filter(pk=entry.pk).update(published_at=timezone.now(), **days)
    entry.refresh_from_db()


def shown(client):
    """Whether the entry stands in its page, the list, its municipality, its theme, the sitemap."""
    pages = ("/indsatser/", "/kommuner/aalborg/", "/temaer/mentorordninger/", "/sitemap.xml")
    found = {"/indsatser/laeringsbuddy/" in client.get(page).content.decode() for page in pages}
    found.add(client.get("/indsatser/laeringsbuddy/").status_code == 200)
    (only,) = found  # all alike
    return only


def test_an_entry_comes_at_midnight_of_its_day(client, world, on):
    schedule(world.buddy, publish_from=TODAY + DAY)
    assert not shown(client)
    assert client.get("/indsatser/laeringsbuddy/").status_code == 404
    on(TODAY + DAY)
    assert shown(client)


def test_an_entry_goes_at_midnight_of_its_day(client, world, on):
    schedule(world.buddy, withdraw_on=TODAY + DAY)
    assert shown(client)
    on(TODAY + DAY)
    assert not shown(client)
    page = client.get("/indsatser/laeringsbuddy/")
    assert page.status_code == 410
    assert "1. januar 2027" in page.content.decode()


def test_an_archived_entry_says_when_and_why(client, world, on, ane):
    schedule(world.buddy)
    why = "Kommunen har lukket ordningen."
    workflow.take(world.buddy.pk, workflow.TRANSITIONS["arkiver"], by=ane, note=why)
    page = client.get("/indsatser/laeringsbuddy/")
    assert page.status_code == 410
    assert "31. december 2026" in page.content.decode()
    assert why in page.content.decode()
    assert "noindex" in page.content.decode()


def test_what_was_never_public_was_never_withdrawn(client, world, on, ane):
    schedule(world.buddy, publish_from=TODAY + DAY)
    workflow.take(world.buddy.pk, workflow.TRANSITIONS["arkiver"], by=ane, note="Alligevel ikke.")
    on(TODAY + 5 * DAY)
    assert client.get("/indsatser/laeringsbuddy/").status_code == 404


def test_a_draft_of_what_was_withdrawn_stays_withdrawn(client, world, on, ane):
    schedule(world.buddy)
    for step in ("arkiver", "genaabn"):
        workflow.take(world.buddy.pk, workflow.TRANSITIONS[step], by=ane, note="Derfor.")
    assert client.get("/indsatser/laeringsbuddy/").status_code == 410


def test_a_former_address_of_what_was_withdrawn_leads_to_why(client, world, on, ane):
    schedule(world.buddy)
    world.buddy.former_slugs.create(slug="gammel")
    workflow.take(world.buddy.pk, workflow.TRANSITIONS["arkiver"], by=ane, note="Derfor.")
    assert client.get("/indsatser/gammel/", follow=True).status_code == 410


def test_a_day_that_has_passed_stops_a_publication(world, on, ane):
    Intervention.objects.filter(pk=world.in_review.pk).update(withdraw_on=TODAY)
    with pytest.raises(workflow.Refused) as refused:
        workflow.take(world.in_review.pk, workflow.TRANSITIONS["udgiv"], by=ane)
    assert list(refused.value.problems) == ["withdraw_on"]


@pytest.mark.parametrize(
    ("reviewed", "published", "overdue"),
    [
        (None, TODAY - 366 * DAY, True),
        (None, TODAY - 364 * DAY, False),
        (TODAY - 365 * DAY, TODAY - 800 * DAY, True),
        (TODAY - 364 * DAY, TODAY - 800 * DAY, False),
    ],
)
def test_an_entry_is_due_a_year_after_its_review_or_publication(
    world, on, reviewed, published, overdue
):
    moment = datetime.datetime.combine(published, datetime.time(12), datetime.UTC)
    Intervention.objects.update(published_at=timezone.now(), reviewed_on=TODAY)
    Intervention.objects.filter(pk=world.buddy.pk).update(reviewed_on=reviewed, published_at=moment)
    assert list(Intervention.objects.review_overdue()) == ([world.buddy] if overdue else [])
