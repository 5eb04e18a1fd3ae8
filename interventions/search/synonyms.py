"""The editors' synonym sets, by the roots of their words and phrases."""

from collections import defaultdict
from functools import lru_cache

from interventions.search import analysis, compounds


@lru_cache(maxsize=5_000)
def roots(phrase):
    """The roots of a word or phrase: what makes two ways of writing it the same."""
    return tuple(word.root for word in analysis.tokens(phrase))


class Synonyms:
    """All sets, read with one query."""

    def __init__(self):
        from interventions.models.search import SynonymSet

        self._sets = defaultdict(list)
        self.single_words = []
        for one in SynonymSet.objects.all():
            for phrase in one.phrases:
                self._sets[roots(phrase)].append(one)
                if len(roots(phrase)) == 1:
                    self.single_words.append(phrase.lower())
        self._phrases = sorted((key for key in self._sets if len(key) > 1), key=_longest_first)

    def grouped(self, words):
        """[(words of a phrase or one word, its sets)], in the order of the words.

        A phrase is known in any order of its words, the longest first.
        """
        left = list(words)
        found = []
        for phrase in self._phrases:
            while taken := _taken(left, phrase):
                left = [word for word in left if word not in taken]
                found.append((taken, self._sets[phrase]))
        for word in left:
            known = [name for name in _names(word) if (name,) in self._sets]
            found.append(([word], self._sets[known[0],] if known else []))
        return sorted(found, key=lambda group: group[0][-1].start)


def _longest_first(phrase):
    return (-len(phrase), phrase)


def _taken(words, phrase):
    """The words that make up a phrase, in their own order; empty if one is wanting."""
    taken = []
    for term in phrase:
        fits = [word for word in words if word not in taken and term in _names(word)]
        if not fits:
            return []
        taken.append(fits[0])
    return sorted(taken, key=lambda word: word.start)


def _names(word):
    """The roots that a word goes by: a `mentorforløb` is a mentor, a `SOSU-elev` is an elev."""
    names = [word.root]
    if len(word.parts) > 1 and word.parts[-1] in compounds.EMPTY_TAILS:
        names.append("".join(word.parts[:-1]))
    if len(word.parts) > 1 and word.parts[0] in compounds.EMPTY_HEADS:
        names.append("".join(word.parts[1:]))
    return names
