"""CSV as Danish Excel, other programs and people write it."""

import csv
import io

from interventions.exchange.names import Unreadable

DELIMITERS = {";": "semikolon", ",": "komma"}
UNKNOWN = "Filen er hverken et regneark (.xlsx) eller en tekstfil (.csv), der kan læses."


def decode(content):
    """(text, name of its character set): UTF-8 where it can be, else what Danish Excel writes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("Filen er gemt som Unicode-tekst. Gem den som “CSV UTF-8” i stedet.")
    for character_set, name in (("utf-8-sig", "UTF-8"), ("cp1252", "Windows-1252")):
        try:
            text = content.decode(character_set)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text, name
    raise Unreadable(UNKNOWN)


def heads(text, delimiter):
    """The first row."""
    return next(rows(text, delimiter), [])


def rows(text, delimiter):
    """Every row as a list of texts; empty rows too, so that they can be counted."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise Unreadable(
                f"Filen kan ikke læses som CSV fra linje {reader.line_num}: "
                "et anførselstegn er ikke sluttet, eller en celle er for lang."
            ) from None
        yield row
