from urllib.parse import parse_qs

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from interventions.filters import InterventionFilterSet, page_number
from tests.world import PUBLISHED


def chosen_list(query):
    return InterventionFilterSet(QueryDict(query))


def slugs(query):
    return sorted(entry.slug for entry in chosen_list(query).qs)


def messages(query):
    return [
        (one.parameter, f"{one.message} {one.instead}".rstrip())
        for one in chosen_list(query).problems
    ]


pytestmark = pytest.mark.usefixtures("world")


def test_without_parameters_the_list_is_everything_public():
    assert slugs("") == PUBLISHED
    assert messages("") == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("evidens=virksom", ["mentorkorps"]),
        ("evidens=ikke-vurderet", ["laeringsbuddy", "sprogindsats", "tid-til-vejledning"]),
        ("tema=trivsel", ["tid-til-vejledning"]),
        ("maalgruppe=alle-elever", ["laeringsbuddy"]),
        ("fase=overgang", ["mentorkorps"]),
        ("type=plan", ["tid-til-vejledning"]),
        ("dokumentation=tal", ["sprogindsats"]),
        ("kommune=svendborg", ["mentorkorps"]),
        ("region=hovedstaden", ["sprogindsats"]),
        ("uddannelse=ssh", ["sprogindsats"]),
        ("q=odense", ["mentorkorps"]),
    ],
)
def test_each_parameter_narrows_the_list(query, found):
    assert slugs(query) == found
    assert messages(query) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (
            "tema=mentorordninger&tema=trivsel",
            ["laeringsbuddy", "mentorkorps", "tid-til-vejledning"],
        ),
        ("kommune=aalborg&kommune=odense&kommune=aeroe", ["laeringsbuddy", "mentorkorps"]),
        ("type=plan&type=projekt", ["mentorkorps", "tid-til-vejledning"]),
        ("region=nordjylland&region=hovedstaden", ["laeringsbuddy", "sprogindsats"]),
        ("evidens=virksom&evidens=perspektivrigt", ["mentorkorps"]),
        ("dokumentation=tal&dokumentation=udsagn", ["laeringsbuddy", "sprogindsats"]),
    ],
)
def test_values_of_one_facet_are_alternatives(query, found):
    assert slugs(query) == found


def test_facets_narrow_together():
    assert slugs("tema=mentorordninger&fase=oplaering") == ["laeringsbuddy", "mentorkorps"]
    assert slugs("tema=mentorordninger&fase=oplaering&region=syddanmark") == ["mentorkorps"]
    assert slugs("tema=trivsel&fase=oplaering") == []


@pytest.mark.parametrize(
    ("facet", "found"),
    [
        ("maalgruppe", ["mentorkorps", "sprogindsats"]),
        ("fase", ["sprogindsats", "tid-til-vejledning"]),
        ("kommune", ["tid-til-vejledning"]),
        ("region", ["tid-til-vejledning"]),
        ("uddannelse", ["laeringsbuddy", "mentorkorps", "tid-til-vejledning"]),
        ("tema", []),
    ],
)
def test_not_stated_finds_those_without_any_value(facet, found):
    assert slugs(f"{facet}=ikke-oplyst") == found


def test_not_stated_is_an_alternative_like_others():
    assert slugs("kommune=ikke-oplyst&kommune=aalborg") == ["laeringsbuddy", "tid-til-vejledning"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("aar_fra=2020", ["laeringsbuddy", "sprogindsats"]),
        ("aar_fra=2021", ["sprogindsats"]),
        ("aar_til=2020", ["laeringsbuddy"]),
        ("aar_fra=2020&aar_til=2020", ["laeringsbuddy"]),
        ("aar_fra=1900&aar_til=2019", []),
    ],
)
def test_years_bound_the_start_and_those_without_fall_out(query, found):
    assert slugs(query) == found
    assert messages(query) == []


