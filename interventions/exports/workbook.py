"""XLSX: the entries of a selection with their claims and sources, and what the words mean."""

from django.db.models import F, Q
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from interventions import facets
from interventions.citation import NAME
from interventions.exports import catalogue, kinds
from interventions.exports.edition import RIGHTS
from interventions.exports.entries import ENTRIES
from interventions.exports.tables import CHUNK
from interventions.models import Claim, Source

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROW, USUAL, ROOMY, WIDE = 13, 28, 36, 70
SHEETS = (ENTRIES, catalogue.CLAIMS, catalogue.SOURCES)
WORD_HEADS = ("Ordliste", "Adresse", "Navn", "Forklaring", "Hvad det ikke siger", "Kilde")
WORD_WIDTHS = (USUAL, USUAL, ROOMY, WIDE, WIDE, ROOMY)


def write(file, filterset, edition, address):
    """The workbook of a selection into an open file, a row at a time.

    `address` is that of the same selection on the site.
    """
    book = Workbook(write_only=True)
    book.properties.creator = book.properties.title = NAME
    book.properties.language = "da"
    entries = filterset.matching().order_by().values("pk")
    claims = _claims(entries)
    sources = Source.objects.filter(pk__in=claims.order_by().values("source"))
    for table, rows in zip(SHEETS, (filterset.qs.with_whole(), claims, sources), strict=True):
        _sheet(
            book,
            table.title,
            table.heads,
            [_width(field.kind) for field in table.fields],
            (table.cells(row, edition.site) for row in rows.iterator(chunk_size=CHUNK)),
        )
    _sheet(book, "Ordlister", WORD_HEADS, WORD_WIDTHS, _words())
    _sheet(
        book,
        "Om filen",
        ("Emne", "Indhold", "Forklaring"),
        (USUAL, ROOMY, WIDE),
        _about(filterset, edition, address),
    )
    book.save(file)


def _claims(entries):
    """The claims of these entries in their order by title, then the frame of the same sources."""
    own = Claim.objects.filter(intervention__in=entries)
    frame = Q(intervention=None, source__in=own.order_by().values("source"))
    return (
        Claim.objects.filter(Q(intervention__in=entries) | frame)
        .select_related("intervention", "source", "tier", "ledger")
        .order_by(
            F("intervention__sort_key").asc(nulls_last=True),
            F("intervention__slug").asc(nulls_last=True),
            "source__position",
            "position",
            "key",
        )
    )


def _words():
    """Every value of every vocabulary, and the words for fixed choices."""
    for tier in catalogue.TIERS.rows():
        yield ("Evidensniveau", tier.slug, tier.name, tier.definition, tier.does_not_say)
    for table in catalogue.VOCABULARIES:
        for row in table.rows():
            source = str(getattr(row, "source", "")) or None
            yield (table.title, row.slug, row.name, row.description, None, source)
    for table in SHEETS:
        for field in table.fields:
            if isinstance(field.kind, kinds.Choice):
                for code, label in field.kind.options:
                    yield (f"{table.title}: {field.head}", code, label)


def _about(filterset, edition, address):
    """What this is, of when, under which selection and licence, and what the columns mean."""
    chosen = "; ".join(f"{chip.label}: {chip.value}" for chip in facets.chips(filterset))
    yield ("Hvad det er", NAME, "Hvad kommuner, skoler og staten gør for at holde SOSU-elever i "
           "uddannelse. Hvert udsagn har sin kilde.")  # fmt: skip
    yield ("Udvalg", chosen or "Alle offentlige indsatser", address)
    yield ("Rækkefølge", None, filterset.ordering_reason)
    yield ("Indholdets version", edition.number, f"Det er {edition.name}.")
    yield ("Dato", edition.date, "Dagen, indholdet sidst blev ændret.")
    yield ("Licens", edition.licence.name, edition.licence.url)
    yield ("Kildernes rettigheder", None, RIGHTS)
    yield ("Sådan henviser du", None, edition.citation)
    yield ("Tal", None, "Tallene er kildernes egne og enkeltstående. De kan ikke lægges sammen.")
    yield ("Tomme celler", None, "Kilden siger det ikke, eller kolonnen gælder ikke rækken.")
    for table in SHEETS:
        yield (f"Arket {table.title}", None, table.description)
        for field in table.fields:
            yield (f"Arket {table.title}", field.head, field.description)


def _width(kind):
    if isinstance(kind, kinds.Whole | kinds.Number | kinds.Day | kinds.YesNo):
        return NARROW
    if isinstance(kind, kinds.Several | kinds.Words):
        return ROOMY
    return WIDE if isinstance(kind, kinds.Text) and kind.wide else USUAL


def _sheet(book, title, heads, widths, rows):
    """A sheet whose heads stay in sight and can be filtered by."""
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    bold = Font(bold=True)
    sheet.append([_cell(sheet, head, font=bold) for head in heads])
    number = 1
    for row in rows:
        number += 1
        sheet.append(
            [
                _cell(sheet, value, alignment=_TOP if width < WIDE else _WRAPPED)
                for value, width in zip(row, widths, strict=False)
            ]
        )
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{number}"


_TOP, _WRAPPED = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)


def _cell(sheet, value, **style):
    """A cell of the value's own type. Text is text, even where it looks like a formula."""
    if value is None:
        return None
    cell = WriteOnlyCell(sheet)
    for name, what in style.items():
        setattr(cell, name, what)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.quotePrefix = cell.data_type != "s"
        cell.data_type = "s"
    else:
        cell.value = value
    return cell
