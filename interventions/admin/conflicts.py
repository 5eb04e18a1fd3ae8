"""Two editors on one entry: the second gets everything typed back, beside what the first saved."""

import re
from dataclasses import dataclass

from interventions import differences, history
from interventions.rules import bare


class Overtaken(Exception):
    """A save that came after another one: the version it began from, and what it would store."""

    def __init__(self, seen, mine):
        super().__init__()
        self.seen, self.mine = seen, mine


@dataclass(frozen=True)
class Row:
    """A field in which what is stored (`before`) and what was typed (`after`) differ.

    `touched` tells whether the second editor changed it at all; None when that cannot be told.
    """

    difference: differences.Difference
    touched: bool | None


@dataclass(frozen=True)
class Comparison:
    """What the form of the second editor says: who saved when, and what differs."""

    message: str
    rows: list

    def __str__(self):
        return self.message


def compare(entry, seen, mine, between):
    """Theirs beside mine: for a stored entry, the version number seen and the document typed.

    `between` is the version that came in between, in the story of the entry or of its copy.
    """
    names = differences.Names()
    latest = entry.versions.first()
    touched = None
    if opened := entry.versions.filter(number=seen).first():
        touched = {_place(one) for one in differences.between(opened.document, mine, names)}
    rows = [
        Row(one, None if touched is None else _place(one) in touched)
        for one in differences.between(latest.document, mine, names)
    ]
    return Comparison(
        f"{history.came_between(between)}. Intet er overskrevet, og alt, du har skrevet, står her "
        "endnu. Gemmer du igen, gælder dit.",
        rows,
    )


def _place(one):
    return one.part, one.row, one.field


# The inlines of the form by their prefix, which is also the accessor of the entry, and what names
# their rows for good.
ROWS = {"claims": "key", "ledgers": "slug", "relations_out": "to_entry"}


def rebase(data, entry):
    """Make the rows in `data`, a mutable QueryDict, rows of this entry as it is now.

    A row whose number is gone is found by its name: in a working copy all have other numbers. What
    somebody else has deleted becomes a new row with its name, so that what was typed in it
    survives, unless this form would have deleted it too.
    """
    for prefix, name in ROWS.items():
        rows = getattr(entry, prefix).values_list("pk", name)
        _rebase(data, prefix, name, {str(pk): bare(str(value)) for pk, value in rows})


def _rebase(data, prefix, name, stored):
    pattern = re.compile(rf"{re.escape(prefix)}-(\d+)-(\w+)")
    posted = {data[key] for key in data if key.endswith("-id") and pattern.fullmatch(key)}
    if posted <= {*stored, ""}:
        return
    staying, anew = [], []
    for row in _taken_out(data, pattern):
        pk = row.get("id", [""])[-1]
        gone = pk not in {*stored, ""}
        if gone:
            pk = _number(row, stored)
        if pk:
            staying.append(row | {"id": [pk]})
        elif not gone:
            anew.append(row)
        elif "DELETE" not in row:
            anew.append(row | {"id": [""], name: row.get("stored_key", [""])})
    for number, row in enumerate([*staying, *anew]):
        for key, values in row.items():
            data.setlist(f"{prefix}-{number}-{key}", values)
    data[f"{prefix}-INITIAL_FORMS"] = str(len(staying))
    data[f"{prefix}-TOTAL_FORMS"] = str(len(staying) + len(anew))


def _taken_out(data, pattern):
    rows = {}
    for key in list(data):
        if match := pattern.fullmatch(key):
            rows.setdefault(int(match[1]), {})[match[2]] = data.pop(key)
    return [row for _number, row in sorted(rows.items())]


def _number(row, stored):
    known = row.get("stored_key", [""])[-1]
    return next((pk for pk, name in stored.items() if name == known), "")
