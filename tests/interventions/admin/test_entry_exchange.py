import html
import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from zeal import zeal_ignore

from interventions import history
from interventions.models import ImportDraft, Intervention, Version
from tests.interventions.exchange.files import content_hash, opened, xlsx

LIST = "/admin/interventions/intervention/"
IMPORT = f"{LIST}import/"
XLSX = "spreadsheetml.sheet"


@pytest.fixture
def upload(editor):
    """Sends a file and follows to the page that comes of it."""

    def send(content=None, name="fil.xlsx", **sheets):
        file = SimpleUploadedFile(name, xlsx(**sheets) if content is None else content)
        return editor.post(IMPORT, {"file": file}, follow=True)

    return send


def text_of(response):
    """What a reader reads, without markup."""
    main = response.content.decode().split('<div id="content"')[-1]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def address_of(response):
    return response.redirect_chain[-1][0]


def confirm(editor, shown):
    """Presses the button under the preview."""
    (seen,) = re.findall(r'name="seen" value="([^"]*)"', shown.content.decode())
    with zeal_ignore():  # each entry is read and written by itself, under its own lock
        return editor.post(address_of(shown), {"seen": html.unescape(seen)}, follow=True)


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def test_the_list_leads_to_import_and_export(world, editor):
    page = editor.get(f"{LIST}?kind__exact=praksis").content.decode()
    assert f'href="{IMPORT}"' in page
    assert f'href="{LIST}eksport/?kind__exact=praksis"' in page


def test_the_page_says_beforehand_what_may_come(world, editor):
    page = text_of(editor.get(IMPORT))
    assert "Højst 5 MB, 2.000 rækker og 100 indsatser." in page
    assert "Adresse, Titel, Type, Resumé, Temaer, Målgrupper" in page


def test_a_file_is_shown_row_by_row_before_anything_happens(world, editor, upload):
    before = content_hash()
    shown = upload(
        Indsatser=[
            ["Adresse", "Titel", "Type", "Resumé", "Temaer"],
            ["laeringsbuddy", "Læringsbuddy i Aalborg", "praksis", "Nyt.", "mentorordninger"],
            ["", "Ny på Ærø", "projekt", "", ""],
            ["mentorkorps", "Fælles mentorkorps", "projekt", "Deles.", "ukendt"],
        ],
        Udsagn=[["Nøgle", "Anker"], ["k05", "en mentorordning"]],
    )
    page = text_of(shown)
    assert "1 ny 1 ændret 1 uden ændring 1 afvist" in page
    assert "Rækker i fil.xlsx, læst som regneark (XLSX)." in page
    assert "Indsatser, række 4 Temaer (kolonne E) “ukendt” findes ikke blandt temaer." in page
    assert "Indsatser, række 2 Ændret Resumé Elever får en buddy. Nyt." in page
    assert "Udgivet: der rettes i en arbejdskopi, der sendes til gennemsyn." in page
    assert "Indsatser, række 3 Ny Titel – Ny på Ærø Type – Navngivet projekt" in page
    assert "Importér, og send til gennemsyn" not in page
    assert content_hash() == before


def test_what_was_refused_cannot_be_confirmed(world, editor, upload):
    shown = upload(Udsagn=[["Nøgle", "Anker"], ["k05", "et to tre fire fem seks syv otte ni"]])
    assert "har 9 ord." in text_of(shown)
    assert "ville resten ændre" not in text_of(shown)
    before = content_hash()
    again = confirm(editor, shown)
    assert "Intet er importeret." in text_of(again)
    assert content_hash() == before


def test_confirming_does_it_and_leads_to_what_waits_for_review(world, editor, upload):
    shown = upload(
        Indsatser=[
            ["Adresse", "Titel", "Type", "Resumé"],
            ["laeringsbuddy", "Læringsbuddy i Aalborg", "praksis", "Nyt."],
            ["", "Ny på Ærø", "projekt", ""],
        ]
    )
    done = confirm(editor, shown)
    new = Intervention.objects.get(slug="ny-paa-aeroe")
    copy = Intervention.objects.get(slug="laeringsbuddy--kopi")
    change = "/admin/interventions/intervention/{}/change/"
    assert address_of(done) == f"{LIST}?state__exact=til-gennemsyn"
    assert messages_of(done) == [
        f'Oprettet og sendt til gennemsyn: <a href="{change.format(new.pk)}">Ny på Ærø</a>.',
        f'Rettet og sendt til gennemsyn: <a href="{change.format(copy.pk)}">'
        "Læringsbuddy i Aalborg</a>.",
    ]
    assert ImportDraft.objects.count() == 0


