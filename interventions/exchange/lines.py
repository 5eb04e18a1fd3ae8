"""The rows of a file, each with what it means for the base and what is wrong with it."""

from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from interventions import differences
from interventions.exchange import cells
from interventions.exchange.columns import EXAMPLE, SHEETS, Sheet, is_unnamed

UNKNOWN_HEAD = "Kolonnen kendes ikke. Slet den, eller ret navnet."
NO_HEAD = "Kolonnen har intet navn i række 1."
TWICE = "Kolonnen står der to gange."


@dataclass(frozen=True)
class Problem:
    """Why something cannot be imported, and where: sheet, row and column by head and letter.

    What is wrong with the whole file has no row.
    """

    sheet: str
    row: int | None
    head: str
    letter: str
    message: str

    @property
    def place(self):
        """Sheet and row for people."""
        return f"{self.sheet}, række {self.row}" if self.row else self.sheet

    @property
    def column(self):
        """The column for people; empty where the whole row is meant."""
        if not self.letter:
            return self.head
        return f"{self.head} (kolonne {self.letter})" if self.head else f"kolonne {self.letter}"


@dataclass
class Line:
    """One row: the texts of its cells, and the row of a document before and after it.

    `entry` is the slug of the entry that it belongs to, `key` what names the row there. `before`
    is None for a new row; both are None where nobody can tell.
    """

    sheet: Sheet
    number: int
    texts: dict
    letters: dict
    entry: str = ""
    key: str = ""
    before: dict | None = None
    after: dict | None = None
    problems: list = field(default_factory=list)

    def text(self, name):
        """A cell as it is stored; empty where there is none."""
        return cells.plain(self.texts.get(name, ""))

    def refuse(self, name, message):
        """Note what is wrong in a column."""
        head = self.sheet.column(name).head
        letter = self.letters.get(name, "")
        self.problems.append(Problem(self.sheet.title, self.number, head, letter, message))

    @property
    def is_example(self):
        """Whether it is the row of the template that shows how it is done."""
        return EXAMPLE in map(self.text, ("slug", "key", "entry"))

    @property
    def is_new(self):
        """Whether it would add something."""
        return self.after is not None and self.before is None

    @property
    def is_changed(self):
        """Whether it would change something that is there."""
        return self.before is not None and self.before != self.after

    @property
    def is_written(self):
        """Either of the two, and nothing against it."""
        return (self.is_new or self.is_changed) and not self.problems

    @property
    def empty(self):
        """A row of its kind that says nothing yet."""
        columns = (column for column in self.sheet.columns if column.name != "entry")
        return {column.name: column.empty for column in columns} | {self.sheet.key: self.key}

    @property
    def name(self):
        """What tells it from others of its kind; empty for the entry itself and for a new row."""
        return self.key if self.sheet.part and not is_unnamed(self.key) else ""

    @property
    def place(self):
        """Where it stands in the file."""
        return f"{self.sheet.title}, række {self.number}"

    def differences(self, names):
        """What it changes, field by field; of a new row all that it says."""
        before = self._alone(self.before or self.empty)
        return differences.between(before, self._alone(self.after), names)

    def _alone(self, row):
        """A document with nothing in it but this row."""
        parts = {part: [] for part in differences.ROWS}
        return row | parts if not self.sheet.part else parts | {self.sheet.part: [row]}


def of(tables):
    """(lines, problems) of the tables of an upload: its rows, and what is wrong with its heads."""
    lines, problems = [], []
    titles = {sheet.title: sheet for sheet in SHEETS}
    for table in tables:
        sheet = titles[table.sheet]
        columns = sheet.match(table.heads)
        problems += _wrong_heads(sheet, table, columns)
        named = {column.name: place for place, column in enumerate(columns) if column}
        letters = {name: get_column_letter(place + 1) for name, place in named.items()}
        for number, texts in table.rows:
            cells_of_row = {
                name: texts[place] if place < len(texts) else "" for name, place in named.items()
            }
            if any(map(str.strip, cells_of_row.values())):
                lines.append(Line(sheet, number, cells_of_row, letters))
    return lines, problems


def _wrong_heads(sheet, table, columns):
    width = max([len(table.heads), *(len(texts) for _number, texts in table.rows)])
    seen = set()
    for place in range(width):
        head = table.heads[place].strip() if place < len(table.heads) else ""
        column = columns[place] if head else None
        if head:
            message = UNKNOWN_HEAD if column is None else TWICE * (column.name in seen)
        else:
            below = (texts[place] for _number, texts in table.rows if place < len(texts))
            message = NO_HEAD * any(map(str.strip, below))
        if message:
            yield Problem(sheet.title, 1, head, get_column_letter(place + 1), message)
        seen.add(column and column.name)
