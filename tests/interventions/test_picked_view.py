"""What the comparison and the brief have in common: both show what the reader has picked."""

import random

import pytest

from interventions.models import Intervention
from tests.pages import Page, alerts, links, read
from tests.world import PUBLISHED, add_claim, add_entry

TWO = "i=laeringsbuddy&i=mentorkorps"
FOUR = "&".join(f"i={slug}" for slug in PUBLISHED)
MANY = "i=esbjerg-fuldtidsvejledere&i=gruppevejledning&i=vallensbaek-vejledere-som-mentorer"
FIVE = f"{MANY}&i=koebenhavn-sprogindsats&i=professionalisering-af-oplaeringsvejledere"
NASTY = ["%00", "%ff", "'", '"', "x" * 3000, "%F0%9F%92%A9", "%E2%80%AE", "{{7*7}}", "-1", "9" * 50]


def is_noindex(page):
    return page.one("meta", name="robots")["content"] == "noindex"


def test_without_a_selection_the_pages_say_how_to_make_one(client, world):
    for address in ("/sammenlign/", "/notat/"):
        page = read(client, address)
        assert "Ingen er valgt endnu." in page.one(class_="empty").text
        assert links(page.one(class_="empty")) == {"Vælg på listen": "/indsatser/"}
        assert alerts(page) == []
        assert is_noindex(page)


@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
@pytest.mark.parametrize("slug", ["udkast", "til-gennemsyn", "findes-ikke"])
def test_what_is_not_public_is_named_and_the_rest_shown(client, world, path, slug):
    page = read(client, f"{path}?i={slug}&{TWO}")
    (alert,) = alerts(page)
    assert f"“{slug}” er ikke en indsats, vi kender." in alert
    assert "Et udkast" not in page.text
    assert "Læringsbuddy" in page.one("main").text
    assert "Fælles mentorkorps" in page.one("main").text


@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
def test_of_six_the_first_five_are_shown(client, world, path):
    for number in range(2):
        add_claim(f"x{number}", add_entry(f"x-{number}", f"Nummer {number}"), world.catalogue)
    page = read(client, f"{path}?{FOUR}&i=x-0&i=x-1")
    (alert,) = alerts(page)
    assert "Adressen nævner 6 indsatser, og der er plads til 5." in alert
    assert "Nummer 0" in page.one("main").text
    assert "Nummer 1" not in page.one("main").text


def test_good_addresses_are_not_commented_but_stay_out_of_indexes(client, world):
    for path in ("/sammenlign/", "/notat/"):
        page = read(client, f"{path}?{TWO}&utm_source=x")
        assert alerts(page) == []
        assert is_noindex(page)
        assert page.one("link", rel="canonical")["href"] == f"http://testserver{path}?{TWO}"


@pytest.mark.parametrize("number", [2, 3, 4])
@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
def test_both_pages_cost_nine_queries_however_many_are_picked(
    client, world, django_assert_num_queries, path, number
):
    query = "&".join(f"i={slug}" for slug in PUBLISHED[:number])
    with django_assert_num_queries(9):
        client.get(f"{path}?{query}")


@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
def test_five_of_the_content_cost_as_much_as_two(client, seeded, django_assert_num_queries, path):
    for query in ("i=gruppevejledning&i=esbjerg-fuldtidsvejledere", FIVE):
        with django_assert_num_queries(9):
            client.get(f"{path}?{query}")


@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
def test_every_entry_of_the_content_fits_either_page(client, seeded, path):
    slugs = list(Intervention.objects.values_list("slug", flat=True))
    assert len(slugs) == 41
    for start in range(0, 41, 5):
        page = read(client, f"{path}?" + "&".join(f"i={slug}" for slug in slugs[start : start + 5]))
        assert alerts(page) == []
        for trace in ("None", "{{", " ,", "()"):
            assert trace not in page.text


@pytest.mark.parametrize(
    "path",
    [
        *("/sammenlign/", "/notat/", "/indsatser/", "/indsatser/mentorkorps/", "/find/", "/"),
        *("/kommuner/", "/kommuner/aalborg/", "/temaer/mentorordninger/", "/evidenskort/", "/tal/"),
    ],
)
def test_no_address_breaks_a_page_that_carries(client, world, path):
    chance = random.Random(path)
    for _ in range(20):
        pairs = [
            f"{chance.choice(['i', 'titel', 'forskelle', 'i[]'])}="
            f"{chance.choice([*NASTY, *PUBLISHED, '1', ''])}"
            for _ in range(chance.randrange(9))
        ]
        response = client.get(path, QUERY_STRING="&".join(pairs))
        assert response.status_code == 200, pairs
        assert Page(response.content.decode()).faults == [], pairs


@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
def test_the_pages_leave_no_cookie(client, world, path):
    response = client.get(f"{path}?{TWO}")
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()
