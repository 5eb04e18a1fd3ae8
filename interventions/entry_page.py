"""One entry as its page tells it: claims under headings, footnotes in order, gaps."""

from dataclasses import dataclass

from interventions import ledgers
from interventions.models import Claim

Kind = Claim.Kind

# Units of those whom a measure reached; some sources count persons without saying students.
REACHED = {"elever", "personer"}
EVERY_PROGRAMME = "alle-erhvervsuddannelser"

# Heading and the kinds of claims that stand under it, top to bottom. Ratings have their own strip.
WHAT = ("Hvad er det?", [Kind.WHAT, Kind.AIM])
FRAME = ("Rammen", [Kind.CONTEXT, Kind.METHOD])
WHERE = ("For hvem, hvor og hvornår?", [Kind.TARGET, Kind.SETTING, Kind.START])
WITH = ("Hvem gør det, og med hvad?", [Kind.DELIVERER, Kind.RESOURCE, Kind.FUNDING])
RESULTS = ("Oplyste resultater", [Kind.RESULT])
VOICES = ("Hvad der ellers bliver sagt", [Kind.STATEMENT])
SECTIONS = (WHAT, FRAME, WHERE, WITH, RESULTS, VOICES)


@dataclass(frozen=True)
class Footnote:
    """A claim with the number that it has on this page; None where a page has no footnotes."""

    number: int | None
    claim: Claim


@dataclass(frozen=True)
class Section:
    """Footnoted claims under one heading; `context` are those that hold for the whole source.

    `ledgers` are rows of footnotes, all of them under the heading of the results.
    """

    heading: str
    claims: list
    context: list
    ledgers: list

    @property
    def figures(self):
        """The footnotes of this entry's own claims that carry a figure."""
        return [note for note in self.claims if note.claim.value is not None]


@dataclass(frozen=True)
class SourceNotes:
    """A source with the footnotes that lead to it, the entry's own apart from the frame's."""

    source: object
    notes: list
    context: list


@dataclass(frozen=True)
class EntryPage:
    """Everything of an entry's page that is worked out from its claims."""

    rating: Footnote | None
    sections: list
    gaps: list
    sources: list

    @property
    def publishers(self):
        """Who published the sources and when, in words; the same words once."""
        return list(
            dict.fromkeys(
                f"{item.source.publisher}, {item.source.published_text}" for item in self.sources
            )
        )


def build(entry, claims, context):
    """Arrange an entry's claims and its sources' context claims. Runs no query.

    `claims` and `context` come with source and tier selected, in the order of the source, and
    `claims` with their ledgers.
    """
    numbered = _Numbering()
    rating = rating_among(claims)
    rating = numbered(rating) if rating else None
    told, rows = ledgers.set_apart(claims)
    sections = []
    for heading, kinds in SECTIONS:
        own = [numbered(claim) for kind in kinds for claim in told if claim.kind == kind]
        shared = [numbered(claim) for claim in context] if heading == FRAME[0] else []
        beside = rows if heading == RESULTS[0] else []
        beside = [row.footnoted(numbered) for row in beside]
        if own or shared or beside:
            sections.append(Section(heading, own, shared, beside))
    return EntryPage(rating, sections, gaps(entry, claims), numbered.by_source())


class _Numbering:
    """Hands out footnote numbers in the order in which the page asks for them."""

    def __init__(self):
        self.notes = []

    def __call__(self, claim):
        note = Footnote(len(self.notes) + 1, claim)
        self.notes.append(note)
        return note

    def by_source(self):
        sources = {}
        for note in self.notes:
            source = note.claim.source
            entry = sources.setdefault(source.pk, SourceNotes(source, [], []))
            (entry.notes if note.claim.intervention_id else entry.context).append(note)
        return list(sources.values())


def rating_among(claims):
    """The one claim that rates the entry, or None."""
    return next((claim for claim in claims if claim.is_rating), None)


def gaps(entry, claims):
    """What the sources leave out, in words: read off the empty fields, never typed."""
    kinds = {claim.kind for claim in claims}
    results = [claim for claim in claims if claim.kind == Kind.RESULT]
    stated = {
        "hvad den koster": any(claim.kind == Kind.FUNDING and claim.value for claim in claims),
        "hvor mange der arbejder med den": Kind.RESOURCE in kinds,
        "hvor mange elever den omfatter": any(
            claim.unit in REACHED and claim.kind != Kind.RESULT for claim in claims
        ),
        "hvad der kom ud af den": bool(results),
        # Without a result there is nothing to compare or to follow.
        "hvad resultatet er sammenlignet med": not results or any(r.comparison for r in results),
        "om resultatet er fulgt over tid": not results or any(r.period_from for r in results),
        "hvornår den begyndte": entry.start_year is not None,
        "hvor i uddannelsen den sætter ind": bool(entry.phases.all()),
        "hvilken uddannelse den gælder": bool(entry.programmes.all())
        or any(group.slug == EVERY_PROGRAMME for group in entry.target_groups.all()),
        "hvem der gør det, og hvor": bool(entry.municipalities.all() or entry.organisations.all()),
    }
    return [words for words, is_stated in stated.items() if not is_stated]
