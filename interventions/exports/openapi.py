"""OpenAPI 3.1: every address of the open data with its parameters and the shape of its answers.

The parameters are read off the list's FilterSet, the shapes off the tables and the documents.
"""

from django import forms
from django.http import QueryDict
from django.urls import reverse

from interventions import citation, feed
from interventions.citation import NAME
from interventions.exports import delimited, kinds, listing, package, problems, shapes, workbook
from interventions.exports.catalogue import CLAIMS, LEDGERS, RELATIONS, SOURCES, package_tables
from interventions.exports.edition import RIGHTS
from interventions.exports.entries import ENTRIES
from interventions.filters import PAGE_PARAMETER, InterventionFilterSet
from interventions.list_form import MAX_QUERY_LENGTH, YEARS, FacetField, QueryField, YearField
from interventions.models import Intervention
from interventions.news import NewsFilterSet

FILE = {}  # bytes: JSON Schema has nothing to say of them
UNCHANGED = {"description": "Uændret siden den version, som If-None-Match nævner."}


def document(edition):
    """The whole description. Five queries: the options of every facet, and an example."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{NAME}: åbne data",
            "version": str(edition.number),
            "summary": "Hvad der gøres for at holde SOSU-elever i uddannelse, med kilder.",
            "description": "Alle svar er offentlige, uden nøgle og uden cookies. null og tomme "
            f"celler siger, at kilden ikke oplyser det. {RIGHTS}",
            "license": {"name": edition.licence.name, "url": edition.licence.url},
        },
        "servers": [{"url": edition.site}],
        "externalDocs": {"url": f"{edition.site}{reverse('data')}"},
        "paths": _list_paths() | _entry_paths() | _news_path() | _package_paths(),
        "components": {"schemas": _schemas()},
    }


# -- Addresses


def _list_paths():
    parameters = _parameters(InterventionFilterSet(QueryDict()).form)
    heads = ", ".join(ENTRIES.heads)
    formats = {
        "interventions_json": ("JSON", _content(listing.CONTENT_TYPE, _reference("List"))),
        "interventions_csv": (
            f"CSV til dansk Excel: semikolon, UTF-8 med BOM. Kolonner: {heads}",
            _text(delimited.CONTENT_TYPE),
        ),
        "interventions_xlsx": (
            "Excel med indsatser, udsagn, kilder, ordlister og et ark om filen",
            _content(workbook.CONTENT_TYPE, FILE),
        ),
    }
    return {
        reverse(name): _get(
            name, "Listens udvalg, alle rækker.", f"{words}.", content, parameters=parameters
        )
        for name, (words, content) in formats.items()
    }


def _entry_paths():
    published = Intervention.objects.published().by_title()
    slug = {
        "name": "slug",
        "in": "path",
        "required": True,
        "description": "Indsatsens faste navn i adressen.",
        "schema": kinds.Key().schema,
        "examples": {one: {"value": one} for one in published.values_list("slug", flat=True)[:1]},
    }
    others = {
        "301": {"description": "Indsatsen har fået en ny adresse."},
        "404": _problem("Indsatsen findes ikke."),
        "410": _problem("Indsatsen er taget ned."),
    }
    cited = "Henvisningen til én indsats, som siden er nu."
    formats = {
        "intervention_json": (
            "Én indsats med alle udsagn, tal, forbindelser og kilder.",
            "JSON.",
            _content(listing.CONTENT_TYPE, _reference("Entry")),
        ),
        "intervention_bib": (cited, "BibTeX.", _text(citation.FORMATS["bib"][0])),
        "intervention_ris": (cited, "RIS.", _text(citation.FORMATS["ris"][0])),
    }
    return {
        reverse(name, args=["slug"]).replace("slug", "{slug}"): _get(
            name, summary, words, content, others, [slug]
        )
        for name, (summary, words, content) in formats.items()
    }


def _news_path():
    page = {
        "name": PAGE_PARAMETER,
        "in": "query",
        "description": "Siden, den nyeste først. Feedet nævner selv den næste.",
        "schema": {"type": "integer", "minimum": 1},
    }
    return {
        reverse("news_feed"): _get(
            "news_feed",
            "Hvad der er udgivet, ændret, vurderet og taget ned.",
            "Atom.",
            _text(feed.CONTENT_TYPE),
            {"404": _problem("Siden findes ikke.")},
            [*_parameters(NewsFilterSet(QueryDict()).form), page],
        )
    }


def _package_paths():
    name = {
        "name": "name",
        "in": "path",
        "required": True,
        "description": "Tabellens navn.",
        "schema": {"type": "string", "enum": list(package_tables())},
    }
    table = reverse("data_table", args=["name"]).replace("name", "{name}")
    descriptor = {"type": "object", "required": ["name", "resources", "licenses"]}
    return {
        reverse("data_package"): _get(
            "data_package",
            "Hele videnbasen som Frictionless Data Package.",
            "ZIP.",
            _content(package.CONTENT_TYPE, FILE),
        ),
        reverse("data_descriptor"): _get(
            "data_descriptor",
            "Beskrivelsen af pakken.",
            "JSON.",
            _content(listing.CONTENT_TYPE, descriptor),
        ),
        table: _get(
            "data_table",
            "Én tabel fra pakken.",
            "CSV med komma, UTF-8 uden BOM.",
            _text(delimited.CONTENT_TYPE),
            {"404": _problem("Tabellen findes ikke.")},
            [name],
        ),
        reverse("data_openapi"): _get(
            "data_openapi",
            "Denne beskrivelse.",
            "JSON.",
            _content(listing.CONTENT_TYPE, {"type": "object", "required": ["openapi", "paths"]}),
        ),
    }


def _get(name, summary, description, content, others=(), parameters=()):
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": list(parameters),
            "responses": {
                "200": {"description": description, "content": content},
                "304": UNCHANGED,
                "400": _problem("Noget i adressen kan ikke bruges."),
                **dict(others),
            },
        }
    }


def _problem(description):
    return {
        "description": description,
        "content": _content(problems.CONTENT_TYPE, _reference("Problem")),
    }


def _content(content_type, schema):
    return {content_type: {"schema": schema}}


def _text(content_type):
    return _content(content_type, {"type": "string"})


def _reference(name):
    return {"$ref": f"#/components/schemas/{name}"}


# -- Parameters


def _parameters(form):
    return [_parameter(name, field) for name, field in form.fields.items()]


def _parameter(name, field):
    schema, words = _of_field(field)
    return {
        "name": name,
        "in": "query",
        "description": f"{field.label}. {words}",
        "allowEmptyValue": True,  # as a form sends it; it says nothing
        "schema": schema,
        **({"style": "form", "explode": True} if schema["type"] == "array" else {}),
    }


def _of_field(field):
    """(schema, words) of a parameter."""
    if isinstance(field, FacetField):
        values = "\n".join(f"- `{value}`: {label}" for value, label in field.choices)
        items = {"type": "string", "enum": [value for value, _ in field.choices]}
        return (
            {"type": "array", "items": items},
            f"Kan gentages; så har hver række mindst én af værdierne.\n\n{values}",
        )
    if isinstance(field, QueryField):
        return (
            {"type": "string", "maxLength": MAX_QUERY_LENGTH},
            "Mindst ét ord, der ikke er et småord. Ordene bøjes, og synonymer er med.",
        )
    if isinstance(field, YearField):
        low, high = YEARS
        return (
            {"type": "integer", "minimum": low, "maximum": high},
            "Indsatser uden startår falder ud.",
        )
    if isinstance(field, forms.ChoiceField):
        options = [(value, label) for value, label in field.choices if value]
        values = "\n".join(f"- `{value}`: {label}" for value, label in options)
        return {"type": "string", "enum": [value for value, _ in options]}, f"\n\n{values}"
    raise NotImplementedError(f"No description of {type(field).__name__}")


# -- Shapes


def _schemas():
    reference = {
        "slug": kinds.Key().schema | {"description": "Fast navn."},
        "name": {"type": "string", "description": "Navn."},
    }
    head = shapes.schema(shapes.ListHead)["properties"]
    stamp = shapes.schema(shapes.Stamp)["properties"]
    whole = _properties(ENTRIES, without={"sources"}) | {
        "claims": _array("Claim", "Indsatsens egne udsagn i kildernes rækkefølge."),
        "context": _array("Claim", "Rammen: udsagn, der gælder alt, der bygger på kilderne."),
        "ledgers": _array("Ledger", "Opstillinger af tal fra flere kilder."),
        "relations": _array("Relation", "Forbindelser til andre offentlige indsatser."),
        "sources": _array("Source", "Kilderne bag."),
    }
    return {
        "Reference": shapes.closed(reference, description="En række i en anden tabel."),
        "Intervention": shapes.closed(_properties(ENTRIES), description=ENTRIES.description),
        "Claim": _row(CLAIMS, without={"intervention"}),
        "Ledger": _row(LEDGERS, without={"intervention"}),
        "Relation": _row(RELATIONS),
        "Source": _row(SOURCES),
        "Facet": shapes.schema(shapes.Facet),
        "Problem": shapes.schema(shapes.ProblemDocument),
        "List": shapes.closed(
            head
            | {
                "items": _array("Intervention", "Indsatserne, alle."),
                "facets": _array("Facet", "Filtrene med antal."),
            }
        ),
        "Entry": shapes.closed(stamp | {"item": shapes.closed(whole)}),
    }


def _array(name, description):
    return {"type": "array", "items": _reference(name), "description": description}


def _row(table, without=()):
    return shapes.closed(_properties(table, without), description=table.description)


def _properties(table, without=()):
    return {field.name: _property(field) for field in table.fields if field.name not in without}


def _property(field):
    described = {"title": field.head, "description": field.description}
    schema = field.kind.schema
    if not field.optional:
        return {**schema, **described}
    return {"anyOf": [schema, {"type": "null"}], **described}
