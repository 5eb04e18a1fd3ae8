"""An entry as one plain document: its fields, claims, ledgers and relations, all by natural key.

The mark of a working copy (`rules.COPY`) is left out, so a copy and its entry can be compared.

History, working copies, import and export all speak it. Equal documents mean equal content, so
values are written one way only: dates in ISO form, decimals without trailing zeros, links sorted.
"""

from datetime import date
from decimal import Decimal

from django.db.models import Q

from interventions.models import (
    Claim,
    EvidenceTier,
    Intervention,
    Ledger,
    Relation,
    Source,
)
from interventions.rules import COPY, bare
from interventions.search import keeping

FIELDS = (
    "title",
    "summary",
    "kind",
    "running_state",
    "running_as_of",
    "start_year",
    "start_month",
    "reviewed_on",
    "publish_from",
    "withdraw_on",
)
LINKS = tuple(field.name for field in Intervention._meta.many_to_many)
LEDGER_FIELDS = ("title", "sentence", "position")
RELATION_FIELDS = ("kind", "sentence")
CLAIM_FIELDS = tuple(
    field.name
    for field in Claim._meta.concrete_fields
    if field.editable and not field.is_relation and field.name not in {"id", "key"}
)
READ_WITH = (
    *LINKS,
    "ledgers",
    "claims__source",
    "claims__tier",
    "claims__ledger",
    "relations_out__to_entry",
)


def of(entry):
    """The document of a stored entry. Eleven queries, fewer when `READ_WITH` is prefetched."""
    return {
        "slug": bare(entry.slug),
        **_fields(entry, FIELDS),
        **{name: sorted(row.slug for row in getattr(entry, name).all()) for name in LINKS},
        "ledgers": [
            {"slug": bare(row.slug), **_fields(row, LEDGER_FIELDS)}
            for row in sorted(entry.ledgers.all(), key=lambda row: row.slug)
        ],
        "claims": [
            {
                "key": bare(claim.key),
                "source": claim.source.slug,
                "tier": claim.tier.slug if claim.tier else None,
                "ledger": bare(claim.ledger.slug) if claim.ledger else None,
                **_fields(claim, CLAIM_FIELDS),
            }
            for claim in sorted(
                _rows(entry, "claims", "source", "tier", "ledger"),
                key=lambda claim: bare(claim.key),
            )
        ],
        "relations": [
            {"to": row.to_entry.slug, **_fields(row, RELATION_FIELDS)}
            for row in sorted(
                _rows(entry, "relations_out", "to_entry"), key=lambda row: row.to_entry.slug
            )
        ],
    }


def _rows(entry, name, *named):
    """The rows of an entry with what they name: as they were prefetched, or in one query."""
    if name in getattr(entry, "_prefetched_objects_cache", {}):
        return getattr(entry, name).all()
    return getattr(entry, name).select_related(*named)


def _fields(row, names):
    return {name: plain(getattr(row, name)) for name in names}


