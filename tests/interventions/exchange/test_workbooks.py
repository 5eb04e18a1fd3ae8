import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from interventions.exchange import reading, workbooks
from interventions.exchange.names import Unreadable
from tests.interventions.exchange.files import saved, xlsx

SOUND = xlsx(Indsatser=[["Titel", "Startår"], ["A", 2024]])
SHEET, TYPES = "xl/worksheets/sheet1.xml", "[Content_Types].xml"
NAMESPACE = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED_STRINGS = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)


def rebuilt(**parts):
    """The sound workbook with other bytes in some of its parts; None leaves a part out."""
    content = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(SOUND)) as old,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if parts.get(name, b"") is not None:
                new.writestr(name, parts.pop(name, None) or old.read(name))
        for name, extra in parts.items():
            if extra is not None:
                new.writestr(name, extra)
    return content.getvalue()


def sheet_of(rows):
    start = b'<worksheet xmlns="' + NAMESPACE + b'">'
    return start + b"<sheetData>" + rows + b"</sheetData></worksheet>"


def refusal(content):
    with pytest.raises(Unreadable) as refused:
        reading.read(content)
    return str(refused.value)


def test_the_sound_one_is_read():
    (table,) = reading.read(rebuilt()).tables
    assert table.rows == [[2, ["A", "2024"]]]


def test_formulas_keep_their_sign_and_text_that_looks_like_one_gets_the_mark():
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Indsatser"
    sheet.append(["Titel", "Resumé", "Startår"])
    sheet.append(["=1+1", None, None])
    sheet["B2"] = "=kun tekst"
    sheet["B2"].data_type = "s"
    sheet["C2"] = ArrayFormula("C2:C2", "=SUM(A1)")
    (table,) = reading.read(saved(workbook)).tables
    assert table.rows == [[2, ["=1+1", "'=kun tekst", "="]]]


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 og saa ikke mere",
        SOUND[: len(SOUND) // 2],
        rebuilt(**{"[Content_Types].xml": None}),
        rebuilt(**{"xl/workbook.xml": b"ikke xml"}),
        rebuilt(**{SHEET: b"<worksheet"}),
        rebuilt(**{SHEET: sheet_of(b'<row r="1"><c r="A1" t="s"><v>7</v></c></row>')}),
        rebuilt(**{"xl/styles.xml": b"\xff\xfe"}),
        rebuilt(**{SHEET: sheet_of(b'<row r="2"><c r="ZZZZZ2"><v>1</v></c></row>')}),
        rebuilt(**{SHEET: sheet_of(b'<row r="x"><c r="A1"><v>1</v></c></row>')}),
    ],
)
def test_a_broken_workbook_is_refused(content):
    assert refusal(content) == (
        "Regnearket kan ikke læses. Åbn det i Excel, og gem det igen som .xlsx."
    )


@pytest.mark.parametrize(
    "declared",
    [
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">',
    ],
)
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/noget-andet.xml"])
def test_xml_that_declares_entities_is_refused(declared, part):
    body = sheet_of(b'<row r="1"><c r="A1" t="inlineStr"><is><t>Titel</t></is></c></row>')
    assert "Regnearket kan ikke læses." in refusal(rebuilt(**{part: declared + body}))


def test_entities_are_refused_in_other_encodings_too():
    body = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    assert "kan ikke læses" in refusal(rebuilt(**{"xl/styles.xml": body.encode("utf-16")}))


TOO_LARGE = "Regnearket fylder for meget, når det pakkes ud."


def test_a_zip_bomb_is_refused_before_it_unfolds():
    bomb = rebuilt(**{"xl/stor.xml": b"<x>" + b" " * (41 * 1024 * 1024) + b"</x>"})
    assert len(bomb) < 100_000
    assert TOO_LARGE in refusal(bomb)


def test_a_sheet_of_countless_elements_is_refused():
    assert TOO_LARGE in refusal(rebuilt(**{"xl/styles.xml": b"<x>" + b"<a/>" * 1_500_000}))


def test_many_parts_are_refused():
    assert TOO_LARGE in refusal(rebuilt(**{f"xl/{number}.xml": b"<x/>" for number in range(500)}))


def test_a_row_far_down_does_not_take_forever():
    far = sheet_of(b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>')
    assert TOO_LARGE in refusal(rebuilt(**{SHEET: far}))


def test_a_stated_size_is_not_believed():
    stated = b'<dimension ref="A1:XFD1048576"/><sheetData>'
    sheet = sheet_of(
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>Titel</t></is></c></row>'
        b'<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c></row>'
    ).replace(b"<sheetData>", stated)
    (table,) = reading.read(rebuilt(**{SHEET: sheet})).tables
    assert table.rows == [[2, ["A"]]]


def test_text_that_is_used_over_and_over_is_counted_each_time():
    shared = b"".join(b'<c t="s"><v>0</v></c>' for _ in range(200))
    rows = b"".join(b"<row>" + shared + b"</row>" for _ in range(2))
    heads = b'<row><c t="inlineStr"><is><t>Titel</t></is></c></row>'
    types = zipfile.ZipFile(BytesIO(SOUND)).read(TYPES)
    strings = b"<si><t>" + b"a" * 30_000 + b"</t></si></sst>"
    content = rebuilt(
        **{
            SHEET: sheet_of(heads + rows),
            TYPES: types.replace(b"</Types>", SHARED_STRINGS + b"</Types>"),
            "xl/sharedStrings.xml": b'<sst xmlns="' + NAMESPACE + b'">' + strings,
        }
    )
    assert "Filen rummer for meget tekst." in refusal(content)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), cut=st.booleans())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(place, byte, cut):
    damaged = bytearray(SOUND)
    damaged[int(place * len(damaged))] = byte
    if cut:
        del damaged[int(place * len(damaged)) :]
    with suppress(Unreadable):  # anything else fails the test
        reading.read(bytes(damaged))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_in_a_sheet_are_read_or_refused(noise):
    with suppress(Unreadable):  # anything else fails the test
        list(workbooks.sheets(rebuilt(**{SHEET: sheet_of(noise)})))
