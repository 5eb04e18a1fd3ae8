import pytest

from interventions.references import References
from tests.world import add_claim


@pytest.fixture
def claims(world):
    places = ["side 1", "side 2", "side 1"]
    return [
        add_claim(f"x{number}", world.plan, world.catalogue, locator=place)
        for number, place in enumerate(places)
    ]


def test_a_source_with_one_place_has_a_number_alone(world, claims):
    numbered = References()
    assert [numbered(claims[0]).number, numbered(claims[2]).number] == ["1", "1"]


def test_several_places_of_a_source_have_letters_in_the_order_of_the_page(world, claims):
    numbered = References()
    notes = [numbered(claim) for claim in [claims[1], world.rating, *claims]]
    assert [note.number for note in notes] == ["1a", "2", "1b", "1a", "1b"]
    assert [
        (listing.number, listing.source.slug, [place.locator for place in listing.places])
        for listing in numbered.sources
    ] == [(1, "katalog", ["side 2", "side 1"]), (2, "rapport", ["afsnit 1"])]


def test_the_27th_place_is_aa(world):
    listing = References().listing(world.catalogue)
    places = [listing.place(f"side {number}") for number in range(53)]
    assert [places[number].label for number in (0, 25, 26, 27, 52)] == [
        "1a",
        "1z",
        "1aa",
        "1ab",
        "1ba",
    ]