def test_a_save_in_between_is_told_and_the_preview_shown_afresh(world, editor, upload, admin_user):
    shown = upload(Indsatser=[["Adresse", "Resumé"], ["sprogindsats", "Mit."]])
    with history.edit(world.draft.pk, by=admin_user, event=Version.Event.SAVED) as row:
        row.summary = "Deres."
        row.save()
    before = content_hash()
    again = confirm(editor, shown)
    page = text_of(again)
    assert "Intet er importeret. Se forhåndsvisningen igennem igen." in page
    assert "admin har lavet version 2 (gemt)" in page
    assert "Resumé Deres. Mit." in page
    assert content_hash() == before
    (seen,) = re.findall(r'name="seen" value="([^"]*)"', again.content.decode())
    done = editor.post(address_of(shown), {"seen": html.unescape(seen)}, follow=True)
    assert messages_of(done)[0].startswith("Rettet og sendt til gennemsyn")
    world.draft.refresh_from_db()
    assert world.draft.summary == "Mit."


def test_an_entry_that_is_gone_is_told(world, editor, upload):
    shown = upload(Indsatser=[["Adresse", "Titel", "Type"], ["ny", "Ny", "plan"]])
    again = editor.post(address_of(shown), {"seen": '{"ny": 3}'})
    assert "“Ny” findes ikke længere. Intet er importeret." in text_of(again)


@pytest.mark.parametrize("seen", [None, "", "x", "[]", '{"sprogindsats": "1"}', "{}", "9" * 5000])
def test_a_confirmation_that_has_seen_nothing_is_told(world, editor, upload, seen):
    shown = upload(Indsatser=[["Adresse", "Resumé"], ["sprogindsats", "Mit."]])
    again = editor.post(address_of(shown), {} if seen is None else {"seen": seen})
    assert again.status_code == 200
    assert "Intet er importeret." in text_of(again)
    world.draft.refresh_from_db()
    assert world.draft.summary == ""


