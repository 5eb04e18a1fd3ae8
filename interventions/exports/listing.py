"""The list and one entry as JSON."""

import json
from dataclasses import asdict
from datetime import date

from django.urls import reverse

from interventions import facets
from interventions.exports.catalogue import CLAIMS, LEDGERS, RELATIONS, SOURCES
from interventions.exports.delimited import in_pieces
from interventions.exports.entries import ENTRIES
from interventions.exports.shapes import Correction, Facet, ListHead, Option, Search, Stamp
from interventions.models import Claim, Relation, Source

CONTENT_TYPE = "application/json"


def _stamp(edition, path):
    return Stamp(
        self=f"{edition.site}{path}",
        content_version=edition.number,
        content_version_date=edition.date,
        licence=edition.licence,
        citation=edition.citation,
    )


def of_list(filterset, rows, edition):
    """The list as pieces of text; everything but the facets is written while rows are read."""
    query = filterset.address(selected=())
    stamp = _stamp(edition, reverse("interventions_json") + (f"?{query}" if query else ""))
    head = ListHead(
        **vars(stamp),
        count=len(filterset.tally.left()),
        filters={name: value for name, value in filterset.chosen.items() if name != "sort"},
        sort=filterset.ordering,
        search=_search(filterset.search_plan),
    )
    return in_pieces(_list(asdict(head), rows, filterset, edition.site))


def _list(head, rows, filterset, site):
    yield f'{text(head)[:-1]}, "items": ['
    separator = "\n"
    for row in rows:
        yield separator + text(ENTRIES.plain(row, site))
        separator = ",\n"
    found = [asdict(_facet(one)) for one in facets.facets(filterset)]
    yield f'\n], "facets": {text(found)}}}\n'


def _facet(facet):
    options = [Option(one.value, one.label, one.count, one.chosen) for one in facet.options]
    return Facet(facet.name, facet.label, options)


def _search(plan):
    """How the search words were understood, as the page tells its readers; None without any."""
    return plan and Search(
        words=[group.typed for group in plan.groups],
        required=plan.required,
        corrected=[Correction(typed, used) for typed, used in plan.corrected],
        in_part=list(plan.in_part),
        in_pieces=list(plan.in_pieces),
        missing=list(plan.missing),
        without_case=[municipality.name for municipality in plan.without_case],
        also=list(plan.also),
    )


def of_entry(entry, edition):
    """One entry with all that its page tells. Six queries beside those of `with_whole`."""
    site = edition.site
    claims = Claim.objects.filter(intervention=entry).with_source().with_ledger()
    sources = Source.objects.filter(pk__in={claim.source_id for claim in claims})
    context = Claim.objects.context_of([source.pk for source in sources])
    relations = Relation.objects.of_public(entry).select_related("from_entry", "to_entry")
    document = {
        **asdict(_stamp(edition, reverse("intervention_json", args=[entry.slug]))),
        "item": {
            **ENTRIES.plain(entry, site, without={"sources"}),
            "claims": _rows(CLAIMS, claims, site, without={"intervention"}),
            "context": _rows(CLAIMS, context, site, without={"intervention"}),
            "ledgers": _rows(LEDGERS, entry.ledgers.all(), site, without={"intervention"}),
            "relations": _rows(RELATIONS, relations, site),
            "sources": _rows(SOURCES, sources, site),
        },
    }
    return text(document)


def _rows(table, rows, site, without=()):
    return [table.plain(row, site, without) for row in rows]


def text(value):
    """The value as JSON, readable without decoding."""
    return json.dumps(value, ensure_ascii=False, default=date.isoformat)
