import pytest
from django.http import QueryDict

from interventions import facets
from interventions.filters import InterventionFilterSet
from interventions.models import Theme
from tests.world import add_many

SELECTIONS = [
    "",
    "evidens=virksom",
    "tema=oplaeringsvejledning",
    "tema=mentorordninger&tema=sprogstoette&kommune=aalborg",
    "region=syddanmark",
    "kommune=ikke-oplyst&type=plan",
    "q=mentor",
    "q=vejleder&dokumentation=udsagn&sort=titel",
    "aar_fra=2019&aar_til=2020",
    "fase=ikke-oplyst&uddannelse=ikke-oplyst&evidens=ikke-vurderet",
    "type=praksis&maalgruppe=ikke-oplyst",
    "tema=simulation&kommune=aalborg",
    "tema=vrøvl&fase=oplaering",
]


def bound(query):
    return InterventionFilterSet(QueryDict(query))


def by_name(query):
    return {
        facet.name: {option.value: option for option in facet.options}
        for facet in facets.facets(bound(query))
    }


def test_the_facets_stand_in_the_order_of_the_page(world):
    assert [facet.name for facet in facets.facets(bound(""))] == [
        "evidens",
        "tema",
        "maalgruppe",
        "fase",
        "type",
        "dokumentation",
        "kommune",
        "region",
        "uddannelse",
    ]


def test_counts_leave_out_what_is_not_published(world):
    counts = {
        name: {value: option.count for value, option in options.items()}
        for name, options in by_name("").items()
    }
    assert counts == {
        "evidens": {"virksom": 1, "perspektivrigt": 0, "ikke-vurderet": 3},
        "tema": {"mentorordninger": 2, "sprogstoette": 2, "trivsel": 1},
        "maalgruppe": {"alle-elever": 1, "vejledere": 1, "ikke-oplyst": 2},
        "fase": {"oplaering": 2, "overgang": 1, "ikke-oplyst": 2},
        "type": {"indsatstype": 0, "projekt": 1, "praksis": 2, "plan": 1, "politik": 0},
        "dokumentation": {"vurderet": 1, "tal": 1, "udsagn": 1, "ingen": 1},
        "kommune": {
            "koebenhavn": 1,
            "odense": 1,
            "svendborg": 1,
            "aeroe": 0,
            "aalborg": 1,
            "ikke-oplyst": 1,
        },
        "region": {"hovedstaden": 1, "nordjylland": 1, "syddanmark": 1, "ikke-oplyst": 1},
        "uddannelse": {"ssh": 1, "ikke-oplyst": 3},
    }


@pytest.mark.parametrize("query", SELECTIONS)
def test_a_count_is_the_length_of_the_list_with_that_option_alone(seeded, query):
    wrong = []
    options = 0
    for facet in facets.facets(bound(query)):
        for option in facet.options:
            data = QueryDict(query, mutable=True)
            data.setlist(facet.name, [option.value])
            length = InterventionFilterSet(data).qs.count()
            options += 1
            if length != option.count:
                wrong.append((facet.name, option.value, option.count, length))
    assert wrong == []
    assert options > 150


def test_a_shared_entry_counts_once_in_its_region(seeded):
    assert by_name("tema=mentorordninger")["region"]["syddanmark"].count == 1


def test_options_without_hits_stay(seeded):
    everything, nothing = by_name(""), by_name("q=findesikke")
    assert {name: list(options) for name, options in nothing.items()} == {
        name: list(options) for name, options in everything.items()
    }
    assert {option.count for options in nothing.values() for option in options.values()} == {0}


def test_a_chosen_option_never_disappears(world):
    assert "ikke-oplyst" not in by_name("")["tema"]
    option = by_name("tema=ikke-oplyst")["tema"]["ikke-oplyst"]
    assert (option.count, option.chosen, option.label) == (0, True, "Ikke oplyst i kilden")


def test_only_what_was_chosen_is_chosen(world):
    chosen = [
        (name, value)
        for name, options in by_name("tema=trivsel&kommune=aeroe&kommune=vrøvl").items()
        for value, option in options.items()
        if option.chosen
    ]
    assert chosen == [("tema", "trivsel"), ("kommune", "aeroe")]


def test_not_stated_has_its_own_words_for_places(world):
    options = by_name("")
    assert options["kommune"]["ikke-oplyst"].label == "Ingen kommune nævnt"
    assert options["region"]["ikke-oplyst"].label == "Ingen kommune nævnt"
    assert options["fase"]["ikke-oplyst"].label == "Ikke oplyst i kilden"


