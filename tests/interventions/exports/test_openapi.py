"""The description for machines: valid, and read off the code that it describes."""

import pytest
from django.http import QueryDict
from django.urls import get_resolver
from openapi_spec_validator import OpenAPIV31SpecValidator

from interventions.exports import kinds
from interventions.exports.entries import ENTRIES
from interventions.filters import SORTS, InterventionFilterSet
from tests.story import begin

UNDESCRIBED = {"forslag.json"}  # the search box's own


@pytest.fixture
def document(fetch, seeded):
    return fetch("/data/openapi.json").json()


def test_it_is_valid(document):
    OpenAPIV31SpecValidator(document).validate()


def test_it_is_seen_when_it_is_not_valid(document):
    document["paths"]["/indsatser.json"]["get"]["parameters"][0].pop("schema")
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) != []


@pytest.mark.parametrize("extension", ["csv", "xlsx", "json"])
def test_parameters_are_those_of_the_list_with_their_values(document, extension):
    parameters = document["paths"][f"/indsatser.{extension}"]["get"]["parameters"]
    filterset = InterventionFilterSet(QueryDict())
    assert [one["name"] for one in parameters] == list(filterset.filters)
    by_name = {one["name"]: one for one in parameters}
    for name in filterset.facet_names:
        values = [value for value, _ in filterset.form.fields[name].choices]
        assert by_name[name]["schema"]["items"]["enum"] == values
    assert by_name["sort"]["schema"]["enum"] == list(SORTS)
    assert by_name["aar_fra"]["schema"] == {"type": "integer", "minimum": 1900, "maximum": 2100}
    assert by_name["q"]["schema"] == {"type": "string", "maxLength": 200}
    assert "- `simulation`: Simulation" in by_name["tema"]["description"]


def test_every_address_of_the_open_data_is_described(document):
    routes = {
        pattern.pattern._route
        for resolver in get_resolver().url_patterns
        for pattern in getattr(resolver, "url_patterns", [resolver])
        if hasattr(pattern.pattern, "_route")
    }
    files = {
        route
        for route in routes
        if route.endswith((".csv", ".xlsx", ".json", ".zip", ".bib", ".ris", ".atom"))
    }
    paths = {route.replace("<str:", "{").replace(">", "}") for route in files - UNDESCRIBED}
    assert {f"/{path}" for path in paths} == set(document["paths"])


def test_parameters_of_the_feed_are_those_of_the_news(document):
    parameters = document["paths"]["/nyt.atom"]["get"]["parameters"]
    assert [one["name"] for one in parameters] == ["tema", "kommune", "side"]
    assert "ikke-oplyst" in parameters[0]["schema"]["items"]["enum"]


def test_shapes_are_those_of_the_tables(document):
    shape = document["components"]["schemas"]["Intervention"]
    assert list(shape["properties"]) == [field.name for field in ENTRIES.fields]
    assert shape["properties"]["title"] == {
        "type": "string",
        "title": "Titel",
        "description": "Indsatsens navn.",
    }
    kind = ENTRIES.field("kind").kind
    assert isinstance(kind, kinds.Choice)
    assert shape["properties"]["kind"]["enum"] == [code for code, _ in kind.options]
    assert shape["additionalProperties"] is False


def test_an_entry_is_given_as_an_example(document, client):
    (slug,) = document["paths"]["/indsatser/{slug}.json"]["get"]["parameters"]
    for example in slug["examples"].values():
        assert client.get(f"/indsatser/{example['value']}.json").status_code == 200
    assert len(slug["examples"]) == 1


def test_every_answer_names_its_errors(document):
    for path, item in document["paths"].items():
        responses = item["get"]["responses"]
        assert {"200", "304", "400"} <= set(responses), path


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/indsatser/laeringsbuddy.bib", 200),
        ("/indsatser/laeringsbuddy.ris", 200),
        ("/indsatser/laeringsbuddy.ris?i=mentorkorps", 400),
        ("/indsatser/%C3%A6.bib", 404),
        ("/nyt.atom?tema=trivsel&kommune=ikke-oplyst", 200),
        ("/nyt.atom?tema=x", 400),
        ("/nyt.atom?side=9", 404),
        ("/nyt.atom?side=x", 404),
    ],
)
def test_citations_and_the_feed_answer_as_described(fetch, world, address, status):
    begin()
    fetch(address, status)
