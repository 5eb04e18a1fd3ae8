import datetime

import pytest
from django.utils import timezone

from interventions import history, workflow, working_copy
from interventions.models import FormerSlug, Intervention
from interventions.rules import Refused
from tests.people import ADMINISTRATOR, APPROVER, EDITOR, person
from tests.world import add_claim, add_entry, relate

STATES = ["kladde", "til-gennemsyn", "udgivet", "arkiveret"]
STEPS = ["indsend", "send-tilbage", "udgiv", "arkiver", "genaabn"]
LEADS_TO = {
    ("kladde", "indsend"): "til-gennemsyn",
    ("kladde", "arkiver"): "arkiveret",
    ("til-gennemsyn", "send-tilbage"): "kladde",
    ("til-gennemsyn", "udgiv"): "udgivet",
    ("til-gennemsyn", "arkiver"): "arkiveret",
    ("udgivet", "arkiver"): "arkiveret",
    ("arkiveret", "genaabn"): "kladde",
}
WRITERS_STEPS = {"indsend", "send-tilbage"}


@pytest.fixture
def ane(db):
    return person("ane", APPROVER)


@pytest.fixture
def bo(db):
    return person("bo", EDITOR)


@pytest.fixture
def entry(world):
    entry = add_entry("ny", "Ny", state="til-gennemsyn", themes=[world.mentors])
    add_claim("n1", entry, world.catalogue)
    return entry


def take(entry, step, by, **given):
    return workflow.take(entry.pk, workflow.TRANSITIONS[step], by=by, **given)


def refusal(entry, step, by, **given):
    with pytest.raises(Refused) as raised:
        take(entry, step, by, **given)
    return raised.value.problems


def put(entry, **columns):
    Intervention.objects.filter(pk=entry.pk).update(**columns)


def state(entry):
    return Intervention.objects.get(pk=entry.pk).state


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("begin", STATES)
@pytest.mark.parametrize("role", [EDITOR, APPROVER, ADMINISTRATOR, None])
def test_a_step_is_taken_from_its_states_by_its_roles(entry, role, begin, step):
    put(entry, state=begin)
    user = person("dorte", *filter(None, [role]))
    allowed = (begin, step) in LEADS_TO and (
        role in {APPROVER, ADMINISTRATOR} or (role == EDITOR and step in WRITERS_STEPS)
    )

    assert (workflow.TRANSITIONS[step] in workflow.open_to(user, entry_of(entry))) == allowed
    if allowed:
        take(entry, step, user, note="Derfor.")
        assert state(entry) == LEADS_TO[begin, step]
    else:
        assert list(refusal(entry, step, user, note="Derfor.")) == [None]
        assert state(entry) == begin
        assert not entry.versions.exclude(event="indlaest").exists()


def entry_of(entry):
    return Intervention.objects.get(pk=entry.pk)


def test_the_table_has_these_steps_in_this_order():
    assert list(workflow.TRANSITIONS) == STEPS


def test_the_refusal_says_what_stands_in_the_way(entry, ane, bo):
    assert refusal(entry, "udgiv", bo) == {None: "Din rolle giver ikke ret til “Udgiv”."}
    put(entry, state="kladde")
    assert refusal(entry, "udgiv", ane) == {
        None: "“Udgiv” kan ikke lade sig gøre: indsatsen er “kladde” nu."
    }


@pytest.mark.parametrize(
    ("begin", "step"), [("til-gennemsyn", "send-tilbage"), ("udgivet", "arkiver")]
)
@pytest.mark.parametrize("note", ["", "  \n"])
def test_sending_back_and_archiving_ask_for_a_note(entry, ane, begin, step, note):
    put(entry, state=begin)
    assert refusal(entry, step, ane, note=note) == {
        "note": "Skriv hvorfor. Den, der arbejder videre, skal kunne forstå det."
    }
    assert state(entry) == begin


def test_a_step_leaves_a_line_with_who_what_why_and_one_version_more(entry, ane):
    before = entry_of(entry).version
    take(entry, "send-tilbage", ane, note=" Kilden mangler. ")
    line = entry.versions.first()
    assert (line.who, line.get_event_display(), line.note, line.state, line.number) == (
        "Ane",
        "Sendt tilbage til kladde",
        "Kilden mangler.",
        "kladde",
        before + 1,
    )
    assert entry_of(entry).version == before + 1
    assert entry.versions.count() == 2  # and what it was before


def test_a_step_from_a_version_that_is_no_longer_there_is_a_conflict(entry, ane, bo):
    seen = entry_of(entry).version
    take(entry, "send-tilbage", bo, note="Nej.", seen=seen)
    with pytest.raises(history.Conflict) as raised:
        take(entry, "arkiver", ane, note="Væk.", seen=seen)
    assert str(raised.value).startswith("“Ny”: Bo har lavet version ")
    assert "(sendt tilbage til kladde) den " in str(raised.value)
    assert str(raised.value).endswith(", efter at du åbnede den. Intet er overskrevet.")
    assert state(entry) == "kladde"


