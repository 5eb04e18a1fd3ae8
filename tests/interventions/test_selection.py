import pytest
from django.http import QueryDict
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from interventions import selection
from interventions.models import FormerSlug
from interventions.selection import Choice, Selection
from tests.world import PUBLISHED, add_entry, build


def read(query):
    return selection.read(QueryDict(query))


def messages(query):
    return [problem.message for problem in read(query).problems]


def test_without_the_parameter_nothing_is_picked_and_nothing_asked(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert read("") == read("i=") == read("q=x&j=laeringsbuddy") == Selection()


def test_published_entries_come_in_the_order_of_the_address(world):
    assert read("i=sprogindsats&i=laeringsbuddy").slugs == ("sprogindsats", "laeringsbuddy")
    assert read("i=laeringsbuddy&i=sprogindsats").slugs == ("laeringsbuddy", "sprogindsats")


def test_a_duplicate_counts_once_and_is_no_problem(world):
    assert read("i=mentorkorps&i=laeringsbuddy&i=mentorkorps") == Selection(
        ("mentorkorps", "laeringsbuddy")
    )


@pytest.mark.parametrize("slug", ["udkast", "til-gennemsyn", "arkiveret", "findes-ikke"])
def test_an_unpublished_entry_reads_as_one_that_never_was(world, slug):
    assert read(f"i={slug}&i=laeringsbuddy").slugs == ("laeringsbuddy",)
    assert messages(f"i={slug}") == [f"“{slug}” er ikke en indsats, vi kender."]


def test_a_former_slug_means_the_entry_that_had_it(world):
    FormerSlug.objects.create(slug="buddyordning", intervention=world.buddy)
    FormerSlug.objects.create(slug="gammelt-udkast", intervention=world.draft)
    assert read("i=buddyordning&i=laeringsbuddy") == Selection(("laeringsbuddy",))
    assert messages("i=gammelt-udkast") == ["“gammelt-udkast” er ikke en indsats, vi kender."]


def test_of_six_the_first_five_are_used(world):
    for number in range(2):
        add_entry(f"ekstra-{number}", f"Ekstra {number}")
    everything = [*PUBLISHED, "ekstra-0", "ekstra-1"]
    found = read("&".join(f"i={slug}" for slug in everything))
    assert found.slugs == tuple(everything[:5])
    assert [problem.message for problem in found.problems] == [
        "Adressen nævner 6 indsatser, og der er plads til 5. "
        "Vi bruger de første 5; “ekstra-1” er ikke med."
    ]
    assert read("&".join(f"i={slug}" for slug in everything[:5])).problems == ()


def test_unknown_values_take_no_place(world):
    query = "i=a&i=b&i=c&i=d&i=mentorkorps&i=laeringsbuddy"
    assert read(query).slugs == ("mentorkorps", "laeringsbuddy")


def test_a_flood_of_unknown_values_is_told_in_few_words(world):
    assert messages("&".join(f"i=x{number}" for number in range(6)))[-1] == (
        "Én anden værdi af “i” kender vi heller ikke."
    )
    flood = messages("&".join(f"i=x{number}" for number in range(900)))
    assert len(flood) == 6
    assert flood[-1] == "895 andre værdier af “i” kender vi heller ikke."


@pytest.mark.parametrize(
    "value",
    ["%00", "laeringsbuddy%00", "%ff%fe", "x" * 3000, "%F0%9F%92%A9", "..%2F", "a+b", "%E2%80%AE"],
)
def test_an_absurd_value_is_named_in_short_and_never_asked_for(
    world, value, django_assert_num_queries
):
    with django_assert_num_queries(2):  # one for the entry that exists, one for its former names
        found = read(f"i={value}&i=mentorkorps&i=findes-ikke")
    assert found.slugs == ("mentorkorps",)
    assert len(found.problems) == 2
    assert len(found.problems[0].message) < 110
    assert "\x00" not in found.problems[0].message


def test_reading_costs_one_query_and_one_more_for_what_is_unknown(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        read("i=mentorkorps&i=laeringsbuddy&i=sprogindsats&i=tid-til-vejledning")
    with django_assert_num_queries(2):
        read("i=mentorkorps&i=x&i=y&i=z")


class AnyAddress(TestCase):
    @classmethod
    def setUpTestData(cls):
        build()

    @given(st.lists(st.one_of(st.sampled_from([*PUBLISHED, "udkast", ""]), st.text()), max_size=9))
    def test_whatever_is_typed_only_published_entries_come_out(self, values):
        data = QueryDict(mutable=True)
        data.setlist("i", values)
        found = selection.read(data)
        assert set(found.slugs) == set(values) & set(PUBLISHED)
        strange = {value for value in values if value and value not in PUBLISHED}
        assert bool(found.problems) is bool(strange)


PAIR = Selection(("a", "b"))
FIVE = Selection(("a", "b", "c", "d", "e"))


def test_an_entry_is_added_last_or_dropped():
    assert PAIR.choice("c") == Choice(False, "i=a&i=b&i=c")
    assert PAIR.choice("a") == Choice(True, "i=b")
    assert Selection(("a",)).choice("a") == Choice(True, "")


def test_a_full_selection_takes_no_more_but_lets_go():
    assert FIVE.choice("f") == Choice(False, None)
    assert FIVE.choice("c") == Choice(True, "i=a&i=b&i=d&i=e")


def test_two_to_five_can_be_compared():
    sizes = [Selection(), Selection(("a",)), PAIR, FIVE]
    assert [one.is_comparable for one in sizes] == [False, False, True, True]
    assert [one.is_full for one in sizes] == [False, False, False, True]


def test_a_query_string_leaves_out_what_is_empty_and_escapes_the_rest():
    assert Selection(("a",), "Æ & ø").query == "i=a&titel=%C3%86+%26+%C3%B8"
    assert Selection(("a",)).query == "i=a"
    assert Selection().query == ""


def test_the_heading_goes_along_whatever_is_picked_or_dropped():
    headed = Selection(("a",), "Til udvalget")
    assert headed.choice("b") == Choice(False, "i=a&i=b&titel=Til+udvalget")
    assert headed.choice("a") == Choice(True, "titel=Til+udvalget")


def test_the_heading_is_read_without_asking_the_database(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert read("titel=%20Til%0audvalget") == Selection((), "Til udvalget")


def test_a_request_is_read_once(world, django_assert_num_queries):
    request = RequestFactory().get("/?i=laeringsbuddy")
    with django_assert_num_queries(1):
        assert selection.of(request) is selection.of(request)


def test_an_address_with_too_many_parameters_carries_nothing():
    assert selection.of(RequestFactory().get("/?" + "i=x&" * 1001)) is selection.NOTHING
