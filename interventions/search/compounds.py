"""Danish compounds: the parts of a word that is written as one, and the root of any word. Pure.

The root of a compound that consists of known words is made of their roots, so that forms and
linking letters do not matter: `plejecenter` and `plejecentre`, `fastholdelsessamtale` and
`fastholdelsesamtaler`, are one word each.
"""

import re
from functools import lru_cache

from interventions.search import stems
from interventions.search.lexicon import forms
from interventions.search.lexicon import parts as lexicon
from municipalities import danish

MIN_PART = 3
# What is longer is no Danish word, and would be taken apart for a long time.
LONGEST = 60
# A part beside something unknown has to be long enough not to be met by accident.
MIN_LONE_PART, MIN_UNKNOWN = 5, 4
_LINKS = ("", "s", "e", "es", "er")
_VOWELS = frozenset("aeiouy")
# Ends that have no stress, so that no consonant is doubled after them.
_UNSTRESSED = re.compile(r"(e[rlnd]|ing)$")
# The end of an unknown word that is no word but a suffix: `systematisk`, `kulturelle`.
_SUFFIX = re.compile(r"e?[rn]?ing|e?lse|ser|at?i|isk|u?ell?|al|iv|it|er|ed|hed|lig|som|bar|skab")
# The beginning of one that is no word but a prefix and a letter or two: `forklarer`, `opretholde`.
_PREFIX = re.compile(r"(for|be|und|ind|over?|op|ud|til|frem|ned|an|af|ved|gen).?.?")


def _roots(words):
    """{folded word: root} of the words of a lexicon."""
    return {danish.fold(word): stems.stem(word) for word in words.split()}


def _inflected(words):
    """{form: root} of every form that these words may have at the end of a compound."""
    found = dict(words)
    for word, root in words.items():
        bases = [word] if _UNSTRESSED.search(word) else [word, word + word[-1]]
        inflected = [word, f"{word}t"]
        inflected += [base + ending for base in bases for ending in forms.ENDINGS.split()]
        if word[-1] in _VOWELS:
            inflected += [word + ending for ending in forms.AFTER_A_VOWEL.split()]
        for form in inflected:
            found.setdefault(form, root)
            found.setdefault(f"{form}s", root)
    roots = set(words.values())
    for form, root in stems.IRREGULAR.items():
        if root in roots:
            found |= {form: root, f"{form}s": root}
    return found


_WHOLES = _roots(lexicon.WHOLES)
_SPELLED = (*lexicon.PARTS.split(), *lexicon.WHOLES.split())
_WORDS = _roots(lexicon.PARTS) | _WHOLES
_FIRST = {f"{word}{link}": root for link in reversed(_LINKS) for word, root in _WORDS.items()}
# Often written without the last letter: `fastholdelssamtale`.
_FIRST |= {word[:-1]: root for word, root in _WORDS.items() if word.endswith("else")}
_LAST = _inflected(_WORDS)
VAGUE_PARTS = frozenset(_roots(lexicon.VAGUE_PARTS).values())
EMPTY_TAILS = frozenset(_roots(lexicon.EMPTY_TAILS).values())
EMPTY_HEADS = frozenset(_roots(lexicon.EMPTY_HEADS).values())
ACRONYMS = frozenset(stems.stem(word) for word in lexicon.PARTS.split() if word.isupper())


@lru_cache(maxsize=50_000)
def root(word):
    """The root of one word, folded or not."""
    folded = danish.fold(word)
    return "".join(_known_parts(folded)) or stems.stem(folded)


@lru_cache(maxsize=50_000)
def parts(word, capitalised=False):
    """The roots of the parts of a folded compound; empty for a simple word.

    A capitalised word may be a name: no Svendborg is a `borg`, so both its parts must be known.
    """
    if found := _known_parts(word):
        return found
    return () if capitalised or word in _LAST else _one_known_end(word)


def is_known(word):
    """Whether the lexicon has a folded word in any form, or all parts of a compound."""
    return word in _LAST or word in stems.IRREGULAR or bool(_known_parts(word))


def spellings(terms):
    """{folded: written} of the words of the lexicon whose roots are among these terms."""
    return {
        danish.fold(word): word.lower() for word in _SPELLED if _WORDS[danish.fold(word)] in terms
    }


def is_complete(word):
    """Whether a folded word is one of the lexicon as it stands there, without an ending."""
    return word in _WORDS


def may_begin(piece):
    """Whether a known word, linking letter included, may stand first in a compound like this."""
    return piece in _FIRST


@lru_cache(maxsize=50_000)
def _known_parts(word):
    """All parts of a compound that consists of known words; the longest first part wins."""
    if word in _LAST or word in stems.IRREGULAR or len(word) > LONGEST:
        return ()
    for cut in range(len(word) - MIN_PART, MIN_PART - 1, -1):
        first, rest = _FIRST.get(word[:cut]), word[cut:]
        if first and (more := (_LAST[rest],) if rest in _LAST else _known_parts(rest)):
            return (first, *more)
    return ()


def _one_known_end(word):
    """Two parts of which one is known: the end counts more, for it says what the thing is."""
    for cut in range(MIN_UNKNOWN, len(word) - MIN_LONE_PART + 1):
        if word[cut:] in _LAST and not _PREFIX.fullmatch(word, 0, cut):
            return (stems.stem(word[:cut]), _LAST[word[cut:]])
    for cut in range(len(word) - MIN_UNKNOWN, MIN_LONE_PART - 1, -1):
        if word[:cut] in _FIRST and not _SUFFIX.match(word, cut):
            return (_FIRST[word[:cut]], stems.stem(word[cut:]))
    return ()
