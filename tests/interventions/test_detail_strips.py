"""The two strips of an entry's page, and what it resembles: a rating never follows along."""

import pytest

from tests.pages import read, sections
from tests.world import add_claim, add_entry, relate


def test_the_strip_of_a_rated_entry_says_who_rated_what_and_when(client, world):
    page = read(client, "/indsatser/mentorkorps/")
    strip = page.all("section", aria_labelledby="evidens")[0]
    assert strip.one("h2").text == "Virksom indsats ifølge Rambøll"
    assert strip.one(class_="ladder")["class"] == "ladder t3"
    assert len(strip.all("path", class_="on")) == 3
    assert [node.text for node in strip.all("dd")] == [
        "Rambøll",
        "Danske Regioner, marts 2022",
        "hovedforløbet",
    ]
    assert strip.one("span", class_="claim")["id"] == "p-r15-1"
    assert strip.all("a")[-1]["href"] == "/evidens/#virksom"


def test_the_strip_of_an_unrated_entry_is_neutral(client, world):
    strip = read(client, "/indsatser/sprogindsats/").all("section", aria_labelledby="evidens")[0]
    assert strip.one("h2").text == "Ikke vurderet i kilderne"
    assert strip.all("path", class_="on") == []
    assert "Det siger intet om, hvorvidt den hjælper." in strip.text
    assert strip.all("a")[-1]["href"] == "/evidens/#ikke-vurderet"


def test_the_rating_of_a_related_type_is_not_this_entrys(client, world):
    page = read(client, "/indsatser/laeringsbuddy/")
    strip = page.all("section", aria_labelledby="evidens")[0]
    assert strip.one("h2").text == "Ikke vurderet i kilderne"
    assert "Den ligner Fælles mentorkorps, som Rambøll har" in strip.text
    assert "Den vurdering gælder ikke denne indsats." in strip.text
    assert page.all("path", class_="on", d="M6 9H22") == [
        page.one("header", class_="top").all("path", class_="on", d="M6 9H22")[0]
    ]
    assert "En vurdering følger aldrig med" in sections(page)["Beslægtede indsatser"].text


def test_a_theme_in_common_with_a_rated_entry_is_not_worth_a_word_in_the_strip(client, world):
    relate(world.language, world.corps, "samme-tema")
    strip = read(client, "/indsatser/sprogindsats/").all("section", aria_labelledby="evidens")[0]
    assert "Fælles mentorkorps" not in strip.text


def test_the_strip_names_the_tier_that_the_related_entry_has(client, world):
    other = add_entry("andet", "Andet", themes=[world.mentors])
    add_claim("x1", other, world.report, kind="rating", tier=world.promising)
    relate(world.language, other)
    strip = read(client, "/indsatser/sprogindsats/").all("section", aria_labelledby="evidens")[0]
    assert "Den ligner Andet" in strip.text
    assert "virksomme" not in strip.text


def test_related_entries_show_from_both_ends_with_their_sentence(client, world):
    for slug, other in (("laeringsbuddy", "mentorkorps"), ("mentorkorps", "laeringsbuddy")):
        section = sections(read(client, f"/indsatser/{slug}/"))["Beslægtede indsatser"]
        assert [link["href"] for link in section.all("a")] == [f"/indsatser/{other}/"]
        assert "Sætningen om laeringsbuddy og mentorkorps." in section.text
        assert section.one(class_="tag").text == "samme slags indsats"


def test_without_public_relations_there_is_no_such_section(client, world):
    assert world.language.relations_in.count() == 3
    page = read(client, "/indsatser/sprogindsats/")
    assert "Beslægtede indsatser" not in sections(page)


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("mentorkorps", "En rapports samlede vurdering."),
        ("sprogindsats", "Et resultat med tal, oplyst i kilden."),
        ("laeringsbuddy", "Et udsagn i kilden, uden tal."),
        ("tid-til-vejledning", "Kilderne oplyser intet resultat."),
    ],
)
def test_documentation_has_a_strip_of_its_own(client, world, slug, words):
    strip = sections(read(client, f"/indsatser/{slug}/"))["Hvad der er oplyst om resultatet"]
    assert strip.text.removeprefix("Hvad der er oplyst om resultatet").strip().startswith(words)
