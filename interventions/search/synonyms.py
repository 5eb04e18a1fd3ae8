"""The editors' synonym sets, by the roots of their words and phrases."""

from collections import defaultdict

from interventions.search import analysis


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
        self._longest = max(map(len, self._sets), default=0)

    def at(self, words, position):
        """(number of words, sets) of the longest phrase that begins here; (1, []) without one."""
        for length in range(min(self._longest, len(words) - position), 0, -1):
            key = tuple(word.root for word in words[position : position + length])
            if key in self._sets:
                return length, self._sets[key]
        return 1, []
