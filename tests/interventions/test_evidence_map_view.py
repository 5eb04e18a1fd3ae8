from tests.pages import read
from tests.world import add_claim, add_many


def cell(page, theme, phase):
    table = page.one("table", class_="evidence-map")
    heads = [head.text for head in table.one("thead").all("th")]
    (row,) = [row for row in table.one("tbody").all("tr") if row.one("th").text == theme]
    return [row.one("th"), *row.all("td")][heads.index(phase)]


def test_a_mark_leads_to_its_entry_and_says_who_rated_it(client, world):
    page = read(client, "/evidenskort/")
    rated, unrated = cell(page, "Mentorordninger", "Oplæring").all("a")
    assert rated["href"] == "/indsatser/mentorkorps/"
    assert rated.text == "Fælles mentorkorps, virksom indsats ifølge Rambøll"
    assert unrated["href"] == "/indsatser/laeringsbuddy/"
    assert unrated.text == "Læringsbuddy, ikke vurderet i kilderne"


def test_each_tier_has_a_shape_of_its_own_and_no_tier_is_hollow(client, world):
    add_claim("x", world.language, world.report, kind="rating", tier=world.promising)
    page = read(client, "/evidenskort/")
    shapes = [
        [(shape.tag, shape.get("d")) for shape in item.one("svg").all()]
        for item in page.one("ul", class_="map-key").all("li")
    ]
    assert [words.text for words in page.one("ul", class_="map-key").all("li")] == [
        "Virksom indsats ifølge Rambøll",
        "Perspektivrig indsats ifølge Rambøll",
        "Ikke vurderet i kilderne",
    ]
    assert len({str(shape) for shape in shapes}) == 3
    assert shapes[-1] == [("circle", None)]
    mark = cell(page, "Sprogstøtte", "Fase ikke oplyst").one("a")
    assert [(shape.tag, shape.get("d")) for shape in mark.one("svg").all()] == shapes[1]


def test_an_empty_cell_says_that_the_sources_have_nothing(client, world):
    empty = cell(read(client, "/evidenskort/"), "Trivsel", "Overgang")
    assert empty.text.endswith("intet i kilderne")
    assert empty.all("a") == []


def test_rows_and_columns_lead_to_the_list(client, world):
    table = read(client, "/evidenskort/").one("table", class_="evidence-map")
    assert [link["href"] for link in table.one("thead").all("a")] == [
        "/indsatser/?fase=oplaering",
        "/indsatser/?fase=overgang",
        "/indsatser/?fase=ikke-oplyst",
    ]
    assert [row.one("th").one("a")["href"] for row in table.one("tbody").all("tr")] == [
        "/indsatser/?tema=mentorordninger",
        "/indsatser/?tema=sprogstoette",
        "/indsatser/?tema=trivsel",
    ]
    listed = read(client, "/indsatser/?fase=ikke-oplyst")
    assert [card["data-slug"] for card in listed.all("article", data_slug=True)] == [
        "sprogindsats",
        "tid-til-vejledning",
    ]


def test_headers_say_what_they_head(client, world):
    table = read(client, "/evidenskort/").one("table", class_="evidence-map")
    assert {head["scope"] for head in table.one("thead").all("th")} == {"col"}
    assert {head["scope"] for head in table.one("tbody").all("th")} == {"row"}


def test_that_entries_stand_in_several_cells_is_said(client, world):
    page = read(client, "/evidenskort/")
    assert "Én af indsatserne har flere temaer eller faser" in page.text
    world.language.phases.add(world.placement, world.transition)
    page = read(client, "/evidenskort/")
    assert "2 af de 4 indsatser har flere temaer eller faser" in page.text
    assert "så tegnene kan ikke tælles sammen" in page.text


def test_the_list_names_each_entry_with_its_tier_and_phases(client, world):
    (mentors, *_) = (
        read(client, "/evidenskort/").one(class_="map-twin").one(class_="columns").all("ul")
    )
    assert [row.text for row in mentors.all("li")] == [
        "Fælles mentorkorps virksom indsats ifølge Rambøll · oplæring, overgang",
        "Læringsbuddy ikke vurderet i kilderne · oplæring",
    ]


def test_an_empty_base_has_an_empty_map(client, db):
    page = read(client, "/evidenskort/")
    assert page.one("table").one("tbody").all("tr") == []
    assert "flere steder" not in page.text


def test_the_page_costs_six_queries(client, world, django_assert_num_queries):
    with django_assert_num_queries(6):
        client.get("/evidenskort/")
    add_many(world, 40)
    with django_assert_num_queries(6):
        client.get("/evidenskort/")


def test_it_is_one_step_from_tiers_themes_and_front_page(client, world):
    for address in ("/evidens/", "/temaer/", "/"):
        assert "/evidenskort/" in [
            link["href"] for link in read(client, address).one("main").all("a")
        ]


def test_what_is_picked_goes_along_from_the_map(client, world):
    page = read(client, "/evidenskort/?i=mentorkorps&i=xyz")
    table = page.one("table", class_="evidence-map")
    links = [link["href"] for link in table.all("a")]
    assert len(links) > 5
    assert [link for link in links if "i=mentorkorps" not in link] == []
    assert "“xyz” er ikke en indsats" in page.one(role="alert").text
