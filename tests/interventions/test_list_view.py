import gzip

import pytest
from django.http import QueryDict

from interventions.filters import InterventionFilterSet
from interventions.models import Intervention
from tests.pages import Page, read
from tests.world import PUBLISHED, add_many

# One value at least of every parameter, all of which exist in both the small world and the content.
EVERYTHING = (
    "q=mentor&evidens=virksom&evidens=ikke-vurderet&tema=mentorordninger&tema=sprogstoette"
    "&maalgruppe=alle-elever&maalgruppe=ikke-oplyst&fase=oplaering&fase=ikke-oplyst&type=projekt"
    "&type=praksis&dokumentation=ingen&dokumentation=udsagn&kommune=aalborg&kommune=odense"
    "&kommune=ikke-oplyst&region=syddanmark&region=nordjylland&uddannelse=ssh"
    "&uddannelse=ikke-oplyst&aar_fra=1900&aar_til=2100&sort=nyeste"
)
TWELVE_WORDS = """
    mentor vejleder elev oplæring kommune trivsel sprog støtte samtale skole praktik frafald
""".split()  # noqa: SIM905


def slugs(page):
    return [card["data-slug"] for card in page.all("article", data_slug=True)]


def alerts(page):
    return [node.text for node in page.all(role="alert")]


def in_result(page):
    heading = page.one(id="resultat")
    return heading["data-count"], heading.text


def test_the_heading_carries_the_number_and_every_entry_its_slug(client, world):
    page = read(client, "/indsatser/")
    assert in_result(page) == ("4", "4 indsatser")
    assert sorted(slugs(page)) == PUBLISHED


def test_one_hit_reads_in_the_singular(client, world):
    page = read(client, "/indsatser/?tema=trivsel")
    assert in_result(page) == ("1", "1 indsats")
    assert page.one("title").children == ["1 indsats · SOSU-videnbasen"]


def test_options_carry_facet_value_and_count(client, world):
    page = read(client, "/indsatser/?tema=trivsel")
    options = {(node["data-facet"], node["data-value"]): node for node in page.all(data_facet=True)}
    assert options["tema", "trivsel"]["data-count"] == "1"
    assert options["tema", "mentorordninger"]["data-count"] == "2"
    assert options["type", "projekt"]["data-count"] == "0"
    box = options["tema", "trivsel"].one("input")
    assert (box["name"], box["value"], "checked" in box.attributes) == ("tema", "trivsel", True)
    assert "checked" not in options["tema", "mentorordninger"].one("input").attributes
    assert "zero" in options["type", "projekt"]["class"]
    assert "class" not in options["tema", "mentorordninger"].attributes


def test_every_option_of_the_content_is_on_the_page(client, seeded):
    page = read(client, "/indsatser/?kommune=laesoe")
    filterset = InterventionFilterSet(QueryDict())
    expected = {
        (name, slug)
        for name in filterset.facet_names
        for slug, _ in filterset.form.fields[name].choices
    }
    found = [(node["data-facet"], node["data-value"]) for node in page.all(data_facet=True)]
    assert len(found) == len(set(found))
    # No entry of the content lacks one of these.
    assert expected - set(found) == {("tema", "ikke-oplyst"), ("maalgruppe", "ikke-oplyst")}


def test_a_card_carries_what_can_be_compared(client, world):
    card = read(client, "/indsatser/").one("article", data_slug="mentorkorps")
    assert card.one("h3").one("a")["href"] == "/indsatser/mentorkorps/"
    assert [node.text for node in card.all("li")] == [
        "Virksom indsats ifølge Rambøll",
        "Vurderet i rapport",
        "Odense, Svendborg",
        "Navngivet projekt",
    ]


def test_a_card_without_rating_or_place_says_so(client, world):
    card = read(client, "/indsatser/?tema=trivsel").one("article", data_slug=True)
    assert [node.text for node in card.all("li")] == [
        "Ikke vurderet i kilderne",
        "Intet resultat oplyst",
        "SOSU Nord",
        "Planlagt element",
    ]
    world.plan.organisations.clear()
    card = read(client, "/indsatser/?tema=trivsel").one("article", data_slug=True)
    assert card.one("li", class_="who").text == "Ingen aktør nævnt"


def test_many_municipalities_are_counted_on_a_card(client, world):
    world.corps.municipalities.add(world.aalborg, world.aeroe)
    card = read(client, "/indsatser/").one("article", data_slug="mentorkorps")
    assert card.one("li", class_="who").text == "4 kommuner"