def test_not_stated_is_offered_where_a_public_entry_lacks_a_value(world):
    world.plan.municipalities.add(world.aalborg)
    assert "ikke-oplyst" not in by_name("")["kommune"]
    assert "ikke-oplyst" not in by_name("")["region"]
    world.draft.municipalities.clear()
    assert "ikke-oplyst" not in by_name("")["kommune"]


def test_a_long_facet_folds_what_finds_nothing(seeded):
    facet = {one.name: one for one in facets.facets(bound("kommune=laesoe"))}["kommune"]
    assert facet.long
    assert len(facet.options) == 99
    shown = {option.value for option in facet.open_options}
    assert {"laesoe", "aalborg", "ikke-oplyst"} <= shown
    assert all(option.count or option.chosen for option in facet.open_options)
    assert {option.count for option in facet.folded_options} == {0}
    assert len(facet.open_options) + len(facet.folded_options) == 99


def test_a_short_facet_folds_nothing(world):
    facet = facets.facets(bound("q=findesikke"))[0]
    assert not facet.long
    assert (len(facet.open_options), facet.folded_options) == (3, [])


def test_a_facet_knows_how_many_are_chosen(world):
    found = {
        facet.name: facet.chosen_count for facet in facets.facets(bound("type=plan&type=projekt"))
    }
    assert (found["type"], found["tema"]) == (2, 0)


def test_a_chip_removes_one_thing(world):
    query = "q=Tid&tema=trivsel&tema=mentorordninger&aar_fra=2019&sort=titel"
    chips = {(chip.label, chip.value): chip.query for chip in facets.chips(bound(query))}
    rest = "tema=mentorordninger&tema=trivsel&aar_fra=2019&sort=titel"
    assert chips == {
        ("Søgning", "Tid"): rest,
        ("Tema", "Mentorordninger"): "q=Tid&tema=trivsel&aar_fra=2019&sort=titel",
        ("Tema", "Trivsel"): "q=Tid&tema=mentorordninger&aar_fra=2019&sort=titel",
        ("Startår fra", "2019"): "q=Tid&tema=mentorordninger&tema=trivsel&sort=titel",
    }


def test_nothing_chosen_makes_no_chips(world):
    assert facets.chips(bound("sort=titel&tema=vrøvl")) == []


def test_ways_out_say_what_dropping_each_parameter_would_give(world):
    ways = facets.ways_out(bound("tema=trivsel&region=syddanmark&fase=oplaering&sort=titel"))
    assert [(way.label, way.values, way.count, way.query) for way in ways] == [
        ("Tema", "Trivsel", 1, "fase=oplaering&region=syddanmark&sort=titel"),
        ("Fase", "Oplæring", 0, "tema=trivsel&region=syddanmark&sort=titel"),
        ("Region", "Syddanmark", 0, "tema=trivsel&fase=oplaering&sort=titel"),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "q=mentor&kommune=laesoe",
        "evidens=perspektivrigt&tema=trivsel",
        "type=politik&kommune=aalborg&kommune=esbjerg",
        "aar_fra=2022&tema=mentorordninger",
        "q=findesikke&tema=trivsel",
    ],
)
def test_a_way_out_keeps_its_promise(seeded, query):
    filterset = bound(query)
    assert filterset.qs.count() == 0
    ways = facets.ways_out(filterset)
    assert [way.count for way in ways] == [bound(way.query).qs.count() for way in ways]
    assert [way.count for way in ways] == sorted((way.count for way in ways), reverse=True)


def test_there_is_no_way_out_of_nothing(world):
    assert facets.ways_out(bound("sort=titel")) == []


def test_entries_without_a_year_are_counted_within_the_other_choices(world):
    assert facets.without_start_year(bound("")) == 2
    assert facets.without_start_year(bound("aar_fra=2021")) == 2
    assert facets.without_start_year(bound("type=plan")) == 1
    assert facets.without_start_year(bound("kommune=aalborg")) == 0


def test_counts_cost_three_queries_however_much_there_is(world, django_assert_num_queries):
    for number in (0, 50):
        add_many(world, number)
        Theme.objects.bulk_create(Theme(slug=f"t{n}", question="?") for n in range(number))
        filterset = bound("tema=trivsel&region=syddanmark&aar_fra=2000&type=plan")
        with django_assert_num_queries(3):
            facets.facets(filterset)
            facets.ways_out(filterset)
            facets.without_start_year(filterset)
        with django_assert_num_queries(0):
            facets.chips(filterset)


def test_a_search_costs_two_queries_more_once(world, django_assert_num_queries):
    filterset = bound("tema=trivsel&q=tid")
    with django_assert_num_queries(5):
        facets.facets(filterset)
        facets.ways_out(filterset)


def test_nothing_chosen_costs_two_queries(world, django_assert_num_queries):
    filterset = bound("sort=titel")
    with django_assert_num_queries(2):
        facets.facets(filterset)
