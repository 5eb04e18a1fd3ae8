import gzip
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interventions import suggestions
from interventions.models import Intervention
from tests.world import HIDDEN, add_many

ADDRESS = "/forslag.json"


def rows(client):
    response = client.get(ADDRESS)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    return json.loads(response.content)["forslag"]


def test_themes_come_first_then_municipalities_with_entries_then_entries(client, world):
    assert rows(client) == [
        ["Mentorordninger", "Tema · 2 indsatser", "/temaer/mentorordninger/"],
        ["Sprogstøtte", "Tema · 2 indsatser", "/temaer/sprogstoette/"],
        ["Trivsel", "Tema · 1 indsats", "/temaer/trivsel/"],
        ["København", "Kommune · 1 indsats", "/kommuner/koebenhavn/"],
        ["Odense", "Kommune · 1 indsats", "/kommuner/odense/"],
        ["Svendborg", "Kommune · 1 indsats", "/kommuner/svendborg/"],
        ["Aalborg", "Kommune · 1 indsats", "/kommuner/aalborg/"],
        ["Fælles mentorkorps", "Indsats", "/indsatser/mentorkorps/"],
        ["Ærlig sproghjælp", "Indsats", "/indsatser/sprogindsats/"],
        ["Læringsbuddy", "Indsats", "/indsatser/laeringsbuddy/"],
        ["Aaret med tid til vejledning", "Indsats", "/indsatser/tid-til-vejledning/"],
        ["Ærø", "Kommune · ingen case i kilderne", "/kommuner/aeroe/"],
    ]


def test_every_suggestion_leads_to_a_page(client, world):
    for name, _, address in rows(client):
        response = client.get(address)
        assert response.status_code == 200, address
        assert name in response.content.decode()


@pytest.mark.parametrize("slug", HIDDEN)
def test_an_unpublished_entry_is_never_suggested(client, world, slug):
    entry = next(entry for entry in world.hidden if entry.slug == slug)
    assert entry.title not in client.get(ADDRESS).content.decode()
    assert f"/indsatser/{slug}/" not in client.get(ADDRESS).content.decode()
    entry.state = "udgivet"
    entry.save()
    assert [entry.title, "Indsats", f"/indsatser/{slug}/"] in rows(client)


def test_the_document_takes_four_queries_however_many_there_are(client, world):
    add_many(world, 5)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(rows(client)) == 12 + 5
    assert len(queries) == 4


def test_the_document_ends_with_the_first_entries_of_the_list(client, world, monkeypatch):
    monkeypatch.setattr(suggestions, "MOST_ENTRIES", 2)
    add_many(world, 5)
    entries = [name for name, kind, _ in rows(client) if kind == "Indsats"]
    assert entries == ["Fælles mentorkorps", "Ærlig sproghjælp"]
    assert "Ærø" in [name for name, *_ in rows(client)]


def test_a_full_document_weighs_little(client, world):
    title = "Fastholdelsesmedarbejdere og vejledning i kommune"
    Intervention.objects.bulk_create(
        Intervention(slug=f"flere-{number:04}", title=f"{title} {number}", state="udgivet")
        for number in range(suggestions.MOST_ENTRIES)
    )
    assert len([row for row in rows(client) if row[1] == "Indsats"]) == 1000
    packed = client.get(ADDRESS, headers={"accept-encoding": "gzip"})
    assert len(gzip.decompress(packed.content)) < 150_000
    assert len(packed.content) < 25_000


def test_the_document_is_the_same_for_everybody_and_may_be_kept(client, world):
    first = client.get(ADDRESS)
    assert first["Cache-Control"] == "public, max-age=0, s-maxage=60"
    assert not first.cookies
    assert "cookie" not in first.get("Vary", "").lower()
    again = client.get(ADDRESS, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_new_title_is_a_new_document(client, world):
    before = client.get(ADDRESS)["ETag"]
    world.buddy.title = "Følgesvend"
    world.buddy.save()
    assert client.get(ADDRESS, headers={"if-none-match": before}).status_code == 200
    assert ["Følgesvend", "Indsats", "/indsatser/laeringsbuddy/"] in rows(client)


@pytest.mark.parametrize("query", ["q=%00", "q=%FF", "q=" + "a" * 3000, "side=9&x[]=1"])
def test_no_address_breaks_it(client, world, query):
    assert client.get(f"{ADDRESS}?{query}").content == client.get(ADDRESS).content
