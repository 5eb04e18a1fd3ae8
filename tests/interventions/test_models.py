import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from interventions.models import Claim, FormerSlug, Intervention, Relation, Source, Theme
from municipalities import danish
from tests.world import add_claim, add_entry, add_source, add_theme, relate


@pytest.fixture
def refused():
    """Runs something that the named constraint has to stop."""

    def refused(constraint, act):
        with pytest.raises(IntegrityError) as caught, transaction.atomic():
            act()
        if constraint:
            assert constraint in str(caught.value)

    return refused


def test_a_rating_without_a_tier_is_refused(world, refused):
    refused("tier_iff_rating", lambda: add_claim("x", world.plan, world.report, kind="rating"))


def test_a_tier_without_a_rating_is_refused(world, refused):
    refused("tier_iff_rating", lambda: add_claim("x", world.plan, world.report, tier=world.tier))


def test_a_rating_of_no_entry_is_refused(world, refused):
    refused(
        "tier_iff_rating",
        lambda: add_claim("x", None, world.report, kind="rating", tier=world.tier),
    )


def test_a_second_rating_is_refused(world, refused):
    # SQLite names the column instead of the constraint.
    refused(
        "intervention_id" if connection.vendor == "sqlite" else "one_rating_per_intervention",
        lambda: add_claim("x", world.corps, world.report, kind="rating", tier=world.promising),
    )


def test_a_claim_without_locator_or_text_is_refused(world, refused):
    refused("claim_has_locator", lambda: add_claim("x", world.plan, world.report, locator=""))
    refused("claim_has_text", lambda: add_claim("x", world.plan, world.report, text=""))


def test_a_figure_without_a_unit_is_refused(world, refused):
    refused("figure_has_unit", lambda: add_claim("x", world.plan, world.report, value=0))


def test_a_period_that_ends_before_it_begins_is_refused(world, refused):
    refused(
        "claim_period_in_order",
        lambda: add_claim("x", world.plan, world.report, period_from=2025, period_to=2024),
    )
    add_claim("y", world.plan, world.report, period_from=2024, period_to=2024)


def test_a_claim_without_a_source_is_refused(world, refused):
    refused("source_id", lambda: add_claim("x", world.plan, None))


def test_a_relation_to_itself_is_refused(world, refused):
    refused("no_relation_to_itself", lambda: relate(world.plan, world.plan))


def test_a_second_relation_of_a_pair_is_refused(world, refused):
    refused(None, lambda: relate(world.buddy, world.corps, "samme-tema"))
    assert Relation.objects.filter(from_entry=world.buddy, to_entry=world.corps).count() == 1


def test_the_same_address_twice_is_refused(world, refused):
    refused("slug", lambda: add_entry("laeringsbuddy", "En anden"))
    refused("slug", lambda: add_source("katalog"))
    refused("slug", lambda: add_theme("trivsel", "Igen", 9))
    refused("key", lambda: add_claim("k05", world.plan, world.report))


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"start_month": 5}, "start_month_is_a_month_of_a_year"),
        ({"start_year": 2020, "start_month": 13}, "start_month_is_a_month_of_a_year"),
        ({"start_year": 2020, "start_month": 0}, "start_month_is_a_month_of_a_year"),
        ({"start_year": 1899}, "start_year_is_sane"),
        ({"start_year": 2101}, "start_year_is_sane"),
    ],
)
def test_an_impossible_start_is_refused(db, refused, fields, constraint):
    refused(constraint, lambda: add_entry("x", "X", **fields))


def test_a_date_has_its_precision(db, refused):
    name = "source_date_iff_precision_known"
    day = datetime.date(2020, 1, 1)
    refused(name, lambda: add_source("x", published=day))
    refused(name, lambda: add_source("x", published_precision="aar"))
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("precision", "words"),
    [("dag", "29. september 2019"), ("maaned", "september 2019"), ("aar", "2019")],
)
def test_a_date_reads_as_exact_as_it_is_known(precision, words):
    source = Source(published=datetime.date(2019, 9, 29), published_precision=precision)
    assert source.published_text == words


def test_an_undated_source_says_so():
    assert Source().published_text == "dato ikke oplyst"


