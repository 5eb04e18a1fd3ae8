"""The buttons of the form, and the pages for entries whose form cannot be written."""

import pytest
from django.test import Client

from interventions.models import Intervention
from tests.admin_form import AdminForm
from tests.interventions.admin.conftest import (
    change_address,
    empty_form,
    errors_of,
    page,
    press,
    said,
)
from tests.people import APPROVER, EDITOR, browser, person

ADD = "/admin/interventions/intervention/add/"


@pytest.fixture
def ane(world):
    return person("ane", APPROVER)


@pytest.fixture
def desk(ane):
    """The approver's browser."""
    return browser(ane)


@pytest.fixture
def writer(world):
    """An editor's browser."""
    return browser(person("bo", EDITOR))


@pytest.fixture
def entry(world):
    Intervention.objects.filter(pk=world.corps.pk).update(state="til-gennemsyn")
    return Intervention.objects.get(pk=world.corps.pk)


def state(entry):
    return Intervention.objects.get(pk=entry.pk).state


def buttons(client, entry):
    return [step.label for step in client.get(change_address(entry)).context["steps"]]


def test_buttons_are_those_of_state_and_role(world, entry, desk, writer):
    assert buttons(desk, entry) == ["Send tilbage til kladde", "Udgiv", "Arkivér"]
    assert buttons(writer, entry) == ["Send tilbage til kladde"]
    assert buttons(desk, world.draft) == ["Send til gennemsyn", "Arkivér"]
    assert buttons(writer, world.draft) == ["Send til gennemsyn"]
    assert buttons(desk, world.buddy) == ["Arkivér"]
    assert buttons(writer, world.buddy) == []
    assert buttons(desk, world.archived) == ["Genåbn som kladde"]


def test_the_state_is_no_field_of_the_form(world, desk):
    assert "state" not in desk.get(change_address(world.draft)).context["adminform"].form.fields


@pytest.mark.parametrize("name", ["buddy", "draft", "archived"])
def test_an_entry_is_never_deleted(world, desk, name):
    entry = getattr(world, name)
    assert desk.post(page("delete", entry), {"post": "yes"}).status_code == 403
    assert Intervention.objects.filter(pk=entry.pk).exists()


def test_the_button_saves_what_was_typed_and_takes_the_step(world, writer):
    form = AdminForm(writer, change_address(world.draft))
    form.type(title="Ny titel", note="Klar til at blive læst.")
    response = form.send(_step="indsend")
    assert said(writer, response) == ["“Ny titel”: sendt til gennemsyn."]
    assert state(world.draft) == "til-gennemsyn"
    assert list(world.draft.versions.values_list("event", "note")) == [
        ("indsendt", "Klar til at blive læst."),
        ("gemt", ""),
        ("indlaest", ""),
    ]


def test_a_new_entry_is_sent_along_in_one_go(world, writer):
    form = AdminForm(writer, ADD)
    form.type(title="Helt ny", kind="praksis")
    assert form.send(_step="indsend").status_code == 302
    assert Intervention.objects.get(slug="helt-ny").state == "til-gennemsyn"


def test_the_gate_speaks_at_the_fields_and_nothing_typed_is_lost(entry, desk):
    form = AdminForm(desk, change_address(entry))
    form.type(title="Min titel", summary=" ", themes=[], withdraw_on="2020-01-01")
    form.type_in_row("claims", "r15-1", DELETE="on")
    form.type_in_row("claims", "r16", DELETE="on", text="Min sætning.")
    assert errors_of(form.send(_step="udgiv")) == {
        "summary": ["En udgivet indsats skal have et resumé."],
        "themes": ["En udgivet indsats skal have mindst ét tema."],
        "withdraw_on": ["Den dag er nået. Slet datoen, eller sæt en senere."],
        "claims": ["En udgivet indsats skal have mindst ét udsagn med kilde."],
    }
    assert (form["title"], form["claims-1-text"]) == ("Min titel", "Min sætning.")
    assert (state(entry), entry.claims.count()) == ("til-gennemsyn", 2)
    assert Intervention.objects.get(pk=entry.pk).title == "Fælles mentorkorps"


def test_a_claim_without_its_place_is_refused_at_its_field(entry, desk):
    form = AdminForm(desk, change_address(entry))
    form.type_in_row("claims", "r16", locator="", anchor="et to tre fire fem seks syv otte ni")
    errors = errors_of(form.send(_step="udgiv"))
    assert set(errors) == {("claims", 1, "locator"), ("claims", 1, "anchor")}


