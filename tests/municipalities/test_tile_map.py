import pytest

from municipalities import tile_map
from tests.world import add_entry


@pytest.fixture
def tiles(world):
    return {tile.municipality.slug: tile for tile in tile_map.tiles()}


def test_a_municipality_with_a_case_of_its_own_is_marked_own(tiles):
    assert (tiles["aalborg"].own, tiles["aalborg"].shared) == (1, 0)
    assert tiles["aalborg"].mark == "own"
    assert tiles["aalborg"].description == "1 indsats"


def test_a_municipality_that_only_shares_is_marked_shared(tiles):
    assert (tiles["odense"].own, tiles["odense"].shared) == (0, 1)
    assert tiles["odense"].mark == "shared"
    assert tiles["odense"].description == "1 indsats sammen med andre"


def test_only_drafts_leave_a_municipality_without_a_case(tiles):
    assert tiles["aeroe"].count == 0
    assert tiles["aeroe"].mark == "none"
    assert tiles["aeroe"].description == "ingen case i kilderne"


def test_own_outweighs_shared_and_both_are_counted(world):
    add_entry("odense-alene", "Odense alene", municipalities=[world.odense])
    add_entry("odense-igen", "Odense igen", municipalities=[world.odense, world.aeroe])
    tiles = {tile.municipality.slug: tile for tile in tile_map.tiles()}
    assert (tiles["odense"].own, tiles["odense"].shared) == (1, 2)
    assert tiles["odense"].mark == "own"
    assert tiles["odense"].description == "3 indsatser"
    assert tiles["aeroe"].description == "1 indsats sammen med andre"


def test_several_shared_entries_read_in_the_plural(world):
    add_entry("faelles", "Fælles", municipalities=[world.odense, world.aeroe])
    tiles = {tile.municipality.slug: tile for tile in tile_map.tiles()}
    assert tiles["odense"].description == "2 indsatser sammen med andre"


def test_tiles_come_in_danish_order(world):
    names = [tile.municipality.name for tile in tile_map.tiles()]
    assert names == ["København", "Odense", "Svendborg", "Ærø", "Aalborg"]


def test_the_great_belt_divides_the_map_into_two_cropped_panels(world):
    west, east = tile_map.panels(tile_map.tiles())
    assert (west.name, east.name) == ("Jylland og Fyn", "Sjælland, øerne og Bornholm")
    places = {tile.municipality.slug: (tile.x, tile.y) for tile in west.tiles}
    assert places == {
        "aalborg": (0, 0),
        "odense": (120, 280),
        "svendborg": (120, 320),
        "aeroe": (160, 360),
    }
    assert (west.columns, west.width, west.height) == (5, 200, 400)
    assert [(tile.municipality.slug, tile.x, tile.y) for tile in east.tiles] == [
        ("koebenhavn", 0, 0)
    ]
    assert (east.columns, east.width, east.height) == (1, 40, 40)


def test_a_panel_keeps_what_its_tiles_say(world):
    (tile,) = tile_map.panels(tile_map.tiles())[1].tiles
    assert (tile.own, tile.shared, tile.mark) == (1, 0, "own")


def test_no_tiles_make_no_panels():
    assert tile_map.panels([]) == []


def test_a_count_moves_the_label_up(tiles):
    aalborg, aeroe = tiles["aalborg"], tiles["aeroe"]
    assert (aalborg.label_y - aalborg.y, aeroe.label_y - aeroe.y) == (14, 22)
    assert (aalborg.count_y - aalborg.y, aalborg.text_x - aalborg.x) == (30, 18)


def test_the_tiles_cost_two_queries(world, django_assert_num_queries):
    with django_assert_num_queries(2):
        tile_map.panels(tile_map.tiles())


def test_no_municipality_is_lost_between_the_panels(world):
    world.aeroe.tile_column = tile_map.GREAT_BELT
    world.aeroe.save()
    panels = tile_map.panels(tile_map.tiles())
    assert sum(len(panel.tiles) for panel in panels) == 5
