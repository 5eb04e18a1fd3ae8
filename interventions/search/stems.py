"""The root of a simple word: Snowball takes the inflection, this what Snowball leaves. Pure."""

import re
from functools import lru_cache

import snowballstemmer

from interventions.search.lexicon import forms
from municipalities import danish

_STEMMER = snowballstemmer.stemmer("danish")
# Inflection that Snowball does not know.
_INFLECTIONS = (
    (re.compile(r"(?<=...)edes?$"), ""),  # prøvede
    (re.compile(r"it(?:et)?(?:en|er|erne)?s?$"), "itet"),  # kvalitet, kvaliteter
)
# Suffixes that make nouns of verbs and adjectives; four letters at least have to be left.
_DERIVATION = re.compile(
    r"(?<=....)(?:ering|ation|ator|(?<=[bdfghjklmprstvxz])ning|ing|else|sel|sl)$|(?<=.....)itet$"
)
# What Snowball leaves on one form of a word and takes from another.
_ENDINGS = (
    (re.compile(r"(?<=...[bcdfghjklmnprsv])t$"), ""),  # gennemført, skabt, kommunalt
    (re.compile(r"([bdfgklmnprst])\1$"), r"\1"),  # gruppe, gruppen
    (re.compile(r"(?<=...[bdfgklmnprtv])s$"), ""),  # indsats, indsatser; plads, pladsen
    (re.compile(r"(?<=...)ium$"), "i"),  # studium, studier
    (re.compile(r"(?<=..)([bdfgkpst])\1?el$"), r"\1l"),  # middel, midler; titel, titler
    (re.compile(r"(?<=...)e$"), ""),  # café, caféen
)


def rows(text):
    """The words of each line of a lexicon."""
    return [line.split() for line in text.strip().splitlines()]


IRREGULAR = {
    danish.fold(form): danish.fold(row[0]) for row in rows(forms.IRREGULAR) for form in row
}


@lru_cache(maxsize=50_000)
def stem(word):
    """The root of one word, folded or not, as if it were no compound."""
    folded = danish.fold(word)
    irregular = IRREGULAR.get(folded) or IRREGULAR.get(folded.removesuffix("s"))
    if irregular:
        return irregular
    for ending, replacement in _INFLECTIONS:
        folded = ending.sub(replacement, folded)
    root = folded if folded.endswith("itet") else _STEMMER.stemWord(folded)
    root = _DERIVATION.sub("", root)
    for ending, replacement in _ENDINGS:
        root = ending.sub(replacement, root)
    return root
