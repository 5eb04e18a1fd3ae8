import csv
import io

import pytest

from interventions import working_copy
from interventions.exchange import writing
from interventions.exchange.cells import text_of
from interventions.models import Intervention
from tests.interventions.exchange.files import opened, preview, saved
from tests.world import add_many


def exported(entries=None):
    entries = Intervention.objects.all() if entries is None else entries
    return saved(writing.book(entries))


def as_danish_excel(rows, character_set):
    """A sheet saved as CSV: decimal comma, day first, semicolons."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow(
            f"{value:%d-%m-%Y}" if hasattr(value, "year") else text_of(value) for value in row
        )
    return out.getvalue().encode(character_set)


@pytest.mark.parametrize("entries", ["all", "published"])
def test_the_whole_base_comes_back_without_a_change(seeded, entries):
    found = getattr(Intervention.objects, entries)()
    shown = preview(exported(found))
    assert (shown.changed, shown.problems) == ([], [])
    assert shown.counts["unchanged"] == len(shown.lines) > 350


@pytest.mark.parametrize("character_set", ["utf-8-sig", "utf-8", "cp1252"])
def test_each_sheet_comes_back_as_csv_from_danish_excel(seeded, character_set):
    for title, rows in opened(exported()).items():
        content = as_danish_excel(rows, character_set)
        shown = preview(content)
        assert (shown.changed, shown.problems) == ([], []), title
        assert shown.counts["unchanged"] == len(rows) - 1 > 0


def test_entries_in_every_state_come_back_without_a_change(world, admin_user):
    copy = working_copy.open_for(world.buddy.pk, by=admin_user)
    copy.slug, copy.summary = "ny-adresse--kopi", "Kopiens resumé."
    copy.save()
    shown = preview(exported())
    assert (shown.changed, shown.problems) == ([], [])
    assert shown.counts["unchanged"] == len(shown.lines)


def test_of_an_entry_and_its_copy_one_row_goes_out_and_says_what_the_copy_says(world, admin_user):
    copy = working_copy.open_for(world.buddy.pk, by=admin_user)
    copy.summary = "Kopiens resumé."
    copy.save()
    for chosen in ([world.buddy.pk], [copy.pk], [copy.pk, world.buddy.pk]):
        rows = opened(exported(Intervention.objects.filter(pk__in=chosen)))["Indsatser"]
        assert [row[:4] for row in rows[1:]] == [
            ["laeringsbuddy", "Læringsbuddy", "Kommunal praksis", "Kopiens resumé."]
        ]


HOSTILE = [
    "=HYPERLINK(1)",
    "+45 er et tal",
    "-5 elever",
    "@navn",
    "'=1",
    "''-1",
    "To\r\nlinjer",
    " luft ",
    "a\tb",
    "Ærø; ø, “å”",
    "2024",
    "13,4",
    "ja",
    "#N/A er en fejl",
    "#N/A",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_a_spreadsheet_would_twist_comes_back_as_it_was(world, text):
    for entry in Intervention.objects.all():
        entry.summary = text
        entry.save()
    world.what.text = world.what.locator = text
    world.what.save()
    content = exported()
    assert not any(
        isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@"}
        for rows in opened(content).values()
        for row in rows
        for cell in row
    )
    shown = preview(content)
    assert (shown.changed, shown.problems) == ([], [])
    shown = preview(as_danish_excel(opened(content)["Udsagn"], "utf-8-sig"))
    assert (shown.changed, shown.problems) == ([], [])


def test_what_breaks_a_rule_today_still_comes_back(world):
    """A base may hold what a later rule would refuse; nobody is stopped by a row left alone."""
    world.what.anchor = "et anker der har alt for mange ord til reglen"
    world.what.save()
    shown = preview(exported())
    assert (shown.changed, shown.problems) == ([], [])


def test_the_order_is_that_of_the_list(world):
    rows = opened(exported(Intervention.objects.published().order_by("-slug")))["Indsatser"]
    assert [row[0] for row in rows[1:]] == [
        "tid-til-vejledning",
        "sprogindsats",
        "mentorkorps",
        "laeringsbuddy",
    ]


def test_the_number_of_queries_does_not_follow_the_entries(world, django_assert_num_queries):
    with django_assert_num_queries(12):
        exported()
    add_many(world, 20)
    with django_assert_num_queries(12):
        assert len(opened(exported())["Indsatser"]) == 28
