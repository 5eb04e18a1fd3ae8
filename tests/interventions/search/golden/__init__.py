"""What the search has to find: Danish queries, each with the entries that must and may be hits.

Written from the facts, vocabularies and synonym sets of the domain, not from the code and not from
what it answers. `must` is strict (a fact of the domain says so), `may` is generous (a reader who
typed the query would accept the hit).
"""

from tests.interventions.search.golden.beginnings import PREFIXES
from tests.interventions.search.golden.compounds import COMPOUNDS
from tests.interventions.search.golden.entries import ALL
from tests.interventions.search.golden.nothing import NOTHING
from tests.interventions.search.golden.order import ORDER
from tests.interventions.search.golden.phrases import PHRASES
from tests.interventions.search.golden.places import PLACES
from tests.interventions.search.golden.spellings import FOLDING, TYPOS
from tests.interventions.search.golden.synonyms import SYNONYMS
from tests.interventions.search.golden.words import WORDS

__all__ = ["ALL", "GOLDEN", "NOTHING", "ORDER"]

GOLDEN = [
    *WORDS,
    *COMPOUNDS,
    *SYNONYMS,
    *FOLDING,
    *PLACES,
    *PHRASES,
    *PREFIXES,
    *TYPOS,
    *NOTHING,
]
