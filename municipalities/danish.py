"""Danish text as keys: slugs, sort order and the folded form that search compares. Pure."""

import re
import unicodedata

_SLUG_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u"})
# ae and æ, oe and ø, aa and å are the same letter to somebody who types, so all become one.
_FOLDS = (("æ", "a"), ("ae", "a"), ("ø", "o"), ("oe", "o"), ("å", "a"), ("aa", "a"))
_ALPHABET = " 0123456789abcdefghijklmnopqrstuvwxyzæøå"


def normalise(text):
    """Compose (NFC), drop soft hyphens and control characters, make every white space one space."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    text = "".join(
        " " if unicodedata.category(char) in {"Cc", "Cf", "Zs", "Zl", "Zp"} else char
        for char in text
    )
    return " ".join(text.split())


def slug(text):
    """A permanent address part: lower case, æ→ae, ø→oe, å→aa (Django's slugify drops æ and ø)."""
    ascii_letters = normalise(text).casefold().translate(_SLUG_LETTERS)
    return re.sub(r"[^a-z0-9]+", "-", ascii_letters).strip("-")


def _plain(char):
    """The letter without its accent; æ, ø and å are letters of their own and stay."""
    if char in _ALPHABET:
        return char
    decomposed = unicodedata.normalize("NFKD", char)
    return "".join(part for part in decomposed if not unicodedata.combining(part))


def sort_key(text):
    """Two digits a character, in the order of the Danish alphabet: æ, ø, å last, and Aa as Å.

    Digits alone sort alike under every collation, so no database's locale has a say.
    """
    letters = normalise(text).casefold().replace("aa", "å")
    return "".join(f"{_ALPHABET.find(_plain(char)) + 1:02}" for char in letters)


def fold(text):
    """Case and æ/ø/å folded away: `København`, `koebenhavn` and `kobenhavn` are equal."""
    folded = normalise(text).casefold()
    for letters, plain in _FOLDS:
        folded = folded.replace(letters, plain)
    return "".join(_plain(char) for char in folded)


def words(text):
    """The folded words of a text, in order, without punctuation."""
    return re.findall(r"\w+", fold(text))
