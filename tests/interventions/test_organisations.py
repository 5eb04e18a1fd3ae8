from urllib.parse import urlsplit

import pytest

from interventions.models import Organisation, Source
from tests.pages import read

NORD = "/indsatser/?q=SOSU+Nord"


@pytest.fixture
def known(world):
    """The school with an address of its own."""
    world.school.url = "https://example.dk/"
    world.school.save()
    return world


def test_a_name_leads_to_the_entries_that_name_it(client, world):
    link = read(client, "/indsatser/tid-til-vejledning/").one("a", href=NORD)
    assert link.text == "SOSU Nord"
    found = read(client, link["href"]).all("article")
    assert [node["data-slug"] for node in found] == ["tid-til-vejledning"]


def test_the_way_there_carries_the_selection_along(client, world):
    page = read(client, "/indsatser/tid-til-vejledning/?i=mentorkorps")
    assert page.one("a", href=f"{NORD}&i=mentorkorps").text == "SOSU Nord"


@pytest.mark.parametrize("address", ["/indsatser/tid-til-vejledning/", "/kommuner/aalborg/"])
def test_a_known_address_stands_beside_the_name(client, known, address):
    known.plan.municipalities.add(known.aalborg)
    page = read(client, address)
    assert page.one("a", href=NORD).text == "SOSU Nord"
    own = page.one("a", href="https://example.dk/")
    assert own.text == "hjemmeside for SOSU Nord"
    assert own["rel"] == "external"


@pytest.mark.parametrize("address", ["/indsatser/tid-til-vejledning/", "/kommuner/aalborg/"])
def test_an_unknown_address_is_not_made_up(client, world, address):
    world.plan.municipalities.add(world.aalborg)
    assert "hjemmeside" not in read(client, address).text


def test_a_municipality_without_organisations_has_no_heading_for_them(client, world):
    assert "Skoler og andre" not in read(client, "/kommuner/odense/").text


def test_the_content_has_the_addresses_that_its_own_sources_show(seeded):
    known = Organisation.objects.exclude(url="").order_by("slug")
    assert list(known.values_list("slug", "url")) == [
        ("boerne-og-undervisningsministeriet", "https://www.uvm.dk/"),
        ("region-syddanmark", "https://regionsyddanmark.dk/"),
        ("sosu-nykoebing-falster", "https://www.sosunyk.dk/"),
        ("ucn", "https://ucn.dk/"),
    ]
    hosts = {urlsplit(url).netloc for url in Source.objects.values_list("url", flat=True)}
    assert {urlsplit(one.url).netloc for one in known} <= hosts


def test_each_organisation_of_the_content_leads_to_its_entries(client, seeded):
    for one in Organisation.objects.all():
        named = set(one.interventions.published().values_list("slug", flat=True))
        found = {node["data-slug"] for node in read(client, one.get_absolute_url()).all("article")}
        assert named <= found, one.name