def test_an_entry_that_is_gone_is_refused(entry, ane):
    pk = entry.pk
    entry.delete()
    with pytest.raises(Refused, match="Indsatsen findes ikke længere"):
        workflow.take(pk, workflow.TRANSITIONS["udgiv"], by=ane)


# --- the gate


def test_the_gate_names_all_that_is_missing_at_its_field(entry, ane):
    entry.themes.clear()
    entry.claims.all().delete()
    put(entry, summary=" ")
    assert refusal(entry, "udgiv", ane) == {
        "summary": "En udgivet indsats skal have et resumé.",
        "themes": "En udgivet indsats skal have mindst ét tema.",
        "claims": "En udgivet indsats skal have mindst ét udsagn med kilde.",
    }
    assert state(entry) == "til-gennemsyn"


def test_the_gate_names_the_claims_that_break_a_rule(entry, ane):
    entry.claims.update(locator=" ", anchor="et to tre fire fem seks syv otte ni")
    assert refusal(entry, "udgiv", ane) == {
        "claims": "n1: Sig, hvor i kilden det står. "
        "n1: Ankeret har 9 ord. Højst 8 ord må tages ordret fra kilden."
    }


def test_what_nobody_would_see_is_not_published(entry, ane):
    put(entry, withdraw_on=timezone.localdate())
    assert refusal(entry, "udgiv", ane) == {
        "withdraw_on": "Den dag er nået. Slet datoen, eller sæt en senere."
    }


def test_a_copy_does_not_hide_what_is_public_until_a_later_day(world, ane, bo):
    copy = working_copy.open_for(world.buddy.pk, by=bo)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    put(copy, state="til-gennemsyn", publish_from=tomorrow)
    assert refusal(copy, "udgiv", ane) == {
        "publish_from": "Indsatsen er offentlig allerede. Slet datoen."
    }
    put(world.buddy, publish_from=tomorrow)
    assert take(copy, "udgiv", ane) == world.buddy


@pytest.mark.parametrize("former", [False, True])
def test_a_copy_cannot_take_an_address_that_another_entry_has_got(world, ane, bo, former):
    copy = working_copy.open_for(world.buddy.pk, by=bo)
    put(copy, state="til-gennemsyn", slug="ny-adresse--kopi")
    if former:
        FormerSlug.objects.create(slug="ny-adresse", intervention=world.corps)
    else:
        add_entry("ny-adresse", "Anden", state="kladde")
    assert refusal(copy, "udgiv", ane) == {
        "slug": "Adressen hører nu til en anden indsats. Vælg en anden."
    }


def test_a_copy_cannot_bring_the_mirror_of_a_relation(world, ane, bo):
    copy = working_copy.open_for(world.plan.pk, by=bo)
    put(copy, state="til-gennemsyn")
    relate(copy, world.language)
    relate(world.language, world.plan)
    assert refusal(copy, "udgiv", ane) == {
        "relations_out": "De to indsatser er allerede sat i forbindelse, fra den anden side."
    }


# --- withdrawing


def test_archiving_what_is_public_notes_when_and_why(entry, ane):
    put(entry, state="udgivet", published_at=timezone.now())
    before = timezone.now()
    take(entry, "arkiver", ane, note="Projektet er lukket.")
    stored = entry_of(entry)
    assert before <= stored.withdrawn_at <= timezone.now()
    assert stored.withdrawn_because == "Projektet er lukket."
    assert stored.withdrawn_on == timezone.localdate()


def test_archiving_what_never_was_public_withdraws_nothing(entry, ane):
    take(entry, "arkiver", ane, note="Dublet.")
    stored = entry_of(entry)
    assert (stored.withdrawn_at, stored.withdrawn_because, stored.withdrawn_on) == (None, "", None)


def test_archiving_what_waits_for_its_day_withdraws_nothing(entry, ane):
    take(entry, "udgiv", ane)
    put(entry, publish_from=timezone.localdate() + datetime.timedelta(days=1))
    take(entry, "arkiver", ane, note="Dublet.")
    assert entry_of(entry).withdrawn_on is None


def test_archiving_what_has_run_out_keeps_the_day_on_which_it_did(entry, ane):
    day = timezone.localdate() - datetime.timedelta(days=3)
    put(entry, state="udgivet", published_at=timezone.now(), withdraw_on=day)
    take(entry, "arkiver", ane, note="Slut.")
    stored = entry_of(entry)
    assert (stored.withdrawn_on, stored.withdrawal_reason) == (day, "Slut.")


def test_a_reopened_entry_stays_withdrawn_with_its_reason_until_it_is_public_again(entry, ane):
    put(entry, state="udgivet", published_at=timezone.now())
    take(entry, "arkiver", ane, note="Forkert.")
    take(entry, "genaabn", ane)
    assert entry_of(entry).withdrawal_reason == "Forkert."
    take(entry, "arkiver", ane, note="Internt ord.")
    assert entry_of(entry).withdrawal_reason == "Forkert."
    take(entry, "genaabn", ane)
    take(entry, "indsend", ane)
    take(entry, "udgiv", ane)
    assert (entry_of(entry).is_public, entry_of(entry).withdrawn_on) == (True, None)
    put(entry, withdraw_on=timezone.localdate())
    assert entry_of(entry).withdrawal_reason == ""
