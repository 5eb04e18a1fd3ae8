"""From Danish text to terms. Pure: no database, no settings, never raises on any text.

A term is the folded root of a word (`vejledere`, `vejledning` → `vejled`). A compound gives its own
root and those of its parts; a hyphenated word gives its parts and the whole written together.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

import snowballstemmer

from interventions.search import lexicon
from municipalities import danish

MIN_PART = 3
# A part beside something unknown has to be long enough not to be met by accident.
MIN_LONE_PART = 4
LINKS = ("", "s", "e", "es", "er")

_STEMMER = snowballstemmer.stemmer("danish")
# Letters and digits, with the accents, soft hyphens and joiners that may stand inside a word.
_LETTERS = r"(?:[^\W_][\u00ad\u0300-\u036f\u200b-\u200d]*)+"
_WORD = re.compile(rf"{_LETTERS}(?:[-’']{_LETTERS})*")
_PIECE = re.compile(_LETTERS)
# Suffixes that make nouns of verbs and adjectives, after Snowball has taken the inflection.
_DERIVATIONS = ("ning", "ering", "ing", "ation", "else", "sel", "sl")
# What Snowball leaves on one form of a word and takes from another.
_ENDINGS = (
    (re.compile(r"([dlnrst])\1ed$"), r"\1"),  # uddannede, uddannet
    (re.compile(r"(.{3}[ao]r)t$"), r"\1"),  # gennemført, gennemføre; oplært, oplæring
    (re.compile(r"(.{3}al)t$"), r"\1"),  # kommunalt, kommunale
    (re.compile(r"([bdfgklmnprst])\1$"), r"\1"),
    (re.compile(r"(.{3}[bdfgklmnprtv])s$"), r"\1"),  # indsats, indsatser; plads, pladsen
    (re.compile(r"(.{3})e$"), r"\1"),  # café, caféen
)


@dataclass(frozen=True)
class Word:
    """A word of a text: as written (lower case), where it stands, its root and its parts' roots."""

    written: str
    start: int
    end: int
    root: str
    parts: tuple

    @property
    def terms(self):
        """Everything that finds this word."""
        return (self.root, *self.parts)


def _rows(text):
    return [line.split() for line in text.strip().splitlines()]


@lru_cache(maxsize=50_000)
def root(word):
    """The root of one word, folded or not."""
    folded = danish.fold(word)
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    stem = _STEMMER.stemWord(folded)
    for suffix in _DERIVATIONS:
        if stem.endswith(suffix) and len(stem) - len(suffix) >= MIN_LONE_PART:
            stem = stem.removesuffix(suffix)
            break
    for ending, replacement in _ENDINGS:
        stem = ending.sub(replacement, stem)
    return stem


_IRREGULAR = {
    danish.fold(form): danish.fold(row[0]) for row in _rows(lexicon.IRREGULAR) for form in row
}
# As they may be typed: `på`, `paa`, `pa`. Not by their folded form alone, for `fæ` is no `få`.
STOP_WORDS = frozenset(
    spelling
    for word in lexicon.STOP_WORDS.split()
    for spelling in (word, danish.slug(word), danish.fold(word))
)
VAGUE_PARTS = frozenset(map(root, lexicon.VAGUE_PARTS.split()))
_PARTS = frozenset(root(word) for row in _rows(lexicon.PARTS) for word in row)
ACRONYMS = frozenset(root(word) for word in lexicon.PARTS.split() if word.isupper())


@lru_cache(maxsize=50_000)
def parts(word, capitalised=False):
    """The roots of the parts of a folded compound; empty for a simple word.

    A capitalised word may be a name: no Svendborg is a `borg`, so both its parts must be known.
    """
    if root(word) in _PARTS or len(word) < 2 * MIN_PART:
        return ()
    return _split(word) or (() if capitalised else _one_known_end(word))


def _known(piece):
    """The root of a piece of a compound, if it is a word with at most a linking letter after it."""
    for link in LINKS:
        stem = piece.removesuffix(link) if link else piece
        if piece.endswith(link) and len(stem) >= MIN_PART and root(stem) in _PARTS:
            return root(stem)
    return None


@lru_cache(maxsize=50_000)
def _split(word):
    """All parts of a compound that consists of known words; the longest first part wins."""
    for cut in range(len(word) - MIN_PART, MIN_PART - 1, -1):
        first = _known(word[:cut])
        if first is None:
            continue
        rest = word[cut:]
        if root(rest) in _PARTS:
            return (first, root(rest))
        if more := _split(rest):
            return (first, *more)
    return ()


def _one_known_end(word):
    """Two parts of which one is known: the end counts more, for it says what the thing is."""
    for cut in range(MIN_PART, len(word) - MIN_LONE_PART + 1):
        if root(word[cut:]) in _PARTS and len(root(word[cut:])) >= MIN_LONE_PART:
            return (root(word[:cut]), root(word[cut:]))
    for cut in range(len(word) - MIN_PART, MIN_LONE_PART - 1, -1):
        first = _known(word[:cut])
        if first and len(first) >= MIN_LONE_PART:
            return (first, root(word[cut:]))
    return ()


def tokens(text):
    """Every word of a text that is no stop word, in order; a hyphenated one as a whole.

    The parts of a hyphenated word are its pieces, unless one of them is a stop word: what is
    `ikke-uddannet` must not be found by `uddannet`.
    """
    found = []
    for match in _WORD.finditer(text):
        written = [piece for piece in _PIECE.findall(match[0]) if danish.fold(piece)]
        pieces = [danish.fold(piece) for piece in written]
        stops = any(danish.normalise(piece).lower() in STOP_WORDS for piece in written)
        whole = "".join(pieces)
        if not whole or (len(pieces) == 1 and stops):
            continue
        if len(pieces) == 1:
            inner = parts(whole, match[0][0].isupper())
        else:
            inner = () if stops else tuple(map(root, pieces))
        found.append(Word(match[0].lower(), match.start(), match.end(), root(whole), inner))
    return found


def words(text):
    """The tokens, and for a hyphenated one its pieces as well: everything that finds a text."""
    found = []
    for token in tokens(text):
        found.append(token)
        pieces = list(_PIECE.finditer(text[token.start : token.end]))
        if len(pieces) > 1 and token.parts:
            for piece in pieces:
                found += [
                    replace(word, start=token.start + piece.start(), end=token.start + piece.end())
                    for word in tokens(piece[0])
                ]
    return found
