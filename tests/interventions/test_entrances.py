import pytest
from django.http import QueryDict

from interventions import entrances
from interventions.filters import InterventionFilterSet
from interventions.models import Entrance
from tests.pages import read
from tests.world import add_entrance, add_entry


def found(query):
    return InterventionFilterSet(QueryDict(query)).qs


def by_slug():
    return {tile.slug: tile for tile in entrances.load()}


def test_an_entrance_sets_its_facets_and_nothing_else(world):
    add_entrance(
        "vejen",
        themes=[world.support, world.mentors],
        target_groups=[world.students],
        phases=[world.placement],
    )
    (tile,) = entrances.tiles(Entrance.objects.all())
    assert (
        tile.query == "tema=mentorordninger&tema=sprogstoette&maalgruppe=alle-elever&fase=oplaering"
    )
    assert tile.sets == "Mentorordninger, Sprogstøtte, Alle elever, Oplæring"
    assert tile.count == 1


def test_themes_widen_and_facets_narrow(world):
    add_entrance("et", themes=[world.support])
    add_entrance("to", themes=[world.support, world.wellbeing])
    add_entrance("smal", themes=[world.support, world.wellbeing], phases=[world.transition])
    assert {slug: tile.count for slug, tile in by_slug().items()} == {"et": 2, "to": 3, "smal": 1}


def test_a_theme_and_a_phase_of_one_name_are_named_once(world):
    world.transition.name = "Mentorordninger"
    world.transition.save()
    add_entrance("x", themes=[world.mentors], phases=[world.transition])
    assert by_slug()["x"].sets == "Mentorordninger"


def test_what_is_not_published_is_not_counted(world):
    add_entrance("x", themes=[world.mentors])
    assert by_slug()["x"].count == 2
    add_entry("ny", "Ny", state="kladde", themes=[world.mentors])
    assert by_slug()["x"].count == 2
    add_entry("ude", "Ude", themes=[world.mentors])
    assert by_slug()["x"].count == 3


def test_an_entrance_that_leads_nowhere_or_everywhere_is_left_out(world):
    add_entrance("tom", themes=[world.wellbeing], phases=[world.placement])
    add_entrance("alt")
    add_entrance("god", themes=[world.wellbeing])
    assert list(by_slug()) == ["god"]
    assert {tile.slug: tile.count for tile in entrances.tiles(Entrance.objects.all())} == {
        "alt": 4,
        "god": 1,
        "tom": 0,
    }


def test_the_editors_order_holds(world):
    add_entrance("b", position=2, themes=[world.mentors])
    add_entrance("a", position=3, themes=[world.mentors])
    add_entrance("c", position=1, themes=[world.mentors])
    assert list(by_slug()) == ["c", "b", "a"]


def test_a_deleted_theme_takes_no_entrance_with_it(world):
    add_entrance("x", themes=[world.mentors, world.wellbeing])
    world.wellbeing.interventions.clear()
    world.wellbeing.delete()
    assert by_slug()["x"].query == "tema=mentorordninger"


def test_no_entrances_are_no_tiles(world):
    assert entrances.load() == []


def test_entrances_cost_three_queries_however_many(world, django_assert_num_queries):
    add_entrance("x", themes=[world.mentors])
    with django_assert_num_queries(3):
        assert len(entrances.load()) == 1
    for index in range(12):
        add_entrance(f"x{index}", themes=[world.mentors, world.support], phases=[world.placement])
    with django_assert_num_queries(3):
        assert len(entrances.load()) == 13


def test_the_entrances_of_the_content_lead_to_lists_of_these_lengths(seeded):
    assert {tile.slug: tile.count for tile in entrances.load()} == {
        "fra-skole-til-oplaering": 8,
        "svaert-ved-sproget": 5,
        "vejlederne-mangler-tid": 8,
        "paa-vej-vaek": 5,
        "problemer-der-fylder": 3,
        "foeler-sig-alene": 9,
        "for-lidt-vejledning": 11,
        "mangler-redskaber": 5,
        "for-faa-soeger-ind": 3,
    }


def test_every_tile_says_the_length_of_its_list_and_its_address_is_canonical(client, seeded):
    tiles = read(client, "/").one("ul", class_="tiles").all("a")
    assert len(tiles) == 9
    for link in tiles:
        page = read(client, link["href"])
        count = page.one(id="resultat")["data-count"]
        assert link.one("small").text.split(" · ")[1].split()[0] == count, link["href"]
        assert page.all(role="alert") == []
        assert page.one("link", rel="canonical")["href"] == f"http://testserver{link['href']}"


@pytest.mark.parametrize(
    ("slug", "entries"),
    [
        (
            "svaert-ved-sproget",
            {
                "forsoegsprojekt-14-sosu-skoler",
                "koebenhavn-sprogindsats",
                "sprogstoette-og-undervisere",
                "styrkede-sprogkompetencer",
                "vevo-sprogvejledere",
            },
        ),
        (
            "paa-vej-vaek",
            {
                "aalborg-laeringsbuddy",
                "faelles-fynsk-mentorkorps",
                "frederikshavn-fastholdelsessamtaler",
                "lyngby-taarbaek-fastholdelsesmedarbejder",
                "mariagerfjord-mentorer",
            },
        ),
    ],
)
def test_an_entrance_leads_to_what_answers_it(seeded, slug, entries):
    assert {entry.slug for entry in found(by_slug()[slug].query)} == entries


def test_the_list_says_what_the_entrance_chose(client, seeded):
    page = read(client, f"/indsatser/?{by_slug()['for-lidt-vejledning'].query}")
    chips = page.one("ul", class_="chips").all("a", class_="chip")
    assert [chip["aria-label"] for chip in chips] == [
        "Fjern Tema: Oplæringsvejledning",
        "Fjern Fase: Oplæring",
    ]
