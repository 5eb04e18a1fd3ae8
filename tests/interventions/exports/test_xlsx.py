import datetime
import io
import zipfile

from tests.world import PUBLISHED, add_claim, add_many


def table(sheet):
    """The rows of a sheet as dicts by head."""
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_each_thing_has_its_sheet_and_heads_stay_in_sight(fetch, world):
    book = fetch("/indsatser.xlsx").workbook()
    assert book.sheetnames == ["Indsatser", "Udsagn", "Kilder", "Ordlister", "Om filen"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.bold for cell in sheet[1])
    assert book["Indsatser"].auto_filter.ref == "A1:Z5"
    assert sorted(row["Adresse"] for row in table(book["Indsatser"])) == PUBLISHED


def test_cells_have_the_type_of_their_value(fetch, world):
    book = fetch("/indsatser.xlsx?kommune=koebenhavn").workbook()
    (row,) = table(book["Indsatser"])
    assert (row["Startår"], row["Startmåned"]) == (2021, 8)
    assert row["Gennemset den"] == datetime.datetime(2024, 6, 7)
    assert row["Status pr."] is None
    assert row["Evidensniveau"] == "Ikke vurderet i kilderne"
    claim = table(book["Udsagn"])[0]
    assert (claim["Tal"], claim["Enhed"], claim["Talt af redaktionen"]) == (155, "elever", "nej")


def test_claims_and_sources_are_those_of_the_selection_with_their_frame(fetch, world):
    book = fetch("/indsatser.xlsx?tema=trivsel&tema=mentorordninger").workbook()
    claims = [(row["Indsats"], row["Nøgle"]) for row in table(book["Udsagn"])]
    assert claims == [
        ("Fælles mentorkorps", "r15-1"),
        ("Fælles mentorkorps", "r16"),
        ("Læringsbuddy", "k05"),
        ("Læringsbuddy", "k07"),
        ("Aaret med tid til vejledning", "l01"),
        (None, "k01"),
    ]
    assert [row["Adresse"] for row in table(book["Kilder"])] == ["katalog", "rapport"]
    book = fetch("/indsatser.xlsx?q=mentorkorps").workbook()
    assert [row["Adresse"] for row in table(book["Kilder"])] == ["rapport"]


def test_words_are_explained(fetch, world):
    words = table(fetch("/indsatser.xlsx").workbook()["Ordlister"])
    tier = next(row for row in words if row["Adresse"] == "virksom")
    assert tier["Ordliste"] == "Evidensniveau"
    assert (tier["Forklaring"], tier["Hvad det ikke siger"]) == (
        "Det betyder virksom.",
        "Hvor meget.",
    )
    lists = {row["Ordliste"] for row in words}
    assert {"Temaer", "Målgrupper", "Faser", "Uddannelser", "Udsagn: Type"} <= lists


def test_a_sheet_says_what_the_file_is(fetch, world):
    sheet = fetch("/indsatser.xlsx?tema=trivsel&q=tid").workbook()["Om filen"]
    about = {row["Emne"]: row for row in table(sheet) if not row["Emne"].startswith("Arket")}
    assert about["Udvalg"]["Indhold"] == "Søgning: tid; Tema: Trivsel"
    address = "http://testserver/indsatser/?q=tid&tema=trivsel"
    assert about["Udvalg"]["Forklaring"] == address
    assert about["Dato"]["Indhold"].date() == datetime.date.today()
    assert about["Licens"]["Indhold"].endswith("(CC BY 4.0)")
    assert about["Sådan henviser du"]["Forklaring"].startswith("SOSU-videnbasen, version ")
    assert "Kilderne tilhører deres udgivere" in about["Kildernes rettigheder"]["Forklaring"]
    heads = {row["Indhold"] for row in table(sheet) if row["Emne"] == "Arket Indsatser"}
    assert {"Titel", "Evidensniveau", "Ikke oplyst i kilden"} <= heads


def test_the_file_names_its_author_and_its_language(fetch, world):
    properties = fetch("/indsatser.xlsx").workbook().properties
    assert (properties.creator, properties.language) == ("SOSU-videnbasen", "da")


def test_the_whole_list_says_that_it_is_whole(fetch, world):
    sheet = fetch("/indsatser.xlsx").workbook()["Om filen"]
    (row,) = (row for row in table(sheet) if row["Emne"] == "Udvalg")
    assert row["Indhold"] == "Alle offentlige indsatser"
    assert row["Forklaring"] == "http://testserver/indsatser/"


def test_nothing_is_a_formula_and_no_character_breaks_the_file(fetch, world):
    world.plan.title = '=HYPERLINK("x")'
    world.plan.summary = "#N/A"
    world.plan.save()
    add_claim("f1", world.plan, world.catalogue, text="=1+1\x0b", locator="@a")
    answer = fetch("/indsatser.xlsx?tema=trivsel")
    book = answer.workbook()
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n", "d"}
    (row,) = table(book["Indsatser"])
    assert (row["Titel"], row["Resumé"]) == ('=HYPERLINK("x")', "#N/A")
    with zipfile.ZipFile(io.BytesIO(answer.body)) as parts:
        assert "<f>" not in parts.read("xl/worksheets/sheet1.xml").decode()


def test_all_rows_are_in_it(fetch, world):
    add_many(world, 40)
    book = fetch("/indsatser.xlsx").workbook()
    assert len(table(book["Indsatser"])) == 44
    assert len(table(book["Udsagn"])) == 47


def test_an_empty_selection_is_a_file_too(fetch, world):
    book = fetch("/indsatser.xlsx?q=findesikke").workbook()
    assert [len(table(book[name])) for name in ("Indsatser", "Udsagn", "Kilder")] == [0, 0, 0]
    assert len(table(book["Ordlister"])) > 20
