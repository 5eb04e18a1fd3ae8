"""Which entry, claim, ledger or relation each line of a file means."""

from interventions import rules
from interventions.exchange import cells, entries
from interventions.exchange.columns import CLAIMS, ENTRIES, LEDGERS, RELATIONS, unnamed
from interventions.exchange.names import Names, Unreadable
from interventions.models import Claim, Intervention
from municipalities import danish

# With the mark of a working copy they still fit into their columns.
LONGEST_SLUG = Intervention._meta.get_field("slug").max_length - len(rules.COPY)
LONGEST_KEY = Claim._meta.get_field("key").max_length - len(rules.COPY)

NO_SLUG_OF_TITLE = "Adressen kan ikke laves af titlen. Skriv en."
EXISTS = (
    "Der er allerede en indsats med adressen “{slug}”. Skriv adressen her for at ændre den, "
    "eller giv den nye en anden titel."
)
BAD_NAME = (
    "“{text}” kan ikke bruges. Skriv små bogstaver, tal og bindestreger, højst {longest} tegn."
)
FRAME = (
    "Skriv, hvilken indsats udsagnet hører til. Rammen om en kilde skrives i redaktionen, "
    "for den er straks offentlig."
)
ELSEWHERE = "“{key}” hører til {owner}."
TWICE = "Samme som række {number}. Skriv det på én række."


class Finder:
    """Gives each line its entry and its key, and loads the entries, new ones from the file too."""

    def __init__(self, lines):
        self.names, self.entries = Names(), {}
        for line in lines:
            if line.sheet is ENTRIES:
                self._find_entry(line)
        self._owners = {
            sheet.part: entries.owners(
                sheet.part, [line.text(sheet.key) for line in lines if line.sheet is sheet]
            )
            for sheet in (CLAIMS, LEDGERS)
        }
        for line in lines:
            if line.sheet is RELATIONS:
                line.entry, line.key = self._named(line, "entry"), self._named(line, "to")
            elif line.sheet is not ENTRIES:
                self._find_row(line)
        _refuse_twins(lines)
        self._load([line for line in lines if line.entry])

    def _load(self, lines):
        """The stored entries beside the new ones, in the order of the file, each with its lines."""
        stored = entries.load({line.entry for line in lines} - self.entries.keys())
        known = self.entries | stored
        self.entries = {line.entry: known[line.entry] for line in lines}
        for line in lines:
            self.entries[line.entry].lines.append(line)

    def _find_entry(self, line):
        slug, title = line.text("slug"), line.text("title")
        if slug and (known := self.names.exact(Intervention, slug)):
            line.entry = line.key = known
            return
        if slug:
            _check_name(line, slug, LONGEST_SLUG)
        elif not title:
            line.refuse("title", cells.MISSING)
            return
        else:
            slug = danish.slug(title)[:LONGEST_SLUG].strip("-")
            if not slug:
                line.refuse("slug", NO_SLUG_OF_TITLE)
                return
            if known := self.names.exact(Intervention, slug):
                line.refuse("slug", EXISTS.format(slug=known))
                return
        line.entry = line.key = slug
        self.entries[slug] = entries.Entry(slug, title or slug, after=entries.blank(slug))
        self.names.add(Intervention, slug, title or slug)

    def _find_row(self, line):
        """By its key, which may be left out of a new row, and the entry, which a key implies."""
        sheet, key = line.sheet, line.text(line.sheet.key)
        owners = self._owners[sheet.part]
        if "entry" not in line.texts and owners.get(key):
            line.entry = owners[key]
        else:
            line.entry = self._named(line, "entry", FRAME if sheet is CLAIMS else cells.MISSING)
        if key in owners and line.entry and owners[key] != line.entry:
            owner = f"indsatsen “{owners[key]}”" if owners[key] else "en kilde, ikke en indsats"
            line.refuse(sheet.key, ELSEWHERE.format(key=key, owner=owner))
        elif key and key not in owners:
            _check_name(line, key, LONGEST_KEY)
        line.key = key or unnamed(line.number)

    def _named(self, line, name, when_empty=cells.MISSING):
        """The slug of the entry that a cell names; empty where it is refused."""
        text = line.text(name)
        if not text:
            line.refuse(name, when_empty)
            return ""
        try:
            return self.names.slug(Intervention, text)
        except Unreadable as wrong:
            line.refuse(name, str(wrong))
            return ""


def _check_name(line, text, longest):
    if danish.slug(text) != text or len(text) > longest:
        line.refuse(line.sheet.key, BAD_NAME.format(text=text, longest=longest))


def _refuse_twins(lines):
    """Two rows for the same thing: which of them should hold?"""
    numbers = {}
    for line in lines:
        place = (line.sheet.part, line.key, line.entry if line.sheet is RELATIONS else "")
        if line.key and place in numbers:
            line.refuse(line.sheet.key, TWICE.format(number=numbers[place]))
        numbers.setdefault(place, line.number)
