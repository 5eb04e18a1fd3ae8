"""XLSX from strangers: opened without trusting a word of it.

Such a file is a zip archive of XML. What it may unfold to is bounded, and XML that declares a
document type, which is where entities come from, is refused before anything reads it.
"""

import zipfile
from contextlib import contextmanager, suppress
from io import BytesIO
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from interventions.exchange.cells import text_of
from interventions.exchange.names import Unreadable
from municipalities.spreadsheets import neutral

MOST_UNFOLDED = 40 * 1024 * 1024
MOST_PARTS = 500
MOST_ELEMENTS = 1_500_000
# Cells that are looked at, empty ones too: a sheet may claim a million rows of 16,384 columns.
MOST_CELLS = 2_000_000

BROKEN = "Regnearket kan ikke læses. Åbn det i Excel, og gem det igen som .xlsx."
TOO_LARGE = "Regnearket fylder for meget, når det pakkes ud. Slet det, der ikke skal importeres."


def sheets(content):
    """(title, rows) of each sheet, one after the other; rows are lists of texts."""
    with _told_in_danish():
        _guard(content)
        workbook = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    budget = MOST_CELLS
    for sheet in workbook.worksheets:
        rows = []
        with _told_in_danish():
            sheet.reset_dimensions()  # a sheet may state any size
            for cells in sheet.iter_rows():
                budget -= len(cells) + 1
                if budget < 0:
                    raise Unreadable(TOO_LARGE)
                rows.append(_texts(cells))
        yield sheet.title, rows


def _texts(cells):
    texts = [_text(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _text(cell):
    """The text of a cell. A formula keeps its sign, a text that looks like one gets the mark."""
    value = cell.value
    if isinstance(value, ArrayFormula | DataTableFormula):
        return "="
    text = text_of(value)
    return neutral(text) if text.startswith("=") and cell.data_type != "f" else text


@contextmanager
def _told_in_danish():
    """Whatever openpyxl raises on a broken file, and it raises almost anything, is one message."""
    try:
        yield
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(BROKEN) from error


def _guard(content):
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        # zipfile never reads more of a part than the size that it states.
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNFOLDED:
            raise Unreadable(TOO_LARGE)
        elements = 0
        for part in parts:
            with archive.open(part) as stream:
                elements += _elements(stream, MOST_ELEMENTS - elements)


def _elements(stream, most):
    """How many XML elements a part has: each of them will take memory. Raises Unreadable."""
    number = 0

    def count(*element):
        nonlocal number
        number += 1
        if number > most:
            raise Unreadable(TOO_LARGE)

    def refuse(*declaration):
        raise Unreadable(BROKEN)

    parser = expat.ParserCreate()
    parser.StartElementHandler = count
    parser.StartDoctypeDeclHandler = refuse
    # Broken XML is openpyxl's to complain of, and a picture is none.
    with suppress(expat.ExpatError):
        parser.ParseFile(stream)
    return number