def test_a_file_without_a_change_says_so(world, editor, upload):
    page = text_of(upload(Indsatser=[["Adresse", "Resumé"], ["sprogindsats", ""]]))
    assert "Ingen ændringer: filen siger det samme som videnbasen." in page
    assert "Importér, og send til gennemsyn" not in page


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\0", "billede.png", "Filen er hverken et regneark"),
        (b"PK\x03\x04x", "fil.xlsx", "Regnearket kan ikke læses."),
        (b"", "fil.csv", "Filen er tom."),
        (b"x" * (5 * 1024 * 1024 + 1), "fil.csv", "Filen fylder for meget: højst 5 MB."),
        (b"Titel\nA", f"{'n' * 120}.csv", "Filens navn er for langt."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_the_field(upload, world, content, name, message):
    response = upload(content, name)
    assert response.status_code == 200
    assert message in response.context["form"].errors["file"][0]
    assert "Filen er ikke læst. Intet er ændret." in text_of(response)
    assert ImportDraft.objects.count() == 0


def test_without_a_file_the_field_says_so(world, editor):
    response = editor.post(IMPORT, {})
    assert response.context["form"].errors["file"] == ["Vælg en fil."]


def test_a_name_that_is_markup_is_shown_as_text(world, editor, upload):
    shown = upload(b"Adresse;Titel\nsprogindsats;<script>x</script>\n", "<b>.csv")
    page = shown.content.decode()
    assert "&lt;script&gt;x&lt;/script&gt;" in page
    assert "<script>x" not in page


def test_what_is_uploaded_is_gone_after_a_day(world, editor, upload):
    shown = upload(Indsatser=[["Adresse", "Resumé"], ["sprogindsats", "Mit."]])
    ImportDraft.objects.update(made_at=timezone.now() - timedelta(hours=25))
    for response in (editor.get(address_of(shown), follow=True), confirm(editor, shown)):
        assert address_of(response) == IMPORT
        assert messages_of(response)[0].startswith("Forhåndsvisningen findes ikke længere.")
    upload(Indsatser=[["Adresse"], ["sprogindsats"]])
    assert ImportDraft.objects.count() == 1


def test_nobody_sees_what_somebody_else_uploaded(world, editor, upload, client, django_user_model):
    shown = upload(Indsatser=[["Adresse", "Resumé"], ["sprogindsats", "Mit."]])
    client.force_login(django_user_model.objects.create_superuser("anden"))
    for response in (client.get(address_of(shown)), client.post(address_of(shown), {"seen": "{}"})):
        assert (response.status_code, response["Location"]) == (302, IMPORT)


@pytest.mark.parametrize(
    ("permissions", "status"),
    [
        ([], 403),
        (["change_intervention"], 403),
        (["add_intervention"], 403),
        (["add_intervention", "change_intervention"], 200),
    ],
)
def test_whoever_may_add_and_change_may_import(
    world, client, django_user_model, permissions, status
):
    user = django_user_model.objects.create_user("redaktør", is_staff=True)
    names = ["view_intervention", *permissions]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    for address in (IMPORT, f"{IMPORT}skabelon/"):
        assert client.get(address).status_code == status
    assert client.get(f"{IMPORT}1/").status_code == (302 if status == 200 else 403)
    assert (f'href="{IMPORT}"' in client.get(LIST).content.decode()) == (status == 200)
    assert client.get(f"{LIST}eksport/").status_code == 200


def test_the_template_can_be_taken_home(world, editor):
    response = editor.get(f"{IMPORT}skabelon/")
    assert response["Content-Type"].endswith(XLSX)
    assert re.fullmatch(
        r'attachment; filename="skabelon-\d{4}-\d\d-\d\d\.xlsx"', response["Content-Disposition"]
    )
    assert "Vejledning" in opened(response.content)


def slugs(response):
    assert response["Content-Type"].endswith(XLSX)
    return [row[0] for row in opened(response.content)["Indsatser"][1:]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["sprogindsats", "mentorkorps", "laeringsbuddy", "afsluttet"]),
        ("?kind__exact=praksis", ["sprogindsats", "laeringsbuddy", "afsluttet"]),
        ("?q=MENTOR&o=-1", ["laeringsbuddy", "mentorkorps"]),
        ("?mangler=anker", ["mentorkorps"]),
    ],
)
def test_the_list_goes_out_as_it_is_filtered_and_comes_back_without_a_change(
    world, editor, upload, query, found
):
    response = editor.get(f"{LIST}eksport/{query}")
    assert slugs(response) == found
    shown = upload(response.content)
    assert "Ingen ændringer" in text_of(shown)


def test_chosen_entries_go_out(world, editor):
    response = editor.post(
        LIST, {"action": "export_chosen", "_selected_action": [world.corps.pk, world.draft.pk]}
    )
    assert slugs(response) == ["sprogindsats", "mentorkorps"]


def test_csv_says_how_it_was_read(world, editor, upload):
    shown = upload("Adresse;Resumé\nsprogindsats;Ærø\n".encode("cp1252"), "fil.csv")
    assert "læst som CSV med semikolon og tegnsættet Windows-1252" in text_of(shown)
    assert "Ærø" in text_of(shown)


def test_pages_run_a_handful_of_queries(world, editor, upload, django_assert_max_num_queries):
    rows = [["laeringsbuddy", "A"], ["mentorkorps", "B"], ["sprogindsats", "C"], ["ny", "D"]]
    shown = upload(Indsatser=[["Adresse", "Resumé"], *rows])
    with django_assert_max_num_queries(24):
        editor.get(address_of(shown))
    with django_assert_max_num_queries(6):
        editor.get(IMPORT)


def test_every_answer_is_private(world, editor, upload):
    shown = upload(Indsatser=[["Adresse", "Resumé"], ["sprogindsats", "C"]])
    for response in (shown, editor.get(IMPORT), editor.get(f"{LIST}eksport/")):
        assert "private" in response["Cache-Control"]


@pytest.mark.parametrize("query", ["?p=9999", "?o=99", "?q=%ff%fe", "?e=1", "?x=1"])
def test_absurd_exports_are_no_server_errors(world, editor, query):
    assert editor.get(f"{LIST}eksport/{query}").status_code in {200, 302, 400}


def test_a_download_opens_as_a_workbook(world, editor):
    content = BytesIO(editor.get(f"{LIST}eksport/").content)
    assert list(opened(content.getvalue())) == [
        *("Indsatser", "Udsagn", "Opstillinger", "Forbindelser"),
    ]
