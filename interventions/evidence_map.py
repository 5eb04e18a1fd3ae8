"""The evidence map: themes by phases, with every public entry as a mark wherever it belongs."""

from collections import defaultdict
from dataclasses import dataclass

from interventions import rules
from interventions.models import Intervention, Phase, Theme

NO_THEME = "Tema ikke oplyst"
NO_PHASE = "Fase ikke oplyst"


@dataclass(frozen=True)
class Heading:
    """A theme or a phase, by the value that the list's address has for it."""

    slug: str
    name: str


@dataclass(frozen=True)
class Cell:
    """What the sources have for one theme in one phase; empty when they have nothing."""

    phase: Heading
    entries: list


@dataclass(frozen=True)
class Row:
    """A theme through all phases; `entries` holds each of its entries once."""

    theme: Heading
    cells: list
    entries: list


@dataclass(frozen=True)
class EvidenceMap:
    """The whole map. Marks are not to be counted: an entry may have several."""

    phases: list
    rows: list
    total: int
    repeated: int


def build():
    """The map of all public entries. Five queries.

    Within a cell the order is that of evidence. A row without theme shows only if it is needed;
    the column without phase always does, for it tells what the sources leave out.
    """
    entries = list(
        Intervention.objects.published().in_order_of_evidence().prefetch_related("themes", "phases")
    )
    phases = [*_headings(Phase), Heading(rules.NOT_STATED, NO_PHASE)]
    themes = [*_headings(Theme), Heading(rules.NOT_STATED, NO_THEME)]
    places = defaultdict(list)
    by_theme = defaultdict(list)
    repeated = 0
    for entry in entries:
        own_themes, own_phases = _slugs(entry.themes), _slugs(entry.phases)
        repeated += len(own_themes) * len(own_phases) > 1
        for theme in own_themes:
            by_theme[theme].append(entry)
            for phase in own_phases:
                places[theme, phase].append(entry)
    rows = [
        Row(
            theme,
            [Cell(phase, places[theme.slug, phase.slug]) for phase in phases],
            by_theme[theme.slug],
        )
        for theme in themes
        if theme.slug != rules.NOT_STATED or by_theme[theme.slug]
    ]
    return EvidenceMap(phases, rows, len(entries), repeated)


def _headings(vocabulary):
    return [Heading(*row) for row in vocabulary.objects.values_list("slug", "name")]


def _slugs(values):
    """The slugs of an entry's prefetched values, or the one that stands for none."""
    return [value.slug for value in values.all()] or [rules.NOT_STATED]
