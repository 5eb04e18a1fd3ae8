"""What becomes of a word that no entry writes, and of a name that was written as two words."""

import pytest

from interventions.models import Intervention
from interventions.search import plan
from tests.interventions.search.asking import hits
from tests.world import add_entry, add_municipality


def build(text):
    return plan.build(text, Intervention.objects.published())


@pytest.fixture
def lantern(world):
    """`lanterne` and `gnavpot` are words of two entries, `lanterne` and `syltetøj` of one."""
    add_entry("lanterne", "Lanterne med syltetøj")
    add_entry("gnavpot", "Gnavpot")
    return world


def test_a_compound_is_found_where_one_entry_has_both_its_words(lantern):
    assert hits("lanternesyltetøj") == {"lanterne"}
    assert build("lanternesyltetøj").in_pieces == ["lanternesyltetøj"]


def test_a_compound_of_words_that_no_entry_has_together_is_unknown(lantern):
    search_plan = build("lanternegnavpot")

    assert search_plan.missing == ["lanternegnavpot"]
    assert search_plan.in_pieces == []
    assert hits("lanternegnavpot") == set()


def test_what_is_found_in_part_after_all_is_told_so(world):
    add_entry("lanterne", "Lanterne")

    search_plan = build("lanternementor")

    assert (search_plan.in_part, search_plan.missing) == (["lanternementor"], [])
    assert hits("lanternementor")


def test_an_ending_is_no_part_of_a_compound(world):
    add_entry("rammer", "Her skabes rammer")
    add_entry("kollegaer", "Kolleger")

    assert build("kollegaskab").missing == ["kollegaskab"]
    assert hits("kollegaskab") == set()


def test_a_compound_that_stands_in_an_entry_is_not_told_of(world):
    assert build("mentorkorps").in_pieces == build("SOSU-elev").in_pieces == []


def test_known_words_that_stand_apart_are_told(world):
    add_entry("cafe", "Café med sprog")

    assert build("sprogcafé").in_pieces == ["sprogcafé"]
    assert hits("sprogcafé") == {"cafe"}


@pytest.fixture
def taastrup(world):
    add_municipality("169", "Høje-Taastrup", "hoeje-taastrup", world.north, 4, 7)
    add_municipality("756", "Ikast-Brande", "ikast-brande", world.north, 5, 7)
    return world


@pytest.mark.parametrize(
    "text",
    ["Høje-Taastrup", "høje taastrup", "Høje Taastrup Kommune", "hoeje tåstrup", "Høje Taastrups"],
)
def test_a_name_of_two_words_is_known_however_it_is_written(taastrup, text):
    search_plan = build(text)

    assert [one.name for one in search_plan.without_case] == ["Høje-Taastrup"]
    assert (search_plan.missing, search_plan.corrected) == ([], [])
    assert len(search_plan.groups) == 1
    assert hits(text) == set()


def test_it_is_known_beside_other_words(taastrup):
    apart, joined = build("mentor i ikast brande"), build("mentor i Ikast-Brande")

    assert [group.typed for group in apart.groups] == ["mentor", "ikast-brande"]
    assert apart.required == joined.required == 1
    assert hits("mentor i ikast brande") == hits("mentor i Ikast-Brande") != set()


def test_words_in_use_are_no_name(taastrup):
    add_entry("brand", "Ikast om Brande")

    assert build("ikast brande").without_case == []
    assert hits("ikast brande") == {"brand"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("frafaldstruede elever", {"aalborg-laeringsbuddy", "mariagerfjord-mentorer"}),
        ("frafaldstruet", {"aalborg-laeringsbuddy", "mariagerfjord-mentorer"}),
        ("firedagesuge", {"sosu-syd-firedagesuge"}),
        ("4-dages uge", {"sosu-syd-firedagesuge"}),
        ("fire skoledage", {"sosu-syd-firedagesuge"}),
        ("introduktion", {"overgangssamtaler-og-onboarding"}),
        (
            "simulationstræning",
            {
                "simulation-i-foerste-oplaering",
                "sosu-h-simulation",
                "sosu-nord-simulationstraening",
            },
        ),
    ],
)
def test_words_that_consultants_use_lead_to_what_the_texts_call_otherwise(seeded, text, found):
    assert hits(text) == found
