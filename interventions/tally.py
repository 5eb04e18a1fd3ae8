"""Who stands where: the sets of entries behind every count of the list."""

from collections import defaultdict

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast

from interventions import rules

# Where the values of a facet stand on an entry, and what their absence is called.
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
OWN = ("evidens", "type", "dokumentation")


class Tally:
    """The entries of every option and of every parameter in use, as sets of primary keys.

    Three queries, two where nothing is chosen. Every count is then the size of an intersection:
    asking the database for each, with all the other filters inside, takes ten times as long to
    put into SQL as to answer.
    """

    def __init__(self, queryset, filters):
        """`filters` are the parameters in use: {name: the queryset narrowed by it alone}."""
        self.entries, self.undated = set(), set()
        self.members = {name: defaultdict(set) for name in VALUES}
        own = queryset.with_tier().with_documentation().order_by()
        fields = ["pk", "start_year", *(VALUES[name][0] for name in OWN)]
        for pk, start_year, *values in own.values_list(*fields):
            self.entries.add(pk)
            if start_year is None:
                self.undated.add(pk)
            for name, value in zip(OWN, values, strict=True):
                self._add(name, value, pk)
        for row in _rows(queryset, [name for name in VALUES if name not in OWN]):
            self._add(*row)
        self.passed = {name: set() for name in filters}
        if filters:
            for name, pk in _union(
                narrowed.order_by().values_list(Value(name), "pk")
                for name, narrowed in filters.items()
            ):
                self.passed[name].add(pk)

    def _add(self, name, value, pk):
        self.members[name][value or VALUES[name][1]].add(pk)

    def left(self, without=()):
        """The entries that pass every parameter but these."""
        sets = [passed for name, passed in self.passed.items() if name not in without]
        return self.entries.intersection(*sets)

    def counts(self, name):
        """{option: number of entries} of a facet, its own choice left out."""
        left = self.left([name])
        return {value: len(entries & left) for value, entries in self.members[name].items()}

    def lacking(self, name):
        """Whether some entry, chosen or not, has no value at all in this facet."""
        return rules.NOT_STATED in self.members[name]

    def without_start_year(self, without):
        """How many that pass every parameter but these have no start year."""
        return len(self.left(without) & self.undated)


def _rows(queryset, names):
    return _union(
        queryset.order_by().values_list(Value(name), Cast(F(VALUES[name][0]), CharField()), "pk")
        for name in names
    )


def _union(querysets):
    first, *rest = querysets
    return first.union(*rest, all=True) if rest else first
