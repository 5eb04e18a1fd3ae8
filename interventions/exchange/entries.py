"""The entries that a file touches: as they are now, and as they would be."""

import copy
from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects

from interventions import document
from interventions.exchange.columns import ENTRIES
from interventions.models import Claim, Intervention, Ledger
from interventions.rules import COPY, bare

State = Intervention.State


@dataclass
class Entry:
    """One entry of the file. `original` is None for a new one.

    `before` is the document of the row that would be written, which of a published entry is its
    working copy as soon as there is one; `after` is that document with the lines of the file in it.
    """

    slug: str
    title: str
    original: Intervention | None = None
    before: dict | None = None
    after: dict = field(default_factory=dict)
    lines: list = field(default_factory=list)

    @property
    def row(self):
        """The row that holds what would be changed, or None."""
        return self.original and (self.original.running_copy or self.original)

    @property
    def version(self):
        """The version of that row; 0 of an entry that does not exist."""
        return self.row.version if self.row else 0

    @property
    def is_changed(self):
        """Whether anything at all would be written."""
        return self.before != self.after

    @property
    def path(self):
        """What becomes of it, for people."""
        if self.original is None:
            return "Ny indsats: den oprettes og sendes til gennemsyn."
        if self.original.is_published and self.original.running_copy:
            return "Udgivet: der rettes i den arbejdskopi, der er, og den sendes til gennemsyn."
        if self.original.is_published:
            return "Udgivet: der rettes i en arbejdskopi, der sendes til gennemsyn."
        if self.original.state == State.IN_REVIEW:
            return "Til gennemsyn: den rettes og bliver ved med at være til gennemsyn."
        return "Kladde: den rettes og sendes til gennemsyn."

    def stored(self, line):
        """The row of the document that a line means, or None where it is new."""
        if not line.sheet.part:
            return self.before and {c.name: self.before[c.name] for c in ENTRIES.columns}
        rows = self.after[line.sheet.part]
        return next((row for row in rows if row[line.sheet.key] == line.key), None)

    def take(self, line):
        """Have what a line says in the document."""
        if not line.sheet.part:
            self.after |= line.after
            self.title = line.after["title"]
            return
        rows, key = self.after[line.sheet.part], line.sheet.key
        self.after[line.sheet.part] = [
            line.after if row[key] == line.key else row for row in rows
        ] + ([] if line.before else [line.after])


def blank(slug):
    """The document of an entry that nothing is known of yet."""
    return {
        **{column.name: column.empty for column in ENTRIES.columns},
        "slug": slug,
        **{part: [] for part in ("ledgers", "claims", "relations")},
    }


def load(slugs):
    """{slug: Entry} of the stored ones among these. About twenty queries, however many they are."""
    originals = Intervention.objects.entries().filter(slug__in=slugs).select_related("working_copy")
    found = {row.slug: Entry(row.slug, row.title, row) for row in originals}
    prefetch_related_objects([entry.row for entry in found.values()], *document.READ_WITH)
    for entry in found.values():
        entry.before = document.read(entry.row)
        entry.after = copy.deepcopy(entry.before)
    return found


def owners(part, keys):
    """{key: slug of the entry} of the claims or ledgers that have these keys.

    Rows of a working copy are its entry's; a claim that frames a source has the owner None.
    """
    model, name = {"claims": (Claim, "key"), "ledgers": (Ledger, "slug")}[part]
    rows = model.objects.filter(**{f"{name}__in": [*keys, *(key + COPY for key in keys)]})
    ends = rows.order_by().values_list(name, "intervention__slug", "intervention__copy_of__slug")
    return {bare(key): original or slug for key, slug, original in ends}
