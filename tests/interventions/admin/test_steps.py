import pytest
from django.urls import reverse
from zeal import zeal_ignore

from interventions import history, working_copy
from interventions.models import Intervention, Version
from tests.interventions.admin.conftest import change_address, entry_form, new_claim
from tests.pages import Page


@pytest.fixture
def other(django_user_model):
    """Somebody else who may publish, so that four eyes are asked for."""
    return django_user_model.objects.create_superuser("anden")


def page(name, entry):
    return reverse(f"admin:interventions_intervention_{name}", args=[entry.pk])


def said(response):
    return [str(message) for message in response.context["messages"]]


def step(editor, entry, name, **fields):
    data = {"_step": name, "seen": entry.version} | fields
    return editor.post(page("step", entry), data, follow=True)


def buttons(editor, entry):
    shown = Page(editor.get(change_address(entry)).content.decode())
    return [button["value"] for button in shown.all("button") if button.get("name") == "_step"]


def test_a_published_entry_can_be_read_and_offers_a_copy(world, editor):
    assert buttons(editor, world.buddy) == ["arbejdskopi", "gennemset", "arkiver"]
    assert editor.post(change_address(world.buddy), {"title": "Nyt"}).status_code == 403


def test_a_draft_offers_what_can_be_done_with_it(world, editor):
    assert buttons(editor, world.draft) == ["indsend", "arkiver"]


def test_the_form_has_no_choice_of_state(world, editor):
    form = editor.get(change_address(world.draft)).context["adminform"].form
    assert "state" not in form.fields


def test_a_copy_is_made_and_opened(world, editor):
    with zeal_ignore([{"model": "interventions.Intervention"}]):  # entry and copy are compared
        response = step(editor, world.buddy, "arbejdskopi")
    copy = Intervention.objects.working_copies().get()
    assert response.redirect_chain[-1][0] == change_address(copy)
    assert "Offentligheden ser" in response.content.decode()


def test_a_step_of_the_form_saves_what_was_typed(world, editor, send_entry):
    response = send_entry(world.draft, summary="Nyt.", _step="indsend", note="Klar")
    assert response.status_code == 302
    world.draft.refresh_from_db()
    assert (world.draft.state, world.draft.summary) == ("til-gennemsyn", "Nyt.")
    assert [version.event for version in world.draft.versions.all()] == [
        *("indsendt", "gemt", "indlaest"),
    ]


def test_a_refused_publication_keeps_what_was_typed(world, editor, send_entry):
    Intervention.objects.filter(pk=world.draft.pk).update(state="til-gennemsyn")
    world.draft.refresh_from_db()
    response = send_entry(world.draft, title="Ny titel", _step="udgiv")
    assert response.status_code == 200
    errors = response.context["adminform"].form.errors
    assert set(errors) >= {"summary", "themes"}
    assert 'value="Ny titel"' in response.content.decode()


def test_own_work_is_not_published(world, editor, other, send_entry):
    Intervention.objects.filter(pk=world.corps.pk).update(state="til-gennemsyn")
    world.corps.refresh_from_db()
    response = send_entry(world.corps, summary="Mit.", _step="udgiv")
    world.corps.refresh_from_db()
    assert world.corps.state == "til-gennemsyn"
    page = editor.get(response["Location"]) if response.status_code == 302 else response
    assert "en anden skal" in page.content.decode()


def test_the_form_says_when_four_eyes_rest(world, editor):
    text = editor.get(change_address(world.draft)).content.decode()
    assert "Kun én bruger kan udgive lige nu" in text


def test_sending_back_without_a_reason_is_refused_at_the_note(world, send_entry):
    Intervention.objects.filter(pk=world.corps.pk).update(state="til-gennemsyn")
    world.corps.refresh_from_db()
    response = send_entry(world.corps, _step="send-tilbage")
    assert list(response.context["adminform"].form.errors) == ["note"]


def test_archiving_asks_why(world, editor):
    history.begin(Intervention.objects.all())
    world.buddy.refresh_from_db()
    assert "Skriv hvorfor" in said(step(editor, world.buddy, "arkiver"))[0]
    assert "arkiveret" in said(step(editor, world.buddy, "arkiver", note="Lukket."))[0]
    world.buddy.refresh_from_db()
    assert world.buddy.state == "arkiveret"


def test_a_step_from_an_old_page_is_told(world, editor):
    history.begin(Intervention.objects.all())
    world.buddy.refresh_from_db()
    (message,) = said(step(editor, world.buddy, "arkiver", note="Lukket.", seen=99))
    assert "Intet er overskrevet" in message