def plain(value):
    """A value of a column as JSON can hold it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value


def write(entry, document):
    """Make a stored entry what the document says; its state, version and place stay as they are.

    Of what an older document does not name, the entry keeps its own. Returns what could not be
    written because it is gone from the base, as Danish sentences. In the caller's transaction.
    """
    mark = COPY if entry.copy_of_id else ""
    with keeping.together():
        entry.slug = document["slug"] + mark
        _set(entry, document, FIELDS)
        entry.save()
        lost = _write_links(entry, document)
        ledgers = _write_ledgers(entry, document["ledgers"], mark)
        lost += _write_claims(entry, document["claims"], ledgers, mark)
        entry.ledgers.exclude(pk__in=[row.pk for row in ledgers.values()]).delete()
        lost += _write_relations(entry, document["relations"])
    return lost


def _write_links(entry, document):
    lost = []
    for name in filter(document.__contains__, LINKS):
        model = Intervention._meta.get_field(name).related_model
        rows = model.objects.filter(slug__in=document[name])
        getattr(entry, name).set(rows)
        gone = set(document[name]) - {row.slug for row in rows}
        lost += [f"“{slug}” findes ikke længere og er ikke sat på." for slug in sorted(gone)]
    return lost


def _set(row, values, names):
    for name in values.keys() & set(names):
        setattr(row, name, row._meta.get_field(name).to_python(values[name]))


def _write_ledgers(entry, rows, mark):
    """The ledgers of the entry by bare slug."""
    stored = {bare(row.slug): row for row in entry.ledgers.all()}
    for values in rows:
        row = stored.get(values["slug"]) or Ledger(intervention=entry)
        row.slug = _free(row, "slug", values["slug"], mark)
        _set(row, values, LEDGER_FIELDS)
        row.save()
        stored[values["slug"]] = row
    return {values["slug"]: stored[values["slug"]] for values in rows}


def _write_claims(entry, rows, ledgers, mark):
    stored = {bare(claim.key): claim for claim in entry.claims.all()}
    kept = {values["key"] for values in rows}
    sources = {row.slug: row for row in Source.objects.all()}
    tiers = {row.slug: row for row in EvidenceTier.objects.all()}
    for key in stored.keys() - kept:
        stored[key].delete()
    # One rating at a time: the one that stops being it makes way before another takes its place.
    ratings = {values["key"] for values in rows if values["kind"] == Claim.Kind.RATING}
    for key in kept.intersection(stored) - ratings:
        if stored[key].is_rating:
            stored[key].kind, stored[key].tier = Claim.Kind.STATEMENT, None
            stored[key].save()
    lost = []
    for values in rows:
        source, tier = sources.get(values["source"]), tiers.get(values["tier"])
        if source is None or (values["tier"] and tier is None):
            gone = values["tier"] if source else values["source"]
            lost.append(f"Udsagnet {values['key']} mangler: “{gone}” findes ikke længere.")
            continue
        claim = stored.get(values["key"]) or Claim(intervention=entry)
        before = _comparable(claim)
        claim.key = _free(claim, "key", values["key"], mark)
        claim.source, claim.tier, claim.ledger = source, tier, ledgers.get(values["ledger"])
        _set(claim, values, CLAIM_FIELDS)
        if claim.pk is None or _comparable(claim) != before:
            claim.save()
    return lost


def _comparable(claim):
    return {field.attname: getattr(claim, field.attname) for field in Claim._meta.concrete_fields}


def _free(row, name, wanted, mark):
    """The wanted slug or key with the mark, or one like it if another entry has taken it since."""
    free, number = wanted + mark, 1
    others = type(row).objects.exclude(pk=row.pk)
    while getattr(row, name) != free and others.filter(**{name: free}).exists():
        number += 1
        free = f"{wanted}-{number}{mark}"
    return free


def _write_relations(entry, rows):
    own = {entry.pk, entry.copy_of_id} - {None}
    stored = {row.to_entry.slug: row for row in entry.relations_out.select_related("to_entry")}
    both = Relation.objects.filter(Q(from_entry__in=own) | Q(to_entry__in=own))
    ends = set(both.values_list("from_entry", "to_entry"))
    known = {end for start, end in ends if start in own}
    mirrored = {start for start, end in ends if end in own} - known
    lost = []
    kept = set()
    for values in rows:
        target = stored[values["to"]].to_entry if values["to"] in stored else _entry(values["to"])
        if target is None or target.pk in own:
            lost.append(f"Forbindelsen til “{values['to']}” er væk: den findes ikke længere.")
            continue
        if target.pk in mirrored:
            lost.append(f"Forbindelsen til “{values['to']}” er der allerede, fra den anden side.")
            continue
        row = stored.get(target.slug) or Relation(from_entry=entry, to_entry=target)
        _set(row, values, RELATION_FIELDS)
        row.save()
        kept.add(row.pk)
    entry.relations_out.exclude(pk__in=kept).delete()
    return lost


def _entry(slug):
    """The entry with this slug, or that once had it; no working copy."""
    named = Q(slug=slug) | Q(former_slugs__slug=slug)
    return Intervention.objects.entries().filter(named).first()
