"""A form whose entry went another way while it was open: what was typed follows."""

import pytest
from django.test import Client

from interventions import document, history, workflow, working_copy
from interventions.models import Intervention, Relation
from tests.admin_form import AdminForm
from tests.interventions.admin.conftest import change_address, new_claim, typed
from tests.people import APPROVER, browser, person


@pytest.fixture
def ane(world):
    return person("ane", APPROVER)


@pytest.fixture
def bo(world):
    return person("bo", APPROVER)


@pytest.fixture
def desk(bo):
    return browser(bo)


@pytest.fixture
def entry(world):
    """In review, with two claims of which one is the rating, a ledger with a figure, a relation."""
    Intervention.objects.filter(pk=world.corps.pk).update(state="til-gennemsyn")
    ledger = world.corps.ledgers.create(slug="korps-tal", title="Korpsets tal", sentence="S.")
    world.corps_claim.ledger, world.corps_claim.value = ledger, 9
    world.corps_claim.unit = "elever"
    world.corps_claim.save()
    Relation.objects.create(
        from_entry=world.corps, to_entry=world.draft, kind="samme-tema", sentence="Tema."
    )
    return Intervention.objects.get(pk=world.corps.pk)


def take(entry, step, by, note=""):
    return workflow.take(entry.pk, workflow.TRANSITIONS[step], by=by, note=note)


def type_everywhere(form, world):
    form.type(title="Bos titel", themes=[world.language.pk])
    form.type_in_row("claims", "r16", text="Bos sætning.")
    form.type_in_row("claims", "r15-1", DELETE="on")
    form.add_row("claims", **new_claim(world, key="bos"))
    form.type_in_row("relations_out", world.draft.pk, sentence="Bos ord.")
    form.type_in_row("ledgers", "korps-tal", title="Bos tal")


def assert_all_is_written(row):
    content = document.of(row)
    assert (content["title"], content["themes"]) == ("Bos titel", ["sprogstoette"])
    assert {claim["key"]: claim["text"] for claim in content["claims"]} == {
        "r16": "Bos sætning.",
        "bos": "En buddy følger eleven.",
    }
    assert content["claims"][1]["ledger"] == "korps-tal"
    assert [row["sentence"] for row in content["relations"]] == ["Bos ord."]
    assert [(row["slug"], row["title"]) for row in content["ledgers"]] == [("korps-tal", "Bos tal")]


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def test_published_meanwhile_it_becomes_the_form_of_a_working_copy(world, entry, ane, desk):
    form = AdminForm(desk, change_address(entry))
    type_everywhere(form, world)
    take(entry, "udgiv", ane)
    public = document.of(entry)

    assert form.send().status_code == 200
    copy = Intervention.objects.get(pk=entry.pk).running_copy
    assert form.address == change_address(copy)
    assert messages_of(form.sent) == [
        "Det, du har skrevet, står nu i en arbejdskopi og er ikke gemt endnu."
    ]
    page = form.sent.content.decode()
    assert "Ane har lavet version " in page
    assert " (udgivet) den " in page
    rows = form.sent.context["comparison"]["rows"]
    assert {row.difference.field for row in rows} >= {"title", "themes", "text", "sentence"}
    assert document.of(copy) == public

    assert form.send().status_code == 302
    assert_all_is_written(copy)
    assert document.of(entry) == public


@pytest.mark.parametrize("how", ["published", "dropped"])
def test_a_copy_that_ended_meanwhile_is_opened_anew(world, entry, ane, bo, desk, how):
    take(entry, "udgiv", ane)
    copy = working_copy.open_for(entry.pk, by=ane)
    form = AdminForm(desk, change_address(copy))
    type_everywhere(form, world)
    if how == "published":
        take(copy, "indsend", ane)
        take(copy, "udgiv", ane)
    else:
        working_copy.drop(copy.pk, by=ane)

    assert form.send().status_code == 200
    fresh = Intervention.objects.get(pk=entry.pk).running_copy
    assert fresh.pk != copy.pk
    assert form.address == change_address(fresh)
    assert form.send().status_code == 302
    assert_all_is_written(fresh)
    assert not Intervention.objects.filter(pk=copy.pk).exists()


def test_a_copy_that_ended_leads_to_the_next_one_of_somebody_else(entry, ane, desk):
    take(entry, "udgiv", ane)
    copy = working_copy.open_for(entry.pk, by=ane)
    form = AdminForm(desk, change_address(copy))
    form.type(title="Bos titel")
    working_copy.drop(copy.pk, by=ane)
    following = working_copy.open_for(entry.pk, by=ane)
    with history.edit(following.pk, by=ane, event="gemt") as row:
        row.title = "Anes titel"
        row.save()
    form.send()
    (row,) = form.sent.context["comparison"]["rows"]
    assert (row.difference.before, row.difference.after) == ("Anes titel", "Bos titel")
    assert document.of(following)["title"] == "Anes titel"


def test_archived_meanwhile_it_is_shown_until_the_entry_is_opened_again(world, entry, ane, desk):
    form = AdminForm(desk, change_address(entry))
    type_everywhere(form, world)
    take(entry, "arkiver", ane, "Dublet.")
    for _time in range(2):
        assert form.send().status_code == 200
        page = form.sent.content.decode()
        assert "Genåbn indsatsen i et andet vindue, før du gemmer igen." in page
        assert form["title"] == "Bos titel"
        assert form["claims-1-text"] == "Bos sætning."
    assert Intervention.objects.get(pk=entry.pk).title == "Fælles mentorkorps"
    take(entry, "genaabn", ane)
    assert form.send().status_code == 200  # told of the reopening
    assert form.send().status_code == 302
    assert_all_is_written(entry)


def test_the_copy_itself_is_not_public_and_waits_as_a_draft(entry, ane, desk):
    form = AdminForm(desk, change_address(entry))
    take(entry, "udgiv", ane)
    form.send()
    copy = Intervention.objects.get(pk=entry.pk).running_copy
    assert (copy.state, copy.is_public) == ("kladde", False)
    assert [version.who for version in copy.versions.all()] == ["Bo"]


def test_what_never_was_a_form_of_a_published_entry_opens_nothing(world, desk):
    before = Intervention.objects.count()
    assert desk.post(change_address(world.buddy), typed(world.buddy)).status_code == 403
    assert Intervention.objects.count() == before


def test_a_form_of_nothing_leads_to_the_list(desk, world):
    response = desk.post("/admin/interventions/intervention/99999/change/", {"seen": "1"})
    assert (response.status_code, response["Location"]) == (302, "/admin/")


def test_a_reader_writes_nothing(world, entry):
    reader = Client()
    reader.force_login(person("carl", is_staff=True))
    assert reader.post(change_address(entry), {"seen": "1"}).status_code == 403
