import datetime
from decimal import Decimal

import pytest

from interventions.exchange import cells
from interventions.exchange.columns import CLAIMS, ENTRIES, LEDGERS, SHEETS
from interventions.exchange.names import Names, Unreadable
from interventions.models import Theme
from municipalities import danish

pytestmark = pytest.mark.usefixtures("world")


def read(sheet, name, text):
    return cells.read(sheet.column(name), text, Names())


def refusal(sheet, name, text):
    with pytest.raises(Unreadable) as refused:
        read(sheet, name, text)
    return str(refused.value)


@pytest.mark.parametrize(
    ("sheet", "name", "text", "value"),
    [
        (ENTRIES, "title", "  Ærø \r\n to ", "Ærø \n to"),
        (ENTRIES, "title", "A\u030arhus", "Århus"),
        (ENTRIES, "title", "'=1+1", "=1+1"),
        (ENTRIES, "title", "-5 elever", "-5 elever"),
        (ENTRIES, "summary", "", ""),
        (ENTRIES, "kind", "Kommunal praksis", "praksis"),
        (ENTRIES, "kind", "PRAKSIS", "praksis"),
        (ENTRIES, "running_state", "ikke oplyst", ""),
        (ENTRIES, "running_state", "under afproevning", "forsoeg"),
        (ENTRIES, "running_as_of", "2024-05-31", "2024-05-31"),
        (ENTRIES, "running_as_of", "31.5.2024", "2024-05-31"),
        (ENTRIES, "running_as_of", "31-05-2024", "2024-05-31"),
        (ENTRIES, "running_as_of", "31/05/2024", "2024-05-31"),
        (ENTRIES, "running_as_of", "", None),
        (ENTRIES, "start_year", "2024", 2024),
        (ENTRIES, "start_year", "2024,0", 2024),
        (ENTRIES, "themes", "sprogstoette; mentorordninger", ["mentorordninger", "sprogstoette"]),
        (ENTRIES, "themes", "Sprogstøtte;SPROGSTOETTE;", ["sprogstoette"]),
        (ENTRIES, "themes", "", []),
        (ENTRIES, "municipalities", "Kobenhavn; Ærø Kommune", ["aeroe", "koebenhavn"]),
        (CLAIMS, "kind", "oplyst resultat", "result"),
        (CLAIMS, "source", "gode forløb på aeroe", "katalog"),
        (CLAIMS, "source", "KL: Gode forløb på Ærø", "katalog"),
        (CLAIMS, "tier", "Virksom indsats", "virksom"),
        (CLAIMS, "tier", "", None),
        (CLAIMS, "value", "13,4", "13.4"),
        (CLAIMS, "value", "13.4", "13.4"),
        (CLAIMS, "value", "2.692.630,20", "2692630.2"),
        (CLAIMS, "value", "3.000", "3000"),
        (CLAIMS, "value", "-5", "-5"),
        (CLAIMS, "sample_size", "3.000", 3000),
        (CLAIMS, "counted_by_us", "JA", True),
        (CLAIMS, "counted_by_us", "sand", True),
        (CLAIMS, "counted_by_us", "nej", False),
        (CLAIMS, "counted_by_us", "", False),
        (CLAIMS, "position", "", 0),
        (CLAIMS, "recurrence", "et år", "et-aar"),
    ],
)
def test_a_cell_is_read(sheet, name, text, value):
    assert read(sheet, name, text) == value


