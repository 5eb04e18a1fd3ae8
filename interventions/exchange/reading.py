"""An uploaded file as tables of text: which sheets and columns it has is settled here.

Limits are small on purpose: whoever curates the base works on hundreds of rows, not on millions.
"""

from dataclasses import asdict, dataclass, field

from interventions.exchange import delimited, workbooks
from interventions.exchange.columns import GUIDE, SHEETS, VALUES
from interventions.exchange.names import Unreadable
from municipalities import danish

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 2000
MOST_CHARACTERS = 5_000_000

TOO_LARGE = "Filen fylder for meget: højst 5 MB."
NO_SHEET = (
    "Filen har intet ark, der hedder {titles}. Hent skabelonen for at se, hvordan den ser ud."
)
NO_COLUMN = "Ingen af kolonnerne i række 1 kendes. Hent skabelonen for at se, hvad de hedder."
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Table:
    """One sheet of the file: which of `SHEETS` it is, its heads, and its rows that say anything.

    `rows` are (number, texts); numbers are those that a spreadsheet shows.
    """

    sheet: str
    heads: list
    rows: list


@dataclass(frozen=True)
class Upload:
    """What was read, how, and which sheets were left out. Plain enough to be kept as JSON."""

    tables: list
    read_as: str
    left_out: list = field(default_factory=list)

    def as_json(self):
        """For the draft of the import."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored):
        """As `as_json` made it."""
        return cls(**stored | {"tables": [Table(**table) for table in stored["tables"]]})


def read(content):
    """The Upload in the bytes of a file. Raises Unreadable with what is wrong, in Danish."""
    if len(content) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    if content.startswith(OLD_EXCEL):
        raise Unreadable(
            "Filen er i det gamle Excel-format eller beskyttet med en adgangskode. "
            "Gem den som almindelig .xlsx."
        )
    if content.startswith(b"PK"):
        return _workbook(content)
    return _delimited(content)


def _workbook(content):
    sheets = {danish.fold(sheet.title): sheet for sheet in SHEETS}
    tables, left_out, budget = [], [], _Budget()
    for title, rows in workbooks.sheets(content):
        sheet = sheets.pop(danish.fold(title), None)
        if sheet is None:
            left_out += [title] * (title not in {GUIDE, VALUES})
            continue
        heads, rows = budget.spend(sheet.title, rows)
        if heads or rows:
            tables.append(Table(sheet.title, heads, rows))
    if not tables:
        titles = ", ".join(f"“{sheet.title}”" for sheet in SHEETS)
        raise Unreadable(NO_SHEET.format(titles=titles))
    return Upload(tables, "regneark (XLSX)", left_out)


def _delimited(content):
    text, character_set = delimited.decode(content)

    def known(delimiter):
        heads = delimited.heads(text, delimiter)
        return max(sheet.known(heads) for sheet in SHEETS)

    delimiter = max(delimited.DELIMITERS, key=known)
    if not known(delimiter):
        raise Unreadable(NO_COLUMN)
    heads = delimited.heads(text, delimiter)
    sheet = max(SHEETS, key=lambda sheet: sheet.known(heads))
    heads, rows = _Budget().spend(sheet.title, delimited.rows(text, delimiter))
    read_as = f"CSV med {delimited.DELIMITERS[delimiter]} og tegnsættet {character_set}"
    return Upload([Table(sheet.title, heads, rows)], read_as)


class _Budget:
    """How much text a file may hold, over all its sheets."""

    def __init__(self):
        self.rows, self.characters = MOST_ROWS, MOST_CHARACTERS

    def spend(self, title, rows):
        """(heads, numbered rows that are not empty) of a sheet."""
        heads, kept = [], []
        for number, texts in enumerate(rows, start=1):
            if not any(map(str.strip, texts)):
                continue
            self.characters -= sum(map(len, texts))
            if self.characters < 0:
                raise Unreadable("Filen rummer for meget tekst. Del den i flere.")
            if number == 1:
                heads = texts
                continue
            self.rows -= 1
            if self.rows < 0:
                raise Unreadable("Filen har for mange rækker: højst 2.000. Del den i flere.")
            kept.append([number, texts])
        if kept and not heads:
            raise Unreadable(f"{title}: række 1 skal være kolonnernes navne, men den er tom.")
        return heads, kept
