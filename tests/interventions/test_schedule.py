from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from interventions import workflow
from interventions.models import (
    Claim,
    EvidenceTier,
    FormerSlug,
    Intervention,
    Relation,
    Source,
    Theme,
)
from municipalities.models import Municipality
from tests.pages import read
from tests.people import APPROVER, person
from tests.world import add_claim, add_entry, add_source, add_theme, relate

# Midnight in Denmark, in summer and in winter, and the second before.
SUMMER, WINTER = date(2026, 7, 1), date(2026, 12, 1)
MIDNIGHTS = {
    SUMMER: datetime(2026, 6, 30, 22, 0, tzinfo=UTC),
    WINTER: datetime(2026, 11, 30, 23, 0, tzinfo=UTC),
}
# The front page tells of changes: see test_public_record.
PAGES = [
    "/indsatser/",
    "/indsatser/?q=kanariefugl",
    "/temaer/fugle/",
    "/kommuner/aeroe/",
    "/kilder/hefte/",
    "/indsatser/sprogindsats/",
    "/evidenskort/",
    "/sitemap.xml",
    "/forslag.json",
]


@pytest.fixture
def at(monkeypatch):
    """Sets the clock."""

    def set_clock(day, seconds=0):
        moment = MIDNIGHTS[day] + timezone.timedelta(seconds=seconds)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_clock


@pytest.fixture
def entry(world):
    """Published long ago, and found on every public page."""
    entry = add_entry(
        "fugle-i-huset",
        "Kanariefugl",
        themes=[add_theme("fugle", "Fugle", 9)],
        municipalities=[world.aeroe],
        published_at=datetime(2025, 1, 1, tzinfo=UTC),
    )
    entry.phases.add(world.placement)
    source = add_source("hefte", title="Et hefte", position=9)
    add_claim("f1", entry, source)
    add_claim("f2", entry, source, kind="rating", tier=world.promising)
    relate(entry, world.language)
    FormerSlug.objects.create(slug="gammel-fugl", intervention=entry)
    return entry


def put(entry, **columns):
    Intervention.objects.filter(pk=entry.pk).update(**columns)


def seen_in_querysets():
    """In which public querysets the entry, or what belongs to it, stands."""
    return {
        "entries": Intervention.objects.published().filter(slug="fugle-i-huset").exists(),
        "claims": Claim.objects.public().filter(key="f1").exists(),
        "sources": Source.objects.public().filter(slug="hefte").exists(),
        "themes": Theme.objects.with_counts().get(slug="fugle").entry_count == 1,
        "tiers": EvidenceTier.objects.with_counts().get(slug="perspektivrigt").entry_count == 1,
        "relations": Relation.objects.from_published()
        .filter(from_entry__slug="fugle-i-huset")
        .exists(),
        "municipalities": Municipality.objects.named_by(Intervention.objects.published())
        .filter(slug="aeroe")
        .exists(),
        "itself": Intervention.objects.get(slug="fugle-i-huset").is_public,
    }


def pages_with_it(client):
    def shows(address):
        body = client.get(address).content.decode()
        return "fugle-i-huset" in body

    return [address for address in PAGES if shows(address)]


@pytest.mark.parametrize("day", [SUMMER, WINTER])
def test_an_entry_comes_at_midnight_in_denmark(entry, at, day):
    put(entry, publish_from=day)
    at(day, -1)
    assert set(seen_in_querysets().values()) == {False}
    at(day)
    assert set(seen_in_querysets().values()) == {True}


@pytest.mark.parametrize("day", [SUMMER, WINTER])
def test_an_entry_goes_at_midnight_in_denmark(entry, at, day):
    put(entry, withdraw_on=day)
    at(day, -1)
    assert set(seen_in_querysets().values()) == {True}
    at(day)
    assert set(seen_in_querysets().values()) == {False}


def test_every_public_page_follows_the_day(entry, client, at):
    put(entry, publish_from=SUMMER, withdraw_on=WINTER)
    at(SUMMER, -1)
    assert pages_with_it(client) == []
    assert client.get("/indsatser/fugle-i-huset/").status_code == 404
    at(SUMMER)
    assert pages_with_it(client) == PAGES
    assert client.get("/indsatser/fugle-i-huset/").status_code == 200
    at(WINTER)
    assert pages_with_it(client) == []
    assert client.get("/indsatser/fugle-i-huset/").status_code == 410


