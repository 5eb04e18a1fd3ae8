"""What the querysets call in need of upkeep, and what a visit leaves on a source."""

import datetime

import pytest
from django.utils import timezone

from interventions.links.visits import Answer
from interventions.models import AnchorFinding, Claim, Source
from tests.world import add_source

TODAY = datetime.date(2026, 11, 3)
EARLIER = datetime.date(2026, 10, 20)


def slugs(queryset):
    return sorted(queryset.values_list("slug", flat=True))


@pytest.fixture
def source(db):
    return add_source("kilde")


def test_sources_not_read_for_some_days(db):
    today = timezone.localdate()
    for days in (364, 365, 366):
        add_source(f"for-{days}", read_on=today - datetime.timedelta(days=days))
    assert slugs(Source.objects.not_read_for(365)) == ["for-365", "for-366"]
    for source in Source.objects.all():
        assert source.not_read_for(365) == (source.slug != "for-364")


def test_sources_by_what_the_visit_found(db):
    add_source("svarer", link_status="svarer", link_checked_on=TODAY)
    add_source("borte", link_status="svarer-ikke")
    add_source("afvist", link_status="uafklaret")
    add_source("flyttet", link_status="svarer", link_redirects_to="https://kl.dk/ny")
    add_source("ny")
    assert slugs(Source.objects.broken()) == ["borte"]
    assert slugs(Source.objects.unclear()) == ["afvist"]
    assert slugs(Source.objects.redirected()) == ["flyttet"]
    assert slugs(Source.objects.never_visited()) == ["ny"]


def test_claims_without_anchor(world):
    without = Claim.objects.without_anchor()
    assert world.what not in without  # k05 has one
    assert world.rating in without
    assert without.count() == Claim.objects.count() - 1


def test_claims_with_findings_come_once(world):
    for what in ("anker", "tal"):
        AnchorFinding.objects.create(claim=world.what, what=what, message="M", found_on=TODAY)
    assert list(Claim.objects.with_findings()) == [world.what]


def test_a_visit_without_an_answer_counts_from_the_first_time(source):
    broken = Answer("svarer-ikke", "404, siden findes ikke", "https://kl.dk/vaek")
    assert source.record_visit(broken, EARLIER)
    assert source.record_visit(broken, TODAY)
    source.refresh_from_db()
    assert source.link_is_broken
    assert source.link_broken_since == EARLIER
    assert source.link_checked_on == TODAY
    assert source.link_answer == "404, siden findes ikke"
    assert source.link_redirects_to == "https://kl.dk/vaek"


@pytest.mark.parametrize("status", ["svarer", "uafklaret"])
def test_an_answer_ends_the_time_without_one(source, status):
    source.record_visit(Answer("svarer-ikke", "ingen forbindelse"), EARLIER)
    source.record_visit(Answer(status, "x"), TODAY)
    source.refresh_from_db()
    assert (source.link_status, source.link_broken_since) == (status, None)


def test_a_visit_writes_over_nothing_that_was_saved_meanwhile(source):
    Source.objects.update(title="Redaktørens titel")
    source.record_visit(Answer("svarer", "200"), TODAY)
    assert Source.objects.get().title == "Redaktørens titel"


def test_a_visit_to_an_address_that_was_changed_meanwhile_is_not_stored(source):
    Source.objects.update(url="https://kl.dk/ny")
    assert not source.record_visit(Answer("svarer-ikke", "x"), TODAY)
    assert Source.objects.get().link_status == ""
