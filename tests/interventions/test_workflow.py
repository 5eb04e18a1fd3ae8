import itertools

import pytest
from django.contrib.auth.models import Group

from interventions import history, workflow
from interventions.models import Intervention
from tests.world import add_claim

STEPS = workflow.TRANSITIONS
ALLOWED = {
    ("kladde", "indsend"): "til-gennemsyn",
    ("til-gennemsyn", "send-tilbage"): "kladde",
    ("til-gennemsyn", "udgiv"): "udgivet",
    ("kladde", "arkiver"): "arkiveret",
    ("til-gennemsyn", "arkiver"): "arkiveret",
    ("udgivet", "arkiver"): "arkiveret",
    ("arkiveret", "genaabn"): "kladde",
}


@pytest.fixture
def people(django_user_model):
    """Two who may publish, so that four eyes are asked for, and one who may only write."""

    def person(name, group):
        user = django_user_model.objects.create_user(name, is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        return django_user_model.objects.get(pk=user.pk)

    return {
        "ane": person("ane", "Godkender"),
        "bo": person("bo", "Godkender"),
        "kim": person("kim", "Redaktør"),
    }


@pytest.fixture
def ready(world):
    """An entry in review that lacks nothing."""
    return world.in_review


def put(entry, state):
    Intervention.objects.filter(pk=entry.pk).update(state=state)
    entry.refresh_from_db()


def write(entry, by, **fields):
    with history.edit(entry.pk, by=by, event="gemt") as row:
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()


@pytest.mark.parametrize(
    ("state", "step"), list(itertools.product(Intervention.State.values, STEPS))
)
def test_only_the_steps_of_the_table_can_be_taken(ready, people, state, step):
    put(ready, state)
    if (state, step) in ALLOWED:
        workflow.take(ready.pk, STEPS[step], by=people["ane"], note="Fordi.")
        ready.refresh_from_db()
        assert ready.state == ALLOWED[state, step]
    else:
        with pytest.raises(workflow.Refused, match="kan ikke lade sig gøre"):
            workflow.take(ready.pk, STEPS[step], by=people["ane"], note="Fordi.")
        ready.refresh_from_db()
        assert ready.state == state


@pytest.mark.parametrize(
    ("step", "state", "may"),
    [
        ("indsend", "kladde", True),
        ("send-tilbage", "til-gennemsyn", True),
        ("udgiv", "til-gennemsyn", False),
        ("arkiver", "udgivet", False),
        ("genaabn", "arkiveret", False),
    ],
)
def test_an_editor_writes_and_submits(ready, people, step, state, may):
    put(ready, state)
    assert (STEPS[step] in workflow.open_to(people["kim"], ready)) == may
    if not may:
        with pytest.raises(workflow.Refused, match="Din rolle giver ikke ret"):
            workflow.take(ready.pk, STEPS[step], by=people["kim"], note="Fordi.")


@pytest.mark.parametrize(
    ("step", "state"), [("send-tilbage", "til-gennemsyn"), ("arkiver", "udgivet")]
)
def test_some_steps_want_a_reason(ready, people, step, state):
    put(ready, state)
    with pytest.raises(workflow.Refused) as refused:
        workflow.take(ready.pk, STEPS[step], by=people["ane"], note="  ")
    assert refused.value.problems == {
        "note": "Skriv hvorfor. Den, der arbejder videre, skal kunne forstå det."
    }


def test_each_step_leaves_an_audit_line(ready, people):
    put(ready, "kladde")
    workflow.take(ready.pk, STEPS["indsend"], by=people["kim"], note="Klar til jer")
    workflow.take(ready.pk, STEPS["udgiv"], by=people["ane"])
    lines = [
        (version.event, version.who, version.note, version.state)
        for version in ready.versions.order_by("-number")[:2]
    ]
    assert lines == [
        ("udgivet", "ane", "", "udgivet"),
        ("indsendt", "kim", "Klar til jer", "til-gennemsyn"),
    ]


def problems(ready, people):
    with pytest.raises(workflow.Refused) as refused:
        workflow.take(ready.pk, STEPS["udgiv"], by=people["ane"])
    return refused.value.problems


def test_the_gate_names_what_is_missing(ready, people):
    write(ready, people["bo"], summary="")
    ready.themes.clear()
    ready.claims.all().delete()
    assert problems(ready, people) == {
        "summary": "En udgivet indsats skal have et resumé.",
        "themes": "En udgivet indsats skal have mindst ét tema.",
        "claims": "En udgivet indsats skal have mindst ét udsagn med kilde.",
    }


def test_the_gate_reads_each_claim(world, ready, people):
    add_claim("dårlig", ready, world.catalogue, anchor="et to tre fire fem seks syv otte ni")
    add_claim("blank", ready, world.catalogue, locator=" ")
    found = problems(ready, people)["claims"]
    assert "dårlig: Ankeret har 9 ord." in found
    assert "blank: Sig, hvor i kilden det står." in found


def test_who_wrote_last_does_not_publish(ready, people):
    write(ready, people["ane"], summary="Mit.")
    assert list(problems(ready, people)) == [None]
    workflow.take(ready.pk, STEPS["udgiv"], by=people["bo"])
    ready.refresh_from_db()
    assert ready.state == "udgivet"


def test_submitting_is_no_writing(ready, people):
    write(ready, people["kim"], summary="Mit.")
    workflow.take(ready.pk, STEPS["send-tilbage"], by=people["ane"], note="Ret det.")
    workflow.take(ready.pk, STEPS["indsend"], by=people["ane"])
    workflow.take(ready.pk, STEPS["udgiv"], by=people["ane"])
    assert ready.versions.first().event == "udgivet"


def test_four_eyes_rest_where_one_alone_may_publish(ready, people):
    people["bo"].is_active = False
    people["bo"].save()
    assert workflow.four_eyes_rest() == (
        "Kun én bruger kan udgive lige nu, så der kræves ikke to par øjne."
    )
    write(ready, people["ane"], summary="Mit.")
    workflow.take(ready.pk, STEPS["udgiv"], by=people["ane"])
    assert ready.versions.first().event == "udgivet"


def test_four_eyes_can_be_switched_off(ready, people, settings):
    settings.FOUR_EYES = False
    write(ready, people["ane"], summary="Mit.")
    workflow.take(ready.pk, STEPS["udgiv"], by=people["ane"])
    assert ready.versions.first().event == "udgivet"


def test_a_step_from_an_old_page_is_told_who_came_before(ready, people):
    seen = history.lock(ready.pk).version
    write(ready, people["bo"], summary="Nyt.")
    with pytest.raises(history.Conflict, match="bo har lavet version"):
        workflow.take(ready.pk, STEPS["udgiv"], by=people["ane"], seen=seen)


def test_an_entry_that_is_gone_is_refused(world, people):
    with pytest.raises((workflow.Refused, history.Conflict)):
        workflow.take(999_999, STEPS["udgiv"], by=people["ane"])
