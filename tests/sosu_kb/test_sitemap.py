from xml.etree import ElementTree

import pytest
from django.utils import timezone

from tests.world import add_claim

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def sitemap(client):
    def read():
        response = client.get("/sitemap.xml")
        assert response.status_code == 200
        assert response["Content-Type"].startswith("application/xml")
        root = ElementTree.fromstring(response.content)
        return {
            url.find("s:loc", NAMES).text: url.findtext("s:lastmod", None, NAMES)
            for url in root.findall("s:url", NAMES)
        }

    return read


def test_only_public_pages_are_named(world, sitemap):
    pages = ["", "indsatser/", "find/", "temaer/", "kommuner/", "evidens/", "kilder/", "om/"]
    pages += ["tilgaengelighed/", "privatliv/", "evidenskort/", "tal/", "foreslaa/"]
    pages += ["data/", "data/eksempler/"]
    pages += [
        f"indsatser/{slug}/"
        for slug in ("laeringsbuddy", "mentorkorps", "sprogindsats", "tid-til-vejledning")
    ]
    pages += [f"temaer/{slug}/" for slug in ("mentorordninger", "sprogstoette", "trivsel")]
    pages += [f"kommuner/{slug}/" for slug in ("aalborg", "koebenhavn", "odense", "svendborg")]
    pages += ["kilder/katalog/", "kilder/rapport/"]
    assert sorted(sitemap()) == sorted(f"http://testserver/{page}" for page in pages)


def test_everything_named_answers(client, seeded, sitemap):
    addresses = sitemap()
    assert len(addresses) > 60
    for address in addresses:
        assert client.get(address.removeprefix("http://testserver")).status_code == 200, address


def test_an_entry_carries_the_day_of_its_last_change(world, sitemap):
    type(world.buddy).objects.filter(pk=world.buddy.pk).update(
        updated_at=timezone.make_aware(timezone.datetime(2024, 3, 4, 12))
    )
    assert sitemap()["http://testserver/indsatser/laeringsbuddy/"] == "2024-03-04"
    add_claim("ny", world.buddy, world.catalogue)
    today = timezone.localdate().isoformat()
    assert sitemap()["http://testserver/indsatser/laeringsbuddy/"] == today


def test_pages_without_a_known_change_carry_no_date(world, sitemap):
    assert sitemap()["http://testserver/om/"] is None


def test_an_entry_leaves_with_its_publication(world, sitemap):
    world.buddy.state = "arkiveret"
    world.buddy.save()
    assert "http://testserver/indsatser/laeringsbuddy/" not in sitemap()
    assert "http://testserver/kommuner/aalborg/" not in sitemap()
