"""Two editors on one entry: the second gets everything typed back, beside what the first saved."""

import re
from dataclasses import dataclass

from interventions import differences, document, history
from interventions.rules import bare

# The inlines of the form by their prefix, which is also the accessor of the entry: the column that
# names their rows for good, and how and under which name they stand in a document.
ROWS = {
    "claims": ("key", document.of_claim, "claims", "key"),
    "ledgers": ("slug", document.of_ledger, "ledgers", "slug"),
    "relations_out": ("to_entry", document.of_relation, "relations", "to"),
}


@dataclass(frozen=True)
class Row:
    """A field in which what is stored (`before`) and what was typed (`after`) differ.

    `touched` tells whether the second editor changed it at all; None when that cannot be told.
    """

    difference: differences.Difference
    touched: bool | None


def message(entry):
    """What the second editor is told."""
    again = "Gemmer du igen, gælder dit."
    if entry.is_archived:
        again = "Genåbn indsatsen i et andet vindue, før du gemmer igen."
    return (
        f"{history.came_between(entry)}. Intet er overskrevet, og alt, du har skrevet, står her "
        f"endnu. {again}"
    )


def compare(entry, seen, form, formsets):
    """Theirs beside mine: a stored entry, the version number seen, and the forms as typed."""
    names = differences.Names()
    theirs = document.of(entry)
    mine = typed(theirs, form, formsets)
    touched = None
    if opened := entry.versions.filter(number=seen).first():
        touched = {_place(one) for one in differences.between(opened.document, mine, names)}
    return [
        Row(one, None if touched is None else _place(one) in touched)
        for one in differences.between(theirs, mine, names)
    ]


def typed(theirs, form, formsets):
    """The document that the forms would store over `theirs`, as far as they can be read.

    Rows that the forms do not have stay, for somebody else has added them.
    """
    entry, data = form.instance, form.cleaned_data
    mine = theirs | {
        name: document.plain(getattr(entry, name)) for name in document.FIELDS if name in data
    }
    mine |= {name: document.of_links(data[name]) for name in document.LINKS if name in data}
    if "slug" in data:
        mine["slug"] = bare(data["slug"])
    for formset in formsets:
        _column, of_row, part, name = ROWS[formset.prefix]
        rows = {row[name]: row for row in theirs[part]}
        surviving = formset.surviving_forms()
        for number, row_form in enumerate(formset.forms, start=1):
            row = of_row(row_form.instance)
            rows.pop(row[name], None)
            if row_form in surviving:
                row[name] = row[name] or f"(nyt {number})"
                rows[row[name]] = row
        mine[part] = document.by_name(name, rows.values())
    return mine


def _place(one):
    return one.part, one.row, one.field


def rebase(data, entry):
    """Make the rows in `data`, a mutable QueryDict, rows of this entry as it is now.

    A row whose number is gone is found by its name: in a working copy all have other numbers. What
    somebody else has deleted becomes a new row with its name, so that what was typed in it
    survives, unless this form would have deleted it too.
    """
    for prefix, (column, *_rest) in ROWS.items():
        of_entry = getattr(type(entry), prefix).field.name
        for key in list(data):
            if re.fullmatch(rf"{prefix}-(\d+|__prefix__)-{of_entry}", key):
                data[key] = str(entry.pk)
        rows = getattr(entry, prefix).values_list("pk", column)
        _rebase(data, prefix, column, {str(pk): bare(str(value)) for pk, value in rows})


def _rebase(data, prefix, column, stored):
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
            anew.append(row | {"id": [""], column: row.get("stored_key", [""])})
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
