"""What an import would do, row by row, without doing any of it."""

from interventions import differences
from interventions.exchange import cells, checking, lines
from interventions.exchange.columns import LEDGERS
from interventions.exchange.finding import Finder
from interventions.exchange.names import Unreadable
from municipalities import danish

# Each takes a tenth of a second or so, in one transaction that others wait for.
MOST_ENTRIES = 100
TOO_MANY = "Filen ændrer {number} indsatser. Højst {most} ad gangen: del den i flere."
NO_LEDGER = "“{text}” er ikke en opstilling i indsatsen. Skriv den på arket “Opstillinger”."


class Preview:
    """An upload held against the base as it is now.

    `entries` are those that the file touches, by slug; `problems` whatever is in the way.
    """

    def __init__(self, upload):
        self.upload = upload
        found, self.problems = lines.of(upload.tables)
        self.examples = [line for line in found if line.is_example]
        self.lines = [line for line in found if not line.is_example]
        finder = Finder(self.lines)
        self.names, self.entries = finder.names, finder.entries
        # Ledgers first: claims name them.
        for line in sorted(self.lines, key=lambda line: line.sheet is not LEDGERS):
            if line.entry:
                self._apply(line, self.entries[line.entry])
        checking.check(self.entries)
        self.problems += [problem for line in self.lines for problem in line.problems]
        if (number := len(self.changed)) > MOST_ENTRIES:
            message = TOO_MANY.format(number=number, most=MOST_ENTRIES)
            self.problems.append(lines.Problem("Filen", None, "", "", message))

    @property
    def changed(self):
        """The entries that would be written."""
        return [entry for entry in self.entries.values() if entry.is_changed]

    @property
    def can_be_confirmed(self):
        """Whether there is something to do and nothing against it: all or nothing."""
        return bool(self.changed) and not self.problems

    @property
    def seen(self):
        """{slug: version} of what would be written."""
        return {entry.slug: entry.version for entry in self.changed}

    @property
    def counts(self):
        """How many rows are new, changed, unchanged, refused and examples."""
        sound = [line for line in self.lines if not line.problems]
        return {
            "new": sum(line.is_new for line in sound),
            "changed": sum(line.is_changed for line in sound),
            "unchanged": sum(not line.is_written for line in sound),
            "refused": len({(problem.sheet, problem.row) for problem in self.problems}),
            "examples": len(self.examples),
        }

    @property
    def shown(self):
        """(entry, [(line, differences)]) of everything that would change, for the page."""
        names = differences.Names()
        shown = (
            (entry, [(line, line.differences(names)) for line in entry.lines if line.is_written])
            for entry in self.changed
        )
        return [(entry, rows) for entry, rows in shown if rows]

    def _apply(self, line, entry):
        """Read the cells of a line into the document that its entry would have."""
        line.before = entry.stored(line)
        line.after = dict(line.before or line.empty)
        for column in line.sheet.columns:
            text = line.texts.get(column.name)
            if column.name in {line.sheet.key, "entry"} or (text is None and line.before):
                continue
            if line.before and cells.is_as(column, text, line.before[column.name]):
                continue
            try:
                line.after[column.name] = self._value(column, text or "", entry)
            except Unreadable as wrong:
                line.refuse(column.name, str(wrong))
        if not line.problems:
            entry.take(line)

    def _value(self, column, text, entry):
        if column.name != "ledger":
            return cells.read(column, text, self.names)
        text = cells.plain(text)
        for row in entry.after["ledgers"]:
            if text == row["slug"] or danish.fold(text) == danish.fold(row["title"]):
                return row["slug"]
        if text:
            raise Unreadable(NO_LEDGER.format(text=text))
        return None