@pytest.mark.parametrize(
    ("query", "parameter", "message"),
    [
        ("tema=findes-ikke", "tema", "“findes-ikke” findes ikke under tema."),
        ("evidens=4", "evidens", "“4” findes ikke under evidensniveau."),
        ("kommune=Aalborg", "kommune", "“Aalborg” findes ikke under kommune."),
        ("type=ikke-oplyst", "type", "“ikke-oplyst” findes ikke under type."),
        ("tema=ikke-vurderet", "tema", "“ikke-vurderet” findes ikke under tema."),
        ("aar_fra=sidste", "aar_fra", "“sidste” er ikke et årstal mellem 1900 og 2100."),
        ("aar_til=99999999999999999999", "aar_til", None),
        ("aar_fra=-1", "aar_fra", "“-1” er ikke et årstal mellem 1900 og 2100."),
        ("aar_fra=1899", "aar_fra", "“1899” er ikke et årstal mellem 1900 og 2100."),
        ("aar_til=2101", "aar_til", "“2101” er ikke et årstal mellem 1900 og 2100."),
        (
            "aar_fra=2022&aar_til=2020",
            "aar_fra",
            "Startåret går fra 2022 til 2020, altså baglæns. Vi så bort fra begge.",
        ),
        ("sort=hurtigst", "sort", "“hurtigst” er ikke en rækkefølge, vi kender."),
        (
            "sort=relevans",
            "sort",
            "Uden søgeord er der intet at finde bedste træffer efter.",
        ),
        ("q=%25%26", "q", "Søgningen indeholder hverken bogstaver eller tal."),
    ],
)
def test_what_cannot_be_used_is_named_and_the_rest_applies(query, parameter, message):
    ((found_parameter, found_message),) = messages(query)
    assert found_parameter == parameter
    assert message in {None, found_message}
    assert slugs(query) == PUBLISHED
    assert slugs(f"{query}&fase=overgang") == ["mentorkorps"]


def test_a_value_in_a_message_is_shortened_and_tidied():
    ((_, message),) = messages("tema=" + "x" * 3000)
    assert message == f"“{'x' * 59}…” findes ikke under tema."
    ((_, message),) = messages("tema=a%00b%0Ac")
    assert message == "“a b c” findes ikke under tema."


def test_a_value_that_is_typed_wrong_twice_is_named_once():
    assert len(messages("tema=vrøvl&tema=vrøvl&tema=andet")) == 2


def test_a_long_search_is_cut_at_200_characters():
    query = "mentor " + "x" * 193 + "y"
    ((parameter, message),) = messages(f"q={query}")
    assert parameter == "q"
    assert message == "Søgningen er længere end 200 tegn. Vi brugte de første."
    assert chosen_list(f"q={query}").chosen["q"] == "mentor " + "x" * 193


def test_200_characters_are_not_too_many():
    assert messages("q=" + "x" * 200) == []


def test_a_search_of_more_than_twelve_words_says_so():
    assert messages("q=" + "+".join(["a"] * 12)) == []
    assert messages("q=" + "+".join(["a"] * 13)) == [
        ("q", "Søgningen har mere end 12 ord. Vi brugte de første.")
    ]


def test_empty_values_are_no_problem():
    query = "q=&tema=&aar_fra=&aar_til=&sort="
    assert messages(query) == []
    assert slugs(query) == PUBLISHED
    assert chosen_list(query).address() == ""


def test_a_repeated_single_value_uses_the_last_and_says_so():
    assert messages("q=mentor&q=odense") == [
        ("q", "“q” står flere gange i adressen. Vi bruger den sidste værdi, “odense”.")
    ]
    assert slugs("q=mentor&q=odense") == ["mentorkorps"]
    assert chosen_list("aar_fra=1950&aar_fra=2021").chosen["aar_fra"] == 2021


@pytest.mark.parametrize("query", ["q=mentor&q=odense&q=", "q=odense&q="])
def test_the_value_that_a_message_names_is_the_one_in_use(query):
    filterset = chosen_list(query)
    said = any("“odense”" in problem.message for problem in filterset.problems)
    assert (filterset.chosen.get("q") == "odense") or (filterset.problems and not said)


