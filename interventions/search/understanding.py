"""From what was typed to the groups of a plan: words, phrases that the editors know, compounds."""

from interventions.search import analysis, compounds
from interventions.search.asking import only_asks
from interventions.search.groups import Group
from interventions.search.synonyms import roots
from municipalities import danish

MAX_WORDS = 12
# A part with fewer letters says nothing by itself: no `del`, no `tid`.
MIN_TELLING = 4


def understand(plan, text, synonyms):
    """Add a group for each word, or for each phrase that the editors know.

    Words that only ask have none, unless there are no others.
    """
    asking = []
    plan.words = analysis.tokens(text)[:MAX_WORDS]
    for words, sets in synonyms.grouped(plan.words):
        if not sets and only_asks(words[0], text):
            asking += words
            continue
        plan.groups.append(_group(words, sets))
        plan.also += _others(words, (phrase for one in sets for phrase in one.phrases))
        plan.related += _others(words, (phrase for one in sets for phrase in one.related_phrases))
    if not plan.groups:
        plan.groups = [_group([word], []) for word in asking]


def telling(part):
    """Whether a part of a compound says something by itself."""
    return len(part) >= MIN_TELLING and part not in compounds.VAGUE_PARTS


def _group(words, sets):
    ways = [frozenset(word.root for word in words)]
    parts = words[0].parts if len(words) == 1 else ()
    if "-" in words[0].written or _may_stand_apart(words[0], parts, sets):
        ways.append(frozenset(parts))
    also = [frozenset(roots(phrase)) for one in sets for phrase in one.phrases]
    return Group(
        " ".join(word.written for word in words),
        [way for way in ways if way],
        [way for way in dict.fromkeys(also) if way and way not in ways],
        parts,
    )


def _may_stand_apart(word, parts, sets):
    """Whether a compound means what its parts mean: not if the editors have other words for it."""
    return not sets and any(map(telling, parts)) and compounds.is_known(danish.fold(word.written))


def _others(words, phrases):
    typed = tuple(word.root for word in words)
    return [phrase for phrase in dict.fromkeys(phrases) if roots(phrase) != typed]
