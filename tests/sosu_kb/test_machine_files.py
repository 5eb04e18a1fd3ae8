"""Files that machines look for under a known address."""

import datetime
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from tests.pages import read

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
SECURITY = "/.well-known/security.txt"


@pytest.fixture
def description(client):
    response = client.get("/opensearch.xml")
    assert response["Content-Type"] == "application/opensearchdescription+xml"
    return ElementTree.fromstring(response.content)


def test_a_browser_can_search_here(client, world, description):
    search, itself = description.findall(f"{OPENSEARCH}Url")
    assert (search.get("type"), itself.get("rel")) == ("text/html", "self")
    address = search.get("template").replace("{searchTerms}", "mentorkorps")
    assert "1 indsats" in read(client, address.removeprefix("http://testserver")).text
    assert itself.get("template") == "http://testserver/opensearch.xml"


def test_names_are_as_long_as_the_standard_allows(description):
    assert description.tag == f"{OPENSEARCH}OpenSearchDescription"
    assert 0 < len(description.findtext(f"{OPENSEARCH}ShortName")) <= 16
    assert 0 < len(description.findtext(f"{OPENSEARCH}Description")) <= 1024


@pytest.mark.parametrize("address", ["/", "/om/", "/findes/ikke/"])
def test_pages_name_the_search(client, world, address):
    status = 404 if address == "/findes/ikke/" else 200
    link = read(client, address, status=status).one("link", rel="search")
    assert (link["type"], link["href"]) == (
        "application/opensearchdescription+xml",
        "/opensearch.xml",
    )


def security_fields(client):
    response = client.get(SECURITY)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return [line.split(": ", 1) for line in response.content.decode().splitlines()]


def test_whom_to_tell_of_a_weakness(client, settings):
    settings.CONTACT_EMAIL = "hej@example.dk"
    fields = dict(security_fields(client))
    assert list(fields) == ["Contact", "Expires", "Preferred-Languages", "Canonical"]
    assert fields["Contact"] == "mailto:hej@example.dk"
    assert fields["Preferred-Languages"] == "da, en"
    assert fields["Canonical"] == f"https://testserver{SECURITY}"


def test_it_can_be_relied_on_for_months_but_not_for_a_year(client, settings, monkeypatch):
    settings.CONTACT_EMAIL = "hej@example.dk"
    for month in range(1, 13):
        now = datetime.datetime(2026, month, 28, 12, tzinfo=datetime.UTC)
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        ends = datetime.datetime.fromisoformat(dict(security_fields(client))["Expires"])
        assert datetime.timedelta(days=120) < ends - now < datetime.timedelta(days=365)


def test_it_stays_the_same_for_a_month(client, settings, monkeypatch):
    settings.CONTACT_EMAIL = "hej@example.dk"
    found = set()
    for day in (1, 15, 30):
        now = datetime.datetime(2026, 11, day, 12, tzinfo=datetime.UTC)
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        found.add(client.get(SECURITY).content)
    assert len(found) == 1


def test_without_a_contact_there_is_no_such_file(client, db):
    assert client.get(SECURITY).status_code == 404


def test_crawlers_may_read_all_but_the_desk_and_find_the_sitemap(client):
    assert client.get("/robots.txt").content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Sitemap: http://testserver/sitemap.xml",
    ]
