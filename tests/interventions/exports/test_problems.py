"""Bad addresses get a problem document, whatever the format."""

import datetime
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone

from interventions.models import FormerSlug
from tests.interventions.test_fuzz import addresses

FORMATS = ["csv", "xlsx", "json"]


@pytest.fixture(params=FORMATS)
def address(request):
    return f"/indsatser.{request.param}"


@pytest.mark.parametrize(
    ("query", "parameter", "value", "message"),
    [
        ("tema=vrøvl", "tema", "vrøvl", "“vrøvl” findes ikke under tema."),
        ("tema=trivsel&tema=x", "tema", "x", "“x” findes ikke under tema."),
        ("aar_fra=x", "aar_fra", "x", "“x” er ikke et årstal mellem 1900 og 2100."),
        ("aar_til=2101", "aar_til", "2101", "“2101” er ikke et årstal mellem 1900 og 2100."),
        ("sort=x", "sort", "x", "“x” er ikke en rækkefølge, vi kender."),
        (
            "sort=relevans",
            "sort",
            "relevans",
            "Uden søgeord er der intet at finde bedste træffer efter.",
        ),
        (
            "aar_fra=2021&aar_til=2020",
            "aar_fra",
            "2021",
            "Startåret går fra 2021 til 2020, altså baglæns.",
        ),
        ("q=a&q=mentor", "q", "mentor", "“q” står flere gange i adressen."),
        ("q=og", "q", "og", "Søgningen indeholder kun småord."),
        ("page=2", "page", "2", "“page” er ikke en parameter, vi kender her."),
        ("Tema=trivsel", "Tema", "trivsel", "“Tema” er ikke en parameter, vi kender her."),
        ("x=", "x", "", "“x” er ikke en parameter, vi kender her."),
        (
            "side=2",
            "side",
            "2",
            "“side” hører til listen på skærmen. En fil har alle rækker på én gang.",
        ),
        (
            "i=mentorkorps",
            "i",
            "mentorkorps",
            "“i” hører til siderne. Det, der er valgt til sammenligning, følger ikke med her.",
        ),
    ],
)
def test_parameter_and_value_are_named(fetch, world, address, query, parameter, value, message):
    answer = fetch(f"{address}?{query}", 400)
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json() == {
        "type": "http://testserver/data/#fejl-i-adressen",
        "title": "Adressen kan ikke bruges",
        "status": 400,
        "detail": f"Én ting i adressen kan ikke bruges. {message}",
        "problems": [{"parameter": parameter, "value": value, "message": message}],
    }


def test_a_long_search_does_not_claim_to_have_used_its_beginning(fetch, world):
    (problem,) = fetch("/indsatser.json?q=" + "mentor" * 40, 400).json()["problems"]
    assert problem["message"] == "Søgningen er længere end 200 tegn."


def test_all_are_named_up_to_a_point(fetch, world, address):
    query = "&".join(f"x{number}=1" for number in range(300))
    problem = fetch(f"{address}?tema=y&{query}", 400).json()
    assert problem["detail"].startswith("301 ting i adressen kan ikke bruges.")
    assert len(problem["problems"]) == 20


def test_more_parameters_than_are_read_are_a_problem_too(fetch, world, address):
    problem = fetch(f"{address}?" + "&".join(["tema=trivsel"] * 1100), 400).json()
    assert problem["detail"] == "Adressen har flere parametre, end vi læser."


@pytest.mark.parametrize("part", range(4))
def test_no_address_breaks_a_format(client, world, part):
    statuses = set()
    for query in addresses()[part::60]:
        for extension in ("csv", "json"):
            response = client.get(f"/indsatser.{extension}", QUERY_STRING=query)
            statuses.add(response.status_code)
            assert response.status_code in {200, 400}, query
            assert len(response.getvalue()) < 100_000, query
    assert statuses == {200, 400}


@pytest.mark.parametrize(
    "slug", ["udkast", "til-gennemsyn", "arkiveret", "findes-ikke", quote("a\0"), "%ff", "æ", "."]
)
def test_what_is_not_public_is_not_found(fetch, world, slug):
    answer = fetch(f"/indsatser/{slug}.json", 404)
    assert answer.json() == {
        "type": "http://testserver/data/#findes-ikke",
        "title": "Findes ikke",
        "status": 404,
        "detail": "Her er ingen indsats.",
        "problems": [],
    }


def test_a_former_address_of_a_draft_is_not_found(fetch, world):
    FormerSlug.objects.create(slug="gammel", intervention=world.draft)
    fetch("/indsatser/gammel.json", 404)


def test_what_was_withdrawn_says_when_and_why(fetch, world):
    moment = timezone.make_aware(datetime.datetime(2024, 3, 4, 12))
    type(world.archived).objects.filter(pk=world.archived.pk).update(
        published_at=moment, withdrawn_at=moment, withdrawn_because="Kilden er trukket tilbage."
    )
    problem = fetch("/indsatser/arkiveret.json", 410).json()
    assert problem["title"] == "Taget ned"
    assert problem["detail"] == (
        "Indsatsen stod her til den 4. marts 2024. Kilden er trukket tilbage."
    )


def test_the_reason_of_an_earlier_withdrawal_is_not_that_of_the_day_that_was_set(fetch, world):
    moment = timezone.make_aware(datetime.datetime(2024, 3, 4, 12))
    type(world.buddy).objects.filter(pk=world.buddy.pk).update(
        published_at=moment, withdraw_on=datetime.date(2024, 5, 1), withdrawn_because="Forkert."
    )
    problem = fetch("/indsatser/laeringsbuddy.json", 410).json()
    assert problem["detail"] == "Indsatsen stod her til den 1. maj 2024."


@pytest.mark.parametrize(
    "path", ["/indsatser/mentorkorps.json", "/data/claims.csv", "/data/openapi.json"]
)
def test_what_takes_no_parameters_names_those_that_come(fetch, world, path):
    (problem,) = fetch(f"{path}?tema=trivsel", 400).json()["problems"]
    assert problem["parameter"] == "tema"


def test_every_kind_of_problem_is_explained(client, world):
    page = client.get("/data/").content.decode()
    for anchor in ("fejl-i-adressen", "findes-ikke", "taget-ned"):
        assert f'<dt id="{anchor}">' in page


def test_only_reading_is_allowed(world, address):
    response = Client(enforce_csrf_checks=True).post(address)
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
