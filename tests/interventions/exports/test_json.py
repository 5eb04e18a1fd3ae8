import datetime

import pytest

from interventions import content_version
from interventions.models import FormerSlug
from tests.world import PUBLISHED, add_claim, relate


def test_a_list_says_what_it_is_and_of_when(fetch, world):
    found = fetch("/indsatser.json?tema=trivsel&sort=titel").json()
    assert list(found) == [
        *("self", "content_version", "content_version_date", "licence", "citation"),
        *("count", "filters", "sort", "search", "items", "facets"),
    ]
    version = content_version.current().number
    assert found["self"] == "http://testserver/indsatser.json?tema=trivsel&sort=titel"
    assert found["content_version"] == version
    assert found["content_version_date"] == datetime.date.today().isoformat()
    assert found["licence"]["id"] == "CC-BY-4.0"
    assert f"SOSU-videnbasen, version {version} af " in found["citation"]
    assert (found["count"], found["sort"], found["search"]) == (1, "titel", None)
    assert found["filters"] == {"tema": ["trivsel"]}
    assert [item["slug"] for item in found["items"]] == ["tid-til-vejledning"]


def test_an_item_has_the_names_of_the_models(fetch, world):
    item = fetch("/indsatser.json?q=mentorkorps").json()["items"][0]
    assert item["tier"] == {"slug": "virksom", "name": "Virksom indsats"}
    assert (item["rated_by"], item["documentation"]) == ("Rambøll", "vurderet")
    assert item["themes"][0] == {"slug": "mentorordninger", "name": "Mentorordninger"}
    assert item["kind"] == "projekt"
    assert item["programmes"] == []
    assert item["start_year"] is item["running_state"] is None
    assert "hvornår den begyndte" in item["not_stated"]
    assert item["sources"] == [{"slug": "rapport", "name": "Danske Regioner: Rapporten"}]
    assert item["url"] == "http://testserver/indsatser/mentorkorps/"


def test_facets_are_those_of_the_page(fetch, world):
    found = fetch("/indsatser.json?tema=trivsel").json()
    facets = {facet["name"]: facet for facet in found["facets"]}
    assert list(facets) == [
        *("evidens", "tema", "maalgruppe", "fase", "type", "dokumentation", "kommune", "region"),
        "uddannelse",
    ]
    assert facets["tema"]["options"][0] == {
        "value": "mentorordninger",
        "label": "Mentorordninger",
        "count": 2,
        "chosen": False,
    }
    assert [one["value"] for one in facets["tema"]["options"] if one["chosen"]] == ["trivsel"]


@pytest.mark.parametrize("query", ["", "?tema=mentorordninger&tema=trivsel", "?q=findesikke"])
def test_the_count_is_the_number_of_items(fetch, world, query):
    found = fetch(f"/indsatser.json{query}").json()
    assert found["count"] == len(found["items"])


def test_how_the_words_were_understood_is_told(fetch, world):
    search = fetch("/indsatser.json?q=mentorkorbs").json()["search"]
    assert search["corrected"] == [{"typed": "mentorkorbs", "used": "mentorkorps"}]
    assert search["required"] == 1


def test_one_entry_has_all_its_claims_figures_and_sources(fetch, world):
    found = fetch("/indsatser/sprogindsats.json").json()
    assert found["self"] == "http://testserver/indsatser/sprogindsats.json"
    item = found["item"]
    (claim,) = item["claims"]
    assert claim == {
        "key": "k24",
        "text": "Udsagnet k24 siger noget.",
        "kind": "result",
        "source": {"slug": "katalog", "name": "KL: Gode forløb på Ærø"},
        "locator": "afsnit 1",
        "anchor": None,
        "position": 3,
        "tier": None,
        "qualifier": None,
        "value": 155,
        "unit": "elever",
        "counts": "elever med ros",
        "does_not_count": None,
        "counted_by_us": False,
        "sample_size": None,
        "comparison": None,
        "period_from": 2021,
        "period_to": None,
        "recurrence": None,
        "ledger": None,
    }
    assert [one["key"] for one in item["context"]] == ["k01"]
    (source,) = item["sources"]
    assert (source["slug"], source["published"]) == ("katalog", None)
    assert source["published_text"] == "dato ikke oplyst"
    assert source["read_on"] == "2024-05-01"
    assert item["tier"] is None
    assert "hvad resultatet er sammenlignet med" in item["not_stated"]


def test_amounts_stay_apart(fetch, world):
    for key, value in (("m1", "13.4"), ("m2", "0.6")):
        add_claim(key, world.plan, world.report, kind="funding", value=value, unit="mio. kr.")
    item = fetch("/indsatser/tid-til-vejledning.json").json()["item"]
    assert [claim["value"] for claim in item["claims"]] == [None, 13.4, 0.6]


def test_figures_in_a_ledger_name_it(fetch, world):
    ledger = world.language.ledgers.create(slug="ros", title="Ros", sentence="De tæller ikke ens.")
    type(world.figure).objects.filter(pk=world.figure.pk).update(ledger=ledger)
    item = fetch("/indsatser/sprogindsats.json").json()["item"]
    assert item["claims"][0]["ledger"] == {"slug": "ros", "name": "Ros"}
    assert item["ledgers"] == [
        {"slug": "ros", "title": "Ros", "sentence": "De tæller ikke ens.", "position": 0}
    ]


def test_relations_lead_to_public_entries_only_and_from_either_end(fetch, world):
    relate(world.corps, world.plan)
    for slug, others in {
        "mentorkorps": {"laeringsbuddy", "tid-til-vejledning"},
        "laeringsbuddy": {"mentorkorps"},
    }.items():
        relations = fetch(f"/indsatser/{slug}.json").json()["item"]["relations"]
        ends = {row[end]["slug"] for row in relations for end in ("from_entry", "to_entry")}
        assert ends == {slug, *others}


def test_every_entry_of_the_content_is_as_described(fetch, seeded):
    found = fetch("/indsatser.json").json()
    assert found["count"] == len(found["items"]) > 25
    for item in found["items"]:
        whole = fetch(f"/indsatser/{item['slug']}.json").json()["item"]
        assert {name: whole[name] for name in item if name in whole} | {
            "sources": item["sources"]
        } == item
        assert [one["slug"] for one in whole["sources"]] == [one["slug"] for one in item["sources"]]


def test_a_former_address_leads_on(client, world):
    FormerSlug.objects.create(slug="gammel", intervention=world.buddy)
    response = client.get("/indsatser/gammel.json")
    assert (response.status_code, response["Location"]) == (301, "/indsatser/laeringsbuddy.json")


def test_the_page_leads_to_its_json(client, world):
    for slug in PUBLISHED:
        page = client.get(f"/indsatser/{slug}/").content.decode()
        assert f'href="/indsatser/{slug}.json"' in page


def test_what_the_page_tells_of_the_search_words_is_told_here(fetch, seeded):
    pieces = fetch("/indsatser.json?q=sprogcaf%C3%A9").json()["search"]
    assert (pieces["in_pieces"], pieces["missing"]) == (["sprogcafé"], [])
    named = fetch("/indsatser.json?q=h%C3%B8je+taastrup").json()["search"]
    assert (named["without_case"], named["in_pieces"]) == (["Høje-Taastrup"], [])
