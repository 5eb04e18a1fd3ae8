from urllib.parse import urlencode

import pytest

from tests.interventions.test_fuzz import NASTY
from tests.pages import read
from tests.world import add_many, add_theme


def submit(page, *ticked, button=0):
    """The address that a browser asks for: hidden fields, these ticks and the button pressed."""
    form = page.one("form", class_="guide")
    pairs = [(field["name"], field["value"]) for field in form.all("input", type="hidden")]
    boxes = {box["value"]: box for box in form.all("input", type="checkbox")}
    pairs += [(boxes[value]["name"], value) for value in ticked]
    pressed = form.all("button")[button]
    if "name" in pressed.attributes:
        pairs.append((pressed["name"], pressed["value"]))
    return f"{pressed.get('formaction', form['action'])}?{urlencode(pairs)}"


def question(page):
    return page.one("legend").one("h2").text


def test_three_steps_end_on_the_list_with_the_same_facets(client, seeded):
    first = read(client, "/find/")
    assert question(first) == "Hvor i forløbet vil I gøre noget?"
    second = read(client, submit(first, "oplaering"))
    assert question(second) == "Hvem skal det hjælpe?"
    third = read(client, submit(second, "alle-elever", "vejledere"))
    assert question(third) == "Hvad er problemet?"
    address = submit(third, "oplaeringsvejledning")
    assert address == (
        "/indsatser/?maalgruppe=alle-elever&maalgruppe=vejledere&fase=oplaering"
        "&tema=oplaeringsvejledning"
    )
    page = read(client, address)
    assert page.one(id="resultat")["data-count"] == "11"
    assert page.all(role="alert") == []


def test_every_step_may_be_skipped_by_answering_nothing(client, world):
    page = read(client, "/find/")
    for _ in range(2):
        page = read(client, submit(page))
    assert submit(page) == "/indsatser/?"
    assert read(client, "/indsatser/?").one(id="resultat")["data-count"] == "4"


def test_every_step_may_be_skipped_by_a_link(client, world):
    page = read(client, "/find/?fase=overgang")
    addresses = []
    for _ in range(3):
        addresses.append(page.one(class_="guide-foot").one("a")["href"])
        page = read(client, addresses[-1])
    assert addresses == ["/find/?trin=2", "/find/?trin=3", "/indsatser/"]


def test_a_reader_goes_back_and_changes_without_losing_a_choice(client, world):
    second = read(client, "/find/?fase=overgang&tema=sprogstoette&trin=2")
    address = submit(second, "alle-elever", button=1)
    assert address == "/find/?tema=sprogstoette&fase=overgang&maalgruppe=alle-elever&trin=1"
    first = read(client, address)
    assert [
        box["value"] for box in first.all("input", type="checkbox") if "checked" in box.attributes
    ] == ["overgang"]
    assert [(one["name"], one["value"]) for one in first.all("input", type="hidden")] == [
        ("tema", "sprogstoette"),
        ("maalgruppe", "alle-elever"),
    ]


def test_enter_goes_forward(client, world):
    buttons = read(client, "/find/?trin=2").one("form", class_="guide").all("button")
    assert [button.text for button in buttons] == ["Næste: hvad det handler om", "Tilbage"]


def test_the_trail_marks_the_step_and_leads_to_the_others(client, world):
    trail = read(client, "/find/?fase=overgang&trin=3").one("nav", **{"aria-label": "Trin"})
    assert [(link["href"], link.text, link.get("aria-current")) for link in trail.all("a")] == [
        ("/find/?fase=overgang", "1 Hvor i forløbet Overgang", None),
        ("/find/?fase=overgang&trin=2", "2 For hvem Intet valgt", None),
        ("/find/?fase=overgang&trin=3", "3 Hvad det handler om Intet valgt", "step"),
    ]


def test_answers_carry_facet_value_and_count_and_dead_ends_are_muted(client, world):
    page = read(client, "/find/?fase=overgang&trin=3")
    options = {node["data-value"]: node for node in page.all("label", data_facet="tema")}
    assert {value: node["data-count"] for value, node in options.items()} == {
        "mentorordninger": "1",
        "sprogstoette": "1",
        "trivsel": "0",
    }
    assert options["trivsel"]["class"] == "zero"
    assert "class" not in options["mentorordninger"].attributes
    assert "Her er der ingen indsatser sammen med dine andre valg:" in page.text
    assert options["mentorordninger"].text == "Mentorordninger? Mentorordninger 1 indsats"


