import pytest

from interventions import document
from interventions.exchange.columns import CLAIMS, ENTRIES, LEDGERS, RELATIONS, SHEETS
from municipalities import danish


def test_a_sheet_has_all_that_a_document_has(world):
    world.buddy.ledgers.create(slug="tal", title="Tal", sentence="De tæller hver sit.")
    content = document.of(world.buddy)
    parts = {"ledgers", "claims", "relations"}
    assert {column.name for column in ENTRIES.columns} == content.keys() - parts
    for sheet in (CLAIMS, LEDGERS, RELATIONS):
        (row, *_rest) = content[sheet.part]
        assert {column.name for column in sheet.columns} == row.keys() | {"entry"}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.title)
def test_no_two_heads_of_a_sheet_read_alike(sheet):
    heads = [danish.fold(column.head) for column in sheet.columns]
    assert len(set(heads)) == len(heads)


@pytest.mark.parametrize(
    ("sheet", "needed"),
    [
        (ENTRIES, {"Titel", "Type"}),
        (CLAIMS, {"Indsats", "Udsagn", "Type", "Kilde", "Sted i kilden"}),
        (
            LEDGERS,
            {"Indsats", "Hvad tallene handler om", "Hvorfor tallene ikke kan sammenlignes"},
        ),
        (RELATIONS, {"Fra indsats", "Til indsats", "Slags", "Forklaring"}),
    ],
    ids=lambda value: getattr(value, "title", ""),
)
def test_what_a_row_cannot_do_without(sheet, needed):
    assert {column.head for column in sheet.columns if column.is_required} == needed
