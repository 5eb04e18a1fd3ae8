from decimal import Decimal
from types import SimpleNamespace

import pytest

from interventions import anchors

TEXT = anchors.danish.normalise(
    "Kommunen har siden august 2019 ansat 7 fuldtids\u00advejledere.\u00a0To mentorer støtter\n"
    "eleverne. Der er afsat 11,2 millioner kroner i 2024 og 3.000 pladser i 2025-2028, "
    "efter et års ansættelse, kl. 11:53."
)


def claim(**fields):
    empty = {
        "key": "x01",
        "text": "Kommunen har ansat vejledere.",
        "anchor": "ansat 7 fuldtidsvejledere",
        "value": None,
        "unit": "",
        "sample_size": None,
        "period_from": None,
        "period_to": None,
        "counted_by_us": False,
        "source": SimpleNamespace(slug="kilde"),
    }
    return SimpleNamespace(**(empty | fields))


def messages(**fields):
    return [finding.message for finding in anchors.check_claim(claim(**fields), TEXT)]


def test_digits_are_read_in_their_danish_form():
    assert anchors.numbers("13,4 mio. kr., 3.000 elever, 0,8 og 155.") == {
        Decimal("13.4"),
        Decimal(3000),
        Decimal("0.8"),
        Decimal(155),
    }


def test_number_words_are_read_as_whole_words():
    assert anchors.numbers("Syv vejledere og to mentorer, men ikke ordet titel") == {
        Decimal(7),
        Decimal(2),
    }


def test_years_of_a_range_and_parts_of_a_date_are_numbers_of_their_own():
    assert anchors.numbers("2025-2028 og 2024–2026, 29. september 2019 kl. 11:53") == {
        Decimal(number) for number in (2025, 2028, 2024, 2026, 29, 2019, 11, 53)
    }


def test_digits_inside_a_word_are_no_number():
    assert anchors.numbers("K01 og u19a") == set()


@pytest.mark.parametrize(
    "anchor",
    [
        "ansat 7 fuldtidsvejledere",
        "fuldtidsvejledere. To mentorer støtter eleverne",
        "mentorer  støtter\neleverne",
    ],
)
def test_white_space_and_soft_hyphens_do_not_hide_an_anchor(anchor):
    assert messages(anchor=anchor) == []


def test_an_anchor_with_one_wrong_word_is_found_out():
    assert messages(anchor="ansat 7 deltidsvejledere") == [
        "ankeret “ansat 7 deltidsvejledere” står ikke i kilden."
    ]


def test_a_claim_without_an_anchor_is_found_out_when_the_text_is_there():
    assert messages(anchor="") == ["har intet anker, men kildens tekst findes."]


@pytest.mark.parametrize(
    ("value", "unit"),
    [("7", "fuldtidsvejledere"), ("2", "mentorer"), ("11.2", "mio. kr."), ("3000", "pladser")],
)
def test_a_figure_stands_in_the_source_as_digits_or_as_a_word(value, unit):
    assert messages(value=Decimal(value), unit=unit) == []


def test_a_figure_inside_a_larger_one_does_not_count():
    assert messages(value=Decimal("1.2"), unit="mio. kr.") == ["tallet 1,2 står ikke i kilden."]


def test_one_needs_its_unit_because_et_is_mostly_an_article():
    assert messages(value=Decimal(1), unit="år") == []
    assert messages(value=Decimal(1), unit="mentorer") == ["tallet 1 står ikke i kilden."]


def test_numbers_and_years_of_the_sentence_are_held_too():
    assert messages(text="Kommunen ansatte otte vejledere i 2018.") == [
        "tallet 8 står ikke i kilden.",
        "tallet 2018 står ikke i kilden.",
    ]


def test_the_years_of_the_period_are_held_too():
    assert messages(period_from=2025, period_to=2029) == ["tallet 2029 står ikke i kilden."]


def test_what_we_counted_ourselves_needs_no_source_but_other_numbers_do():
    fields = {"value": Decimal(10), "unit": "elementer", "counted_by_us": True}
    assert messages(text="Pakken har ti elementer.", **fields) == []
    assert messages(text="Pakken fra 2018 har ti elementer.", **fields) == [
        "tallet 2018 står ikke i kilden."
    ]


def test_a_source_without_a_text_is_not_held_and_not_wrong():
    other = claim(anchor="står ingen steder", source=SimpleNamespace(slug="uden-tekst"))
    assert anchors.check_claims([other], {"kilde": TEXT}) == []
    assert anchors.sources_not_held([other, claim()], {"kilde": TEXT}) == ["uden-tekst"]


@pytest.mark.parametrize(
    ("figure", "shown"),
    [("13.400", "13,4"), ("3000", "3.000"), ("2026", "2026"), ("12500.5", "12.500,5")],
)
def test_figures_are_shown_as_danish_writes_them(figure, shown):
    assert anchors.danish_number(Decimal(figure)) == shown
