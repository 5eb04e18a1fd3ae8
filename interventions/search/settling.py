"""Holds a plan against the index: which words are used, and what becomes of those that are not."""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from django.db.models import Count, Max, Q, Value

from interventions.search import analysis, compounds, mending, weights
from interventions.search.groups import Plan
from interventions.search.synonyms import roots
from interventions.search.understanding import telling, understand
from municipalities import danish
from municipalities.models import Municipality

# A part of a compound that more entries have does not tell what the word is about.
MOST_WITH_PART = 1 / 3
LONG_WORD = 8
# Left off a long word: `voksenelev` may be what was meant where the texts have its plural.
_ENDING = re.compile(r"(?<=.{8})(?:e[nrt]|e?r?ne)s?$")


# The vocabulary is the same from search to search.
_folded = lru_cache(maxsize=50_000)(danish.fold)


def settle(plan, synonyms, entries):
    """Find out which words are used, mend those that are not, and how many have to match."""
    from interventions.models.search import SearchTerm

    stored = SearchTerm.objects.filter(entry__in=entries.order_by()).order_by()
    terms_of = defaultdict(dict)

    def read(terms):
        rows = stored.filter(term__in=terms).values_list("entry", "term", "weight")
        for entry, term, weight in rows:
            terms_of[entry][term] = weight

    wanted = frozenset().union(*(group.terms for group in plan.groups))
    read(wanted)
    for group in plan.groups:
        group.prefer_whole(terms_of.values())
    unused = [g for g in plan.groups if not any(map(g.matched_by, terms_of.values()))]
    _extend([group for group in plan.groups if group not in unused and group.beginning], stored)
    if unused:
        _mend(plan, unused, stored, synonyms)
    if more := frozenset().union(*(group.terms for group in plan.groups)) - wanted:
        read(more)
    for group in unused:
        group.prefer_whole(terms_of.values())
    found = [sum(g.matched_by(terms) for g in plan.groups) for terms in terms_of.values()]
    plan.required = max(found, default=0) or len(plan.groups)
    plan.in_pieces = [g.typed for g in plan.groups if g.in_pieces(terms_of.values())]
    known = frozenset().union(*terms_of.values())
    plan.also = [p for p in dict.fromkeys(plan.also) if frozenset(roots(p)) <= known]


def _extend(groups, stored):
    """Words that are used may be the beginning of others, for somebody is still typing."""
    starts = Q(*(Q(term__startswith=group.beginning) for group in groups), _connector=Q.OR)
    rows = list(stored.filter(starts).values_list("term", "word").distinct()) if groups else []
    for group in groups:
        group.extend([row for row in rows if row[0].startswith(group.beginning)])


def _vocabulary(stored):
    """Every word in use as (term, folded, written, best weight).

    Municipalities have no term, what is only part of a word is not written.
    """
    rows = stored.values_list("term", "word").annotate(best=Max("weight"))
    names = Municipality.objects.order_by().values_list(Value(""), "name", Value(0))
    return [(term, _folded(word), word, best) for term, word, best in sorted(rows.union(names))]


def _mend(plan, unused, stored, synonyms):
    """Give each unused word the best that can be found for it, and note what that was."""
    vocabulary = _vocabulary(stored)
    names = {folded: name for term, folded, name, _ in vocabulary if not term}
    words = [(term, folded) for term, folded, _, _ in vocabulary if term and folded]
    terms = frozenset(term for term, *_ in vocabulary)
    _join_names(plan, unused, names, synonyms)
    spellings = {danish.fold(word): word for word in synonyms.single_words}
    spellings |= compounds.spellings(terms) | _meant(vocabulary)
    # A stop word is nothing to search for; a synonym that no entry uses no correction of itself.
    no_correction = analysis.STOP_WORDS.union(danish.fold(group.typed) for group in unused)
    spellings = {key: word for key, word in spellings.items() if key not in no_correction}
    for group in unused:
        folded = danish.fold(group.typed)
        if name := names.get(folded) or names.get(folded.removesuffix("s")):
            plan.without_case.append(_municipality(name))
        elif found := mending.containing(group.typed, words):
            group.ways = [frozenset({term}) for term in sorted(found)]
        elif (spelling := mending.nearest(group.typed, spellings)) is None:
            _take_apart(plan, group, stored, terms)
        elif spelling in names and compounds.root(spelling) not in terms:
            plan.without_case.append(_municipality(names[spelling]))
        else:
            meant = Plan([], 0)
            understand(meant, spellings[spelling], synonyms)
            group.ways, group.also = meant.groups[0].ways, meant.groups[0].also
            group.parts = meant.groups[0].parts
            plan.also += meant.also
            plan.corrected.append((group.typed, spellings[spelling]))


def _join_names(plan, unused, names, synonyms):
    """Make one word of the name of a municipality that was written as two: `høje taastrup`.

    Its first word may be one that only asks, as `høje` does, and has no group then.
    """
    for first, second in pairwise(plan.words):
        written = f"{first.written}-{second.written}"
        folded = danish.fold(written)
        if folded not in names and folded.removesuffix("s") not in names:
            continue
        halves = [g for g in plan.groups if g.typed in {first.written, second.written}]
        if any(group in unused for group in halves):
            meant = Plan([], 0)
            understand(meant, written, synonyms)
            place = plan.groups.index(halves[0])
            plan.groups = [group for group in plan.groups if group not in halves]
            plan.groups[place:place] = meant.groups
            unused[:] = [group for group in unused if group not in halves] + meant.groups


def _municipality(name):
    return Municipality(name=name, slug=danish.slug(name))


def _take_apart(plan, group, stored, terms):
    """Look for a word by what it is made of, or at least by the part of it that tells most."""
    way = mending.made_of(group.typed, terms)
    if way and _together(way, stored):
        group.ways = [way]
    elif part := _telling_part(group, stored):
        group.ways = [frozenset({part})]
        plan.in_part.append(group.typed)
    else:
        plan.missing.append(group.typed)


def _together(terms, stored):
    """Whether some entry has all these terms."""
    having = stored.filter(term__in=terms).values("entry").annotate(number=Count("term"))
    return having.filter(number=len(terms)).exists()


def _meant(vocabulary):
    """{folded: written} of what somebody who slipped may have meant.

    No short word that stands in claims only: it is not what anybody was about to search for.
    """
    meant = [
        (folded, word)
        for term, folded, word, best in vocabulary
        if folded and (not term or best > weights.CLAIM or len(folded) >= LONG_WORD)
    ]
    without_ending = {
        _ENDING.sub("", folded): word for folded, word in meant if len(folded) > LONG_WORD
    }
    return without_ending | dict(meant)


def _telling_part(group, stored):
    """The part of a compound that the fewest entries have: what the word is about, if it tells."""
    parts = {part for part in group.parts if telling(part)}
    if not parts:
        return None
    number = stored.values("entry").distinct().count()
    used = stored.filter(term__in=parts).values_list("term").annotate(number=Count("entry"))
    rare = [(count, part) for part, count in used if count <= number * MOST_WITH_PART]
    return min(rare)[1] if rare else None
