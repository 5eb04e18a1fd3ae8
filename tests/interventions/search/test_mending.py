"""What becomes of a word that no entry uses: a slip is mended, another word is left alone."""

import pytest

from interventions.search import mending
from municipalities import danish

WORDS = """
    elevløn eleven mentorordning fuldtidsvejledere måder Middelfart normering fastholdelsessamtaler
    gruppevejledning årligt kilder skolen sundhed mindre finder
"""
WRITTEN = {danish.fold(word): word for word in WORDS.split()}


def meant(typed):
    return WRITTEN.get(mending.nearest(typed, WRITTEN))


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("elevøn", "elevløn"),
        ("mentorodning", "mentorordning"),
        ("fuldtidsvejldere", "fuldtidsvejledere"),
        ("Midelfart", "Middelfart"),
        ("normerring", "normering"),
        ("grupevejledning", "gruppevejledning"),
        ("fasthodelsessamtalr", "fastholdelsessamtaler"),
    ],
)
def test_a_slip_gets_the_word_that_was_meant(typed, word):
    assert meant(typed) == word


@pytest.mark.parametrize(
    "typed",
    ["mænd", "mand", "dårligt", "kvinder", "senior", "samfund", "ministre", "vinder", "solsken"],
)
def test_another_word_is_no_slip(typed):
    assert meant(typed) is None


VOCABULARY = [
    (danish.fold(word), danish.fold(word))
    for word in ("elevkvarteret", "fastholdelsessamtale", "beskriver", "børneministeriet")
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("elevk", {"elevkvarteret"}),
        ("kvarter", {"elevkvarteret"}),
        ("river", set()),  # in the middle of a word that is no compound
        ("ssamtale", set()),  # the linking letter belongs to what stands before it
        ("børn", set()),  # complete as it is, and on its way to nothing else
    ],
)
def test_what_was_typed_begins_a_word_or_is_a_part_of_it(typed, found):
    assert mending.containing(typed, VOCABULARY) == found


def test_a_compound_that_nobody_writes_is_made_of_words_that_somebody_does():
    assert mending.made_of("vinterlejre", {"vint", "lejr"}) == {"vint", "lejr"}
    assert mending.made_of("vinterhave", {"vint", "lejr"}) == set()


def test_what_is_too_long_to_be_a_word_is_not_taken_apart():
    long = "x" * 60
    assert mending.made_of(f"lejr{long}", {"lejr", long}) == set()
