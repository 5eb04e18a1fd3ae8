import pytest

from interventions.exchange import reading
from interventions.exchange.names import Unreadable
from tests.interventions.exchange.files import xlsx

TEXT = "Adresse;Titel\r\nlaeringsbuddy;Læringsbuddy på Ærø\r\n"


def refusal(content):
    with pytest.raises(Unreadable) as refused:
        reading.read(content)
    return str(refused.value)


def only_table(content):
    (table,) = reading.read(content).tables
    return table.sheet, table.heads, table.rows


@pytest.mark.parametrize(
    ("content", "read_as"),
    [
        (TEXT.encode("utf-8-sig"), "CSV med semikolon og tegnsættet UTF-8"),
        (TEXT.encode(), "CSV med semikolon og tegnsættet UTF-8"),
        (TEXT.encode("cp1252"), "CSV med semikolon og tegnsættet Windows-1252"),
        (TEXT.replace(";", ",").encode(), "CSV med komma og tegnsættet UTF-8"),
        (TEXT.replace("\r\n", "\n").encode(), "CSV med semikolon og tegnsættet UTF-8"),
    ],
)
def test_csv_is_read_as_people_save_it(content, read_as):
    assert reading.read(content).read_as == read_as
    assert only_table(content) == (
        "Indsatser",
        ["Adresse", "Titel"],
        [[2, ["laeringsbuddy", "Læringsbuddy på Ærø"]]],
    )


@pytest.mark.parametrize(
    ("heads", "sheet"),
    [
        ("Adresse;Titel;Type", "Indsatser"),
        ("Nøgle;Indsats;Udsagn;Type", "Udsagn"),
        ("Fra indsats;Til indsats;Slags;Forklaring", "Forbindelser"),
        ("Nøgle;Indsats;Hvad tallene handler om", "Opstillinger"),
        ("NOEGLE;indsats;Udsagn", "Udsagn"),
    ],
)
def test_the_columns_of_a_csv_file_tell_what_it_holds(heads, sheet):
    assert only_table(f"{heads}\nx;y;z;v\n".encode())[0] == sheet


def test_rows_have_the_numbers_that_a_spreadsheet_shows():
    content = 'Titel;Resumé\n"To\nlinjer";a\n\n;\nSidste;b\n'.encode()
    assert [number for number, _texts in only_table(content)[2]] == [2, 5]


def test_a_workbook_may_have_several_sheets_and_others_are_named():
    content = xlsx(
        Noter=[["hej"]],
        Indsatser=[["Titel"], ["A"]],
        udsagn=[["Udsagn"], ["B"]],
        Vejledning=[["Ark"]],
    )
    upload = reading.read(content)
    assert [table.sheet for table in upload.tables] == ["Indsatser", "Udsagn"]
    assert (upload.read_as, upload.left_out) == ("regneark (XLSX)", ["Noter"])


def test_an_upload_survives_json():
    upload = reading.read(TEXT.encode())
    assert reading.Upload.from_json(upload.as_json()) == upload


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"x" * (5 * 1024 * 1024 + 1), "Filen fylder for meget: højst 5 MB."),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Filen er i det gamle Excel-format eller beskyttet"),
        (TEXT.encode("utf-16"), "Filen er gemt som Unicode-tekst. Gem den som “CSV UTF-8”"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Filen er hverken et regneark (.xlsx) eller"),
        (b"\x81\x8d\x8f", "Filen er hverken et regneark (.xlsx) eller"),
        (b"", "Ingen af kolonnerne i række 1 kendes."),
        (b"Farve;Form\nr\xf8d;rund\n", "Ingen af kolonnerne i række 1 kendes."),
        (b'Titel;Type\n"A;praksis\nB;plan\n', "Filen kan ikke læses som CSV fra linje"),
        (b"Titel\n" + b"x" * 200_000, "Filen kan ikke læses som CSV fra linje"),
        (xlsx(Ark1=[["Titel"]]), "Filen har intet ark, der hedder “Indsatser”, “Udsagn”,"),
        (xlsx(Indsatser=[[None], ["A"]]), "Indsatser: række 1 skal være kolonnernes navne"),
    ],
)
def test_a_file_is_refused_with_the_reason(content, message):
    assert message in refusal(content)


def test_two_thousand_rows_are_read_and_no_more():
    rows = "Titel\n" + "A\n\n" * 2000
    assert len(only_table(rows.encode())[2]) == 2000
    assert "Filen har for mange rækker: højst 2.000." in refusal(f"{rows}A\n".encode())


def test_the_rows_of_all_sheets_count_together():
    content = xlsx(Indsatser=[["Titel"], *([["A"]] * 1001)], Udsagn=[["Udsagn"], *([["A"]] * 1000)])
    assert "højst 2.000" in refusal(content)
