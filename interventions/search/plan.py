"""The plan of a search: what each word stands for, and what the reader should be told about it."""

from interventions.search.groups import Plan
from interventions.search.settling import settle
from interventions.search.synonyms import Synonyms
from interventions.search.understanding import MAX_WORDS, understand

__all__ = ["MAX_WORDS", "Plan", "build"]


def build(text, entries):
    """The plan of a text against the entries that may be found.

    Three or four queries where every word is known, some more for words that no entry uses.
    """
    plan = Plan([], 0)
    synonyms = Synonyms()
    understand(plan, text, synonyms)
    if plan.groups:
        settle(plan, synonyms, entries)
    return plan