def test_the_address_of_what_ran_out_says_until_when(entry, client, at):
    put(entry, withdraw_on=WINTER)
    at(WINTER)
    page = read(client, "/indsatser/fugle-i-huset/", status=410)
    assert page.one("h1").text == "Indsatsen er taget ned"
    assert page.one(class_="lede").text == (
        "Siden stod her til den 1. december 2026. Den var sat til at udløbe."
    )
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert "Kanariefugl" not in page.one("main").text


def test_the_address_of_what_was_archived_says_when_and_why(entry, client, at):
    at(SUMMER, 12 * 3600)
    step = workflow.TRANSITIONS["arkiver"]
    workflow.take(entry.pk, step, by=person("ane", APPROVER), note="Lukket.\n<b>Se</b> KL.")
    at(WINTER)
    page = read(client, "/indsatser/fugle-i-huset/", status=410)
    assert page.one(class_="lede").text == "Siden stod her til den 1. juli 2026."
    assert "Begrundelse Lukket. <b>Se</b> KL." in page.one("main").text


def test_the_reason_of_an_earlier_time_is_not_told_again(entry, client, at):
    put(entry, withdraw_on=WINTER, withdrawn_because="Forkert.", withdrawn_at=MIDNIGHTS[SUMMER])
    at(WINTER)
    assert "Forkert" not in read(client, "/indsatser/fugle-i-huset/", status=410).one("main").text


def test_a_former_address_of_what_is_withdrawn_says_so_too(entry, client, at):
    put(entry, withdraw_on=WINTER)
    at(WINTER)
    read(client, "/indsatser/gammel-fugl/", status=410)


@pytest.mark.parametrize("state", ["kladde", "til-gennemsyn", "arkiveret"])
def test_what_never_was_public_is_not_found_under_any_address(entry, client, state):
    put(entry, state=state, published_at=None)
    assert client.get("/indsatser/fugle-i-huset/").status_code == 404
    assert client.get("/indsatser/gammel-fugl/").status_code == 404


def test_what_waits_for_its_day_is_not_found_and_neither_is_its_former_address(entry, client, at):
    put(entry, publish_from=WINTER)
    at(SUMMER)
    assert client.get("/indsatser/fugle-i-huset/").status_code == 404
    assert client.get("/indsatser/gammel-fugl/").status_code == 404


def test_what_is_withdrawn_costs_no_more_than_two_queries(
    entry, client, at, django_assert_num_queries
):
    put(entry, withdraw_on=WINTER)
    at(WINTER)
    with django_assert_num_queries(2):
        client.get("/indsatser/fugle-i-huset/")


@pytest.mark.parametrize(
    ("reviewed", "published", "overdue"),
    [
        (None, date(2025, 6, 30), True),
        (None, date(2025, 7, 2), False),
        (date(2025, 7, 1), date(2020, 1, 1), True),
        (date(2025, 7, 2), date(2020, 1, 1), False),
    ],
)
def test_an_entry_is_due_a_year_after_its_review_or_publication(
    entry, at, reviewed, published, overdue
):
    at(SUMMER)
    noon = datetime(published.year, published.month, published.day, 12, tzinfo=UTC)
    put(entry, reviewed_on=reviewed, published_at=noon)
    due = Intervention.objects.review_overdue().filter(pk=entry.pk)
    assert due.exists() == overdue


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({}, "Udgivet."),
        ({"publish_from": WINTER}, "Udgivet, og offentlig fra den 1. december 2026."),
        ({"withdraw_on": SUMMER}, "Taget af siden den 1. juli 2026."),
    ],
)
def test_the_form_says_since_and_until_when(entry, admin_client, at, columns, words):
    at(SUMMER)
    put(entry, **columns)
    page = admin_client.get(f"/admin/interventions/intervention/{entry.pk}/change/")
    assert words in page.content.decode()


def test_the_list_of_the_desk_tells_what_waits_and_what_is_over(entry, admin_client, at):
    at(SUMMER)
    address = "/admin/interventions/intervention/?q=kanariefugl"
    put(entry, publish_from=WINTER)
    assert "Venter på sin dato" in admin_client.get(address).content.decode()
    put(entry, publish_from=None, withdraw_on=SUMMER)
    assert "Taget af siden" in admin_client.get(address).content.decode()
