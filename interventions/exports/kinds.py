"""What a value can be, and how it is written.

Every kind knows three forms: `plain` for JSON, `cell` for a sheet that people read and `raw` for
the data package; None means in all of them that nothing is stated. `schema` is what JSON Schema
says of its values, `table_type` what a Frictionless table schema says.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

SEPARATOR = "; "
REFERENCE = {"$ref": "#/components/schemas/Reference"}


@dataclass(frozen=True)
class Named:
    """A row of another table by its key and its name, as far as an annotation tells of it."""

    slug: str
    name: str

    def __str__(self):
        return self.name


@dataclass(frozen=True)
class Kind:
    """What all kinds share: where nothing else is said, a value is written as it is."""

    schema = {"type": "string"}
    table_type = {"type": "string"}

    def plain(self, value):
        """As JSON holds it."""
        return value

    def cell(self, value):
        """As people read it: a text, a number or a date."""
        return self.plain(value)

    def raw(self, value):
        """As the data package holds it."""
        return self.plain(value)


@dataclass(frozen=True)
class Text(Kind):
    """Text; empty means none. `wide` text needs room in a sheet."""

    wide: bool = False

    def plain(self, value):
        """Nothing where it is empty."""
        return value or None


@dataclass(frozen=True)
class Key(Text):
    """A slug or another permanent name of a row."""

    schema = {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}


@dataclass(frozen=True)
class Link(Text):
    """An address on the web, whole."""

    schema = {"type": "string", "format": "uri"}
    table_type = {"type": "string", "format": "uri"}


@dataclass(frozen=True)
class OwnPage(Link):
    """The path of a page of this site, made whole with the name of the site; not in the package."""


@dataclass(frozen=True)
class Whole(Kind):
    """A whole number."""

    schema = table_type = {"type": "integer"}


@dataclass(frozen=True)
class Number(Kind):
    """A decimal number, without trailing zeros."""

    schema = table_type = {"type": "number"}

    def plain(self, value):
        """Every number that the base can hold is exact in 64 bits."""
        if value is None:
            return None
        return int(value) if value == int(value) else float(value)

    def raw(self, value):
        """With a decimal point."""
        return None if value is None else f"{value.normalize():f}"


@dataclass(frozen=True)
class Day(Kind):
    """A date; of a moment, its day in Denmark."""

    schema = {"type": "string", "format": "date"}
    table_type = {"type": "date"}

    def plain(self, value):
        """ISO: 2024-05-31."""
        return value and self.cell(value).isoformat()

    def cell(self, value):
        """A date."""
        return timezone.localdate(value) if isinstance(value, datetime) else value


@dataclass(frozen=True)
class YesNo(Kind):
    """Yes or no."""

    schema = table_type = {"type": "boolean"}

    def cell(self, value):
        """A word."""
        return "ja" if value else "nej"

    def raw(self, value):
        """As a table schema spells it."""
        return "true" if value else "false"


@dataclass(frozen=True)
class Choice(Kind):
    """One of a few codes, which people read as words; empty means none."""

    options: tuple

    @property
    def schema(self):
        """Text that is one of the codes."""
        return {"type": "string", "enum": [code for code, _ in self.options]}

    def plain(self, value):
        """The code."""
        return value or None

    def cell(self, value):
        """The words."""
        return dict(self.options).get(value)


@dataclass(frozen=True)
class One(Kind):
    """A row of another table, which has a slug."""

    table: str

    schema = REFERENCE

    def plain(self, value):
        """Its slug and its name."""
        return value and {"slug": value.slug, "name": str(value)}

    def cell(self, value):
        """Its name."""
        return value and str(value)

    def raw(self, value):
        """Its slug."""
        return value and value.slug


@dataclass(frozen=True)
class Several(One):
    """Any number of rows of another table; in the data package a table of its own."""

    schema = {"type": "array", "items": REFERENCE}

    def plain(self, value):
        """A list."""
        return [super(Several, self).plain(row) for row in value]

    def cell(self, value):
        """The names in a row."""
        return SEPARATOR.join(map(str, value))


@dataclass(frozen=True)
class Words(Kind):
    """Any number of short texts."""

    schema = {"type": "array", "items": {"type": "string"}}

    def cell(self, value):
        """One after the other."""
        return SEPARATOR.join(value)

    def raw(self, value):
        """The same."""
        return self.cell(value) or None
