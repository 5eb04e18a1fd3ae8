import gzip

import pytest
from django.http import QueryDict

from interventions.filters import InterventionFilterSet
from interventions.models import Intervention
from tests.pages import Page, alerts, read
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
