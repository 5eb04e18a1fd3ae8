"""Entries as a workbook that the import understands."""

from interventions.exchange import cells, entries
from interventions.exchange.columns import ENTRIES, SHEETS
from municipalities import spreadsheets


def book(queryset):
    """The entries of a queryset in its order, as a workbook with all sheets.

    Of an entry that has a working copy, and of the copy itself, it is what the copy says: that is
    what an import changes.
    """
    ends = queryset.values_list("slug", "copy_of__slug")
    slugs = dict.fromkeys(original or slug for slug, original in ends)
    found = entries.load(slugs)
    documents = [found[slug].before | {"slug": slug} for slug in slugs]
    return spreadsheets.book(*(table(sheet, documents) for sheet in SHEETS))


def table(sheet, documents):
    """(title, heads, rows) of one sheet."""
    heads = [column.head for column in sheet.columns]
    rows = [
        [cells.shown(column, values[column.name]) for column in sheet.columns]
        for values in _rows(sheet, documents)
    ]
    return sheet.title, heads, rows


def _rows(sheet, documents):
    if sheet is ENTRIES:
        return documents
    return [
        row | {"entry": content["slug"]} for content in documents for row in content[sheet.part]
    ]
