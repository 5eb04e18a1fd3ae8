"""The empty workbook that editors fill in: help, allowed values and an example on each sheet."""

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from interventions.exchange.columns import (
    CLAIMS,
    ENTRIES,
    EXAMPLE,
    GUIDE,
    LEDGERS,
    RELATIONS,
    SHEETS,
    VALUES,
)
from interventions.exchange.names import Names
from interventions.exchange.reading import MOST_ROWS
from interventions.models import Intervention, Ledger
from municipalities import spreadsheets

IN_GENERAL = (
    "Skriv rækker på arkene, og læs filen ind i redaktionen. Du ser alt, før noget sker.",
    "En tom celle tømmer feltet. Felter, hvis kolonne du sletter, bliver ikke rørt. "
    "Intet bliver slettet, fordi en række mangler.",
    "Alt lander til gennemsyn. En udgivet indsats bliver kun ændret i en arbejdskopi.",
    f"Rækker med “{EXAMPLE}” er eksempler, som importen springer over.",
)
KINDS = {
    "DateField": "Dato, fx 2024-05-31.",
    "BooleanField": "ja eller nej.",
    "DecimalField": "Tal, fx 13,4.",
}
SEVERAL = "Flere skilles med semikolon."
LISTED = f"Værdierne står på arket “{VALUES}”; navnet kan også skrives."
# As long as Excel allows the help beside a cell to be.
PROMPT, PROMPT_TITLE = 255, 32
QUIET = Font(italic=True, color="FF6B6B6B")

EXAMPLES = {
    ENTRIES: {
        "slug": EXAMPLE,
        "title": "Mentorer til nye elever i Eksempelby",
        "summary": "Nye elever får en mentor i de første måneder. Kilden oplyser intet resultat.",
        "start_year": 2024,
        "start_month": 8,
    },
    CLAIMS: {
        "key": EXAMPLE,
        "entry": EXAMPLE,
        "text": "Kommunen oplyser, at 12 elever har haft en mentor.",
        "locator": "afsnit 2",
        "anchor": "12 elever har haft en mentor",
        "position": 3,
        "value": 12,
        "unit": "elever",
        "counts": "elever, der har haft en mentor",
        "period_from": 2024,
        "period_to": 2024,
        "ledger": EXAMPLE,
    },
    LEDGERS: {
        "slug": EXAMPLE,
        "entry": EXAMPLE,
        "title": "Elever med mentor",
        "sentence": "Det ene tal er for et halvt år og det andet for et helt.",
        "position": 1,
    },
    RELATIONS: {
        "entry": EXAMPLE,
        "to": EXAMPLE,
        "sentence": "Begge steder får nye elever en fast person at gå til.",
    },
}


def book():
    """The template with the vocabularies as they are now."""
    allowed = _allowed()
    workbook = spreadsheets.book(
        *(_sheet(sheet, allowed) for sheet in SHEETS), _guide(allowed), _values(allowed)
    )
    for sheet in SHEETS:
        page = workbook[sheet.title]
        for cell in page[2]:
            cell.font = QUIET
        for place, column in enumerate(sheet.columns, start=1):
            letter = get_column_letter(place)
            rule = _help(column, allowed)
            rule.add(f"{letter}2:{letter}{MOST_ROWS + 1}")
            page.add_data_validation(rule)
    return workbook


def _allowed():
    """{column: [(value, what it is called)]} for those that take only certain values."""
    names, found = Names(), {}
    for sheet in SHEETS:
        for column in sheet.columns:
            if column.field.choices:
                labels = (str(label) for value, label in column.field.flatchoices if value)
                found[column] = [(label, label) for label in labels]
            elif column.target and column.target not in {Intervention, Ledger}:
                found[column] = names.listed(column.target)
    return found


def _sheet(sheet, allowed):
    """Heads and the example; a needed cell that it leaves open has the first allowed value."""
    example = []
    for column in sheet.columns:
        first = allowed[column][0][0] if allowed.get(column) else None
        needed = column.is_required or column.name == "themes"
        example.append(EXAMPLES[sheet].get(column.name, first if needed else None))
    return sheet.title, [column.head for column in sheet.columns], [example]


def _guide(allowed):
    rows = [["Alle ark", None, None, sentence] for sentence in IN_GENERAL]
    for sheet in SHEETS:
        rows += [
            [sheet.title, column.head, "ja" if column.is_required else None, _text(column, allowed)]
            for column in sheet.columns
        ]
    return GUIDE, ["Ark", "Kolonne", "Skal udfyldes", "Forklaring"], rows


def _text(column, allowed):
    kind = KINDS.get(column.field.get_internal_type(), "")
    parts = (column.help, kind, SEVERAL * column.several, LISTED * (column in allowed))
    return " ".join(filter(None, parts))


def _values(allowed):
    """Side by side: each column's values, and beside slugs what they stand for."""
    titles = {column: sheet.title for sheet in SHEETS for column in sheet.columns}
    heads, lists = [], []
    for column, values in allowed.items():
        heads += [f"{titles[column]}: {column.head}", "Betyder"]
        lists += [[value for value, _name in values], [name for _value, name in values]]
    longest = max(map(len, lists))
    rows = [[one[row] if row < len(one) else None for one in lists] for row in range(longest)]
    return VALUES, heads, rows


def _range(column, allowed):
    """Where the values of a column stand on their sheet, or None."""
    if not allowed.get(column):
        return None
    letter = get_column_letter(2 * list(allowed).index(column) + 1)
    return f"'{VALUES}'!${letter}$2:${letter}${len(allowed[column]) + 1}"


def _help(column, allowed):
    """What Excel shows beside a cell, with a list to choose from where there is one."""
    values = _range(column, allowed)
    rule = DataValidation(
        type="list" if values else None,
        formula1=values,
        allow_blank=True,
        showErrorMessage=False,  # names are understood too, and several values in one cell
        showInputMessage=True,
        promptTitle=column.head[:PROMPT_TITLE],
    )
    rule.prompt = _text(column, allowed)[:PROMPT] or None
    return rule
