import pytest

from interventions import content_version
from interventions.exports.catalogue import TABLES
from tests.pages import read


def test_it_says_what_there_is_and_leads_to_it(client, world):
    links = set(read(client, "/data/").links)
    assert {"/indsatser.csv", "/indsatser.xlsx", "/indsatser.json"} <= links
    assert {"/data/sosu-videnbase.zip", "/data/datapackage.json", "/data/openapi.json"} <= links
    assert {f"/data/{table.name}.csv" for table in TABLES} <= links
    assert "/data/eksempler/" in links


def test_it_says_under_which_licence_how_to_cite_and_which_version(client, world, settings):
    settings.DATA_LICENCE_NAME, settings.DATA_LICENCE_URL = "Egen licens", "https://example.dk/l"
    settings.SITE_OWNER = "Eksempelby Kommune"
    page = read(client, "/data/")
    version = content_version.current().number
    assert page.one("a", rel="license external")["href"] == "https://example.dk/l"
    cited = page.one("blockquote").text
    assert cited.startswith(f"SOSU-videnbasen, version {version} af ")
    assert cited.endswith("Eksempelby Kommune. http://testserver/data/. Egen licens.")
    assert f"version {version} af" in page.text
    assert "Kilderne tilhører deres udgivere." in page.text


@pytest.mark.parametrize(("address", "queries"), [("/data/", 1), ("/data/eksempler/", 0)])
def test_the_pages_cost_next_to_nothing(client, world, django_assert_num_queries, address, queries):
    content_version.current()
    with django_assert_num_queries(queries):
        read(client, address)


def test_examples_name_this_site(client, world):
    examples = read(client, "/data/eksempler/").all("pre", data_example=True)
    assert [one["data-example"] for one in examples] == ["curl", "python", "r", "power-query"]
    assert all("http://testserver" in one.text for one in examples)


@pytest.mark.parametrize("address", ["/", "/indsatser/", "/om/"])
def test_every_page_leads_to_it(client, world, address):
    footer = read(client, address).one("footer")
    assert "/data/" in [link["href"] for link in footer.all("a")]
