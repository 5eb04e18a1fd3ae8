"""The index follows whatever an entry is found by, in the same transaction."""

import contextlib

import pytest
from django.db import transaction

from interventions.models import Claim, Intervention, Ledger, TargetGroup
from interventions.models.search import SearchTerm
from interventions.search import analysis, index
from tests.world import add_claim, add_entry, add_theme


def found_by(word):
    """Slugs of all entries, public or not, that the index has this word for."""
    terms = SearchTerm.objects.filter(term=analysis.root(word))
    return set(terms.values_list("entry__slug", flat=True))


def weight(entry, word):
    return SearchTerm.objects.get(entry=entry, term=analysis.root(word)).weight


@pytest.fixture(autouse=True)
def agreement(world):
    """Whatever a test does, index and content agree before and after it."""
    assert index.differences() == []
    yield
    assert index.differences() == []


def test_an_entry_is_found_by_title_and_summary_when_it_is_saved(world):
    world.buddy.title, world.buddy.summary = "Kanariefugl", "Om papegøjer."
    world.buddy.save()

    assert found_by("kanariefugl") == found_by("papegøje") == {"laeringsbuddy"}
    assert found_by("læringsbuddy") == set()


def test_a_new_entry_and_a_deleted_one(world):
    entry = add_entry("ny", "Kanariefugl", themes=[world.mentors])
    assert found_by("kanariefugl") == {"ny"}

    entry.delete()
    assert found_by("kanariefugl") == set()


@pytest.mark.parametrize("all_at_once", [False, True])
def test_an_entry_is_deleted_with_its_claims(world, all_at_once):
    entry = add_entry("ny", "Kanariefugl", themes=[world.mentors])
    ledger = Ledger.objects.create(slug="tal", intervention=entry, title="T", sentence="S.")
    add_claim("x1", entry, world.catalogue, value=9, unit="elever", ledger=ledger)
    if all_at_once:
        Intervention.objects.filter(pk=entry.pk).delete()
    else:
        entry.delete()
    assert not SearchTerm.objects.filter(entry_id=entry.pk).exists()
    assert not SearchTerm.objects.exclude(entry__in=Intervention.objects.all()).exists()


def test_a_claim_is_found_while_it_exists(world):
    claim = add_claim("x1", world.buddy, world.catalogue, text="Kanariefuglen synger.")
    assert found_by("kanariefugl") == {"laeringsbuddy"}

    claim.text = "Papegøjen synger."
    claim.save()
    assert (found_by("kanariefugl"), found_by("papegøje")) == (set(), {"laeringsbuddy"})

    claim.delete()
    assert found_by("papegøje") == set()


def test_a_claim_is_found_by_its_anchor(world):
    add_claim("x1", world.buddy, world.catalogue, anchor="en kanariefugl")

    assert found_by("kanariefugl") == {"laeringsbuddy"}


def test_a_claim_that_moves_takes_its_words_along(world):
    claim = add_claim("x1", world.buddy, world.catalogue, text="Kanariefuglen synger.")

    claim.intervention = world.plan
    claim.save()
    assert found_by("kanariefugl") == {"tid-til-vejledning"}

    claim.intervention = None
    claim.save()
    assert found_by("kanariefugl") == set()

    claim.intervention = world.buddy
    claim.save()
    assert found_by("kanariefugl") == {"laeringsbuddy"}


def test_many_claims_deleted_at_once(world):
    add_claim("x1", world.buddy, world.catalogue, text="Kanariefuglen synger.")

    Claim.objects.filter(key="x1").delete()

    assert found_by("kanariefugl") == set()


def test_tags_from_the_entry(world):
    theme = add_theme("fugle", "Kanariefugl", 9)

    world.buddy.themes.add(theme)
    assert found_by("kanariefugl") == {"laeringsbuddy"}
    world.buddy.themes.remove(theme)
    assert found_by("kanariefugl") == set()
    world.buddy.themes.set([theme])
    assert found_by("kanariefugl") == {"laeringsbuddy"}
    world.buddy.themes.clear()
    assert found_by("kanariefugl") == set()


