"""The entries that a reader has picked. They live in the address alone: `i=slug&i=slug`."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from interventions.list_form import Problem, shortened
from interventions.models import FormerSlug, Intervention

PARAMETER = "i"
MOST = 5
FEWEST_TO_COMPARE = 2
# Of a flood of values that mean nothing, the message names this many.
MOST_NAMED = 5
# What a slug can be. Anything else never reaches the database, which may refuse it.
WELL_FORMED = re.compile(r"[-\w]{1,100}", re.ASCII)


def query_string(slugs, **others):
    """The query string that carries these entries, and the other parameters that have a value."""
    pairs = [(PARAMETER, slug) for slug in slugs]
    return urlencode([*pairs, *((name, value) for name, value in others.items() if value)])


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
    def query(self):
        """The query string that carries the selection and nothing else."""
        return query_string(self.slugs)

    def adding(self, slug):
        """The slugs with this one last."""
        return (*self.without(slug), slug)

    def without(self, slug):
        """The slugs but for this one."""
        return tuple(one for one in self.slugs if one != slug)

    def choice(self, slug, address=query_string):
        """What to offer about an entry. `address` makes a page's query string of slugs."""
        if slug in self:
            return Choice(True, address(self.without(slug)))
        return Choice(False, None if self.is_full else address(self.adding(slug)))


NOTHING = Selection()


def read(data):
    """The selection of a request's QueryDict. No query without `i`, at most two with it.

    A former slug means the entry that has it no more. Drafts and entries that never were get the
    same message, so that drafts do not show through.
    """
    typed = [value for value in dict.fromkeys(data.getlist(PARAMETER)) if value]
    if not typed:
        return NOTHING
    current = _published([value for value in typed if WELL_FORMED.fullmatch(value)])
    known = list(dict.fromkeys(current[value] for value in typed if value in current))
    problems = _unknown([value for value in typed if value not in current])
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
    return Selection(tuple(known[:MOST]), tuple(problems))


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
