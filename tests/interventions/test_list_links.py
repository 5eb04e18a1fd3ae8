"""The links of the list: pages, orders, chips and the ways out of an empty list."""

import pytest

from tests.pages import Page, alerts, read
from tests.world import add_many


def in_result(page):
    heading = page.one(id="resultat")
    return heading["data-count"], heading.text


def slugs(page):
    return [card["data-slug"] for card in page.all("article", data_slug=True)]


def test_a_page_holds_twenty(client, world):
    add_many(world, 40)
    first = read(client, "/indsatser/")
    assert in_result(first) == ("44", "44 indsatser")
    assert len(slugs(first)) == 20
    second = read(client, "/indsatser/?side=2")
    third = read(client, "/indsatser/?side=3")
    assert len(slugs(second)) == 20
    assert len(slugs(third)) == 4
    assert len({*slugs(first), *slugs(second), *slugs(third)}) == 44
    assert "Side 2 af 3" in second.one("nav", class_="pages").text


def test_links_between_pages_keep_the_filters(client, world):
    add_many(world, 40)
    page = read(client, "/indsatser/?tema=mentorordninger&side=2&sort=titel")
    links = {link["rel"]: link["href"] for link in page.one("nav", class_="pages").all("a")}
    assert links == {
        "prev": "/indsatser/?tema=mentorordninger&sort=titel",
        "next": "/indsatser/?tema=mentorordninger&sort=titel&side=3",
    }
    assert page.one("link", rel="canonical")["href"].endswith(
        "/indsatser/?tema=mentorordninger&sort=titel&side=2"
    )


def test_twenty_entries_are_one_page(client, world):
    add_many(world, 16)
    page = read(client, "/indsatser/")
    assert len(slugs(page)) == 20
    assert page.all("nav", class_="pages") == []


@pytest.mark.parametrize("side", ["0", "-1", "abc", "999", "2", "", "9" * 400, "%00", "1.0"])
def test_a_page_that_is_none_is_not_found_and_leads_to_the_first(client, world, side):
    page = read(client, f"/indsatser/?tema=trivsel&tema=mentorordninger&side={side}", status=404)
    link = page.one("main").one("a", class_="button")
    assert link["href"] == "/indsatser/?tema=mentorordninger&tema=trivsel"
    assert slugs(read(client, link["href"])) != []


def test_without_filters_the_way_back_has_no_question_mark(client, world):
    page = read(client, "/indsatser/?side=7", status=404)
    assert page.one("main").one("a", class_="button")["href"] == "/indsatser/"


def test_an_empty_list_is_a_page_of_its_own(client, world):
    read(client, "/indsatser/?q=findesikke")
    read(client, "/indsatser/?q=findesikke&side=1")
    read(client, "/indsatser/?q=findesikke&side=2", status=404)


def test_sort_links_keep_the_filters_and_name_the_order_in_force(client, world):
    page = read(client, "/indsatser/?tema=mentorordninger")
    sorts = page.one(class_="sorts")
    assert sorts.one("b").text == "Evidens"
    assert {link.text: link["href"] for link in sorts.all("a")} == {
        "Nyeste startår først": "/indsatser/?tema=mentorordninger&sort=nyeste",
        "Titel": "/indsatser/?tema=mentorordninger&sort=titel",
    }


def test_the_form_keeps_the_order(client, world):
    form = read(client, "/indsatser/?sort=titel").one(id="filtre-form")
    assert form.one("input", name="sort")["value"] == "titel"


def test_an_empty_list_says_what_dropping_one_choice_would_give(client, world):
    page = read(client, "/indsatser/?tema=trivsel&fase=oplaering&evidens=virksom")
    assert in_result(page) == ("0", "Ingen indsatser")
    empty = page.one(class_="empty")
    assert [node.text for node in empty.all("li")] == [
        "Uden tema (Trivsel): 1 indsats",
        "Uden evidensniveau (Virksom indsats): stadig ingen",
        "Uden fase (Oplæring): stadig ingen",
    ]
    assert [link["href"] for link in empty.one("ul").all("a")] == [
        "/indsatser/?evidens=virksom&fase=oplaering"
    ]


def test_an_empty_list_counts_in_the_plural(client, world):
    page = read(client, "/indsatser/?evidens=ikke-vurderet&q=findesikke")
    assert page.one(class_="empty").one("ul").all("li")[0].text == (
        "Uden søgning (findesikke): 3 indsatser"
    )


def test_chips_remove_one_choice_and_clearing_keeps_the_order(client, world):
    page = read(client, "/indsatser/?tema=mentorordninger&fase=overgang&sort=titel")
    chips = page.one("ul", class_="chips")
    assert {link["aria-label"]: link["href"] for link in chips.all("a", class_="chip")} == {
        "Fjern Tema: Mentorordninger": "/indsatser/?fase=overgang&sort=titel",
        "Fjern Fase: Overgang": "/indsatser/?tema=mentorordninger&sort=titel",
    }
    assert chips.all("a")[-1]["href"] == "/indsatser/?sort=titel"


@pytest.mark.parametrize(
    "query",
    [
        "tema=mentorordninger&fase=oplaering",
        "sort=titel&aar_fra=2020&aar_til=2021",
        "q=mentor&kommune=aeroe",
        "tema=vrøvl&q=mentor",
    ],
)
def test_no_link_of_the_list_leads_to_a_complaint(client, world, query):
    assert complaints(client, f"/indsatser/?{query}") == []


@pytest.mark.parametrize("query", ["q=mentor&sort=relevans", "q=xyz&sort=relevans"])
def test_no_link_from_an_explicit_order_of_relevance_leads_to_a_complaint(client, world, query):
    assert complaints(client, f"/indsatser/?{query}") == []


def complaints(client, address):
    links = {link for link in read(client, address).links if link.startswith("/indsatser/")}
    assert links
    return sorted(link for link in links if alerts(read(client, link)))


def test_emptying_the_search_field_is_no_problem(client, world):
    page = read(client, "/indsatser/?q=mentor&sort=relevans")
    fields = {
        field["name"]: field.get("value", "")
        for field in page.all("input")
        if field.get("type") not in {"checkbox", "search"} or "checked" in field.attributes
    }
    assert alerts(Page(client.get("/indsatser/", fields | {"q": ""}).content.decode())) == []
