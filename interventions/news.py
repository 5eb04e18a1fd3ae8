"""What is new: the changes that the public has been told of, as page and feed show them."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.urls import reverse
from django.utils import timezone

from interventions import public_record, rules, topics
from interventions.filters import AddressFilterSet, FacetFilter
from interventions.list_form import ListForm
from interventions.models import Version
from interventions.selection import NOTHING

Kind = Version.Change

# What a day's changes stand under, in the order of a day.
HEADINGS = {
    Kind.NEW: "Nye indsatser",
    Kind.AGAIN: "Udgivet igen",
    Kind.RATED: "Ny vurdering",
    Kind.UNRATED: "Vurdering taget væk",
    Kind.CHANGED: "Ændret",
    Kind.REVIEWED: "Gennemset",
    Kind.WITHDRAWN: "Taget ned",
}
# A change under more municipalities than this names only their number.
MOST_NAMED = 3


def about(facet):
    """A facet's meaning here: changes of entries with any of the slugs."""
    return lambda qs, slugs: qs.about(facet, slugs)


class NewsFilterSet(AddressFilterSet):
    """The news as their address says it; the names are those of the list."""

    tema = FacetFilter(label="Tema", matching=about("tema"))
    kommune = FacetFilter(label="Kommune", matching=about("kommune"))

    class Meta:
        model = Version
        form = ListForm
        fields = []

    def __init__(self, data, selection=NOTHING):
        super().__init__(data, Version.objects.all(), selection)

    @property
    def told(self):
        """Rows of what was told and matches, newest first; `load` reads a page of them."""
        return self.matching().told()

    @property
    def names(self):
        """{facet: {slug: name}} of everything that can be chosen."""
        return {name: dict(self.form.fields[name].choices) for name in self.facet_names}


@dataclass(frozen=True)
class Change:
    """One thing that the public saw happen to an entry, with what the entry was called then."""

    kind: str
    at: datetime
    number: int
    title: str
    summary: str
    slug: str
    changed: str
    topics: dict
    is_open: bool
    entry_id: int

    @property
    def day(self):
        """The Danish day."""
        return timezone.localdate(self.at)

    @property
    def is_readable(self):
        """Whether it left a version to read: all but a withdrawal did."""
        return self.kind != Kind.WITHDRAWN

    @property
    def label(self):
        """What happened, in a word or two: “Ændret”."""
        changed_too = self.kind == Kind.AGAIN and self.changed
        return Kind(self.kind).label + (" med ændringer" if changed_too else "")

    @property
    def words(self):
        """What happened, in one line: “Ændret: resumé, 2 udsagn”."""
        return f"{self.label}: {self.changed}" if self.changed else self.label

    @property
    def address(self):
        """The entry's page, which of a withdrawn one says that it is."""
        return reverse("intervention", args=[self.slug])

    @property
    def comparison(self):
        """What exactly changed, where that can be read; else empty."""
        if not self.changed or not self.is_open:
            return ""
        return f"{reverse('intervention_history', args=[self.slug])}?til={self.number}"

    def names(self, facet, known):
        """The names of what the entry has of a facet, in the order of the facet."""
        return [
            name
            for slug, name in known[facet].items()
            if slug in self.topics[facet] and slug != rules.NOT_STATED
        ]


def load(rows):
    """The changes of these rows of `VersionQuerySet.told`. Two queries, or one without any."""
    rows = list(rows)  # of an entry that is deleted meanwhile there is nothing to tell
    versions = Version.objects.with_words().in_bulk([row["pk"] for row in rows]) if rows else {}
    return [_change(row, versions[row["pk"]]) for row in rows if row["pk"] in versions]


def _change(row, version):
    pairs = topics.unpack(version.topics)
    return Change(
        kind=row["kind"],
        at=row["at"],
        number=version.number,
        title=version.title,
        summary=version.summary,
        slug=version.entry.slug if version.is_open else version.slug,
        # The day of an end tells only of the end.
        changed=version.changed if row["kind"] == version.change else "",
        topics={
            facet: {slug for name, slug in pairs if name == facet} for facet in public_record.TOPICS
        },
        is_open=version.is_open,
        entry_id=version.entry_id,
    )


@dataclass(frozen=True)
class Item:
    """A change with the municipalities that it concerns, in words."""

    change: Change
    where: str


def days(changes, names):
    """[(day, [(heading, kind, [Item, …]), …]), …]: what happened, day by day, sort by sort."""
    order = list(HEADINGS)
    result = []
    for day, of_day in groupby(changes, key=lambda change: change.day):
        sorts = sorted(of_day, key=lambda change: order.index(change.kind))
        groups = [
            (HEADINGS[kind], kind, [Item(change, _where(change, names)) for change in of_kind])
            for kind, of_kind in groupby(sorts, key=lambda change: change.kind)
        ]
        result.append((day, groups))
    return result


def _where(change, names):
    found = change.names("kommune", names)
    return ", ".join(found) if len(found) <= MOST_NAMED else f"{len(found)} kommuner"
