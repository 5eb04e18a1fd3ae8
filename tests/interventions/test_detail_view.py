import datetime

import pytest

from interventions.models import Claim, FormerSlug
from tests.pages import read, sections
from tests.world import add_claim, add_entry, add_source, relate


def facts(page):
    return {
        row.one("dt").text: row.one("dd").text for row in page.one("dl", class_="facts").all("div")
    }


def test_the_page_begins_with_title_kind_who_and_summary(client, world):
    page = read(client, "/indsatser/laeringsbuddy/")
    assert page.one("article", data_slug=True)["data-slug"] == "laeringsbuddy"
    assert page.one("h1").text == "Læringsbuddy"
    assert page.one(class_="kicker").text == "Kommunal praksis · Aalborg"
    assert page.one(class_="lede").text == "Nye elever følges med en ældre elev."
    assert page.one("title").children == ["Læringsbuddy · SOSU-videnbasen"]
    assert page.one("meta", name="description")["content"] == "Nye elever følges med en ældre elev."


def test_the_sections_stand_in_the_order_of_a_reader(client, world):
    kinds = ["statement", "result", "funding", "resource", "deliverer", "start", "setting"]
    kinds += ["target", "method", "context", "aim", "what"]
    for kind in kinds:
        add_claim(f"alle-{kind}", world.plan, world.catalogue, kind=kind)
    page = read(client, "/indsatser/tid-til-vejledning/")
    story = page.one(class_="story")
    assert [node.text for node in story.all("h2")] == [
        "Hvad er det?",
        "Rammen",
        "For hvem, hvor og hvornår?",
        "Hvem gør det, og med hvad?",
        "Oplyste resultater",
        "Hvad der ellers bliver sagt",
        "Ikke oplyst i kilden",
        "Kilder",
    ]
    places = {
        heading: [claim["id"] for claim in node.all("span", class_="claim")]
        for heading, node in sections(page).items()
    }
    assert places["Hvad er det?"] == ["p-alle-what", "p-alle-aim", "p-l01"]
    assert places["Rammen"] == ["p-alle-context", "p-alle-method", "p-k01"]
    assert places["For hvem, hvor og hvornår?"] == [
        "p-alle-target",
        "p-alle-setting",
        "p-alle-start",
    ]
    assert places["Hvem gør det, og med hvad?"] == [
        "p-alle-deliverer",
        "p-alle-resource",
        "p-alle-funding",
    ]
    assert places["Oplyste resultater"] == ["p-alle-result"]
    assert places["Hvad der ellers bliver sagt"] == ["p-alle-statement"]


def test_context_of_the_source_stands_under_the_frame(client, world):
    frame = sections(read(client, "/indsatser/laeringsbuddy/"))["Rammen"].one("details")
    assert frame.one("summary").text == "Ét udsagn, der gælder for hele kilden"
    assert [node["id"] for node in frame.all("span", class_="claim")] == ["p-k01"]


def test_context_of_another_source_does_not_show(client, world):
    assert "p-k01" not in read(client, "/indsatser/mentorkorps/").ids


def test_footnotes_lead_to_the_claim_in_its_source_and_back(client, world):
    page = read(client, "/indsatser/laeringsbuddy/")
    notes = {link.text: link["href"] for sup in page.all("sup") for link in sup.all("a")}
    assert notes == {
        "1": "/kilder/katalog/#p-k05",
        "2": "/kilder/katalog/#p-k01",
        "3": "/kilder/katalog/#p-k07",
    }
    source = read(client, "/kilder/katalog/")
    for key in ("k05", "k07"):
        back = source.one(id=f"p-{key}").all("a")[-1]
        assert back["href"] == f"/indsatser/laeringsbuddy/#p-{key}"
        assert back.text == "Bruges i: Læringsbuddy"
        assert f"p-{key}" in page.ids


def test_a_footnote_says_where_it_leads(client, world):
    page = read(client, "/indsatser/laeringsbuddy/")
    assert page.all("sup")[0].one("a")["aria-label"] == "Kilde 1: KL, afsnit 1"


def test_each_source_lists_its_passages_under_the_numbers_of_the_text(client, world):
    add_claim("m1", world.corps, world.catalogue, locator="side 9", anchor="ni ord")
    page = read(client, "/indsatser/mentorkorps/")
    found = [
        (
            node.all("a")[0].text,
            [(row["value"], row.text) for row in node.all("ol")[0].all("li")],
        )
        for node in page.all("div", class_="source")
    ]
    assert found == [
        ("Rapporten", [("1", "afsnit 1"), ("3", "afsnit 1")]),
        ("Gode forløb på Ærø", [("2", "side 9 ni ord")]),
    ]


def test_a_source_carries_publisher_date_reading_and_address(client, world):
    text = read(client, "/indsatser/mentorkorps/").one("div", class_="source").text
    assert "Danske Regioner, marts 2022. Læst 1. maj 2024." in text
    link = read(client, "/indsatser/mentorkorps/").one("div", class_="source").all("a")[1]
    assert link["href"] == "https://example.dk/rapport"


