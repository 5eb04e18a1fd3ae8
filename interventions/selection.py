"""What a reader carries along: picked entries, and the heading of their brief.

It lives in the address alone: `i=slug&i=slug&titel=…`.
"""

import re
from dataclasses import dataclass, replace
from operator import attrgetter
from urllib.parse import urlencode

from django.core.exceptions import SuspiciousOperation

from interventions.list_form import Problem, shortened
from interventions.models import FormerSlug, Intervention
from municipalities import danish

PARAMETER = "i"
HEADING = "titel"
MOST = 5
FEWEST_TO_COMPARE = 2
MAX_HEADING_LENGTH = 120
# Of a flood of values that mean nothing, the message names this many.
MOST_NAMED = 5
# What a slug can be. Anything else never reaches the database, which may refuse it.
WELL_FORMED = re.compile(r"[-\w]{1,100}", re.ASCII)


@dataclass(frozen=True)
class Choice:
    """What a card or a page offers about one entry: to pick it, or to drop it again.

    `query` is the page's query string afterwards; None when there is no room for one more.
    """

    picked: bool
    query: str | None


@dataclass(frozen=True)
class Selection:
    """Slugs of published entries in the order of the address, and what could not be used of it."""

    slugs: tuple = ()
    heading: str = ""
    problems: tuple = ()

    def __len__(self):
        return len(self.slugs)

    def __contains__(self, slug):
        return slug in self.slugs

    @property
    def is_full(self):
        """Whether no more can be picked."""
        return len(self.slugs) >= MOST

    @property
    def is_comparable(self):
        """Whether there are enough entries to set side by side."""
        return len(self.slugs) >= FEWEST_TO_COMPARE

    @property
    def pairs(self):
        """The selection as names and values of an address."""
        heading = [(HEADING, self.heading)] if self.heading else []
        return [*((PARAMETER, slug) for slug in self.slugs), *heading]

    @property
    def query(self):
        """The query string that carries the selection and nothing else."""
        return urlencode(self.pairs)

    def adding(self, slug):
        """The selection with this entry last."""
        return replace(self, slugs=(*self.without(slug).slugs, slug))

    def without(self, slug):
        """The selection but for this entry."""
        return replace(self, slugs=tuple(one for one in self.slugs if one != slug))

    def choice(self, slug, address=attrgetter("query")):
        """What to offer about an entry. `address` makes a page's query string of a selection."""
        if slug in self:
            return Choice(True, address(self.without(slug)))
        return Choice(False, None if self.is_full else address(self.adding(slug)))


NOTHING = Selection()


def of(request):
    """The selection of a request, read once however many ask for it.

    An address with too many parameters to be read carries nothing: error pages show it, too.
    """
    if not hasattr(request, "selection"):
        try:
            request.selection = read(request.GET)
        except SuspiciousOperation:
            request.selection = NOTHING
    return request.selection


def read(data):
    """The selection of a request's QueryDict. No query without `i`, at most two with it.

    A former slug means the entry that has it no more. Drafts and entries that never were get the
    same message, so that drafts do not show through.
    """
    heading, problems = _heading(data)
    typed = [value for value in dict.fromkeys(data.getlist(PARAMETER)) if value]
    if not typed:
        return Selection((), heading, tuple(problems))
    current = _published([value for value in typed if WELL_FORMED.fullmatch(value)])
    known = list(dict.fromkeys(current[value] for value in typed if value in current))
    problems += _unknown([value for value in typed if value not in current])
    if len(known) > MOST:
        problems.append(
            Problem(
                PARAMETER,
                str(len(known)),
                f"Adressen nævner {len(known)} indsatser, og der er plads til {MOST}. "
                f"Vi bruger de første {MOST}; “{known[MOST]}”"
                f"{' og de næste' if len(known) > MOST + 1 else ''} er ikke med.",
            )
        )
    return Selection(tuple(known[:MOST]), heading, tuple(problems))


def _heading(data):
    """The brief's heading as the reader typed it, cleaned and shortened, and what was wrong."""
    typed = [value for value in data.getlist(HEADING) if value]
    if not typed:
        return "", []
    problems = []
    if len(typed) > 1:
        message = f"“{HEADING}” står flere gange i adressen. Vi bruger den sidste."
        problems.append(Problem(HEADING, shortened(typed[-1]), message))
    heading = danish.normalise(typed[-1])
    if len(heading) > MAX_HEADING_LENGTH:
        message = (
            f"Notatets overskrift er længere end {MAX_HEADING_LENGTH} tegn. Vi brugte de første."
        )
        problems.append(Problem(HEADING, shortened(heading), message))
        heading = heading[:MAX_HEADING_LENGTH].rstrip()
    return heading, problems


def _published(slugs):
    """{slug: present slug} of those that lead to a public entry."""
    public = Intervention.objects.published().order_by()
    found = public.filter(slug__in=slugs).values_list("slug", flat=True)
    current = {slug: slug for slug in found}
    if left := [slug for slug in slugs if slug not in current]:
        former = FormerSlug.objects.filter(slug__in=left, intervention__in=public)
        current |= dict(former.values_list("slug", "intervention__slug"))
    return current


def _unknown(values):
    problems = [
        Problem(PARAMETER, shown, f"“{shown}” er ikke en indsats, vi kender.")
        for shown in (shortened(value) or "usynlige tegn" for value in values[:MOST_NAMED])
    ]
    more = len(values) - MOST_NAMED
    if more > 0:
        words = "Én anden værdi" if more == 1 else f"{more} andre værdier"
        message = f"{words} af “{PARAMETER}” kender vi heller ikke."
        problems.append(Problem(PARAMETER, str(more), message))
    return problems