def test_a_note_that_is_asked_for_is_asked_for_at_its_field(entry, desk):
    form = AdminForm(desk, change_address(entry))
    form.type(title="Min titel")
    assert errors_of(form.send(_step="send-tilbage")) == {
        "note": ["Skriv hvorfor. Den, der arbejder videre, skal kunne forstå det."]
    }
    assert form["title"] == "Min titel"
    form.type(note="Kilden mangler.")
    assert form.send(_step="send-tilbage").status_code == 302
    assert entry.versions.first().note == "Kilden mangler."


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("udgiv", "Din rolle giver ikke ret til “Udgiv”. Intet er gemt."),
        (
            "indsend",
            "“Send til gennemsyn” kan ikke lade sig gøre: indsatsen er “til gennemsyn” nu. "
            "Intet er gemt.",
        ),
        ("noget-andet", "Det trin findes ikke. Intet er gemt."),
        ("", "Det trin findes ikke. Intet er gemt."),
    ],
)
def test_a_step_that_cannot_be_taken_saves_nothing_and_gives_everything_back(
    entry, writer, step, words
):
    form = AdminForm(writer, change_address(entry))
    form.type(title="Min titel")
    assert errors_of(form.send(_step=step)) == {"__all__": [words]}
    assert form["title"] == "Min titel"
    assert Intervention.objects.get(pk=entry.pk).title == "Fælles mentorkorps"


def test_a_new_entry_is_not_published_past_the_table(world, desk):
    response = desk.post(ADD, empty_form(title="Ny", _step="udgiv"))
    assert errors_of(response)["__all__"] == [
        "“Udgiv” kan ikke lade sig gøre: indsatsen er “kladde” nu. Intet er gemt."
    ]
    assert not Intervention.objects.filter(slug="ny").exists()


def test_own_work_is_saved_but_waits_for_another(entry, desk):
    person("carl", APPROVER)
    form = AdminForm(desk, change_address(entry))
    form.type(title="Min titel")
    response = form.send(_step="udgiv")
    assert said(desk, response) == [
        "Du har selv ændret indsatsen sidst, så en anden skal læse den og udgive den. "
        "Det, du har skrevet, er gemt."
    ]
    stored = Intervention.objects.get(pk=entry.pk)
    assert (stored.title, stored.state) == ("Min titel", "til-gennemsyn")


def test_an_unchanged_form_publishes(entry, desk):
    person("carl", APPROVER)
    response = AdminForm(desk, change_address(entry)).send(_step="udgiv")
    assert said(desk, response) == ["“Fælles mentorkorps”: udgivet."]
    assert state(entry) == "udgivet"


def test_what_waits_for_its_day_says_so(entry, desk):
    form = AdminForm(desk, change_address(entry))
    form.type(publish_from="2099-01-01")
    assert said(desk, form.send(_step="udgiv")) == [
        "“Fælles mentorkorps”: udgivet. Den kan ses fra den dag, der er sat."
    ]


@pytest.mark.parametrize("name", ["buddy", "archived"])
def test_the_form_of_what_is_fixed_can_be_read_and_not_written(world, desk, name):
    entry = getattr(world, name)
    response = desk.get(change_address(entry))
    assert response.status_code == 200
    assert not response.context["has_change_permission"]
    shown = response.content.decode()
    assert 'name="title"' not in shown
    assert 'name="_save"' not in shown


def test_reviewing_stamps_what_is_public(world, desk):
    response = press(desk, world.buddy, "gennemset")
    assert said(desk, response) == ["“Læringsbuddy i Aalborg” er gennemset i dag."]
    response = press(desk, world.draft, "gennemset")
    assert said(desk, response) == ["Kun en udgivet indsats kan gennemses."]


def test_a_step_from_a_page_that_was_overtaken_changes_nothing(world, desk):
    response = press(desk, world.buddy, "arkiver", note="Væk.", seen="1")
    assert "Intet er overskrevet." in said(desk, response)[0]
    assert state(world.buddy) == "udgivet"


def test_archiving_and_reopening_from_the_page(world, desk):
    assert said(desk, press(desk, world.buddy, "arkiver")) == [
        "Skriv hvorfor. Den, der arbejder videre, skal kunne forstå det."
    ]
    press(desk, world.buddy, "arkiver", note="Lukket\x00.")
    assert state(world.buddy) == "arkiveret"
    assert world.buddy.versions.first().note == "Lukket."
    press(desk, world.buddy, "genaabn")
    assert state(world.buddy) == "kladde"


def test_pages_of_steps_refuse_what_is_not_theirs(world, desk, writer):
    assert desk.get(page("step", world.buddy)).status_code == 403
    assert press(desk, world.buddy, "findes-ikke").status_code == 404
    assert desk.get(page("drop", world.buddy)).status_code == 404
    for name in ("step", "drop"):
        address = page(name, world.buddy).replace(f"/{world.buddy.pk}/", f"/{'9' * 30}/")
        assert desk.post(address, {"_step": "udgiv"}).status_code == 404
    reader = Client()
    reader.force_login(person("carl", is_staff=True))
    assert press(reader, world.buddy, "arkiver", note="x").status_code == 403
    assert said(writer, press(writer, world.buddy, "arkiver", note="x")) == [
        "Din rolle giver ikke ret til “Arkivér”."
    ]
    anonymous = Client().post(page("step", world.buddy), {"_step": "arkiver"})
    assert anonymous["Location"].startswith("/admin/login/")