@pytest.mark.parametrize("name", ["", "udgiv-alt", "\x00"])
def test_a_step_that_is_none_is_no_server_error(world, editor, name):
    assert step(editor, world.buddy, name).status_code in {200, 404}


def test_an_entry_is_never_deleted(world, editor):
    for entry in (world.buddy, world.draft):
        assert editor.post(page("delete", entry), {"post": "yes"}).status_code == 403


def test_a_copy_shows_its_difference_and_can_be_dropped(world, editor, admin_user):
    copy = working_copy.open_for(world.buddy.pk, by=admin_user)
    editor.post(change_address(copy), entry_form(copy, summary="Fortrudt resumé."))
    copy.refresh_from_db()
    asked = editor.get(page("drop", copy)).content.decode()
    assert "Fortrudt" in asked
    editor.post(page("drop", copy), {"seen": copy.version})
    assert not Intervention.objects.working_copies().exists()
    world.buddy.refresh_from_db()
    assert world.buddy.summary == "Elever får en buddy."


def test_a_copy_is_written_and_published_by_another(world, editor, client, other, admin_user):
    copy = working_copy.open_for(world.buddy.pk, by=admin_user)
    editor.post(
        change_address(copy),
        entry_form(copy, summary="Nyt.", new_claims=[new_claim(world, key="ny")]),
    )
    copy.refresh_from_db()
    editor.post(change_address(copy), entry_form(copy, _step="indsend"))
    copy.refresh_from_db()
    client.force_login(other)
    response = client.post(change_address(copy), entry_form(copy, _step="udgiv"), follow=True)
    assert response.redirect_chain[-1][0] == change_address(world.buddy)
    world.buddy.refresh_from_db()
    assert world.buddy.summary == "Nyt."
    assert sorted(world.buddy.claims.values_list("key", flat=True)) == ["k05", "ny"]


def test_a_preview_shows_any_state_to_editors_only(world, editor, client, admin_user):
    editor.post(change_address(world.draft), entry_form(world.draft, summary="Kladdens resumé."))
    preview = editor.get(page("preview", world.draft))
    assert "Kladdens resumé." in preview.content.decode()
    assert "noindex" in preview.content.decode()
    assert "no-store" in preview["Cache-Control"]
    first = editor.get(page("preview", world.draft) + "?version=1").content.decode()
    assert "Kladdens resumé." not in first
    world.draft.refresh_from_db()
    assert world.draft.summary == "Kladdens resumé."
    client.logout()
    assert client.get(page("preview", world.draft)).status_code == 302


@pytest.mark.parametrize("number", ["0", "99", "abc", "9" * 30, "-1"])
def test_a_version_that_never_was_is_not_found(world, editor, number):
    assert editor.get(page("preview", world.draft) + f"?version={number}").status_code == 404
    assert editor.get(page("revert", world.draft) + f"?version={number}").status_code == 404


def test_the_history_compares_and_takes_back(world, editor):
    editor.post(change_address(world.draft), entry_form(world.draft, summary="Nyt resumé."))
    numbers = list(world.draft.versions.values_list("number", flat=True))
    address = page("history", world.draft)
    compared = editor.get(address, {"fra": numbers[1], "til": numbers[0]}).content.decode()
    assert "<ins>Nyt resumé.</ins>" in compared
    assert editor.get(address, {"fra": "x", "til": "9" * 30}).status_code == 200
    world.draft.refresh_from_db()
    back = page("revert", world.draft) + f"?version={numbers[1]}"
    assert "Nyt resumé." in editor.get(back).content.decode()
    editor.post(back, {"seen": world.draft.version})
    world.draft.refresh_from_db()
    assert world.draft.summary == ""
    assert Version.objects.filter(entry=world.draft).first().event == "tilbagefoert"


def test_a_deleted_claim_is_offered_back(world, editor, unpublished):
    editor.post(
        change_address(world.corps), entry_form(world.corps, claims={"r16": {"DELETE": "on"}})
    )
    world.corps.refresh_from_db()
    newer, older = world.corps.versions.values_list("number", flat=True)
    shown = Page(
        editor.get(page("history", world.corps), {"fra": older, "til": newer}).content.decode()
    )
    (link,) = [one for one in shown.all("a") if one.text == "Hent udsagnet tilbage"]
    editor.post(link["href"], {"seen": world.corps.version})
    assert sorted(world.corps.claims.values_list("key", flat=True)) == ["r15-1", "r16"]
