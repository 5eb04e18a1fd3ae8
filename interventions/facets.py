"""Options with counts, chips and ways out of an empty list, all from one bound FilterSet."""

from collections import defaultdict
from dataclasses import dataclass

from interventions import rules

# Facets with more options than this fold those that find nothing.
FOLD_ABOVE = 16

YEAR_PARAMETERS = ("aar_fra", "aar_til")


@dataclass(frozen=True)
class Option:
    """One value of a facet; `count` is the list's length if it alone were chosen here.

    None where nothing is counted.
    """

    value: str
    label: str
    count: int | None
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


def facets(filterset):
    """Every facet with its options. No query but the tally's; the names came with the FilterSet."""
    result = []
    for name in filterset.facet_names:
        field = filterset.form.fields[name]
        chosen = filterset.chosen.get(name, [])
        numbers = filterset.tally.counts(name)
        result.append(
            Facet(
                name,
                field.label,
                [
                    Option(value, label, numbers.get(value, 0), value in chosen)
                    for value, label in field.choices
                    if value != rules.NOT_STATED or filterset.tally.lacking(name) or value in chosen
                ],
            )
        )
    return result


def uncounted(filterset):
    """Every facet of a FilterSet that counts nothing. No query."""
    result = []
    for name in filterset.facet_names:
        field, chosen = filterset.form.fields[name], filterset.chosen.get(name, [])
        options = [Option(slug, words, None, slug in chosen) for slug, words in field.choices]
        result.append(Facet(name, field.label, options))
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
    """For an empty list: what dropping each parameter would give, best first."""
    names = [name for name in filterset.chosen if name != "sort"]
    values = defaultdict(list)
    for chip in chips(filterset):
        values[chip.label].append(chip.value)
    result = []
    for name in names:
        label = filterset.form.fields[name].label
        result.append(
            WayOut(
                label,
                ", ".join(values[label]),
                len(filterset.tally.left([name])),
                filterset.address(without=[name]),
            )
        )
    return sorted(result, key=lambda way: -way.count)


def without_start_year(filterset):
    """How many of the entries that meet everything else have no start year."""
    return filterset.tally.without_start_year(YEAR_PARAMETERS)