def test_tags_from_the_other_end(world):
    theme = add_theme("fugle", "Kanariefugl", 9)

    theme.interventions.add(world.buddy, world.plan)
    assert found_by("kanariefugl") == {"laeringsbuddy", "tid-til-vejledning"}
    theme.interventions.remove(world.buddy)
    assert found_by("kanariefugl") == {"tid-til-vejledning"}
    theme.interventions.clear()
    assert found_by("kanariefugl") == set()


@pytest.mark.parametrize(
    ("row", "slugs"),
    [
        ("support", {"mentorkorps", "sprogindsats"}),
        ("guides", {"tid-til-vejledning"}),
        ("transition", {"mentorkorps"}),
        ("programme", {"sprogindsats", "udkast", "til-gennemsyn", "arkiveret"}),
        ("school", {"tid-til-vejledning", "udkast", "til-gennemsyn", "arkiveret"}),
        ("odense", {"mentorkorps"}),
        ("capital", {"sprogindsats"}),
    ],
)
def test_a_new_name_in_a_vocabulary(world, row, slugs):
    named = getattr(world, row)
    named.name = "Kanariefugl"
    named.save()

    assert found_by("kanariefugl") == slugs


def test_a_municipality_that_moves_to_another_region(world):
    world.odense.region = world.capital
    world.odense.save()

    assert found_by("hovedstaden") == {"mentorkorps", "sprogindsats"}


@pytest.mark.parametrize("row", ["support", "guides", "transition", "programme", "school"])
def test_a_tag_that_is_deleted_takes_its_words_along(world, row):
    named = getattr(world, row)
    named.name = "Kanariefugl"
    named.save()

    named.delete()

    assert found_by("kanariefugl") == set()


def test_many_tags_deleted_at_once(world):
    world.plan.target_groups.add(world.students)

    TargetGroup.objects.all().delete()

    assert found_by("alle") == set()


def test_a_rollback_leaves_index_and_content_agreeing(world):
    before = set(SearchTerm.objects.values_list("entry", "term", "word", "weight"))

    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        world.buddy.title = "Kanariefugl"
        world.buddy.save()
        world.corps.delete()
        add_claim("x1", world.plan, world.catalogue, text="Papegøjen synger.")
        assert found_by("kanariefugl")  # so it was there
        assert found_by("papegøje")
        raise ZeroDivisionError

    assert set(SearchTerm.objects.values_list("entry", "term", "word", "weight")) == before


def test_a_word_counts_by_the_best_place_where_it_stands(world):
    world.buddy.title, world.buddy.summary = "Kanariefugl", "En kanariefugl og en papegøje."
    world.buddy.save()

    assert weight(world.buddy, "kanariefugl") > weight(world.buddy, "aalborg")
    assert weight(world.buddy, "aalborg") > weight(world.buddy, "papegøje")
    assert weight(world.buddy, "papegøje") > weight(world.buddy, "nordjylland")


def test_differences_name_the_entries_whose_index_is_wrong(world):
    SearchTerm.objects.filter(entry=world.corps).first().delete()
    SearchTerm.objects.filter(entry=world.draft).update(weight=1)
    SearchTerm.objects.create(entry=world.plan, term="kanariefugl", weight=1)

    assert index.differences() == ["mentorkorps", "tid-til-vejledning", "udkast"]

    index.rebuild()
    assert index.differences() == []


def test_a_rebuild_that_fails_keeps_the_old_index(world, monkeypatch):
    before = SearchTerm.objects.count()

    def fail(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(type(SearchTerm.objects), "bulk_create", fail)
    with pytest.raises(ZeroDivisionError):
        index.rebuild()

    assert SearchTerm.objects.count() == before > 0


def test_a_rebuild_asks_no_more_for_more_entries(world, django_assert_max_num_queries):
    for number in range(10):
        add_entry(f"flere-{number}", f"Flere {number}", themes=[world.mentors])

    with django_assert_max_num_queries(16):
        index.rebuild()

    assert SearchTerm.objects.values("entry").distinct().count() == Intervention.objects.count()
