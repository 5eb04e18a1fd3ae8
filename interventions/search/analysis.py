"""From Danish text to terms. Pure: no database, no settings, never raises on any text.

A term is the folded root of a word (`vejledere`, `vejledning` → `vejled`). A compound gives its own
root and those of its parts; a hyphenated word gives its parts and the whole written together.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from interventions.search import stems
from interventions.search.compounds import parts, root
from interventions.search.lexicon import forms, small_words
from municipalities import danish

# Letters and digits, with the accents, soft hyphens and joiners that may stand inside a word.
_LETTERS = r"(?:[^\W_][\u00ad\u0300-\u036f\u200b-\u200d]*)+"
# 2.517 and 7,5 are one number each.
_NUMBER = re.compile(r"(?<!\d)(?<!\d\.)\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\.?\d)|\d+,\d+")
_WORD = re.compile(rf"{_NUMBER.pattern}|{_LETTERS}(?:[-’']{_LETTERS})*")
_PIECE = re.compile(_LETTERS)
_SENTENCE_END = re.compile(r"[.!?:;]\s")
# Between the words of `deltids- og fuldtidsvejledere`, of `samtaler og -medarbejdere`.
_ENDS_LATER = re.compile(r"-(,| og| eller| samt|/)\s?")
_BEGAN_EARLIER = re.compile(r"(,| og| eller| samt|/)\s?-")
# How far a verb may stand from its particle: “hvordan holder vi dem alle på”.
MOST_BETWEEN = 3


@dataclass(frozen=True)
class Word:
    """A word of a text: as written (lower case), where it stands, its root and its parts' roots.

    `small` says that it is a stop word.
    """

    written: str
    start: int
    end: int
    root: str
    parts: tuple
    small: bool = False

    @property
    def terms(self):
        """Everything that finds this word."""
        return (self.root, *self.parts)


# As they may be typed: `på`, `paa`, `pa`. Not by their folded form alone, for `fæ` is no `få`.
STOP_WORDS = frozenset(
    spelling
    for word in small_words.STOP_WORDS.split()
    for spelling in (word, danish.slug(word), danish.fold(word))
)
_PARTICLE_VERBS = {
    (root(verb), root(particle)): root(noun)
    for verb, particle, noun in stems.rows(forms.PARTICLE_VERBS)
}
_SEPARABLE = frozenset(verb for verb, _ in _PARTICLE_VERBS)
_PREPOSITIONS = frozenset({root("på")})
_VERBS_IN_TEXTS = {form: root(verb) for form, verb in stems.rows(forms.VERBS_IN_TEXTS)}


def _is_small(piece):
    return danish.normalise(piece).lower() in STOP_WORDS


@lru_cache(maxsize=20_000)
def _meaning(written):
    """(root, parts, whether it is a stop word) of a word as it stands; a root of "" is no word.

    The parts of a hyphenated word are its pieces, unless one of them is a stop word: what is
    `ikke-uddannet` must not be found by `uddannet`.
    """
    if _NUMBER.fullmatch(written):
        return written.replace(".", ""), (), False
    pieces = [piece for piece in _PIECE.findall(written) if danish.fold(piece)]
    whole = "".join(map(danish.fold, pieces))
    stops = any(map(_is_small, pieces))
    if len(pieces) == 1:
        return root(whole), parts(whole, written[0].isupper()), stops
    return root(whole), () if stops else tuple(map(root, pieces)), False


def _read(text):
    """Every word of a text in order, the small ones too; a hyphenated one as a whole."""
    found = []
    for match in _WORD.finditer(text):
        meaning = _meaning(match[0])
        if meaning[0]:
            found.append(Word(match[0].lower(), match.start(), match.end(), *meaning))
    return found


def _particle(text, word, following):
    """The particle that makes a noun with a verb, and that noun: “falder eleverne fra”.

    Before `på` only small words may stand: who holds a talk on something keeps nobody.
    """
    near = True
    for other in following if word.root in _SEPARABLE else ():
        if _SENTENCE_END.search(text, word.end, other.start):
            break
        noun = _PARTICLE_VERBS.get((word.root, other.root))
        if noun and (near or other.root not in _PREPOSITIONS):
            return other, noun
        near = near and other.small
    return None, None


def tokens(text):
    """Every word of a text that is no stop word, in order; a hyphenated one as a whole."""
    words = _read(text)
    found = []
    taken = None
    for place, word in enumerate(words):
        if word.small or word is taken:
            continue
        particle, noun = _particle(text, word, words[place + 1 : place + 2 + MOST_BETWEEN])
        taken = particle or taken
        found.append(replace(word, root=noun, parts=()) if noun else word)
    return found


def _completed(text, found):
    """The words with the compounds that they are part of: `deltids- og fuldtidsvejledere`."""
    found = list(found)
    for place, (word, after) in enumerate(pairwise(found)):
        gap = text[word.end : after.start]
        if _ENDS_LATER.fullmatch(gap) and after.parts:
            found[place] = replace(word, parts=(*word.parts, word.root + after.parts[-1]))
        elif _BEGAN_EARLIER.fullmatch(gap) and word.parts:
            begun = "".join(word.parts[:-1]) + after.root
            found[place + 1] = replace(after, parts=(*after.parts, begun))
    return found


def _compounds_within(word):
    """The word, with the shorter compounds in a long one: `specialskole(område)`."""
    if len(word.parts) < 3 or "".join(word.parts) != word.root:
        return word
    within = ("".join(word.parts[:-1]), "".join(word.parts[1:]))
    return replace(word, parts=(*word.parts, *within))


def found_by(text):
    """The tokens of a text with all that each of them is found by."""
    found = _completed(text, map(_compounds_within, tokens(text)))
    return [
        replace(token, root=_VERBS_IN_TEXTS[token.written])
        if token.written in _VERBS_IN_TEXTS
        else token
        for token in found
    ]


def words(text):
    """Everything that finds a text: its tokens, and of a hyphenated one its pieces as well."""
    found = []
    for token in found_by(text):
        found.append(token)
        pieces = list(_PIECE.finditer(text[token.start : token.end]))
        if len(pieces) > 1 and token.parts:
            for piece in pieces:
                found += [
                    replace(word, start=token.start + piece.start(), end=token.start + piece.end())
                    for word in tokens(piece[0])
                ]
    return found
