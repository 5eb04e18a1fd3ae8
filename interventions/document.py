"""An entry as one plain document: its fields, claims, ledgers and relations, all by natural key.

The mark of a working copy (`rules.COPY`) is left out, so a copy and its entry can be compared.

History, working copies, import and export all speak it. Equal documents mean equal content, so
values are written one way only: dates in ISO form, decimals without trailing zeros, links sorted.
"""

from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, Q

from interventions.models import (
    Claim,
    EvidenceTier,
    Intervention,
    Ledger,
    Relation,
    Source,
)
from interventions.rules import COPY, GONE, Refused, bare
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
    Prefetch("claims", Claim.objects.select_related("source", "tier", "ledger")),
    Prefetch("relations_out", Relation.objects.select_related("to_entry")),
)


def of(entry):
    """The document of an entry as it is stored now; raises Refused where it is gone.

    Eleven queries.
    """
    stored = Intervention.objects.prefetch_related(*READ_WITH).filter(pk=entry.pk).first()
    if stored is None:
        raise Refused({None: GONE})
    return read(stored)


def read(entry):
    """The document of an entry that was read with `READ_WITH`. No query."""
    return {
        "slug": bare(entry.slug),
        **_fields(entry, FIELDS),
        **{name: of_links(getattr(entry, name).all()) for name in LINKS},
        "ledgers": by_name("slug", map(of_ledger, entry.ledgers.all())),
        "claims": by_name("key", map(of_claim, entry.claims.all())),
        "relations": by_name("to", map(of_relation, entry.relations_out.all())),
    }


def of_links(rows):
    """The slugs of what an entry is tagged with."""
    return sorted(row.slug for row in rows)


def of_claim(claim):
    """A row of "claims"; of one that is only typed yet, what it has. So with the others."""
    return {
        "key": bare(claim.key or ""),
        "source": claim.source.slug if claim.source_id else None,
        "tier": claim.tier.slug if claim.tier_id else None,
        "ledger": bare(claim.ledger.slug) if claim.ledger_id else None,
        **_fields(claim, CLAIM_FIELDS),
    }


def of_ledger(ledger):
    """A row of "ledgers"."""
    return {"slug": bare(ledger.slug), **_fields(ledger, LEDGER_FIELDS)}


def of_relation(relation):
    """A row of "relations"."""
    target = relation.to_entry.slug if relation.to_entry_id else ""
    return {"to": target, **_fields(relation, RELATION_FIELDS)}


def by_name(name, rows):
    """Rows of one part in their one order."""
    return sorted(rows, key=lambda row: row[name])


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
        if values["ledger"] not in {None, *ledgers}:
            lost.append(f"Udsagnet {values['key']} står ikke længere i en opstilling: den er væk.")
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