def test_without_other_choices_a_dead_end_is_the_sources_silence(client, world):
    add_theme("tomt", "Tomt", 9)
    assert "Her nævner kilderne ingen indsatser:" in read(client, "/find/?trin=3").text


@pytest.mark.parametrize(
    ("query", "words", "link"),
    [
        ("", "Du har ikke valgt noget endnu. Se alle 4 indsatser", "/indsatser/"),
        (
            "?tema=mentorordninger&trin=2",
            "Dine valg indtil nu giver 2 indsatser.",
            "/indsatser/?tema=mentorordninger",
        ),
        ("?tema=trivsel", "Dine valg indtil nu giver 1 indsats.", "/indsatser/?tema=trivsel"),
        (
            "?tema=trivsel&fase=overgang",
            "Ingen indsatser i videnbasen passer på alle dine valg på én gang. "
            "Fjern et af dem, eller begynd forfra.",
            "/find/",
        ),
    ],
)
def test_the_page_says_what_the_choices_give_so_far(client, world, query, words, link):
    so_far = read(client, f"/find/{query}").one(class_="so-far")
    assert (so_far.text, so_far.one("a")["href"]) == (words, link)


def test_bad_input_is_named_and_keeps_the_page_out_of_indexes(client, world):
    page = read(client, "/find/?trin=x&tema=y&fase=overgang")
    assert page.one(role="alert").text == (
        "2 ting i adressen kunne ikke bruges. Resten er med. "
        "“x” er ikke et trin. Vi viser trin 1. “y” findes ikke under tema."
    )
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert page.one("link", rel="canonical")["href"] == "http://testserver/find/?fase=overgang"


def test_good_input_is_indexed_under_its_canonical_address(client, world):
    page = read(client, "/find/?utm=x&trin=2&tema=trivsel&fase=")
    assert page.all("meta", name="robots") == []
    assert page.all(role="alert") == []
    assert (
        page.one("link", rel="canonical")["href"] == "http://testserver/find/?tema=trivsel&trin=2"
    )


@pytest.mark.parametrize("name", ["trin", "fase"])
def test_no_address_breaks_the_guide(client, world, name):
    for value in NASTY:
        response = client.get("/find/", QUERY_STRING=f"{name}={value}&{name}={value}&trin=2")
        assert response.status_code == 200, value
        assert len(response.content) < 30_000, value


def test_a_script_in_a_value_stays_text(client, world):
    html = client.get("/find/", {"trin": "<script>", "tema": "<script>"}).content.decode()
    assert "<script>alert" not in html
    assert "“&lt;script&gt;” er ikke et trin." in html


@pytest.mark.parametrize(
    ("query", "queries"),
    [
        ("", 5),
        ("trin=2", 5),
        ("trin=3&fase=oplaering&maalgruppe=alle-elever&tema=mentorordninger", 6),
    ],
)
def test_a_step_costs_six_queries_at_most(client, world, django_assert_num_queries, query, queries):
    with django_assert_num_queries(queries):
        client.get(f"/find/?{query}")
    add_many(world, 30)
    for index in range(10):
        add_theme(f"t{index}", f"T{index}", 9)
    with django_assert_num_queries(queries):
        client.get(f"/find/?{query}")


def test_what_is_picked_goes_along_through_the_guide(client, world):
    page = read(client, "/find/?fase=oplaering&trin=2&i=mentorkorps")
    assert page.one("form", class_="guide").one("input", name="i")["value"] == "mentorkorps"
    links = [
        link["href"]
        for link in page.one("main").all("a")
        if link["href"].startswith(("/find/?", "/indsatser/?"))
    ]
    assert len(links) > 3
    assert [link for link in links if "i=mentorkorps" not in link] == []
    assert page.one("link", rel="canonical")["href"].endswith("/find/?fase=oplaering&trin=2")


def test_an_unknown_pick_is_named_in_the_guide(client, world):
    assert "“xyz” er ikke en indsats" in read(client, "/find/?i=xyz").one(role="alert").text
