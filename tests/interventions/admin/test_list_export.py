from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from tests.interventions.admin.test_lists import PAGES
from tests.world import add_claim


def rows(response):
    (sheet,) = load_workbook(BytesIO(response.content)).worksheets
    return [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize(
    ("app", "model", "row"), [page for page in PAGES if page[1] != "intervention"]
)
def test_every_list_can_be_taken_home(world, editor, app, model, row):
    address = f"/admin/{app}/{model}/"
    assert f'href="{address}eksport/"' in editor.get(address).content.decode()
    response = editor.get(f"{address}eksport/")
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    shown = editor.get(address).context["cl"].queryset.count()
    frames = 1 if model == "claim" else 0  # they belong to no entry and cannot be imported
    assert len(rows(response)) == shown - frames + 1


def test_it_says_what_the_list_says(world, editor):
    assert rows(editor.get("/admin/interventions/theme/eksport/"))[:2] == [
        ["Navn", "Problemet i læserens ord", "Rækkefølge", "Indsatser"],
        ["Mentorordninger", "Støtte?", "", 2],
    ]


@pytest.mark.parametrize("model", ["claim", "ledger", "relation"])
def test_rows_of_entries_come_back_without_a_change(world, editor, model):
    world.buddy_claim.anchor = "en mentorordning " + "x" * 120
    world.buddy_claim.text = "En lang sætning, som listen skærer af. " * 6
    world.buddy_claim.save()
    file = editor.get(f"/admin/interventions/{model}/eksport/").getvalue()
    shown = editor.post(
        "/admin/interventions/intervention/import/",
        {"file": SimpleUploadedFile(f"{model}.xlsx", file)},
        follow=True,
    )
    assert "Ingen ændringer" in shown.content.decode()


def test_the_filters_and_the_search_stay(world, editor):
    query = "?anker=mangler&q=r1"
    page = editor.get(f"/admin/interventions/claim/{query}").content.decode()
    assert 'href="/admin/interventions/claim/eksport/?anker=mangler&amp;q=r1"' in page
    found = rows(editor.get(f"/admin/interventions/claim/eksport/{query}"))
    assert [row[0] for row in found[1:]] == ["r15-1", "r16"]


def test_chosen_rows_can_be_taken_home(world, editor):
    response = editor.post(
        "/admin/interventions/theme/",
        {"action": "export_chosen", "_selected_action": [world.language.pk]},
    )
    assert [row[0] for row in rows(response)[1:]] == ["Sprogstøtte"]


def test_text_that_a_program_would_run_is_neutral(world, editor):
    world.school.name = '=HYPERLINK("x")'
    world.school.save()
    found = rows(editor.get("/admin/interventions/organisation/eksport/"))
    assert found[1][0] == '\'=HYPERLINK("x")'


def test_a_filter_that_cannot_be_read_leads_back_to_the_list(world, editor):
    response = editor.get("/admin/interventions/claim/eksport/?source__id__exact=x", follow=True)
    assert response.redirect_chain == [("/admin/interventions/claim/", 302)]
    assert "Listens filtre kan ikke læses." in response.content.decode()


def test_a_list_in_a_window_has_no_export(world, editor):
    page = editor.get("/admin/interventions/theme/?_popup=1").content.decode()
    assert "eksport" not in page


def test_nobody_takes_home_what_they_may_not_see(world, client):
    user = get_user_model().objects.create_user("gæst", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_claim"))
    client.force_login(user)
    assert client.get("/admin/interventions/claim/eksport/").status_code == 200
    assert client.get("/admin/interventions/source/eksport/").status_code == 403


def test_the_number_of_queries_does_not_follow_the_rows(world, editor, django_assert_num_queries):
    address = "/admin/interventions/claim/eksport/"
    with django_assert_num_queries(17):
        assert len(rows(editor.get(address))) == 4
    for number in range(5):
        add_claim(f"n{number}", world.corps, world.source)
    with django_assert_num_queries(17):
        assert len(rows(editor.get(address))) == 9
