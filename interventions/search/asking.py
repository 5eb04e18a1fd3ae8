"""What of a search only asks: “hvad virker mod frafald” is about frafald. Pure."""

import re

from interventions.search.compounds import root
from interventions.search.lexicon import small_words
from municipalities import danish

_WEAK = frozenset(map(root, small_words.WEAK_WORDS.split()))
_LEADING = frozenset(map(root, small_words.LEADING_WORDS.split()))
_PREPOSITIONS = frozenset(map(danish.fold, small_words.PREPOSITIONS.split()))
_NEXT_WORD = re.compile(r"\W+(\w+)")


def only_asks(word, text):
    """Whether a word of a search says nothing beside others: what a hit must have is another."""
    if word.root in _WEAK:
        return True
    after = _NEXT_WORD.match(text, word.end)
    return word.root in _LEADING and after is not None and danish.fold(after[1]) in _PREPOSITIONS
