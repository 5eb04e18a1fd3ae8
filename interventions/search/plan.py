"""The plan of a search: what each word stands for, and what the reader should be told about it."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Value

from interventions.search import analysis, mending
from interventions.search.synonyms import Synonyms, roots
from municipalities import danish
from municipalities.models import Municipality

MAX_WORDS = 12
# Beside other words these say nothing: “Aarhus Kommune” is Aarhus, “Region Sjælland” Sjælland.
WEAK = frozenset(map(analysis.root, ("kommune", "region")))


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
        """A compound that some entry writes as one word is not looked for in pieces."""
        whole = self.ways[0]
        if "-" in self.typed or analysis.ACRONYMS.intersection(self.parts):
            return  # SOSU-elev, SOSUelev: written together as often as apart
        if any(whole <= terms for terms in all_terms):
            self.ways = [whole]

    def begin(self, stored):
        """A word that nobody writes so may be the beginning of one, though its root is known.

        `fuldt` has the root of `fuld`, and is on its way to be `fuldtidsvejledere`.
        """
        folded = danish.fold(self.typed)
        if len(folded) < mending.MIN_PREFIX or " " in folded or "-" in self.typed:
            return
        rows = stored.filter(term__startswith=folded).values_list("term", "word")
        begun = dict(rows.distinct())
        if folded not in map(danish.fold, begun.values()):
            self.also += [frozenset({term}) for term in sorted(begun) if {term} not in self.ways]

    def matched_by(self, terms):
        """Whether these terms are enough."""
        return any(way <= terms for way in (*self.ways, *self.also))


@dataclass
class Plan:
    """What to look for: at least `required` of the groups, and what to tell the reader."""

    groups: list
    required: int
    corrected: list = field(default_factory=list)
    also: list = field(default_factory=list)
    related: list = field(default_factory=list)
    in_part: list = field(default_factory=list)
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


def build(text, entries):
    """The plan of a text against the entries that may be found.

    Three or four queries where every word is known, six at most where some are not.
    """
    words = analysis.tokens(text)
    words = [word for word in words if word.root not in WEAK] or words
    plan = Plan([], 0)
    synonyms = Synonyms()
    _understand(plan, words[:MAX_WORDS], synonyms)
    if plan.groups:
        _settle(plan, synonyms, entries)
    return plan


def _understand(plan, words, synonyms):
    """Add a group for each word, or for each phrase that the editors know."""
    position = 0
    while position < len(words):
        length, sets = synonyms.at(words, position)
        taken = words[position : position + length]
        plan.groups.append(_group(taken, sets))
        plan.also += _others(taken, (phrase for one in sets for phrase in one.phrases))
        plan.related += _others(taken, (phrase for one in sets for phrase in one.related_phrases))
        position += length


def _group(words, sets):
    ways = [frozenset(word.root for word in words)]
    parts = words[0].parts if len(words) == 1 else ()
    if "-" in words[0].written or any(map(_telling, parts)):
        ways.append(frozenset(parts))
    also = [frozenset(roots(phrase)) for one in sets for phrase in one.phrases]
    return Group(
        " ".join(word.written for word in words),
        [way for way in ways if way],
        [way for way in dict.fromkeys(also) if way and way not in ways],
        parts,
    )


def _telling(part):
    """Whether a part of a compound says something by itself: no `del`, no `tid`."""
    return len(part) > analysis.MIN_PART


def _others(words, phrases):
    typed = tuple(word.root for word in words)
    return [phrase for phrase in dict.fromkeys(phrases) if roots(phrase) != typed]


def _settle(plan, synonyms, entries):
    """Find out which words are used, mend those that are not, and how many have to match."""
    from interventions.models.search import SearchTerm

    stored = SearchTerm.objects.filter(entry__in=entries.order_by()).order_by()
    terms_of = defaultdict(set)

    def read(terms):
        for entry, term in stored.filter(term__in=terms).values_list("entry", "term"):
            terms_of[entry].add(term)

    wanted = frozenset().union(*(group.terms for group in plan.groups))
    read(wanted)
    for group in plan.groups:
        group.prefer_whole(terms_of.values())
    unused = [g for g in plan.groups if not any(map(g.matched_by, terms_of.values()))]
    if plan.groups[-1] not in unused:
        plan.groups[-1].begin(stored)
        read(plan.groups[-1].terms - wanted)
    if unused:
        # Names without a term: of municipalities, so that theirs are not taken for slips.
        names = Municipality.objects.order_by().values_list(Value(""), "name")
        vocabulary = list(stored.values_list("term", "word").union(names))
        used = Counter(term for terms in terms_of.values() for term in terms)
        _mend(plan, unused, vocabulary, synonyms, used)
        read(frozenset().union(*(group.terms for group in unused)) - wanted)
    found = [sum(g.matched_by(terms) for g in plan.groups) for terms in terms_of.values()]
    plan.required = max(found, default=0) or len(plan.groups)
    known = frozenset().union(*terms_of.values())
    plan.also = [p for p in dict.fromkeys(plan.also) if frozenset(roots(p)) <= known]


def _mend(plan, unused, vocabulary, synonyms, used):
    """Give each unused word the best that can be found for it, and note what that was."""
    names = {danish.fold(name): name for term, name in vocabulary if not term}
    words = [(term, danish.fold(word)) for term, word in vocabulary if term]
    written = {term: word for term, word in vocabulary if term and word}
    written |= {danish.fold(word): word for word in synonyms.single_words}
    written |= {danish.fold(word): word for term, word in vocabulary if term and word}
    for spelling in {danish.fold(group.typed) for group in unused} & written.keys():
        del written[spelling]  # a synonym that no entry uses is no correction of itself
    for group in unused:
        folded = danish.fold(group.typed)
        if name := names.get(folded) or names.get(folded.removesuffix("s")):
            plan.without_case.append(Municipality(name=name, slug=danish.slug(name)))
        elif found := mending.containing(group.typed, words):
            group.ways = [frozenset({term}) for term in sorted(found)]
        elif (spelling := mending.nearest(group.typed, written)) is not None:
            meant = Plan([], 0)
            _understand(meant, analysis.tokens(written[spelling]), synonyms)
            group.ways, group.also = meant.groups[0].ways, meant.groups[0].also
            plan.also += meant.also
            plan.corrected.append((group.typed, written[spelling]))
        elif telling := [part for part in group.parts if _telling(part) and used[part]]:
            # The part that the fewest entries have is what the word is about, if it says anything.
            rank = {part: (part in analysis.VAGUE_PARTS, used[part], part) for part in telling}
            group.ways = [frozenset({min(telling, key=rank.get)})]
            plan.in_part.append(group.typed)
        else:
            plan.missing.append(group.typed)
