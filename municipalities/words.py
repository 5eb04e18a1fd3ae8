"""Values in Danish words, as editors read them."""

from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format, number_format

EMPTY = "(tomt)"


def when(moment):
    """A moment in Danish time: “25. november 2026 kl. 14.05”."""
    local = timezone.localtime(moment)
    return f"{date_format(local, 'j. F Y')} kl. {local:%H.%M}"


def in_words(value):
    """A value of a column, a row or several rows."""
    if value is None or value == "":
        return EMPTY
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return date_format(value, "j. F Y")
    if isinstance(value, Decimal):
        return number_format(f"{value.normalize():f}", force_grouping=True)
    if hasattr(value, "__iter__") and not isinstance(value, str):
        return ", ".join(map(str, value)) or EMPTY
    return str(value)
