"""What a search plan is made of: groups of ways to find a word, and what the reader is told."""

from dataclasses import dataclass, field

from interventions.search import compounds, mending, weights
from municipalities import danish


@dataclass
class Group:
    """One word or phrase of the search: any of `ways` finds it; a way is a set of terms.

    `also` are the ways that synonyms add; they count less. `parts` are those of a compound.
    """

    typed: str
    ways: list
    also: list = field(default_factory=list)
    parts: tuple = ()

    @property
    def terms(self):
        """Every term of every way."""
        return frozenset(self.parts).union(*self.ways, *self.also)

    def prefer_whole(self, all_terms):
        """A compound that some entry writes as one word is not looked for in pieces.

        `all_terms` has the terms of each entry with their weights. Where no title, theme or summary
        has the word, others may say it in pieces, if each piece says something.
        """
        whole = self.ways[0]
        if self.ways[1:] != [frozenset(self.parts)]:
            return
        if "-" in self.typed or compounds.ACRONYMS.intersection(self.parts):
            return  # SOSU-elev, SOSUelev: written together as often as apart
        found = [terms for terms in all_terms if whole <= terms.keys()]
        best = max((min(map(terms.get, whole)) for terms in found), default=0)
        vague = compounds.VAGUE_PARTS.intersection(self.parts)
        if best > weights.CLAIM or (best and vague):
            self.ways = [whole]

    def in_pieces(self, all_terms):
        """Whether no entry writes this word as it was typed, but some have all its pieces."""
        one_word = danish.fold(self.typed).isalnum()
        if not one_word or compounds.ACRONYMS.intersection(self.parts):
            return False
        found = [way for way in self.ways for terms in all_terms if way <= terms.keys()]
        return bool(found) and all(len(way) > 1 for way in found)

    @property
    def beginning(self):
        """What longer words may begin with, folded; empty for a phrase and for a complete word.

        `fuldt` has the root of `fuld`, and is on its way to be `fuldtidsvejledere`.
        """
        folded = danish.fold(self.typed)
        whole = not folded.isalnum() or compounds.is_complete(folded)
        return "" if whole or len(folded) < mending.MIN_PREFIX else folded

    def extend(self, begun):
        """Add the terms that begin with it, unless an entry has the word as it was typed.

        `begun` has (term, word) for each.
        """
        if self.beginning not in {danish.fold(word) for _, word in begun}:
            terms = sorted({term for term, _ in begun})
            self.also += [frozenset({term}) for term in terms if {term} not in self.ways]

    def matched_by(self, terms):
        """Whether these terms are enough."""
        return any(way <= terms.keys() for way in (*self.ways, *self.also))


@dataclass
class Plan:
    """What to look for: at least `required` of the groups, and what to tell the reader.

    `words` are all that were typed, also those that only ask and have no group.
    """

    groups: list
    required: int
    words: list = field(default_factory=list)
    corrected: list = field(default_factory=list)
    also: list = field(default_factory=list)
    related: list = field(default_factory=list)
    in_part: list = field(default_factory=list)
    in_pieces: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    without_case: list = field(default_factory=list)

    @property
    def relaxed(self):
        """Whether an entry may lack some of the words."""
        return 0 < self.required < len(self.groups)

    @property
    def terms(self):
        """Every term that counts as a hit, for marking."""
        return frozenset().union(*(way for g in self.groups for way in (*g.ways, *g.also)))
