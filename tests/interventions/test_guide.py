import pytest
from django.http import QueryDict

from interventions.filters import InterventionFilterSet
from interventions.guide import STEPS, Guide


def guide(query=""):
    return Guide(QueryDict(query))


def messages(query):
    return [problem.message for problem in guide(query).problems]


def test_the_steps_ask_where_for_whom_and_what():
    assert [(step.number, step.facet) for step in STEPS] == [
        (1, "fase"),
        (2, "maalgruppe"),
        (3, "tema"),
    ]


def test_the_guide_opens_at_the_first_step(world):
    for query in ("", "trin=", "trin=1", "fase=oplaering"):
        assert guide(query).step.number == 1
        assert guide(query).problems == []


@pytest.mark.parametrize("value", ["0", "4", "-1", "x", "1.0", "²", "9" * 3000, "%00", "+1", "01"])
def test_a_step_that_is_none_is_said_and_the_first_is_shown(world, value):
    found = guide(f"trin={value}&fase=oplaering")
    assert found.step.number == 1
    (problem,) = found.problems
    assert problem.parameter == "trin"
    assert problem.message.endswith("er ikke et trin. Vi viser trin 1.")
    assert len(problem.message) < 110
    assert found.list_query == "fase=oplaering"


def test_of_two_steps_the_last_counts(world):
    assert guide("trin=1&trin=3").step.number == 3
    assert messages("trin=1&trin=3") == ["“trin” står flere gange i adressen. Vi viser trin 3."]
    assert messages("trin=3&trin=x") == ["“x” er ikke et trin. Vi viser trin 1."]


def test_an_unknown_choice_is_said_as_on_the_list(world):
    assert messages("tema=vr%C3%B8vl&fase=%00&maalgruppe=vejledere") == [
        "“vrøvl” findes ikke under tema.",
        "“” findes ikke under fase.",
    ]
    assert guide("tema=vr%C3%B8vl&maalgruppe=vejledere").list_query == "maalgruppe=vejledere"


def test_other_parameters_of_the_list_are_no_part_of_it(world):
    found = guide("q=mentor&evidens=virksom&sort=x&side=x&tema=trivsel&utm=1")
    assert (found.problems, found.list_query, found.count) == ([], "tema=trivsel", 1)


def test_the_address_of_a_step_names_choices_as_the_list_does(world):
    found = guide("trin=2&tema=trivsel&fase=overgang&fase=oplaering")
    assert found.query == "tema=trivsel&fase=oplaering&fase=overgang&trin=2"
    assert found.list_query == "tema=trivsel&fase=oplaering&fase=overgang"
    assert guide("trin=1&fase=overgang").query == "fase=overgang"
    assert guide("trin=2").query == "trin=2"


def test_skipping_a_step_goes_on_without_what_was_chosen_there(world):
    query = "fase=oplaering&maalgruppe=vejledere&tema=trivsel"
    assert guide(query).skip_query == "tema=trivsel&maalgruppe=vejledere&trin=2"
    assert guide(f"{query}&trin=2").skip_query == "tema=trivsel&fase=oplaering&trin=3"
    assert guide(f"{query}&trin=3").skip_query == "maalgruppe=vejledere&fase=oplaering"


def test_each_step_knows_its_neighbours(world):
    neighbours = [
        (one.previous and one.previous.number, one.next and one.next.number)
        for one in map(guide, ("trin=1", "trin=2", "trin=3"))
    ]
    assert neighbours == [(None, 2), (1, 3), (2, None)]


def test_the_trail_says_what_is_chosen_in_every_step(world):
    found = guide("fase=overgang&fase=oplaering&tema=trivsel&trin=2")
    state = "tema=trivsel&fase=oplaering&fase=overgang"
    assert [(step.number, query, chosen, here) for step, query, chosen, here in found.trail] == [
        (1, state, "Oplæring, Overgang", False),
        (2, f"{state}&trin=2", "", True),
        (3, f"{state}&trin=3", "Trivsel", False),
    ]


def test_the_form_carries_the_choices_of_the_other_steps_only(world):
    assert guide("fase=overgang&fase=oplaering&tema=trivsel&trin=3").carried == [
        ("fase", "oplaering"),
        ("fase", "overgang"),
    ]


def test_the_answers_are_the_vocabulary_in_its_own_words(world):
    assert [(one.value, one.label, one.hint) for one in guide("").options] == [
        ("oplaering", "Oplæring", "Ude."),
        ("overgang", "Overgang", "Imellem."),
        ("ikke-oplyst", "Kilden siger ikke, hvor i forløbet", ""),
    ]
    assert [(one.value, one.label, one.hint) for one in guide("trin=3").options] == [
        ("mentorordninger", "Mentorordninger?", "Mentorordninger"),
        ("sprogstoette", "Sprogstøtte?", "Sprogstøtte"),
        ("trivsel", "Trivsel?", "Trivsel"),
    ]


def test_what_leads_nowhere_stands_apart_unless_it_is_chosen(world):
    found = guide("fase=overgang&trin=3")
    assert [one.value for one in found.answers] == ["mentorordninger", "sprogstoette"]
    assert [one.value for one in found.dead_ends] == ["trivsel"]
    found = guide("fase=overgang&tema=trivsel&trin=3")
    assert [(one.value, one.count, one.chosen) for one in found.answers] == [
        ("mentorordninger", 1, False),
        ("sprogstoette", 1, False),
        ("trivsel", 0, True),
    ]
    assert (found.dead_ends, found.count) == ([], 0)


def test_each_answer_says_how_long_the_list_would_be(seeded):
    wrong, answers = [], 0
    for query in ("", "fase=oplaering", "fase=oplaering&fase=overgang&maalgruppe=alle-elever"):
        for step in STEPS:
            for option in guide(f"{query}&trin={step.number}").options:
                data = QueryDict(query, mutable=True)
                data.setlist(step.facet, [option.value])
                length = InterventionFilterSet(data).qs.count()
                answers += 1
                if length != option.count:
                    wrong.append((query, step.facet, option.value, option.count, length))
    assert wrong == []
    assert answers == 93


def test_the_number_so_far_is_the_length_of_the_list(seeded):
    found = guide("fase=oplaering&tema=oplaeringsvejledning&trin=2")
    assert found.count == 11
    assert InterventionFilterSet(QueryDict(found.list_query)).qs.count() == 11
