"""Options with counts, chips and ways out of an empty list, all from one bound FilterSet."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import CharField, Count, F, Q, Value
from django.db.models.functions import Cast

from interventions import rules
from interventions.filters import having
from interventions.models import Intervention
from interventions.querysets import InterventionQuerySet

# Facets with more options than this fold those that find nothing.
FOLD_ABOVE = 16

# Annotations that these facets read; the others stand on the entry itself.
ANNOTATED = {
    "evidens": InterventionQuerySet.with_tier,
    "dokumentation": InterventionQuerySet.with_documentation,
}
# Where the values of a facet stand on an entry, and what its absence is called.
VALUES = {
    "evidens": ("tier_slug", rules.UNRATED),
    "tema": ("themes__slug", rules.NOT_STATED),
    "maalgruppe": ("target_groups__slug", rules.NOT_STATED),
    "fase": ("phases__slug", rules.NOT_STATED),
    "type": ("kind", None),
    "dokumentation": ("documentation", None),
    "kommune": ("municipalities__slug", rules.NOT_STATED),
    "region": ("municipalities__region__slug", rules.NOT_STATED),
    "uddannelse": ("programmes__slug", rules.NOT_STATED),
}
YEAR_PARAMETERS = ("aar_fra", "aar_til")


@dataclass(frozen=True)
class Option:
    """One value of a facet; `count` is the list's length if it alone were chosen here."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """One group of options. `folded` are those that a long facet keeps behind a fold."""

    name: str
    label: str
    options: list

    @property
    def long(self):
        """Whether the facet has more options than a reader wants to scan."""
        return len(self.options) > FOLD_ABOVE

    @property
    def open_options(self):
        """What stands in the open: everything, or in a long facet what finds something."""
        return [o for o in self.options if not self.long or o.count or o.chosen]

    @property
    def folded_options(self):
        """The rest of a long facet."""
        return [o for o in self.options if self.long and not o.count and not o.chosen]

    @property
    def chosen_count(self):
        """How many options are chosen."""
        return sum(option.chosen for option in self.options)


@dataclass(frozen=True)
class Chip:
    """One thing that the reader chose, and the list's query string without it."""

    label: str
    value: str
    query: str


@dataclass(frozen=True)
class WayOut:
    """What dropping one parameter would give."""

    label: str
    values: str
    count: int
    query: str


def _counts_of(filterset, name):
    """(facet, option, count) rows of one facet, its own choice left out. No query yet."""
    path, _ = VALUES[name]
    base = Intervention.objects.filter(pk__in=filterset.matching(without=[name]).values("pk"))
    annotated = ANNOTATED.get(name, InterventionQuerySet.all)(base)
    return (
        annotated.order_by()
        .values(option=Cast(F(path), CharField()))
        .annotate(facet=Value(name, CharField()), n=Count("pk", distinct=True))
        .values_list("facet", "option", "n")
    )


def counts(filterset):
    """{facet: {option: count}} for every facet, in one query."""
    first, *rest = [_counts_of(filterset, name) for name in filterset.facet_names]
    result = defaultdict(dict)
    for facet, option, n in first.union(*rest, all=True):
        result[facet][option or VALUES[facet][1]] = n
    return result


def _offers_not_stated(filterset):
    """The facets in which some public entry has no value at all. One query."""
    missing = {
        name: Count("pk", filter=Q(pk__in=having(path)(filterset.queryset, [rules.NOT_STATED])))
        for name, path in {
            name: path.partition("__")[0]
            for name, (path, absent) in VALUES.items()
            if absent == rules.NOT_STATED
        }.items()
    }
    totals = filterset.queryset.aggregate(**missing)
    return {name for name, n in totals.items() if n}


def facets(filterset):
    """Every facet with its options. Two queries; the options' names came with the FilterSet."""
    numbers = counts(filterset)
    offered = _offers_not_stated(filterset)
    result = []
    for name in filterset.facet_names:
        field = filterset.form.fields[name]
        chosen = filterset.chosen.get(name, [])
        result.append(
            Facet(
                name,
                field.label,
                [
                    Option(value, label, numbers[name].get(value, 0), value in chosen)
                    for value, label in field.choices
                    if value != rules.NOT_STATED or name in offered or value in chosen
                ],
            )
        )
    return result


def chips(filterset):
    """One chip for each thing chosen. No query."""
    result = []
    for name, value in filterset.chosen.items():
        if name == "sort":
            continue
        field = filterset.form.fields[name]
        if isinstance(value, list):
            labels = dict(field.choices)
            result += [
                Chip(field.label, labels[slug], filterset.address(without_value=(name, slug)))
                for slug in value
            ]
        else:
            result.append(Chip(field.label, str(value), filterset.address(without=[name])))
    return result


def ways_out(filterset):
    """For an empty list: what dropping each parameter would give, best first. One query."""
    names = [name for name in filterset.chosen if name != "sort"]
    if not names:
        return []
    totals = filterset.queryset.aggregate(
        **{
            name: Count("pk", filter=Q(pk__in=filterset.matching(without=[name]).values("pk")))
            for name in names
        }
    )
    values = defaultdict(list)
    for chip in chips(filterset):
        values[chip.label].append(chip.value)
    result = []
    for name in names:
        label = filterset.form.fields[name].label
        result.append(
            WayOut(label, ", ".join(values[label]), totals[name], filterset.address(without=[name]))
        )
    return sorted(result, key=lambda way: -way.count)


def without_start_year(filterset):
    """How many of the entries that meet everything else have no start year. One query."""
    return filterset.matching(without=YEAR_PARAMETERS).filter(start_year=None).count()