def test_bad_input_is_named_and_keeps_the_page_out_of_indexes(client, world):
    page = read(client, "/indsatser/?tema=vr%C3%B8vl&aar_fra=x&fase=overgang")
    (alert,) = alerts(page)
    assert alert.startswith("2 ting i adressen kunne ikke bruges. Resten er med.")
    assert "“vrøvl” findes ikke under tema." in alert
    assert "“x” er ikke et årstal mellem 1900 og 2100." in alert
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert slugs(page) == ["mentorkorps"]


def test_one_problem_reads_in_the_singular(client, world):
    (alert,) = alerts(read(client, "/indsatser/?sort=x"))
    assert alert.startswith("Noget i adressen kunne ikke bruges. Resten er med.")


def test_good_input_is_indexed_and_not_commented(client, world):
    page = read(client, "/indsatser/?tema=trivsel")
    assert alerts(page) == []
    assert page.all("meta", name="robots") == []


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("?utm_source=x", ""),
        ("?tema=trivsel&utm_source=x&q=", "?tema=trivsel"),
        ("?tema=vr%C3%B8vl&side=1", ""),
        ("?q=%C3%A6&tema=trivsel&tema=mentorordninger", None),
    ],
)
def test_the_canonical_link_drops_what_does_not_count(client, world, query, canonical):
    page = read(client, f"/indsatser/{query}")
    if canonical is None:
        canonical = "?q=%C3%A6&tema=mentorordninger&tema=trivsel"
    assert page.one("link", rel="canonical")["href"] == f"http://testserver/indsatser/{canonical}"


def test_a_script_in_a_value_stays_text(client, world):
    nasty = "<script>alert(1)</script>"
    response = client.get("/indsatser/", {"q": nasty, "tema": nasty, "sort": nasty})
    html = response.content.decode()
    assert response.status_code == 200
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert Page(html).one("input", name="q")["value"] == nasty


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


def test_the_page_says_how_many_have_no_start_year(client, world):
    text = read(client, "/indsatser/").one(id="filtre-form").text
    assert "2 af indsatserne har intet startår i kilden." in text


# A word that may be the beginning of another costs a query more than a complete one, a word that
# nobody uses the vocabulary.
@pytest.mark.parametrize(
    ("query", "queries", "found"),
    [
        ("", 10, 64),
        (EVERYTHING, 13, 1),
        ("q=resumé", 14, 63),
        ("q=findesikke", 9, 0),
        (f"{EVERYTHING}&aar_fra=2099", 8, 0),
    ],
)
def test_the_list_costs_as_many_queries_whatever_is_chosen_and_found(
    client, world, django_assert_num_queries, query, queries, found
):
    assert queries <= 20
    for number in (1, 60):
        Intervention.objects.filter(slug__startswith="flere").delete()
        add_many(world, number)
        with django_assert_num_queries(queries):
            response = client.get(f"/indsatser/?{query}")
    assert in_result(Page(response.content.decode()))[0] == str(found)


def test_everything_chosen_at_once_is_still_an_answer(client, seeded, django_assert_num_queries):
    filterset = InterventionFilterSet(QueryDict())
    data = QueryDict(mutable=True)
    for name in filterset.facet_names:
        data.setlist(name, [slug for slug, _ in filterset.form.fields[name].choices])
    data["aar_fra"], data["aar_til"] = "1900", "2100"
    with django_assert_num_queries(11):
        response = client.get(f"/indsatser/?{data.urlencode()}")
    assert response.status_code == 200
    assert in_result(Page(response.content.decode())) == ("12", "12 indsatser")


def test_twelve_words_that_find_everything_are_as_quick(client, seeded, django_assert_num_queries):
    with django_assert_num_queries(13):
        client.get("/indsatser/?q=" + "+".join(TWELVE_WORDS))


def test_the_dearest_address_stays_within_the_budget(client, seeded, django_assert_max_num_queries):
    """Known and unknown words, a beginning, a facet, and picked entries, one by a lost address."""
    query = "q=resumé+mentorodning+oplær&tema=mentorordninger&i=gruppevejledning&i=gammel"
    with django_assert_max_num_queries(20):
        client.get(f"/indsatser/?{query}")


def test_the_list_is_compressed_for_who_asks(client, world):
    response = client.get("/indsatser/", headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert 'id="resultat"' in gzip.decompress(response.content).decode()
