"""What a reader sees of a search: how it was understood, and where the hits stand."""

import pytest

from tests.pages import Page


def read(client, address):
    return Page(client.get(address).content.decode())


def notes(client, query):
    return [
        note.text
        for note in read(client, f"/indsatser/?q={query}").one(class_="search-notes").all("p")
    ]


def test_hits_are_marked_in_title_and_summary(client, seeded):
    page = read(client, "/indsatser/?q=læringsbuddy")
    card = page.one("article", **{"data-slug": "aalborg-laeringsbuddy"})
    assert "Læringsbuddy" in [mark.text for mark in card.all("mark")]
    assert read(client, "/indsatser/").all("mark") == []


@pytest.mark.parametrize(
    ("query", "slug", "words"),
    [
        ("frafald", "overgangssamtaler-og-onboarding", {"falder"}),
        ("deltidsvejledere", "deltids-og-fuldtidsvejledere", {"Deltids"}),
        (
            "buddy",
            "aalborg-laeringsbuddy",
            {"Læringsbuddy", "mentorordning", "mentor", "læringsbuddy"},
        ),
        ("sprog", "vevo-sprogvejledere", {"Sprogvejledere", "sprogvejleder"}),
    ],
)
def test_marks_stand_where_the_search_found_a_word_in_any_form(client, seeded, query, slug, words):
    card = read(client, f"/indsatser/?q={query}").one("article", **{"data-slug": slug})
    assert {mark.text for mark in card.all("mark")} == words


def test_synonyms_are_told(client, seeded):
    assert notes(client, "bemanding") == ["Søgte også: normering."]


def test_a_slip_is_mended_and_told(client, seeded):
    assert notes(client, "mentorodning") == [
        "Ingen indsats bruger ordet “mentorodning”. Mente du mentorordning? "
        "Her er træffere for det.",
        "Søgte også: mentor, læringsbuddy, buddy, mentorkorps.",
    ]


def test_a_municipality_without_a_case_is_told_of(client, seeded):
    assert notes(client, "roskilde")[0].startswith("Roskilde har ingen case i kilderne.")


@pytest.mark.parametrize("query", ["høje+taastrup", "Høje-Taastrup"])
def test_a_municipality_is_told_of_however_its_name_is_written(client, seeded, query):
    assert notes(client, query) == [
        "Høje-Taastrup har ingen case i kilderne. Det betyder ikke, at kommunen intet gør."
    ]


def test_a_word_that_was_looked_for_in_pieces_is_told_of(client, seeded):
    assert notes(client, "sprogcafé") == [
        "Ingen indsats bruger “sprogcafé” som ét ord. Her er træffere, der har delene hver for sig."
    ]


def test_a_compound_that_no_entry_has_in_pieces_is_told_of(client, seeded):
    assert notes(client, "kollegaskab") == ["Ingen indsats bruger ordet “kollegaskab”."]
    assert notes(client, "galionkorps") == [
        "Ingen indsats bruger “galionkorps”. Her er træffere for en del af ordet."
    ]


def test_most_of_the_words_are_enough_when_nothing_has_all(client, seeded):
    page = read(client, "/indsatser/?q=simulation+sygefravær")
    assert page.one(id="resultat")["data-count"] == "4"
    assert notes(client, "simulation+sygefravær") == [
        "Ingen indsats har alle ordene. Her er dem, der har 1 af 2."
    ]


def test_related_words_are_links(client, seeded):
    page = read(client, "/indsatser/?q=frafald")
    links = [link["href"] for link in page.one(class_="search-notes").all("a")]
    assert links == ["/indsatser/?q=gennemf%C3%B8relse", "/indsatser/?q=fastholdelse"]


@pytest.mark.parametrize("query", ["og", "og på i", "!!!"])
def test_a_search_without_words_says_so_and_shows_everything(client, seeded, query):
    page = read(client, f"/indsatser/?q={query}")
    assert page.one(id="resultat")["data-count"] == "41"
    assert "Søgningen indeholder" in page.one(role="alert").text


@pytest.mark.parametrize(
    ("query", "queries"),
    [
        ("mentor", 17),
        ("frafald+esbjerg", 17),
        ("mentorodning", 19),
        ("mentor+zzzzq&i=gruppevejledning", 20),
    ],
)
def test_a_search_stays_within_the_budget(
    client, seeded, django_assert_max_num_queries, query, queries
):
    with django_assert_max_num_queries(queries):
        client.get(f"/indsatser/?q={query}")
