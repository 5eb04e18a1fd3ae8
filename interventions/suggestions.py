"""What the search box suggests while somebody types: themes, municipalities and public entries.

One document, the same for every reader, so that caches keep it and nothing that is typed leaves the
browser before it is sent as a search. It ends after `MOST_ENTRIES` entries, some 30 kB compressed:
what lies beyond is found by the search itself.
"""

from dataclasses import dataclass

from django.urls import reverse

from interventions.models import Intervention, Theme
from municipalities.models import Municipality

MOST_ENTRIES = 1000


@dataclass(frozen=True)
class Suggestion:
    """A page by its name; `kind` says in words what it is about and how much stands there."""

    name: str
    kind: str
    address: str


def suggestions():
    """All of them, first those that a browser shows first. Four queries."""
    links = Municipality.objects.entry_links()
    named, empty = [], []
    for municipality in Municipality.objects.all():
        count = len(links.get(municipality.pk, []))
        (named if count else empty).append(
            _suggestion(municipality, "municipality", f"Kommune · {_counted(count)}")
        )
    entries = Intervention.objects.published().in_order_of_evidence()
    return [
        *(
            _suggestion(theme, "theme", f"Tema · {_counted(theme.entry_count)}")
            for theme in Theme.objects.with_counts()
        ),
        *named,
        *(_suggestion(entry, "intervention", "Indsats") for entry in entries[:MOST_ENTRIES]),
        *empty,
    ]


def _suggestion(row, route, kind):
    return Suggestion(str(row), kind, reverse(route, args=[row.slug]))


def _counted(count):
    if not count:
        return "ingen case i kilderne"
    return "1 indsats" if count == 1 else f"{count} indsatser"
