"""What differs between two documents of an entry, in words that an editor reads."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from django.utils.formats import date_format, number_format
from django.utils.html import format_html, format_html_join

from interventions import document
from interventions.models import Claim, EvidenceTier, Intervention, Ledger, Relation, Source
from interventions.rules import bare
from municipalities.words import EMPTY

# Of longer texts, finding what stayed takes seconds; claims are sentences.
MOST_WORDS = 1000

# Where the parts of an entry stand in a document, what names a row there, and the row's model.
ROWS = {
    "claims": ("key", Claim),
    "ledgers": ("slug", Ledger),
    "relations": ("to", Relation),
}


@dataclass(frozen=True)
class Difference:
    """One field that is not the same: of the entry itself, or of a row of it (`part`, `row`).

    `before` and `after` are words; where a whole row came or went, the other one is None.
    """

    part: str
    row: str
    field: str
    label: str
    before: str | None
    after: str | None

    @property
    def place(self):
        """What the field belongs to, for people; empty for the entry itself."""
        names = {"claims": "Udsagn", "ledgers": "Opstilling", "relations": "Forbindelse til"}
        return f"{names[self.part]} {self.row}" if self.part else ""

    @property
    def change(self):
        """New, gone or changed."""
        if self.before is None:
            return "nyt"
        return "slettet" if self.after is None else "ændret"

    @property
    def marked_words(self):
        """Before and after as one text, what went struck out and what came underlined."""
        old, new = (self.before or "").split(), (self.after or "").split()
        if max(len(old), len(new)) > MOST_WORDS:
            return format_html("<del>{}</del> <ins>{}</ins> ", " ".join(old), " ".join(new))
        pieces = []
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                pieces.append(format_html("{} ", " ".join(old[a:b])))
                continue
            if b > a:
                pieces.append(format_html("<del>{}</del> ", " ".join(old[a:b])))
            if d > c:
                pieces.append(format_html("<ins>{}</ins> ", " ".join(new[c:d])))
        return format_html_join("", "{}", ((piece,) for piece in pieces))


class Names:
    """What slugs stand for. Reads a whole vocabulary once, when it is first asked for."""

    def __init__(self):
        self._read = {}

    def __call__(self, model, slug):
        """The name of the row with this slug; the slug itself where there is none any more."""
        if model not in self._read:
            self._read[model] = self._all_of(model)
        return self._read[model].get(slug, slug)

    def _all_of(self, model):
        return {bare(row.slug): str(row) for row in model.objects.order_by()}


def between(before, after, names=None):
    """Every difference of two documents, in the order of the form. At most a query a vocabulary."""
    names = names or Names()
    found = []
    for name in ("slug", *document.FIELDS, *document.LINKS):
        _compare(found, Intervention, "", "", name, before, after, names)
    for part, (key, model) in ROWS.items():
        old = {row[key]: row for row in before[part]}
        new = {row[key]: row for row in after[part]}
        for row in sorted(old.keys() | new.keys()):
            shown = names(Intervention, row) if part == "relations" else row
            if row in old and row in new:
                for name in old[row]:
                    _compare(found, model, part, shown, name, old[row], new[row], names)
            else:
                found.append(_whole(model, part, shown, old.get(row), new.get(row), names))
    return found


def _compare(found, model, part, row, name, before, after, names):
    if before.get(name) != after.get(name):
        found.append(
            Difference(
                part,
                row,
                name,
                label(model, name),
                in_words(model, name, before.get(name), names),
                in_words(model, name, after.get(name), names),
            )
        )


def _whole(model, part, row, before, after, names):
    name = {"claims": "text", "ledgers": "title", "relations": "sentence"}[part]
    sides = [
        None if values is None else in_words(model, name, values[name], names)
        for values in (before, after)
    ]
    return Difference(part, row, name, label(model, name), *sides)


def label(model, name):
    """What editors call a field of a document."""
    if name == "to":
        return "til indsats"
    if name == "slug" and model is Intervention:
        return "adresse"
    return str(model._meta.get_field(name).verbose_name)


def in_words(model, name, value, names):
    """A value of a document in words."""
    if value in (None, "", []):
        return EMPTY
    targets = {"source": Source, "tier": EvidenceTier, "ledger": Ledger, "to": Intervention}
    if name in targets:
        return names(targets[name], value)
    if name in document.LINKS:
        target = Intervention._meta.get_field(name).related_model
        return ", ".join(sorted(names(target, slug) for slug in value))
    if isinstance(value, bool):
        return "ja" if value else "nej"
    field = None if name == "slug" else model._meta.get_field(name)
    if field is not None and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _number_or_date(field, value)


def _number_or_date(field, value):
    kind = field.get_internal_type() if field is not None else ""
    if kind == "DateField":
        return date_format(date.fromisoformat(value), "j. F Y")
    if kind == "DecimalField":
        return number_format(value, force_grouping=True)
    return str(value)


def summary(found, most=4):
    """The differences in one line: “resumé, temaer, 2 udsagn”; empty where there are none."""
    rows = defaultdict(set)
    words = []
    for one in found:
        if one.part:
            rows[one.part].add(one.row)
        else:
            words.append(one.label)
    nouns = {
        "claims": ("udsagn", "udsagn"),
        "ledgers": ("opstilling", "opstillinger"),
        "relations": ("forbindelse", "forbindelser"),
    }
    words += [
        f"{len(rows[part])} {nouns[part][len(rows[part]) > 1]}" for part in ROWS if rows[part]
    ]
    more = len(words) - most
    return ", ".join(words[:most]) + (f" og {more} mere" if more > 0 else "")
