"""Working copies at the desk: made, written, published and dropped."""

import pytest

from interventions import history, workflow, working_copy
from interventions.models import Intervention
from tests.admin_form import AdminForm
from tests.interventions.admin.conftest import (
    add_claim,
    change_address,
    empty_form,
    errors_of,
    new_claim,
    page,
    press,
    said,
)
from tests.people import APPROVER, EDITOR, browser, person
from tests.whole_base import whole_base

ADD = "/admin/interventions/intervention/add/"


@pytest.fixture
def ane(world):
    return person("ane", APPROVER)


@pytest.fixture
def desk(ane):
    """The approver's browser."""
    return browser(ane)


def test_a_published_entry_offers_a_working_copy(world, desk):
    shown = desk.get(change_address(world.buddy)).content.decode()
    assert "Ret i en arbejdskopi" in shown
    response = press(desk, world.buddy, "arbejdskopi")
    copy = Intervention.objects.get(pk=world.buddy.pk).running_copy
    assert response["Location"] == change_address(copy)
    assert press(desk, world.buddy, "arbejdskopi")["Location"] == change_address(copy)
    shown = desk.get(change_address(world.buddy)).content.decode()
    assert "Ret i en arbejdskopi" not in shown
    assert "en arbejdskopi (kladde)" in shown


def test_the_form_of_a_copy_says_so_and_shows_what_it_changes(world, ane, desk):
    copy = working_copy.open_for(world.buddy.pk, by=ane)
    assert "Kopien er endnu magen til." in desk.get(change_address(copy)).content.decode()
    with history.edit(copy.pk, by=ane, event="gemt") as row:
        row.title = "Læringsbuddy i <Aalborg>"
        row.save()
    shown = desk.get(change_address(copy)).content.decode()
    assert "Se forskellen (1)" in shown
    assert "Læringsbuddy i <del>Aalborg</del> <ins>&lt;Aalborg&gt;</ins>" in shown
    assert change_address(world.buddy) in shown


def test_the_slug_of_a_copy_is_typed_without_its_mark(world, ane, desk):
    copy = working_copy.open_for(world.buddy.pk, by=ane)
    form = AdminForm(desk, change_address(copy))
    assert (form["slug"], form["claims-0-stored_key"]) == ("laeringsbuddy", "k05")
    form.type(slug="buddy")
    form.add_row("claims", **new_claim(world, key="ny"))
    form.add_row("claims", **new_claim(world, key="k05"))
    assert errors_of(form.send()) == {
        ("claims", 2, "key"): ["Et andet udsagn har allerede denne nøgle."]
    }
    form.type(**{"claims-2-key": "ny2--kopi"})
    assert errors_of(form.send()) == {
        ("claims", 2, "key"): ["“--kopi” er forbeholdt arbejdskopier. Vælg en anden slutning."]
    }
    form.type(**{"claims-2-key": "ny2"})
    assert form.send().status_code == 302
    copy.refresh_from_db()
    assert copy.slug == "buddy--kopi"
    assert set(copy.claims.values_list("key", flat=True)) == {
        "k05--kopi",
        "ny--kopi",
        "ny2--kopi",
    }


def test_a_new_entry_cannot_take_what_a_copy_is_going_to_be(world, ane, desk):
    copy = working_copy.open_for(world.buddy.pk, by=ane)
    Intervention.objects.filter(pk=copy.pk).update(slug="ny-adresse--kopi")
    copy.claims.update(key="ny-noegle--kopi")
    claim = new_claim(world, key="ny-noegle")
    errors = errors_of(desk.post(ADD, empty_form(title="T", slug="ny-adresse", new_claims=[claim])))
    assert errors["slug"] == ["En anden indsats har allerede denne adresse."]
    assert errors["claims", 0, "key"] == ["Et andet udsagn har allerede denne nøgle."]


def test_publishing_a_copy_leads_to_its_entry(world, ane, desk):
    copy = working_copy.open_for(world.buddy.pk, by=person("carl", EDITOR))
    workflow.take(copy.pk, workflow.TRANSITIONS["indsend"], by=ane)
    response = AdminForm(desk, change_address(copy)).send(_step="udgiv")
    assert response["Location"] == change_address(world.buddy)
    assert said(desk, response) == ["“Læringsbuddy i Aalborg”: udgivet."]


def test_dropping_asks_first_and_shows_what_would_be_lost(world, ane, desk):
    copy = working_copy.open_for(world.buddy.pk, by=ane)
    with history.edit(copy.pk, by=ane, event="gemt") as row:
        row.title = "Ny titel"
        row.save()
    before = whole_base()
    shown = desk.get(page("drop", copy)).content.decode()
    assert "<ins>Ny titel</ins>" in shown
    assert whole_base() == before
    seen = Intervention.objects.get(pk=copy.pk).version
    response = desk.post(page("drop", copy), {"seen": seen - 1})
    assert "Intet er overskrevet." in said(desk, response)[0]
    response = desk.post(page("drop", copy), {"seen": seen, "note": "Ikke nu.\x00"})
    assert response["Location"] == change_address(world.buddy)
    assert world.buddy.versions.first().note == "Ikke nu."


def test_the_form_of_a_copy_costs_the_same_however_much_it_holds(
    world, ane, desk, django_assert_max_num_queries
):
    copy = working_copy.open_for(world.buddy.pk, by=ane)
    for number in range(6):
        with history.edit(copy.pk, by=ane, event="gemt") as row:
            add_claim(f"n{number}--kopi", row, world.source)
    with django_assert_max_num_queries(62):
        assert desk.get(change_address(copy)).status_code == 200
    for number in range(6, 12):
        with history.edit(copy.pk, by=ane, event="gemt") as row:
            add_claim(f"n{number}--kopi", row, world.other_source)
    with django_assert_max_num_queries(62):
        assert desk.get(change_address(copy)).status_code == 200
