import datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from municipalities import spreadsheets


def cells(*rows):
    book = spreadsheets.book(("Ark", ["A", "B"], rows))
    content = BytesIO()
    book.save(content)
    return [list(row) for row in load_workbook(content)["Ark"].iter_rows(min_row=2)]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+45",
        "-5",
        "@navn",
        "\t=1",
        "'=1",
        "''-1",
        "\nx",
        "\rx",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        " =1",
        "' =1",
    ],
)
def test_what_looks_like_a_formula_gets_an_apostrophe(text):
    assert spreadsheets.neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "5", "tekst", "1+1", " x", "'citat'", "a=b", "’-"])
def test_other_text_stays(text):
    assert spreadsheets.neutral(text) == text


@given(st.text(alphabet="'=+-@＝\t\n a1", max_size=6))
def test_the_apostrophe_comes_off_again(text):
    assert spreadsheets.restored(spreadsheets.neutral(text)) == text


def test_no_cell_of_a_workbook_is_a_formula():
    (row,) = cells(["=HYPERLINK(1)", "@SUM(1)"])
    assert [(cell.value, cell.data_type) for cell in row] == [
        ("'=HYPERLINK(1)", "s"),
        ("'@SUM(1)", "s"),
    ]


def test_numbers_and_dates_stay_what_they_are():
    (row,) = cells([-5, datetime.date(2024, 5, 31)])
    assert [cell.value for cell in row] == [-5, datetime.datetime(2024, 5, 31)]


def test_control_characters_do_not_break_a_workbook():
    (row,) = cells(["a\x00b\x0bc", None])
    assert [cell.value for cell in row] == ["abc", None]
