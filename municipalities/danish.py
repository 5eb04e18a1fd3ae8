"""Danish text as keys: slugs, sort order and the folded form that search compares. Pure."""

import re
import unicodedata

_SLUG_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u"})
# ae and æ, oe and ø, aa and å are the same letter to somebody who types, so all become one.
_FOLDED_LETTERS = str.maketrans({"æ": "a", "ø": "o"})
_LONG_VOWELS = re.compile(r"a[ae]+|oe+")
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
    return _without_accents(char)


def _without_accents(text):
    """Compatibility forms taken apart and accents dropped; å becomes a, for its ring is one."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def sort_key(text):
    """Two digits a character, in the order of the Danish alphabet: æ, ø, å last, and Aa as Å.

    Digits alone sort alike under every collation, so no database's locale has a say.
    """
    letters = normalise(text).casefold().replace("aa", "å")
    return "".join(f"{_ALPHABET.find(_plain(char)) + 1:02}" for char in letters)


def fold(text):
    """Case and æ/ø/å folded away: `København`, `koebenhavn` and `kobenhavn` are equal."""
    letters = _without_accents(normalise(text)).casefold().translate(_FOLDED_LETTERS)
    return normalise(_LONG_VOWELS.sub(lambda vowels: vowels[0][0], letters))


def words(text):
    """The folded words of a text, in order, without punctuation."""
    return re.findall(r"\w+", fold(text))
