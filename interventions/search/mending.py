"""What to do with a word that no entry uses: begin, contain, name, slip or part. Pure."""

from rapidfuzz.distance import OSA

from municipalities import danish

MIN_PREFIX = 4
MIN_INFIX = 5


def containing(typed, vocabulary):
    """Terms of words that begin with what was typed, or else contain it.

    `vocabulary` is a list of (term, word), both folded.
    """
    folded = danish.fold(typed).replace(" ", "")
    if len(typed) < MIN_PREFIX:
        return set()
    begin = {t for t, word in vocabulary if t.startswith(folded) or word.startswith(folded)}
    if begin or len(typed) < MIN_INFIX:
        return begin
    return {term for term, word in vocabulary if folded in term or folded in word}


def nearest(typed, written):
    """The known spelling that is the fewest slips away, if few enough for its length.

    `written` has every spelling, folded, as key; ties go to the same first letter, then by letter.
    """
    folded = danish.fold(typed)
    slips = 0 if len(folded) < 4 else 1 if len(folded) < 8 else 2
    near = [
        (distance, spelling[:1] != folded[:1], spelling)
        for spelling in written
        if abs(len(spelling) - len(folded)) <= slips
        and (distance := OSA.distance(folded, spelling, score_cutoff=slips)) <= slips
        # Nobody slips twice and at the first letter too: a `senior` is no `mentor`. And of a
        # short word too little is left to go by: a `bøde` is not `gode`.
        and (spelling[:1] == folded[:1] or (distance < 2 and len(folded) > 5))
    ]
    return min(near)[2] if near else None
