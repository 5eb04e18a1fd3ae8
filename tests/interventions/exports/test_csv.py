import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from interventions import working_copy
from interventions.exports import delimited
from tests.story import begin, draft_of
from tests.world import PUBLISHED, add_many


def slugs(answer):
    return [row["Adresse"] for row in answer.rows()]


def test_danish_excel_opens_it_right(fetch, world):
    answer = fetch("/indsatser.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.body.startswith("\ufeffAdresse;Titel;Type;Resumé;Evidensniveau;".encode())
    assert answer.body.count(b"\r\n") == 5
    assert sorted(slugs(answer)) == PUBLISHED


def test_a_row_has_the_words_that_people_read(fetch, world):
    world.corps.refresh_from_db()
    row = next(row for row in fetch("/indsatser.csv").rows() if row["Adresse"] == "mentorkorps")
    assert row == {
        "Adresse": "mentorkorps",
        "Titel": "Fælles mentorkorps",
        "Type": "Navngivet projekt",
        "Resumé": "Resumé af mentorkorps.",
        "Evidensniveau": "Virksom indsats",
        "Vurderet af": "Rambøll",
        "Dokumentation": "Vurderet i rapport",
        "Temaer": "Mentorordninger; Sprogstøtte",
        "Målgrupper": "Ikke oplyst i kilden",
        "Faser": "Oplæring; Overgang",
        "Uddannelser": "Ikke oplyst i kilden",
        "Tværgående kendetegn": "Tryghed",
        "Kommuner": "Odense; Svendborg",
        "Regioner": "Syddanmark",
        "Organisationer": "Ingen organisation nævnt",
        "Status": "Ikke oplyst i kilden",
        "Status pr.": "",
        "Startår": "",
        "Startmåned": "",
        "Ikke oplyst i kilden": "hvad den koster; hvor mange der arbejder med den; "
        "hvor mange elever den omfatter; hvad der kom ud af den; hvornår den begyndte; "
        "hvilken uddannelse den gælder",
        "Kilder": "Danske Regioner: Rapporten",
        "Gennemset den": "",
        "Først udgivet": "",
        "Version": str(world.corps.version),
        "Ændret den": datetime.date.today().isoformat(),
        "Siden på nettet": "http://testserver/indsatser/mentorkorps/",
    }


def test_the_version_is_the_one_that_a_citation_names(fetch, client, world, admin_user):
    begin()
    copy = draft_of(world.buddy, admin_user, title="Aldrig udgivet")
    working_copy.drop(copy.pk, by=admin_user)
    row = next(row for row in fetch("/indsatser.csv").rows() if row["Adresse"] == "laeringsbuddy")
    assert (
        f"version = {{{row['Version']}}}"
        in client.get("/indsatser/laeringsbuddy.bib").content.decode()
    )
    world.buddy.refresh_from_db()
    assert int(row["Version"]) < world.buddy.version


def test_the_first_day_is_the_one_that_was_set_where_it_came_later(fetch, world):
    published = timezone.make_aware(datetime.datetime(2025, 5, 9, 12))
    for entry, day in ((world.buddy, datetime.date(2025, 6, 1)), (world.corps, None)):
        entry.published_at, entry.publish_from = published, day
        entry.save()
    first = {row["Adresse"]: row["Først udgivet"] for row in fetch("/indsatser.csv").rows()}
    assert (first["laeringsbuddy"], first["mentorkorps"]) == ("2025-06-01", "2025-05-09")


def test_an_unrated_entry_says_so_and_dates_are_iso(fetch, world):
    row = next(row for row in fetch("/indsatser.csv").rows() if row["Adresse"] == "sprogindsats")
    assert row["Evidensniveau"] == "Ikke vurderet i kilderne"
    assert row["Dokumentation"] == "Resultat med tal"
    assert (row["Startår"], row["Startmåned"]) == ("2021", "8")
    assert row["Gennemset den"] == "2024-06-07"
    assert row["Kommuner"] == "København"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?tema=trivsel", ["tid-til-vejledning"]),
        ("?tema=trivsel&tema=sprogstoette&sort=titel", None),
        ("?sort=nyeste&aar_fra=2020", ["sprogindsats", "laeringsbuddy"]),
        ("?q=mentorkorps", ["mentorkorps"]),
        ("?q=findesikke", []),
        ("?tema=&q=&aar_fra=", None),
        ("?evidens=ikke-vurderet&kommune=aalborg", ["laeringsbuddy"]),
    ],
)
def test_it_is_the_selection_and_the_order_of_the_list(fetch, client, world, query, expected):
    found = slugs(fetch(f"/indsatser.csv{query}"))
    page = client.get(f"/indsatser/{query}").content.decode()
    shown = [part.split('"')[0] for part in page.split('<article class="card" data-slug="')[1:]]
    assert found == shown
    assert expected is None or found == expected


def test_all_rows_are_in_it_not_only_a_page(fetch, world):
    add_many(world, 40)
    assert len(fetch("/indsatser.csv").rows()) == 44


@pytest.mark.parametrize("start", ["=1+1", "+45", "-1", "@a", "\tx", "\rx", "\nx", "'=1", "＝1"])
def test_what_a_spreadsheet_would_take_for_a_formula_is_text(fetch, world, start):
    world.plan.title = f"{start} titel"
    world.plan.save()
    (row,) = fetch("/indsatser.csv?tema=trivsel").rows()
    assert row["Titel"] == f"'{start} titel"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (Decimal("13.400"), "13,4"),
        (Decimal("-2"), "-2"),
        (Decimal("3000"), "3000"),
        (datetime.date(2024, 5, 31), "2024-05-31"),
        (7, 7),
        (None, None),
    ],
)
def test_numbers_have_a_decimal_comma_and_dates_are_iso(value, cell):
    assert delimited._cell(value) == cell


def test_its_name_says_of_when_it_is(fetch, world):
    today = datetime.date.today().isoformat()
    name = fetch("/indsatser.csv")["Content-Disposition"]
    assert name.startswith('attachment; filename="sosu-indsatser-v')
    assert name.endswith(f'-{today}.csv"')


def test_the_list_links_to_the_same_selection(client, world):
    page = client.get("/indsatser/?tema=trivsel&tema=sprogstoette&side=1&i=mentorkorps")
    text = page.content.decode()
    for extension in ("csv", "xlsx", "json"):
        address = f'href="/indsatser.{extension}?tema=sprogstoette&amp;tema=trivsel"'
        assert address in text
    assert "Hent de 3 indsatser som" in text
    assert "Hent indsatsen som" in client.get("/indsatser/?tema=trivsel").content.decode()
    assert "Hent " not in client.get("/indsatser/?q=findesikke").content.decode()
