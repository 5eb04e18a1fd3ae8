import pytest

from municipalities.models import Municipality
from tests.pages import read
from tests.world import add_entry, add_many, relate


def cards(page):
    return [card["data-slug"] for card in page.all("article", data_slug=True)]


def headings(page):
    return [node.text for node in page.one("main").all() if node.tag in {"h2", "h3"}]


def link_texts(page, heading):
    (section,) = [
        node for node in page.all("section") if [h.text for h in node.all("h2")] == [heading]
    ]
    return [link.text for link in section.all("a")]


def test_every_municipality_is_a_link_on_the_map_and_in_the_list(client, world):
    page = read(client, "/kommuner/")
    addresses = [f"/kommuner/{slug}/" for slug in ("koebenhavn", "odense", "svendborg", "aeroe")]
    addresses.append("/kommuner/aalborg/")
    on_map = [tile["href"] for tile in page.all("a", class_="tile")]
    in_list = [link["href"] for link in page.one(id="liste").all("a")]
    assert sorted(on_map) == sorted(in_list) == sorted(addresses)


def test_a_tile_says_in_words_what_its_mark_says(client, world):
    page = read(client, "/kommuner/")
    tiles = {tile["aria-label"]: tile["class"] for tile in page.all("a", class_="tile")}
    assert tiles == {
        "København: 1 indsats": "tile own",
        "Odense: 1 indsats sammen med andre": "tile shared",
        "Svendborg: 1 indsats sammen med andre": "tile shared",
        "Ærø: ingen case i kilderne": "tile none",
        "Aalborg: 1 indsats": "tile own",
    }


def test_the_list_stands_by_region_with_the_numbers_of_the_map(client, world):
    section = read(client, "/kommuner/").one(id="liste")
    regions = {
        part.one("h3").text: [row.text for row in part.all("li")] for part in section.all("section")
    }
    assert regions == {
        "Hovedstaden": ["København 1 indsats"],
        "Nordjylland": ["Aalborg 1 indsats"],
        "Syddanmark": [
            "Odense 1 indsats sammen med andre",
            "Svendborg 1 indsats sammen med andre",
            "Ærø",
        ],
    }


def test_a_municipality_shows_its_own_entry_and_no_draft(client, world):
    page = read(client, "/kommuner/aalborg/")
    assert page.one("h1").text == "Aalborg Kommune"
    assert cards(page) == ["laeringsbuddy"]
    assert headings(page)[0] == "Én indsats i kilderne"
    assert "Fælles med andre kommuner" not in headings(page)


def test_what_the_entries_touch_and_resemble_stands_below(client, world):
    page = read(client, "/kommuner/aalborg/")
    assert link_texts(page, "Temaer i kommunens indsatser") == ["Mentorordninger"]
    assert link_texts(page, "Beslægtede indsatser") == ["Fælles mentorkorps"]
    assert link_texts(page, "Kommuner på samme temaer") == ["Odense", "Svendborg"]


def test_what_several_entries_resemble_stands_once_with_each_sentence(client, world):
    to = add_entry("to", "To", municipalities=[world.odense])
    tre = add_entry("tre", "Tre", municipalities=[world.odense])
    relate(to, world.buddy)
    relate(tre, world.buddy)
    page = read(client, "/kommuner/odense/")
    assert link_texts(page, "Beslægtede indsatser") == ["Læringsbuddy"]
    assert "Sætningen om to og laeringsbuddy." in page.text
    assert "Sætningen om tre og laeringsbuddy." in page.text


def test_a_municipality_that_only_shares_says_so(client, world):
    page = read(client, "/kommuner/odense/")
    assert cards(page) == ["mentorkorps"]
    assert headings(page)[0] == "Fælles med andre kommuner"
    assert link_texts(page, "Kommuner på samme temaer") == ["København", "Svendborg", "Aalborg"]


def test_own_and_shared_stand_apart_and_are_counted(client, world):
    add_entry("to", "To", municipalities=[world.odense])
    add_entry("tre", "Tre", municipalities=[world.odense])
    page = read(client, "/kommuner/odense/")
    assert headings(page)[0] == "2 indsatser i kilderne"
    assert cards(page) == ["to", "tre", "mentorkorps"]


def test_an_empty_municipality_says_what_that_does_not_mean(client, world):
    page = read(client, "/kommuner/aeroe/")
    assert cards(page) == []
    assert page.one(class_="empty").text.startswith(
        "Ingen case i kilderne. Det betyder ikke, at Ærø Kommune intet gør."
    )
    assert link_texts(page, "Kommuner i Syddanmark med en case") == ["Odense", "Svendborg"]


def test_an_unknown_municipality_is_not_found(client, world):
    read(client, "/kommuner/atlantis/", status=404)


def test_a_relation_from_a_municipalitys_entry_to_a_draft_does_not_show(client, world):
    assert world.buddy.relations_out.filter(to_entry=world.draft).exists()
    html = client.get("/kommuner/aalborg/").content.decode()
    assert "udkast" not in html


@pytest.mark.parametrize(("address", "queries"), [("/kommuner/", 2), ("/kommuner/aalborg/", 9)])
def test_the_pages_cost_as_many_queries_whatever_they_show(
    client, world, django_assert_num_queries, address, queries
):
    with django_assert_num_queries(queries):
        client.get(address)
    add_many(world, 30)
    for other in (world.plan, world.language):
        relate(world.buddy, other)
    for index in range(10):
        Municipality.objects.create(
            code=f"9{index:02}",
            name=f"By {index}",
            long_name=f"By {index}",
            slug=f"by-{index}",
            region=world.south,
            map_label=f"By{index}",
            tile_column=index if index != 9 else 14,
            tile_row=30,
        )
    with django_assert_num_queries(queries):
        client.get(address)


def test_an_empty_municipality_costs_fewer(client, world, django_assert_num_queries):
    with django_assert_num_queries(3):
        client.get("/kommuner/aeroe/")


def test_shared_entries_cost_no_more(client, world, django_assert_num_queries):
    relate(world.corps, world.language)
    with django_assert_num_queries(9):
        client.get("/kommuner/odense/")
