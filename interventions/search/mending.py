"""What to do with a word that no entry uses: begin, contain, name, slip or part. Pure."""

from rapidfuzz.distance import OSA

from interventions.search import compounds, stems
from interventions.search.compounds import root
from municipalities import danish

MIN_PREFIX = 4
MIN_INFIX = 5
# Fewer letters than this leave too little to go by: a `mand` is no `måde`.
MIN_SLIP, MIN_FIRST_SLIP, MIN_TWO_SLIPS = 5, 8, 10
_DANISH = frozenset("æøå")


def containing(typed, vocabulary):
    """Terms of words that begin with what was typed, or else have it as a part.

    `vocabulary` is a list of (term, word), both folded. What the lexicon knows is complete.
    """
    folded = danish.fold(typed).replace(" ", "")
    if len(typed) < MIN_PREFIX or compounds.is_known(folded):
        return set()
    begin = {t for t, word in vocabulary if t.startswith(folded) or word.startswith(folded)}
    if begin or len(typed) < MIN_INFIX:
        return begin
    return {term for term, word in vocabulary if _has_part(word, folded)}


def _has_part(word, piece):
    """Whether a piece stands in a compound after a known word, its linking letter left out."""
    place = word.find(piece)
    linked = piece[:1] == "s" and compounds.may_begin(word[: place + 1])
    return place > 0 and compounds.may_begin(word[:place]) and not linked


def made_of(typed, terms):
    """The two terms that a compound of words outside the lexicon is made of, if it is one."""
    folded = danish.fold(typed)
    if compounds.is_known(folded) or len(folded) > compounds.LONGEST:
        return frozenset()
    for cut in range(len(folded) - MIN_PREFIX, MIN_PREFIX - 1, -1):
        rest = root(folded[cut:])
        for first in (folded[:cut], folded[:cut].removesuffix("s")):
            pieces = frozenset({stems.stem(first), rest})
            if pieces <= terms and all(len(piece) >= MIN_PREFIX for piece in pieces):
                return pieces
    return frozenset()


def nearest(typed, written):
    """The known spelling that is the fewest slips away, if few enough for its length.

    `written` has every spelling, folded, as key, and as it is written as value. Ties go to the same
    first letter, then to a letter too few or too many before another letter, then by letter. A word
    that the lexicon knows is no slip of another.
    """
    folded = danish.fold(typed)
    if len(folded) < MIN_SLIP or compounds.is_known(folded):
        return None
    slips = 1 if len(folded) < MIN_TWO_SLIPS else 2
    near = [
        (distance, spelling[:1] != folded[:1], _swapped(folded, spelling), spelling)
        for spelling, word in written.items()
        if abs(len(spelling) - len(folded)) <= slips
        and (distance := OSA.distance(folded, spelling, score_cutoff=slips)) <= slips
        and _is_slip(folded, spelling, distance)
        # Who types å means no a.
        and (_DANISH.isdisjoint(typed) or OSA.distance(typed.lower(), word.lower()) <= slips)
    ]
    return min(near)[-1] if near else None


def _is_slip(typed, meant, distance):
    """Whether a hand may have slipped so, and not written another word.

    Nobody slips twice and at the first letter too: a `senior` is no `mentor`. In a short word
    letters change places, fall out or are doubled; another letter makes another word.
    """
    if typed[:1] != meant[:1]:
        return distance < 2 and len(typed) >= MIN_FIRST_SLIP
    if len(typed) > 5:
        return True
    return len(typed) < len(meant) or sorted(typed) == sorted(meant) or _single(typed) == meant


def _swapped(typed, meant):
    return len(typed) == len(meant) and sorted(typed) != sorted(meant)


def _single(word):
    return "".join(letter for place, letter in enumerate(word) if word[place - 1 : place] != letter)
