"""The rules of the base, held against what the lines of a file would make of its entries.

Only lines that change something are held against them: what goes out unchanged comes back so.
"""

from decimal import Decimal

from interventions import rules
from interventions.exchange.columns import CLAIMS, ENTRIES, LEDGERS, RELATIONS, is_unnamed
from interventions.models import Claim, Ledger, Relation

ARCHIVED = "Indsatsen er arkiveret. Genåbn den i redaktionen, før den ændres."
ALREADY = "Det står der allerede: “{key}”. Skriv nøglen her for at ændre det."
# What rules and models call the columns that name entries.
_COLUMNS = {"to_entry": "to", "from_entry": "entry", "intervention": "entry"}


def check(entries):
    """Refuse what no entry may be; `entries` by slug, each with its lines."""
    mirrored = _mirrored(entries)
    for entry in entries.values():
        for line in entry.lines:
            if not line.is_written:
                continue
            if entry.original and entry.original.is_archived:
                line.refuse(line.sheet.key, ARCHIVED)
            for name, message in _problems(entry, line, mirrored).items():
                line.refuse(_COLUMNS.get(name, name), message)


def _problems(entry, line, mirrored):
    row = line.after
    if line.sheet is ENTRIES:
        return rules.start_problems(
            year=row["start_year"], month=row["start_month"]
        ) | rules.schedule_problems(
            publish_from=row["publish_from"], withdraw_on=row["withdraw_on"]
        )
    if line.sheet is CLAIMS:
        return rules.claim_problems(_as_claim(row)) | _beside_others(entry, line)
    if line.sheet is LEDGERS:
        return _beside_others(entry, line)
    if line.sheet is RELATIONS and line.is_new:
        return rules.relation_problems(
            to_itself=line.key == entry.slug, mirrored=(line.key, entry.slug) in mirrored
        )
    return {}


def _as_claim(row):
    """A claim that is stored nowhere, with as much of it as `rules.claim_problems` looks at."""
    claim = Claim(intervention_id=0, tier_id=0 if row["tier"] else None)
    if row["ledger"]:
        claim.ledger = Ledger(pk=0, intervention_id=0)
    for name in ("text", "kind", "locator", "anchor", "unit", "sample_size"):
        setattr(claim, name, row[name])
    claim.value = row["value"] and Decimal(row["value"])
    claim.period_from, claim.period_to = row["period_from"], row["period_to"]
    return claim


def _beside_others(entry, line):
    """What is wrong with a claim or ledger among those of its entry."""
    row = line.after
    others = [one for one in entry.after[line.sheet.part] if one is not row]
    if row.get("tier") and any(one["tier"] for one in others):
        return {"kind": rules.SECOND_RATING}
    said = ("text", "source") if line.sheet is CLAIMS else ("title",)
    for one in others if is_unnamed(line.key) else ():
        if all(one[name] == row[name] for name in said):
            return {line.sheet.key: ALREADY.format(key=one[line.sheet.key])}
    return {}


def _mirrored(entries):
    """(from, to) of every relation that a new one must not lead back along."""
    lines = [line for entry in entries.values() for line in entry.lines]
    targets = {line.key for line in lines if line.sheet is RELATIONS}
    stored = Relation.objects.filter(from_entry__slug__in=targets)
    found = set(stored.order_by().values_list("from_entry__slug", "to_entry__slug"))
    return found | {
        (entry.slug, row["to"]) for entry in entries.values() for row in entry.after["relations"]
    }
