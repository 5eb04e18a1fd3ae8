"""A second measured list: queries written from the texts alone, with nothing to go by but them.

Each of them was written before anything was mended for it, and says what it measured then.
What was mended since are rules, forms of words and rows of synonyms, and a few judgements that a
second reading of the texts did not bear out. A line is a query, what must be found and what may be,
by the names of `golden.entries`.
"""

from tests.interventions.search.golden import entries
from tests.interventions.search.golden.entries import Golden
from tests.interventions.search.heldout.first import FIRST
from tests.interventions.search.heldout.fourth import FOURTH
from tests.interventions.search.heldout.second import SECOND
from tests.interventions.search.heldout.third import THIRD

__all__ = ["HELD_OUT"]


def _named(names):
    return entries.NONE.union(*(getattr(entries, name) for name in names.split()))


def _golden(line):
    query, must, may = (*map(str.strip, line.split("|")), "", "")[:3]
    return Golden(query, _named(must), _named(may))


HELD_OUT = [
    _golden(line)
    for line in "\n".join((FIRST, SECOND, THIRD, FOURTH)).splitlines()
    if line.strip() and not line.strip().startswith("#")
]
