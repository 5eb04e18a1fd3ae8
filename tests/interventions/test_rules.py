import pytest

from interventions import rules
from interventions.models import Claim, Intervention


def a_claim(**fields):
    return Claim(**{"key": "k1", "text": "Noget.", "kind": "what", "locator": "1"} | fields)


def problem_fields(**fields):
    return sorted(rules.claim_problems(a_claim(**fields)))


def test_a_plain_claim_is_in_order():
    assert rules.claim_problems(a_claim(anchor="")) == {}


def test_eight_words_of_an_anchor_are_enough():
    assert problem_fields(anchor="en to tre fire fem seks syv otte") == []
    assert rules.claim_problems(a_claim(anchor="en to tre fire fem seks syv otte ni")) == {
        "anchor": "Ankeret har 9 ord. Højst 8 ord må tages ordret fra kilden."
    }


def test_words_are_what_white_space_separates():
    assert problem_fields(anchor="SOSU-elev/lærling  1,5\nmio. kr.\t2024 (fem) ni") == []


def test_a_rating_needs_a_tier_and_an_entry():
    assert problem_fields(kind="rating") == ["intervention", "tier"]
    assert problem_fields(kind="rating", tier_id=1, intervention_id=1) == []
    assert problem_fields(kind="rating", tier_id=1, intervention=Intervention()) == []


def test_only_a_rating_has_a_tier():
    assert rules.claim_problems(a_claim(kind="result", tier_id=1)) == {
        "tier": "Kun et udsagn af typen vurdering kan give et evidensniveau."
    }


def test_a_figure_needs_a_unit_and_a_unit_a_figure():
    assert problem_fields(value=0) == ["unit"]
    assert problem_fields(value=0, unit="elever") == []
    assert problem_fields(unit="elever") == ["value"]
    assert problem_fields(sample_size=5) == ["value"]


def test_a_period_ends_after_it_begins():
    assert problem_fields(period_from=2024, period_to=2023) == ["period_to"]
    assert problem_fields(period_from=2024, period_to=2024) == []
    assert problem_fields(period_to=2023) == []


def test_reserved_slugs_belong_to_the_address():
    assert list(rules.vocabulary_problems(slug="ikke-oplyst")) == ["slug"]
    assert list(rules.vocabulary_problems(slug="ikke-vurderet")) == ["slug"]
    assert rules.vocabulary_problems(slug="oplyst") == {}


@pytest.mark.parametrize(
    ("lack", "field"),
    [
        ({"summary": " \n"}, "summary"),
        ({"theme_count": 0}, "themes"),
        ({"claim_count": 0}, "claims"),
    ],
)
def test_publication_needs_summary_theme_and_claim(lack, field):
    enough = {"summary": "Noget.", "theme_count": 1, "claim_count": 1}
    assert rules.publication_problems(**enough) == {}
    assert list(rules.publication_problems(**enough | lack)) == [field]


def test_everything_that_is_lacking_is_said_at_once():
    found = rules.publication_problems(summary="", theme_count=0, claim_count=0)
    assert sorted(found) == ["claims", "summary", "themes"]


@pytest.mark.parametrize(
    ("year", "month", "field"),
    [
        (None, None, None),
        (1900, 1, None),
        (2100, 12, None),
        (1899, None, "start_year"),
        (2101, None, "start_year"),
        (2020, 0, "start_month"),
        (2020, 13, "start_month"),
        (None, 5, "start_year"),
    ],
)
def test_a_start_is_a_sane_year_and_a_month_of_it(year, month, field):
    assert list(rules.start_problems(year=year, month=month)) == ([field] if field else [])


def test_a_relation_joins_two_entries_once():
    assert rules.relation_problems(to_itself=False, mirrored=False) == {}
    assert rules.relation_problems(to_itself=True, mirrored=False) == {
        "to_entry": "En indsats kan ikke ligne sig selv."
    }
    assert list(rules.relation_problems(to_itself=False, mirrored=True)) == ["to_entry"]
