"""What the pages tell to machines."""

import json

import pytest
from django.utils import timezone

from interventions import content_version
from interventions.models import Intervention
from tests.pages import read
from tests.story import begin, republish

SITE = "http://testserver"


def data(page):
    """{type: data} of the data blocks."""
    blocks = [
        json.loads("".join(node.children))
        for node in page.one("head").all("script", type="application/ld+json")
    ]
    assert all(block["@context"] == "https://schema.org" for block in blocks)
    return {block["@type"]: block for block in blocks}


def og(page):
    return {
        node["property"]: node["content"] for node in page.one("head").all("meta", property=True)
    }


def test_an_entry_is_an_article_that_cites_its_sources(client, world, admin_user):
    day = timezone.make_aware(timezone.datetime(2025, 5, 9, 12))
    Intervention.objects.filter(pk=world.corps.pk).update(published_at=day)
    begin()
    article = data(read(client, "/indsatser/mentorkorps/"))["Article"]
    organisation = {"@type": "Organization", "name": "SOSU-videnbasen", "url": f"{SITE}/"}
    assert article == {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": f"{SITE}/indsatser/mentorkorps/",
        "url": f"{SITE}/indsatser/mentorkorps/",
        "headline": "Fælles mentorkorps",
        "description": "Resumé af mentorkorps.",
        "inLanguage": "da",
        "version": world.corps.versions.get().number,
        "datePublished": "2025-05-09",
        "dateModified": "2025-05-09T12:00:00+02:00",
        "author": organisation,
        "publisher": organisation,
        "isPartOf": {"@type": "WebSite", "name": "SOSU-videnbasen", "url": f"{SITE}/"},
        "about": [
            {"@type": "Thing", "name": "Mentorordninger"},
            {"@type": "Thing", "name": "Sprogstøtte"},
        ],
        "spatialCoverage": [
            {"@type": "AdministrativeArea", "name": "Odense Kommune"},
            {"@type": "AdministrativeArea", "name": "Svendborg Kommune"},
        ],
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Rapporten",
                "url": "https://example.dk/rapport",
                "publisher": {"@type": "Organization", "name": "Danske Regioner"},
                "datePublished": "2022-03",
            }
        ],
    }


def test_a_change_that_the_public_reads_dates_the_article(client, world, admin_user):
    begin()
    entry = republish(world.buddy, admin_user, title="Buddy")
    article = data(read(client, "/indsatser/laeringsbuddy/"))["Article"]
    assert (article["headline"], article["version"]) == ("Buddy", entry.version)
    assert article["dateModified"].startswith(timezone.localdate().isoformat())


def test_the_owner_of_the_site_is_the_publisher(client, world, settings):
    settings.SITE_OWNER = "Eksempel Kommune"
    article = data(read(client, "/indsatser/laeringsbuddy/"))["Article"]
    assert article["publisher"]["name"] == "Eksempel Kommune"


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!--", "a & b", "'\"\\"])
def test_no_text_ends_the_data_block(client, world, title):
    world.buddy.title = title
    world.buddy.save()
    page = read(client, "/indsatser/laeringsbuddy/")
    assert data(page)["Article"]["headline"] == title
    assert [node.get("type") for node in page.all("script")] == [
        "application/ld+json",
        "application/ld+json",
        "module",
    ]
    assert og(page)["og:title"] == f"{title} · SOSU-videnbasen"


@pytest.mark.parametrize(
    ("address", "steps"),
    [
        (
            "/indsatser/laeringsbuddy/",
            [
                ("Indsatser", "/indsatser/"),
                ("Mentorordninger", "/temaer/mentorordninger/"),
                ("Læringsbuddy", "/indsatser/laeringsbuddy/"),
            ],
        ),
        (
            "/indsatser/laeringsbuddy/historik/",
            [
                ("Indsatser", "/indsatser/"),
                ("Læringsbuddy", "/indsatser/laeringsbuddy/"),
                ("Versioner", "/indsatser/laeringsbuddy/historik/"),
            ],
        ),
        ("/temaer/trivsel/", [("Temaer", "/temaer/"), ("Trivsel", "/temaer/trivsel/")]),
        ("/kommuner/aalborg/", [("Kommuner", "/kommuner/"), ("Aalborg", "/kommuner/aalborg/")]),
        ("/kilder/katalog/", [("Kilder", "/kilder/"), ("Gode forløb på Ærø", "/kilder/katalog/")]),
    ],
)
def test_pages_tell_the_way_to_them(client, world, address, steps):
    items = data(read(client, address))["BreadcrumbList"]["itemListElement"]
    assert items == [
        {"@type": "ListItem", "position": place, "name": name, "item": f"{SITE}{path}"}
        for place, (name, path) in enumerate(steps, start=1)
    ]


def test_a_page_that_is_shared_has_words_and_a_picture(client, world):
    page = read(client, "/indsatser/laeringsbuddy/?i=mentorkorps")
    assert og(page) == {
        "og:url": f"{SITE}/indsatser/laeringsbuddy/",
        "og:image": f"{SITE}/static/img/share.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "SOSU-videnbasen: hvad holder SOSU-elever i uddannelse?",
        "og:title": "Læringsbuddy · SOSU-videnbasen",
        "og:description": "Nye elever følges med en ældre elev.",
        "og:type": "article",
        "og:locale": "da_DK",
        "og:site_name": "SOSU-videnbasen",
    }
    assert page.one("meta", name="description")["content"] == og(page)["og:description"]


@pytest.mark.parametrize("address", ["/", "/indsatser/?tema=trivsel", "/temaer/trivsel/", "/nyt/"])
def test_every_page_is_shared_under_its_own_name_and_address(client, world, address):
    page = read(client, address)
    assert og(page)["og:title"] == page.one("head").one("title").children[0]
    assert og(page)["og:url"] == page.one("link", rel="canonical")["href"]
    assert og(page)["og:type"] == "website"


def test_a_page_for_an_error_names_no_address(client, db):
    page = read(client, "/findes/ikke/", status=404)
    assert "og:url" not in og(page)
    assert page.all("link", rel="canonical") == []


def test_the_data_are_a_dataset_with_its_files_licence_and_version(client, world):
    version = content_version.current()
    found = data(read(client, "/data/"))["Dataset"]
    assert found["@id"] == f"{SITE}/data/"
    assert found["version"] == str(version.number)
    assert found["dateModified"].startswith(timezone.localdate().isoformat())
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/deed.da"
    assert f"version {version.number} af " in found["creditText"]
    assert [(file["encodingFormat"], file["contentUrl"]) for file in found["distribution"]] == [
        ("application/zip", f"{SITE}/data/sosu-videnbase.zip"),
        ("application/json", f"{SITE}/indsatser.json"),
        ("text/csv; charset=utf-8", f"{SITE}/indsatser.csv"),
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            f"{SITE}/indsatser.xlsx",
        ),
    ]


def test_each_file_of_the_dataset_is_what_it_is_said_to_be(client, world):
    for file in data(read(client, "/data/"))["Dataset"]["distribution"]:
        response = client.get(file["contentUrl"].removeprefix(SITE))
        assert (response.status_code, response["Content-Type"]) == (200, file["encodingFormat"])
        b"".join(response)
