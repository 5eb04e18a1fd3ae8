"""A brief for a committee: each entry on at most half a page, and what nobody knows."""

from dataclasses import dataclass

from interventions import entry_page, ledgers
from interventions.models import Claim, EvidenceTier, Intervention
from interventions.querysets import Documentation
from interventions.references import Reference, References

Kind = Claim.Kind

MAX_RESULTS = 4
# Figures that stand beside each other come all or not at all; other such rows are only named.
MAX_LEDGERS = 2
# Beside them an entry gets at least this many claims, and more only while half a page has room.
MIN_CLAIMS = 3
MAX_CLAIMS = 6
MAX_CHARACTERS = 1100

# In words, for the selections that a brief may have.
ALL_OF = {
    2: "begge indsatser",
    3: "alle tre indsatser",
    4: "alle fire indsatser",
    5: "alle fem indsatser",
}

# What a committee asks first. One claim of each kind comes before a second of any.
MAIN_KINDS = [
    Kind.WHAT,
    Kind.AIM,
    Kind.TARGET,
    Kind.DELIVERER,
    Kind.RESOURCE,
    Kind.FUNDING,
    Kind.SETTING,
    Kind.START,
]
# Only where the main kinds leave room.
OTHER_KINDS = [Kind.METHOD, Kind.CONTEXT, Kind.STATEMENT]


@dataclass(frozen=True)
class BriefEntry:
    """One entry of a brief; `left_out` counts the claims of which it says nothing at all.

    `ledgers` are rows of figures that cannot be compared; `more_ledgers` are only named.
    """

    entry: Intervention
    rating: Reference | None
    claims: list
    results: list
    states_result: bool
    ledgers: list
    more_ledgers: list
    left_out: int
    gaps: list

    @property
    def figures(self):
        """How many of the claims shown carry a figure."""
        return sum(note.claim.value is not None for note in [*self.claims, *self.results])


@dataclass(frozen=True)
class Tier:
    """A tier that occurs, with the footnote of its definition."""

    tier: EvidenceTier
    note: Reference


@dataclass(frozen=True)
class Unknown:
    """What sources leave out of the same entries. `everywhere` says so of all in a word."""

    gaps: list
    entries: list
    everywhere: str


@dataclass(frozen=True)
class Brief:
    """Everything on the paper but its heading, date and address.

    `unrated` and `unchecked` name the entries that no source rates, and those whose result nobody
    but the source has looked into; empty when there are none.
    """

    tiers: list
    entries: list
    unrated: str
    unchecked: str
    unknowns: list
    sources: list
    read_on: list


def build(entries):
    """Arrange entries as `comparison.load` gives them. Runs no query."""
    numbered = References()
    tiers = {}
    for entry in entries:
        rating = entry_page.rating_among(entry.claims.all())
        if rating and rating.tier_id not in tiers:
            tiers[rating.tier_id] = Tier(rating.tier, numbered(rating.tier))
    parts = [_entry(entry, numbered) for entry in entries]
    return Brief(
        tiers=sorted(tiers.values(), key=lambda item: -item.tier.rank),
        entries=parts,
        unrated=_named([part.entry for part in parts if not part.rating], parts),
        unchecked=_named(
            [
                part.entry
                for part in parts
                if part.entry.documentation in {Documentation.FIGURES, Documentation.STATED}
            ],
            parts,
        ),
        unknowns=_unknowns(parts) if len(parts) > 1 else [],
        sources=numbered.sources,
        read_on=sorted({listing.source.read_on for listing in numbered.sources}),
    )


def names(entries):
    """Titles in a sentence: “A”, “B” og “C”."""
    *others, last = [f"“{entry.title}”" for entry in entries] or [""]
    return f"{', '.join(others)} og {last}" if others else last


def _named(entries, parts):
    """Some of the entries of a brief in a sentence, or all of them in a word."""
    return ALL_OF[len(parts)] if len(entries) == len(parts) > 1 else names(entries)


def chosen_claims(claims, room=MAX_CHARACTERS):
    """The most important claims, in the order in which a page tells them. `room` is in letters."""
    main = _one_of_each_first(claims, MAIN_KINDS)
    others = _one_of_each_first(claims, OTHER_KINDS)
    picked = []
    for claim in [*main, *others][:MAX_CLAIMS]:
        room -= _length(claim)
        if len(picked) >= MIN_CLAIMS and room < 0:
            break
        picked.append(claim)
    order = [*MAIN_KINDS, *OTHER_KINDS]
    return sorted(picked, key=lambda claim: order.index(claim.kind))


def _one_of_each_first(claims, kinds):
    by_kind = [[claim for claim in claims if claim.kind == kind] for kind in kinds]
    firsts = [same[0] for same in by_kind if same]
    return [*firsts, *(claim for same in by_kind for claim in same[1:])]


def _entry(entry, numbered):
    claims = list(entry.claims.all())
    rating = entry_page.rating_among(claims)
    told, rows = ledgers.set_apart(claims)
    results = [claim for claim in told if claim.kind == Kind.RESULT][:MAX_RESULTS]
    rows = sorted(rows, key=_without_result)
    shown, named = rows[:MAX_LEDGERS], rows[MAX_LEDGERS:]
    room = MAX_CHARACTERS - sum(_length(claim) for claim in results)
    room -= sum(len(row.ledger.sentence) + sum(map(_record_length, row.claims)) for row in shown)
    picked = chosen_claims(told, room)
    told_of = len(picked) + len(results) + sum(len(row.claims) for row in rows) + bool(rating)
    return BriefEntry(
        entry=entry,
        rating=numbered(rating) if rating else None,
        claims=[numbered(claim) for claim in picked],
        results=[numbered(claim) for claim in results],
        states_result=any(claim.kind == Kind.RESULT for claim in claims),
        ledgers=[row.footnoted(numbered) for row in shown],
        more_ledgers=[row.ledger for row in named],
        left_out=len(claims) - told_of,
        gaps=entry_page.gaps(entry, claims),
    )


def _length(claim):
    """How many letters a claim takes, with the record of its figure."""
    return len(claim.text) + _record_length(claim)


def _record_length(claim):
    return len(claim.counts) + len(claim.does_not_count) + len(claim.comparison)


def _without_result(row):
    """What came out of an entry is told before how many it reached."""
    return all(claim.kind != Kind.RESULT for claim in row.claims)


def _unknowns(parts):
    """Each gap once, what most entries lack first.

    Of entries that it does not name nothing follows: a gap may not apply to them.
    """
    found = {}
    for gap in dict.fromkeys(gap for part in parts for gap in part.gaps):
        lacking = tuple(part.entry for part in parts if gap in part.gaps)
        found.setdefault(lacking, []).append(gap)
    return [
        Unknown(gaps, list(lacking), ALL_OF[len(parts)] if len(lacking) == len(parts) else "")
        for lacking, gaps in sorted(found.items(), key=lambda item: -len(item[0]))
    ]
