"""Entries side by side: the rows of the table, and whether the entries differ in each."""

from dataclasses import dataclass
from functools import partial

from django.db.models import Prefetch

from interventions import entry_page, ledgers
from interventions.models import Claim, Intervention
from interventions.references import References

Kind = Claim.Kind


@dataclass(frozen=True)
class Fact:
    """A value that the entry has in a vocabulary; `row` is the one with a page of its own."""

    text: str
    row: object = None


@dataclass(frozen=True)
class Cell:
    """What one entry has in one row. `ledgers` are rows of notes that stand beside each other."""

    entry: Intervention
    facts: list
    notes: list
    ledgers: list
    sources: list

    @property
    def is_empty(self):
        """Whether the sources say nothing here."""
        return not (self.facts or self.notes or self.ledgers or self.sources)


@dataclass(frozen=True)
class Row:
    """One line of the table. `absent` is what an empty cell says."""

    name: str
    heading: str
    absent: str
    cells: list
    differs: bool


@dataclass(frozen=True)
class Comparison:
    """The table and the sources behind it. `alike` are the headings of rows that were left out."""

    entries: list
    rows: list
    alike: list
    sources: list

    @property
    def columns(self):
        """The same cells entry by entry: [(entry, [(row, cell), …])]."""
        return [
            (entry, [(row, row.cells[place]) for row in self.rows])
            for place, entry in enumerate(self.entries)
        ]


def load(slugs):
    """Published entries with all that a comparison or a brief shows, in this order: 8 queries."""
    found = (
        Intervention.objects.published()
        .filter(slug__in=slugs)
        .with_card()
        .prefetch_related(
            "target_groups",
            "programmes",
            Prefetch(
                "claims", Claim.objects.with_source().with_ledger().select_related("tier__source")
            ),
        )
    )
    by_slug = {entry.slug: entry for entry in found}
    return [by_slug[slug] for slug in slugs if slug in by_slug]


def build(entries, *, only_differing=False):
    """Arrange loaded entries as a table. Runs no query."""
    drafts = [
        (name, heading, absent, [content(entry) for entry in entries], alike_by)
        for name, heading, absent, content, alike_by in ROWS
    ]
    numbered = References()
    rows, alike = [], []
    for name, heading, absent, contents, alike_by in drafts:
        differs = len({alike_by(content) for content in contents}) > 1
        if only_differing and not differs:
            alike.append(heading)
            continue
        cells = [
            Cell(
                entry,
                content.facts,
                [numbered(claim) for claim in content.claims],
                [row.footnoted(numbered) for row in content.ledgers],
                [numbered.listing(source) for source in content.sources],
            )
            for entry, content in zip(entries, contents, strict=True)
        ]
        rows.append(Row(name, heading, absent, cells, differs))
    return Comparison(entries, rows, alike, numbered.sources)


@dataclass(frozen=True)
class _Content:
    facts: list
    claims: list
    ledgers: list
    sources: list


def _content(entry, facts=(), kinds=(), sources=()):
    """Facts first, then the claims of these kinds, those of a ledger beside each other."""
    told, rows = ledgers.set_apart(entry.claims.all())
    claims = [claim for kind in kinds for claim in told if claim.kind == kind]
    beside = [
        ledgers.Row(row.ledger, [claim for claim in row.claims if claim.kind in kinds])
        for row in rows
    ]
    return _Content(list(facts), claims, [row for row in beside if row.claims], list(sources))


def _linked(rows):
    return [Fact(str(row), row) for row in rows]


def _plain(rows):
    return [Fact(str(row)) for row in rows]


def _evidence(entry):
    return _content(entry, kinds=[Kind.RATING])


def _documentation(entry):
    return _content(entry, [Fact(entry.documentation_label)])


def _what(entry):
    facts = [Fact(entry.get_kind_display()), *_linked(entry.themes.all())]
    return _content(entry, facts, [Kind.WHAT, Kind.AIM])


def _for_whom(entry):
    return _content(entry, _plain(entry.target_groups.all()), [Kind.TARGET])


def _where(entry):
    places = [*_linked(entry.municipalities.all()), *_linked(entry.organisations.all())]
    return _content(entry, places)


def _when(entry):
    values = [*entry.phases.all(), *entry.programmes.all()]
    return _content(entry, _plain(values), [Kind.SETTING])


def _since(entry):
    facts = []
    if entry.start_year:
        facts.append(Fact(f"Siden {entry.start_text}"))
    if entry.running_state:
        facts.append(Fact(entry.running_text))
    return _content(entry, facts, [Kind.START])


def _gaps(entry):
    return _content(entry, [Fact(gap) for gap in entry_page.gaps(entry, entry.claims.all())])


def _sources(entry):
    return _content(
        entry, sources={claim.source_id: claim.source for claim in entry.claims.all()}.values()
    )


def _everything(content):
    """Rows are alike when facts and sentences are."""
    claims = [*content.claims, *(claim for row in content.ledgers for claim in row.claims)]
    return tuple(fact.text for fact in content.facts), tuple(claim.text for claim in claims)


def _tier(content):
    """The same tier is the same evidence, though each rating has a sentence of its own."""
    return next((claim.tier_id for claim in content.claims), None)


def _source_ids(content):
    return frozenset(source.pk for source in content.sources)


NOT_STATED = "Ikke oplyst i kilden"
# Name, heading, words of an empty cell, what an entry has there, and by what two are alike.
ROWS = [
    ("evidens", "Evidens", "Ikke vurderet i kilderne", _evidence, _tier),
    ("dokumentation", "Hvad resultatet bygger på", NOT_STATED, _documentation, _everything),
    ("hvad", "Hvad er det?", NOT_STATED, _what, _everything),
    ("for-hvem", "For hvem?", NOT_STATED, _for_whom, _everything),
    ("hvor", "Hvor?", "Ingen kommune eller organisation nævnt", _where, _everything),
    ("hvornaar", "Hvornår i uddannelsen?", NOT_STATED, _when, _everything),
    ("siden", "Siden hvornår?", NOT_STATED, _since, _everything),
    (
        "hvem",
        "Hvem gør det?",
        NOT_STATED,
        partial(_content, kinds=[Kind.DELIVERER]),
        _everything,
    ),
    (
        "ressourcer",
        "Ressourcer og penge",
        NOT_STATED,
        partial(_content, kinds=[Kind.RESOURCE, Kind.FUNDING]),
        _everything,
    ),
    (
        "resultater",
        "Oplyste resultater",
        "Intet resultat oplyst",
        partial(_content, kinds=[Kind.RESULT]),
        _everything,
    ),
    ("ikke-oplyst", "Ikke oplyst i kilden", "Alt på vores liste er oplyst", _gaps, _everything),
    ("kilder", "Kilder", "Ingen kilde", _sources, _source_ids),
]