def test_the_facts_stand_beside(client, world):
    assert facts(read(client, "/indsatser/laeringsbuddy/")) == {
        "Type": "Kommunal praksis",
        "Temaer": "Mentorordninger",
        "Kommune": "Aalborg",
        "Siden": "2020",
        "For hvem": "Alle elever",
        "Hvornår i uddannelsen": "Oplæring",
        "Status": "I drift pr. 3. februar 2021",
        "Gennemset": "Endnu ikke af en redaktør. Læst i kilden 1. maj 2024",
    }


def test_the_facts_name_month_programme_review_and_trait(client, world):
    found = facts(read(client, "/indsatser/sprogindsats/"))
    assert found["Siden"] == "august 2021"
    assert found["Uddannelse"] == "SSH"
    assert found["Gennemset"] == "7. juni 2024"
    corps = read(client, "/indsatser/mentorkorps/")
    assert facts(corps)["Kommuner"] == "Odense, Svendborg"
    assert facts(corps)["Tværgående kendetegn"] == "Tryghed (redaktionens egen læsning)"
    assert facts(read(client, "/indsatser/tid-til-vejledning/"))["Aktør"] == "SOSU Nord"


@pytest.mark.parametrize("slug", ["udkast", "til-gennemsyn", "arkiveret", "findes-ikke"])
def test_what_is_not_published_is_not_found(client, world, slug):
    page = read(client, f"/indsatser/{slug}/", status=404)
    assert page.one("h1").text == "Siden findes ikke"


def test_a_former_address_redirects_for_good(client, world):
    world.buddy.slug = "ny-buddy"
    world.buddy.save()
    response = client.get("/indsatser/laeringsbuddy/")
    assert (response.status_code, response["Location"]) == (301, "/indsatser/ny-buddy/")
    assert read(client, "/indsatser/ny-buddy/").one("h1").text == "Læringsbuddy"
    carrying = client.get("/indsatser/laeringsbuddy/?i=mentorkorps&i=laeringsbuddy")
    assert carrying["Location"] == "/indsatser/ny-buddy/?i=mentorkorps&i=laeringsbuddy"


def test_a_former_address_of_a_draft_is_not_found(client, world):
    FormerSlug.objects.create(slug="gammel", intervention=world.draft)
    read(client, "/indsatser/gammel/", status=404)


def test_an_address_given_back_is_the_entrys_again(client, world):
    for slug in ("ny-buddy", "laeringsbuddy"):
        world.buddy.slug = slug
        world.buddy.save()
    read(client, "/indsatser/laeringsbuddy/")
    response = client.get("/indsatser/ny-buddy/")
    assert response["Location"] == "/indsatser/laeringsbuddy/"


@pytest.mark.parametrize(("slug", "queries"), [("laeringsbuddy", 13), ("mentorkorps", 13)])
def test_the_page_costs_as_many_queries_however_much_it_shows(
    client, world, django_assert_num_queries, slug, queries
):
    with django_assert_num_queries(queries):
        client.get(f"/indsatser/{slug}/")
    entry = getattr(world, {"laeringsbuddy": "buddy", "mentorkorps": "corps"}[slug])
    for index in range(30):
        source = add_source(
            f"kilde-{index}", published=datetime.date(2020, 1, 1), published_precision="aar"
        )
        add_claim(f"x{index}", entry, source, kind="result", value=index, unit="ting")
        add_claim(f"y{index}", None, source, kind="context")
        other = add_entry(f"anden-{index}", f"Anden {index}", themes=[world.mentors])
        relate(entry, other)
        third = add_entry(f"tredje-{index}", f"Tredje {index}", themes=[world.mentors])
        relate(third, entry)
    entry.municipalities.add(world.aeroe, world.copenhagen)
    entry.characteristics.add(world.trait)
    entry.programmes.add(world.programme)
    assert Claim.objects.filter(intervention=entry).count() >= 32
    with django_assert_num_queries(queries):
        client.get(f"/indsatser/{slug}/")


def test_a_former_address_costs_two_queries(client, world, django_assert_num_queries):
    FormerSlug.objects.create(slug="gammel", intervention=world.buddy)
    with django_assert_num_queries(2):
        client.get("/indsatser/gammel/")


def test_two_sources_of_a_publisher_are_named_once_in_the_strip(client, world):
    for slug in ("to", "tre"):
        add_claim(slug, world.buddy, add_source(slug, publisher="SEVU"))
    strip = sections(read(client, "/indsatser/laeringsbuddy/"))["Hvad der er oplyst om resultatet"]
    assert strip.text.count("KL, dato ikke oplyst") == 1
    assert strip.text.count("SEVU, dato ikke oplyst") == 1