def test_the_canonical_address_has_one_order_and_no_unknown_names():
    query = "side=3&utm_source=x&sort=titel&tema=trivsel&q=Tid&tema=mentorordninger&tema=trivsel"
    assert chosen_list(query).address() == ("q=Tid&tema=mentorordninger&tema=trivsel&sort=titel")


def test_unknown_names_are_dropped_without_a_word():
    assert messages("utm_source=mail&a[]=1&tema[]=x") == []
    assert slugs("utm_source=mail&a[]=1&tema[]=x") == PUBLISHED


def test_the_canonical_address_leaves_out_what_could_not_be_used():
    query = "tema=vrøvl&aar_fra=1&sort=x&fase=overgang&aar_til=2022"
    assert chosen_list(query).address() == "fase=overgang&aar_til=2022"


def test_the_canonical_address_keeps_the_page():
    filterset = chosen_list("tema=trivsel")
    assert filterset.address(page=2) == "tema=trivsel&side=2"
    assert filterset.address(page=1) == filterset.address(page=0) == "tema=trivsel"


def test_an_address_can_lose_a_parameter_or_one_value():
    filterset = chosen_list("tema=trivsel&tema=mentorordninger&fase=overgang")
    assert filterset.address(without=["tema"]) == "fase=overgang"
    assert filterset.address(without_value=("tema", "trivsel")) == (
        "tema=mentorordninger&fase=overgang"
    )


def test_an_address_survives_its_own_reading():
    query = "q=ærø+%26+%3D+%C3%A5&tema=trivsel&kommune=ikke-oplyst&aar_fra=2020&sort=nyeste"
    address = chosen_list(query).address()
    assert chosen_list(address).address() == address
    assert parse_qs(address)["q"] == ["ærø & = å"]


def test_the_order_is_evidence_without_words_and_relevance_with_them():
    assert chosen_list("").ordering == "evidens"
    assert chosen_list("q=mentor").ordering == "relevans"
    assert chosen_list("q=mentor&sort=evidens").ordering == "evidens"
    assert chosen_list("sort=titel").ordering == "titel"
    assert chosen_list("sort=relevans").ordering == "evidens"


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("", ["mentorkorps", "sprogindsats", "laeringsbuddy", "tid-til-vejledning"]),
        ("sort=nyeste", ["sprogindsats", "laeringsbuddy", "mentorkorps", "tid-til-vejledning"]),
        ("sort=titel", ["mentorkorps", "laeringsbuddy", "sprogindsats", "tid-til-vejledning"]),
        ("q=mentor&sort=nyeste", ["laeringsbuddy", "mentorkorps"]),
        ("q=mentor", ["mentorkorps", "laeringsbuddy"]),
    ],
)
def test_the_list_stands_in_the_order_asked_for(query, order):
    assert [entry.slug for entry in chosen_list(query).qs] == order


def test_relevance_is_offered_only_with_a_search():
    assert [label for label, _, _ in chosen_list("").sorts] == [
        "Evidens",
        "Nyeste startår først",
        "Titel",
    ]
    sorts = chosen_list("q=mentor&tema=mentorordninger").sorts
    assert [(label, now) for label, _, now in sorts] == [
        ("Bedste træffer først", True),
        ("Evidens", False),
        ("Nyeste startår først", False),
        ("Titel", False),
    ]
    assert sorts[2][1] == "q=mentor&tema=mentorordninger&sort=nyeste"


@pytest.mark.parametrize("query", ["", "side=1", "side=01", "side=x&side=1"])
def test_the_first_page_is_page_one(query):
    assert page_number(QueryDict(query)) == 1


@pytest.mark.parametrize("typed", ["0", "-1", "1.5", "abc", "", "²", "１", "9" * 30, "1\x00", " 1"])
def test_what_is_no_page_number_is_refused(typed):
    data = QueryDict(mutable=True)
    data["side"] = typed
    with pytest.raises(ValidationError):
        page_number(data)


def test_building_the_list_costs_two_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        chosen_list("tema=trivsel&q=tid").problems  # noqa: B018