def test_the_start_reads_as_exact_as_it_is_known():
    assert Intervention(start_year=2019, start_month=8).start_text == "august 2019"
    assert Intervention(start_year=2019).start_text == "2019"


def test_the_address_stays_when_the_title_changes(world):
    world.buddy.title = "Helt ny titel"
    world.buddy.save()
    world.buddy.refresh_from_db()
    assert world.buddy.slug == "laeringsbuddy"
    assert not FormerSlug.objects.exists()


def test_a_changed_claim_is_a_changed_entry(world):
    Intervention.objects.update(updated_at=timezone.now() - datetime.timedelta(days=9))
    before = Intervention.objects.get(pk=world.buddy.pk).updated_at
    world.what.save()
    saved = Intervention.objects.get(pk=world.buddy.pk).updated_at
    assert saved - before > datetime.timedelta(days=8)
    world.result.delete()
    assert Intervention.objects.get(pk=world.buddy.pk).updated_at > saved
    assert Intervention.objects.get(pk=world.corps.pk).updated_at == before


def test_versions_count_changes_and_no_other_saves(db):
    entry = add_entry("x", "X")
    assert entry.version == 1
    entry.save()
    entry.refresh_from_db()
    assert entry.version == 1
    entry.title = "Y"
    entry.save()
    entry.refresh_from_db()
    assert (entry.version, entry.sort_key) == (2, danish.sort_key("Y"))


def test_a_new_address_keeps_the_old_one(world):
    world.buddy.slug = "b"
    world.buddy.save()
    world.buddy.slug = "c"
    world.buddy.save()
    former = FormerSlug.objects.order_by("slug").values_list("slug", "intervention__slug")
    assert list(former) == [("b", "c"), ("laeringsbuddy", "c")]


def test_an_address_in_use_is_no_former_one(world):
    world.buddy.slug = "b"
    world.buddy.save()
    add_entry("laeringsbuddy", "En anden")
    assert not FormerSlug.objects.filter(slug="laeringsbuddy").exists()


def test_a_former_address_moves_to_its_latest_owner(world):
    world.buddy.slug = "b"
    world.buddy.save()
    world.plan.slug = "laeringsbuddy"
    world.plan.save()
    world.plan.slug = "p"
    world.plan.save()
    assert FormerSlug.objects.get(slug="laeringsbuddy").intervention == world.plan


def test_a_claim_without_a_key_gets_a_short_new_one(world):
    first = add_claim("", world.plan, world.report)
    second = add_claim("", None, world.report, kind="context")
    assert first.key.startswith("tid-til-vejledning-")
    assert second.key.startswith("rapport-")
    assert len(first.key) <= 25
    assert add_claim("", world.plan, world.report).key != first.key


def test_a_claim_stands_on_its_sources_page(world):
    assert world.what.get_absolute_url() == "/kilder/katalog/#p-k05"


def test_a_reserved_slug_is_refused_by_the_form(world):
    with pytest.raises(ValidationError) as caught:
        Theme(slug="ikke-oplyst", name="X", description="X.", question="X?").full_clean()
    assert list(caught.value.message_dict) == ["slug"]


def test_a_claim_that_breaks_a_rule_is_refused_by_the_form(world):
    claim = Claim(
        key="x", text="X.", kind="what", source=world.report, locator="1", anchor="x " * 9
    )
    with pytest.raises(ValidationError) as caught:
        claim.full_clean(exclude=["search_text"])
    assert list(caught.value.message_dict) == ["anchor"]


def test_a_source_with_claims_cannot_be_deleted(world):
    with pytest.raises(IntegrityError):
        world.catalogue.delete()


def test_deleting_an_entry_takes_its_claims_and_relations_along(world):
    world.corps.delete()
    assert not Claim.objects.filter(key__in=["r15-1", "r16"]).exists()
    assert not Relation.objects.filter(pk=world.relation.pk).exists()


def test_a_title_of_full_length_always_fits_its_sort_key(db):
    entry = add_entry("lang", "ß" * 140)  # ß folds into two letters
    entry.refresh_from_db()
    assert len(entry.sort_key) == 560
