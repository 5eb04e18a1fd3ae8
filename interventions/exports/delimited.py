"""CSV: for Danish spreadsheets, and plain for machines. Both are written row by row."""

import csv
from datetime import date
from decimal import Decimal

from municipalities.spreadsheets import neutral

CONTENT_TYPE = "text/csv; charset=utf-8"
BYTE_ORDER_MARK = "\ufeff"
PIECE = 16_384


class _Echo:
    """Gives back what is written to it."""

    def write(self, text):
        return text


def danish(table, rows, site):
    """What Danish Excel opens right: `;`, decimal comma, a byte order mark, Danish heads."""
    write = csv.writer(_Echo(), delimiter=";").writerow
    yield BYTE_ORDER_MARK + write(map(neutral, table.heads))
    for row in rows:
        yield write(_cell(value) for value in table.cells(row, site))


def plain(table):
    """What the data package holds: `,`, decimal point, English heads, values as they are."""
    write = csv.writer(_Echo()).writerow
    yield write(field.name for field in table.columns)
    for row in table.sorted_rows():
        yield write(field.raw(row) for field in table.columns)


def _cell(value):
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    return value.isoformat() if isinstance(value, date) else value


def in_pieces(texts):
    """The same text in pieces worth sending."""
    waiting, size = [], 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size >= PIECE:
            yield "".join(waiting)
            waiting, size = [], 0
    yield "".join(waiting)