@pytest.mark.parametrize(
    ("sheet", "name", "text", "message"),
    [
        (ENTRIES, "title", "", "Skal udfyldes."),
        (ENTRIES, "title", "=A1", "Her står en formel. Skriv selve værdien."),
        (ENTRIES, "title", " =A1", "Her står en formel. Skriv selve værdien."),
        (ENTRIES, "title", "#REF!", "Her står en fejl fra regnearket i stedet for en værdi."),
        (ENTRIES, "summary", "#DIVISION/0!", "Her står en fejl fra regnearket"),
        (ENTRIES, "title", "x" * 141, "140"),
        (ENTRIES, "kind", "", "Skal udfyldes."),
        (ENTRIES, "kind", "idé", "“idé” kan ikke vælges her. Vælg mellem “Indsatstype”, “Navng"),
        (ENTRIES, "running_as_of", "31.2.2024", "“31.2.2024” er ikke en dato."),
        (ENTRIES, "running_as_of", "45000", "“45000” er ikke en dato. Skriv den som 2024-05-31."),
        (ENTRIES, "running_as_of", "2024-05-31 13:00:00", "er ikke en dato"),
        (ENTRIES, "start_year", "sidste år", "“sidste år” er ikke et tal. Skriv et helt tal fra 0"),
        (ENTRIES, "start_year", "2024,5", "“2024,5” kan ikke stå her. Skriv et helt tal"),
        (ENTRIES, "start_year", "99999", "fra 0 til 32.767."),
        (ENTRIES, "start_year", "-1", "kan ikke stå her"),
        (ENTRIES, "start_year", "9" * 400, "er ikke et tal"),
        (ENTRIES, "start_year", "1" + ".000" * 40, "kan ikke stå her"),
        (ENTRIES, "start_year", "٢٠٢٤", "er ikke et tal"),
        (ENTRIES, "themes", "mentorordning", "Mente du “mentorordninger”?"),
        (ENTRIES, "themes", "trivsel; xyz", "“xyz” findes ikke blandt temaer."),
        (CLAIMS, "source", "", "Skal udfyldes."),
        (CLAIMS, "source", "avisen", "“avisen” findes ikke blandt kilder."),
        (CLAIMS, "locator", "", "Skal udfyldes."),
        (CLAIMS, "value", "mange", "“mange” er ikke et tal. Skriv et tal, fx 13,4."),
        (CLAIMS, "value", "1,2345", "3"),
        (CLAIMS, "value", "NaN", "er ikke et tal"),
        (CLAIMS, "value", "1e5", "er ikke et tal"),
        (CLAIMS, "counted_by_us", "måske", "Skriv ja eller nej."),
        (LEDGERS, "sentence", "", "Skal udfyldes."),
    ],
)
def test_a_cell_is_refused_with_the_reason(sheet, name, text, message):
    assert message in refusal(sheet, name, text)


def test_a_name_that_two_rows_share_is_not_guessed():
    Theme.objects.create(slug="trivsel-2", name="Trivsel", description="X.", question="X?")
    assert refusal(ENTRIES, "themes", "TRIVSEL ") == (
        "“TRIVSEL” er ikke entydigt. Skriv adressen: “trivsel” eller “trivsel-2”."
    )
    assert read(ENTRIES, "themes", "trivsel") == ["trivsel"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "ja"),
        (2024.0, "2024"),
        (13.4, "13,4"),
        (Decimal("13.400"), "13,4"),
        (1e20, "100000000000000000000"),
        (datetime.datetime(2024, 5, 31), "2024-05-31"),
        (datetime.datetime(2024, 5, 31, 13), "2024-05-31 13:00:00"),
        (datetime.date(2024, 5, 31), "2024-05-31"),
    ],
)
def test_what_a_spreadsheet_stored_is_text(value, text):
    assert cells.text_of(value) == text


@pytest.mark.parametrize(
    ("sheet", "name", "value", "shown"),
    [
        (ENTRIES, "title", "=1", "=1"),
        (ENTRIES, "kind", "praksis", "Kommunal praksis"),
        (ENTRIES, "running_state", "", None),
        (ENTRIES, "running_as_of", "2024-05-31", datetime.date(2024, 5, 31)),
        (ENTRIES, "start_year", 2024, 2024),
        (ENTRIES, "themes", ["a", "b"], "a; b"),
        (ENTRIES, "themes", [], None),
        (CLAIMS, "value", "13.4", Decimal("13.4")),
        (CLAIMS, "position", 0, 0),
        (CLAIMS, "counted_by_us", True, "ja"),
        (CLAIMS, "counted_by_us", False, None),
        (CLAIMS, "source", "katalog", "katalog"),
    ],
)
def test_a_value_is_shown(sheet, name, value, shown):
    assert cells.shown(sheet.column(name), value) == shown


def test_no_two_labels_of_a_choice_read_alike():
    for sheet in SHEETS:
        for column in sheet.columns:
            if column.field.choices:
                labels = [danish.fold(str(label)) for _value, label in column.field.flatchoices]
                assert len(set(labels)) == len(labels), column.head
