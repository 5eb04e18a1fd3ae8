import pytest
from zeal import zeal_ignore

from interventions import history
from interventions.models import Intervention

LIST = "/admin/interventions/intervention/"


@pytest.fixture(autouse=True)
def begun(world):
    history.begin(Intervention.objects.all())
    for entry in (world.buddy, world.corps, world.draft, world.archived):
        entry.refresh_from_db()


def ask(editor, action, *entries, **fields):
    """The confirmation page of an action."""
    chosen = {"action": action, "_selected_action": [entry.pk for entry in entries]}
    return editor.post(LIST, chosen | fields)


def confirm(editor, action, *entries, **fields):
    seen = {f"seen-{entry.pk}": entry.version for entry in entries}
    response = ask(editor, action, *entries, confirmed="1", **(seen | fields))
    if response.status_code == 302:
        response = editor.get(response["Location"])
    return [str(message) for message in response.context["messages"]]


def states(*entries):
    for entry in entries:
        entry.refresh_from_db()
    return [entry.state for entry in entries]


def test_asking_changes_nothing(world, editor):
    response = ask(editor, "archive", world.buddy, world.archived)
    text = response.content.decode()
    assert "Læringsbuddy i Aalborg" in text
    assert "indsatsen er “arkiveret” nu" in text
    assert states(world.buddy, world.archived) == ["udgivet", "arkiveret"]


def test_several_are_archived_with_one_reason(world, editor):
    messages = confirm(editor, "archive", world.buddy, world.corps, note="Lukket.")
    assert messages == ["Udført for 2 indsatser."]
    assert states(world.buddy, world.corps) == ["arkiveret", "arkiveret"]
    assert world.buddy.versions.first().note == "Lukket."


def test_archiving_wants_a_reason(world, editor):
    response = ask(
        editor, "archive", world.buddy, confirmed="1", **{f"seen-{world.buddy.pk}": 1}, note=" "
    )
    assert "Skriv hvorfor" in response.content.decode()
    assert states(world.buddy) == ["udgivet"]


def test_publishing_goes_through_the_gate(world, editor):
    Intervention.objects.filter(pk__in=[world.draft.pk, world.corps.pk]).update(
        state="til-gennemsyn"
    )
    for entry in (world.draft, world.corps):
        history.lock(entry.pk)
        entry.refresh_from_db()
    messages = confirm(editor, "publish", world.draft, world.corps, note="")
    assert states(world.draft, world.corps) == ["til-gennemsyn", "udgivet"]
    assert any("Å, et udkast" in message and "resumé" in message for message in messages)


def test_what_was_saved_meanwhile_is_told_and_left(world, editor, admin_user):
    with history.edit(world.draft.pk, by=admin_user, event="gemt") as row:
        row.summary = "Imens."
        row.save()
    (message,) = confirm(editor, "submit", world.draft, note="")
    assert "Intet er overskrevet" in message
    assert states(world.draft) == ["kladde"]


def test_a_theme_is_set_on_drafts_and_in_the_copies_of_what_is_public(world, editor):
    with zeal_ignore([{"model": "interventions.Intervention"}]):  # each is read by itself
        confirm(editor, "set_theme", world.draft, world.buddy, theme=world.language.pk)
    assert list(world.draft.themes.all()) == [world.language]
    assert list(world.buddy.themes.all()) == [world.mentors]
    copy = Intervention.objects.working_copies().get()
    assert set(copy.themes.all()) == {world.mentors, world.language}


def test_reviews_are_noted_together(world, editor):
    messages = confirm(editor, "mark_reviewed", world.buddy, world.draft)
    assert "Udført for 1 indsats." in messages
    world.buddy.refresh_from_db()
    world.draft.refresh_from_db()
    assert world.buddy.reviewed_on is not None
    assert world.draft.reviewed_on is None


def test_an_editor_cannot_publish_in_bulk(world, role):
    page = role("Redaktør").get(LIST).content.decode()
    assert 'value="submit"' in page
    assert 'value="publish"' not in page


def test_no_list_can_be_edited_in_place():
    from django.contrib import admin

    assert [one for one in admin.site._registry.values() if one.list_editable] == []


def test_the_list_offers_no_deletion(world, editor):
    assert 'value="delete_selected"' not in editor.get(LIST).content.decode()
