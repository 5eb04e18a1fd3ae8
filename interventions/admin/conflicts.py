"""Two editors on one entry: the second gets everything typed back, beside what the first saved."""

import re
from dataclasses import dataclass

from interventions import differences, history


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


def compare(entry, seen, mine):
    """Theirs beside mine: for a stored entry, the version number seen and the document typed."""
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
        f"{latest.who} gemte version {latest.number} {history.when(latest.made_at)}, efter at du "
        "åbnede formularen. Intet er overskrevet, og alt, du har skrevet, står her endnu. "
        "Gemmer du igen, gælder dit.",
        rows,
    )


def _place(one):
    return one.part, one.row, one.field


def rebase(data, prefix, stored):
    """Make rows that somebody else has deleted new ones, so that what was typed in them survives.

    `data` is a mutable QueryDict, `stored` the keys that the inline still has, as text. A row that
    this form would have deleted too is left out.
    """
    pattern = re.compile(rf"{re.escape(prefix)}-(\d+)-(\w+)")
    posted = {data[name] for name in data if name.endswith("-id") and pattern.fullmatch(name)}
    if posted <= {*stored, ""}:
        return
    rows = {}
    for name in list(data):
        if match := pattern.fullmatch(name):
            rows.setdefault(int(match[1]), {})[match[2]] = data.pop(name)
    staying, anew = [], []
    for _number, row in sorted(rows.items()):
        key = row.get("id", [""])[-1]
        if key in stored:
            staying.append(row)
        elif not key:
            anew.append(row)
        elif "DELETE" not in row:
            anew.append({**row, "id": [""], "key": row.get("stored_key", [""])})
    for number, row in enumerate([*staying, *anew]):
        for name, values in row.items():
            data.setlist(f"{prefix}-{number}-{name}", values)
    data[f"{prefix}-INITIAL_FORMS"] = str(len(staying))
    data[f"{prefix}-TOTAL_FORMS"] = str(len(staying) + len(anew))
