"""Entries as a workbook that the import understands."""

from interventions.exchange import cells, entries
from interventions.exchange.columns import CLAIMS, ENTRIES, LEDGERS, RELATIONS, SHEETS
from interventions.rules import bare
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


def part(sheet, queryset, owner):
    """The rows of a queryset of claims, ledgers or relations, as a workbook with that sheet alone.

    `owner` is their field that leads to the entry; what belongs to none is left out, for it cannot
    be imported.
    """
    name = {CLAIMS: "key", LEDGERS: "slug", RELATIONS: "to"}[sheet]
    chosen = {}
    for row in queryset.select_related(owner, *(["to_entry"] if sheet is RELATIONS else [])):
        if (entry := getattr(row, owner)) is not None:
            named = row.to_entry.slug if sheet is RELATIONS else bare(getattr(row, name))
            chosen.setdefault(bare(entry.slug), set()).add(named)
    found = entries.load(chosen)
    documents = [
        {
            "slug": slug,
            sheet.part: [row for row in found[slug].before[sheet.part] if row[name] in names],
        }
        for slug, names in chosen.items()
    ]
    return spreadsheets.book(table(sheet, documents))


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
