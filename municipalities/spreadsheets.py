"""Spreadsheets for people: plain values, in cells that no program takes for a formula."""

import re
from io import BytesIO

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWEST, WIDEST = 10, 60

# What begins a formula, as it is or full-width, also where blanks or apostrophes stand before it;
# and what moves a text into the next cell when it is pasted.
_FORMULA = re.compile(r"['\s]*[=+\-@＝＋－＠]|'*[\t\r\n]")


def neutral(text):
    """The text with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def restored(text):
    """The text without the apostrophe that `neutral` put before it."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def book(*tables):
    """A workbook with a sheet for each (title, heads, rows); values are texts, numbers or dates."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, heads, rows in tables:
        sheet = workbook.create_sheet(title)
        for row in (heads, *rows):
            sheet.append([_value(value) for value in row])
        _lay_out(sheet)
    return workbook


def _value(value):
    """Text without the control characters that the format cannot hold."""
    return neutral(ILLEGAL_CHARACTERS_RE.sub("", value)) if isinstance(value, str) else value


def _lay_out(sheet):
    """Heads that stand out and stay in sight, columns as wide as they are read."""
    sheet.freeze_panes = "A2"
    top = Alignment(vertical="top", wrap_text=True)
    for cells in sheet.columns:
        for cell in cells:
            cell.alignment = top
        cells[0].font = Font(bold=True)
        longest = max(len(str(cell.value)) for cell in cells if cell.value is not None)
        width = min(max(longest + 2, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(cells[0].column)].width = width


def response(workbook, name):
    """The workbook as a download that carries today's date in its name."""
    content = BytesIO()
    workbook.save(content)
    answer = HttpResponse(content.getvalue(), content_type=CONTENT_TYPE)
    file_name = f"{name}-{timezone.localdate().isoformat()}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return answer
