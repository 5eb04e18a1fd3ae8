"""What holds for any search at all, against a small base."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interventions.models.search import SynonymSet
from interventions.search.marking import marked
from tests.interventions.search.asking import hits, in_order
from tests.world import PUBLISHED

# The base is only read: one for all examples will do.
same_base = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
WORDS = """
    mentor mentorordning Aalborg ålborg læringsbuddy tryghed kammerat tid fuld ældre vejled
    vejledning mentorkrops kvantefysik Svendborg kommune hjælp indsatser ny og SOSU-elev buddytid
"""


@pytest.fixture
def base(world):
    SynonymSet.objects.create(slug="trivsel", words="trivsel, tryghed")
    SynonymSet.objects.create(slug="buddy", words="læringsbuddy, kammerat, kammerat med tid")
    return world


@same_base
@given(words=st.lists(st.sampled_from(WORDS.split()), min_size=2, max_size=5), data=st.data())
def test_the_order_of_words_does_not_change_the_hits(base, words, data):
    shuffled = data.draw(st.permutations(words))
    assert hits(" ".join(words)) == hits(" ".join(shuffled))


@same_base
@given(text=st.text())
def test_any_text_is_answered_with_entries_that_are_public_and_each_of_them_once(base, text):
    found = in_order(text)
    assert len(found) == len(set(found))
    assert set(found) <= set(PUBLISHED)


@given(text=st.text(), terms=st.sets(st.text(max_size=6)))
def test_marking_keeps_the_text(text, terms):
    plain = text.translate({ord(char): "" for char in "<>&\"'"})
    assert marked(plain, terms).replace("<mark>", "").replace("</mark>", "") == plain
