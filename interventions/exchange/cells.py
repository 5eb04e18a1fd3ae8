"""One value as a cell and back: what people write, and what a document holds."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils.formats import number_format
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from interventions import document
from interventions.exchange.names import Unreadable
from municipalities import danish
from municipalities.spreadsheets import restored

SEPARATOR = "; "
MISSING = "Skal udfyldes."
FORMULA = "Her står en formel. Skriv selve værdien."
FAULT = "Her står en fejl fra regnearket i stedet for en værdi."

YES, NO = frozenset({"ja", "x", "1", "sand", "true"}), frozenset({"nej", "0", "falsk", "false"})
# What Excel shows where a formula fails, in English and in Danish.
_FAULTS = re.compile(r"#[A-ZÆØÅ]+(/[A-Z0]+)?[!?]|#N/A|#I/T")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-./ ]+([0-9]{1,2})[-./ ]+([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")
_NUMBER = re.compile(r"-?[0-9]{1,20}([.,][0-9]{1,20})?")


def shown(column, value):
    """What stands in the cell of a value: a text, a number or a date; None where it is empty."""
    if value in (None, "", []) or value is False:
        return None
    if column.several:
        return SEPARATOR.join(value)
    if value is True:
        return "ja"
    if column.field.choices:
        return str(dict(column.field.flatchoices).get(value, value))
    kind = column.field.get_internal_type()
    if kind == "DateField":
        return date.fromisoformat(value)
    return Decimal(value) if kind == "DecimalField" else value


def text_of(value):
    """The text of a cell, whatever a spreadsheet stored it as."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, datetime):
        midnight = value.time() == datetime.min.time()
        return value.date().isoformat() if midnight else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal):
        return f"{Decimal(str(value)).normalize():f}".replace(".", ",")
    return str(value)


def plain(text):
    """The text of a cell as it is stored: composed, trimmed, without what kept it from counting."""
    return restored(_trimmed(text))


def _trimmed(text):
    text = ILLEGAL_CHARACTERS_RE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", text).strip()


def is_as(column, text, value):
    """Whether a cell says what the document holds already, even if it could not be typed anew."""
    return plain(text) == _trimmed(text_of(shown(column, value)))


def read(column, text, names):
    """What a cell means, as a document holds it. Raises Unreadable."""
    if text.strip().startswith("="):
        raise Unreadable(FORMULA)
    text = plain(text)
    if _FAULTS.fullmatch(text):
        raise Unreadable(FAULT)
    if column.several:
        parts = filter(None, (part.strip() for part in text.split(SEPARATOR.strip())))
        return sorted({names.slug(column.target, part) for part in parts})
    if not text:
        if column.is_required:
            raise Unreadable(MISSING)
        return column.empty
    if column.target:
        return names.slug(column.target, text)
    return document.plain(_checked(column.field, _typed(column.field, text)))


def _typed(field, text):
    if field.choices:
        return _choice(field, text)
    kind = field.get_internal_type()
    if kind == "BooleanField":
        return _yes_or_no(text)
    if kind == "DateField":
        return _date(text)
    if kind == "DecimalField":
        return _number(text, "Skriv et tal, fx 13,4.")
    if kind.endswith("IntegerField"):
        return _whole(field, text)
    return text


def _choice(field, text):
    for value, label in field.flatchoices:
        if danish.fold(text) in (danish.fold(str(label)), danish.fold(value) or None):
            return value
    labels = ", ".join(f"“{label}”" for _value, label in field.flatchoices)
    raise Unreadable(f"“{text}” kan ikke vælges her. Vælg mellem {labels}.")


def _yes_or_no(text):
    if danish.fold(text) not in YES | NO:
        raise Unreadable("Skriv ja eller nej.")
    return danish.fold(text) in YES


def _date(text):
    text = text.removesuffix(" 00:00:00")
    parts = None
    if match := _YEAR_FIRST.fullmatch(text):
        parts = match.groups()
    elif match := _DAY_FIRST.fullmatch(text):
        parts = match.groups()[::-1]
    try:
        return date(*map(int, parts or ()))
    except (TypeError, ValueError):
        raise Unreadable(f"“{text}” er ikke en dato. Skriv den som 2024-05-31.") from None


def _number(text, message):
    if _THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    elif not _NUMBER.fullmatch(text):
        raise Unreadable(f"“{text}” er ikke et tal. {message}")
    return Decimal(text.replace(",", "."))


def _whole(field, text):
    # The same on every database: SQLite itself would take any number.
    lowest, highest = BaseDatabaseOperations.integer_field_ranges[field.get_internal_type()]
    message = f"Skriv et helt tal fra {lowest} til {number_format(highest, force_grouping=True)}."
    number = _number(text, message)
    if not lowest <= number <= highest or number % 1:
        raise Unreadable(f"“{text}” kan ikke stå her. {message}")
    return int(number)


def _checked(field, value):
    try:
        field.run_validators(value)
    except ValidationError as error:
        raise Unreadable(" ".join(error.messages)) from None
    return value
