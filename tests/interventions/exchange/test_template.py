from io import BytesIO

import pytest
from openpyxl import load_workbook

from interventions.exchange import template
from interventions.exchange.columns import SHEETS
from interventions.models import Theme
from tests.interventions.exchange.files import opened, preview, saved

pytestmark = pytest.mark.usefixtures("world")


@pytest.fixture
def blank():
    return load_workbook(BytesIO(saved(template.book())))


def helped(sheet):
    """{letter: validation} of the columns of a sheet."""
    return {str(rule.sqref).split("2:")[0]: rule for rule in sheet.data_validations.dataValidation}


def listed(workbook, formula):
    """The values in a range such as 'Tilladte værdier'!$A$2:$A$9."""
    title, cells = formula.rsplit("!", 1)
    return [row[0].value for row in workbook[title.strip("'")][cells.replace("$", "")]]


def test_it_has_the_sheets_that_the_import_reads_and_two_for_people(blank):
    assert blank.sheetnames == [
        *("Indsatser", "Udsagn", "Opstillinger", "Forbindelser"),
        *("Vejledning", "Tilladte værdier"),
    ]


def test_an_untouched_template_changes_nothing_and_its_examples_are_named(blank):
    shown = preview(saved(blank))
    assert (shown.counts["examples"], shown.lines, shown.problems) == (4, [], [])
    assert shown.upload.left_out == []


def test_the_examples_would_be_accepted_under_other_names(blank):
    for sheet in SHEETS:
        for cell in blank[sheet.title][2]:
            if cell.value == "eksempel-fra-skabelonen":
                cell.value = "min-egen"
    blank["Forbindelser"]["B2"] = "laeringsbuddy"
    shown = preview(saved(blank))
    assert shown.problems == []
    assert shown.counts["new"] == 4
    assert shown.can_be_confirmed


def test_short_lists_can_be_chosen_from(blank):
    rules = helped(blank["Indsatser"])
    heads = {cell.value: cell.column_letter for cell in blank["Indsatser"][1]}
    assert listed(blank, rules[heads["Temaer"]].formula1) == [
        "mentorordninger",
        "sprogstoette",
        "trivsel",
    ]
    assert listed(blank, rules[heads["Type"]].formula1)[:2] == ["Indsatstype", "Navngivet projekt"]
    assert rules[heads["Titel"]].formula1 is None


def test_each_cell_has_its_help_beside_it(blank):
    rules = helped(blank["Udsagn"])
    heads = {cell.value: cell.column_letter for cell in blank["Udsagn"][1]}
    assert rules[heads["Anker"]].prompt == "Højst 8 ord, ordret fra kilden."
    assert rules[heads["Anker"]].promptTitle == "Anker"
    assert rules[heads["Tal"]].prompt == "Tal, fx 13,4."
    prompts = [
        rule.prompt or "" for sheet in SHEETS for rule in helped(blank[sheet.title]).values()
    ]
    assert max(map(len, prompts)) <= 255


def test_the_guide_explains_every_column(blank):
    rows = list(blank["Vejledning"].iter_rows(min_row=2, values_only=True))
    columns = [(sheet.title, column.head) for sheet in SHEETS for column in sheet.columns]
    assert [row[:2] for row in rows if row[0] != "Alle ark"] == columns
    assert ("Udsagn", "Sted i kilden", "ja", "Fx “Aalborg” eller “indledning, afsnit 2”.") in rows


def test_allowed_values_say_what_they_stand_for(blank):
    values = opened(saved(blank))["Tilladte værdier"]
    place = values[0].index("Indsatser: Temaer")
    assert values[0][place + 1] == "Betyder"
    assert values[2][place : place + 2] == ["sprogstoette", "Sprogstøtte"]


def test_a_base_without_vocabularies_has_a_template_too():
    Theme.objects.all().delete()
    assert template.book()["Indsatser"]["E2"].value is None
