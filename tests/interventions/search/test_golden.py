"""The search, measured against two lists; the same on both databases."""

import pytest

from interventions.models import Intervention
from tests.interventions.search.asking import hits, in_order
from tests.interventions.search.golden import ALL, GOLDEN, NOTHING, ORDER
from tests.interventions.search.heldout import HELD_OUT

pytestmark = pytest.mark.django_db

RECALL, PRECISION = 0.98, 0.9


def complaints(answers):
    """A line for each query that misses an entry or finds a wrong one."""
    lines = []
    for golden, found in answers:
        missing = sorted(golden.must - found)
        wrong = sorted(found - golden.must - golden.may)
        if missing or wrong:
            lines.append(f"{golden.query!r} misses {missing}, should not find {wrong}")
    return "\n".join(lines)


def test_the_lists_are_long_enough_and_name_only_entries_that_exist(seeded):
    queries = [golden.query.casefold() for golden in HELD_OUT]
    assert len({golden.query for golden in GOLDEN}) == len(GOLDEN) >= 170
    assert len(set(queries)) == len(queries) >= 180
    assert not set(queries) & {golden.query.casefold() for golden in GOLDEN}
    assert set(Intervention.objects.published().values_list("slug", flat=True)) == ALL


@pytest.mark.parametrize("measured", [GOLDEN, HELD_OUT], ids=["golden", "held-out"])
def test_recall_and_precision(seeded, measured):
    answers = [(golden, hits(golden.query)) for golden in measured]
    wanted = sum(len(golden.must) for golden, _ in answers)
    recalled = sum(len(golden.must & found) for golden, found in answers)
    rights = [(len(found & (golden.must | golden.may)), len(found)) for golden, found in answers]
    shares = [right / number for right, number in rights if number]
    right, number = map(sum, zip(*rights, strict=True))
    recall, precision, mean = recalled / wanted, right / number, sum(shares) / len(shares)
    print(f"{len(answers)} queries: recall {recalled}/{wanted} = {recall:.4f}, precision", end=" ")
    print(f"{right}/{number} = {precision:.4f}, mean by query {mean:.4f}\n{complaints(answers)}")

    assert recall >= RECALL, complaints(answers)
    assert precision >= PRECISION, complaints(answers)
    assert mean >= PRECISION, complaints(answers)


def test_what_nothing_answers_finds_nothing(seeded):
    assert {golden.query: hits(golden.query) for golden in NOTHING} == {
        golden.query: set() for golden in NOTHING
    }


def test_the_hits_stand_in_this_order_on_every_database(seeded):
    assert {query: in_order(query) for query in ORDER} == ORDER


def test_the_order_names_every_hit_once(seeded):
    for query in ORDER:
        assert len(in_order(query)) == len(hits(query)) == len(set(in_order(query)))
