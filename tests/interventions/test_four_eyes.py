import pytest

from interventions import bulk, history, reverting, workflow, working_copy
from interventions.models import Intervention
from interventions.rules import Refused
from tests.people import ADMINISTRATOR, APPROVER, EDITOR, person
from tests.world import add_claim, add_entry

OWN_WORK = (
    "Du har selv ændret indsatsen sidst, så en anden skal læse den og udgive den. "
    "Det, du har skrevet, er gemt."
)


@pytest.fixture
def ane(db):
    return person("ane", APPROVER)


@pytest.fixture
def bo(db):
    return person("bo", APPROVER)


@pytest.fixture
def entry(world):
    entry = add_entry("ny", "Ny", state="til-gennemsyn", themes=[world.mentors])
    add_claim("n1", entry, world.catalogue)
    return entry


def write(entry, by, text):
    with history.edit(entry.pk, by=by, event="gemt") as row:
        row.summary = text
        row.save()


def take(entry, step, by, note=""):
    return workflow.take(entry.pk, workflow.TRANSITIONS[step], by=by, note=note)


def publishes(entry, by):
    """Whether this user may publish the entry now."""
    try:
        take(entry, "udgiv", by)
    except Refused as refused:
        if str(refused) != OWN_WORK:
            raise
        return False
    return True


def test_who_wrote_last_does_not_publish_and_another_does(entry, ane, bo):
    write(entry, ane, "Ny tekst.")
    assert not publishes(entry, ane)
    assert publishes(entry, bo)


def test_who_wrote_before_the_last_may_publish(entry, ane, bo):
    write(entry, ane, "Ny tekst.")
    write(entry, bo, "Nyere tekst.")
    assert not publishes(entry, bo)
    assert publishes(entry, ane)


def test_sending_along_is_no_writing(entry, ane, bo):
    write(entry, ane, "Ny tekst.")
    take(entry, "send-tilbage", bo, "Se igen.")
    take(entry, "indsend", bo)
    assert history.last_writer(entry) == ane
    assert not publishes(entry, ane)
    assert publishes(entry, bo)


def test_saving_without_a_change_is_no_writing(entry, ane, bo):
    write(entry, bo, "Ny tekst.")
    write(entry, ane, "Ny tekst.")
    assert history.last_writer(entry) == bo


def test_taking_back_is_writing(entry, ane, bo):
    write(entry, bo, "Ny tekst.")
    number, seen = entry.versions.last().number, Intervention.objects.get(pk=entry.pk).version
    reverting.revert(entry.pk, number, by=ane, seen=seen)
    assert not publishes(entry, ane)


def test_what_came_with_the_seed_was_written_by_nobody_here(entry, ane, bo):
    history.begin(Intervention.objects.filter(pk=entry.pk))
    assert history.last_writer(entry) is None
    assert publishes(entry, ane)


def test_who_has_left_blocks_nobody(entry, ane, bo):
    carl = person("carl", EDITOR)
    write(entry, carl, "Ny tekst.")
    carl.delete()
    assert history.last_writer(entry) is None
    assert entry.versions.first().who == "Carl"
    assert publishes(entry, ane)


def test_a_working_copy_needs_other_eyes_too(world, ane, bo):
    copy = working_copy.open_for(world.buddy.pk, by=ane)
    write(copy, ane, "Ny tekst.")
    take(copy, "indsend", ane)
    assert not publishes(copy, ane)
    assert publishes(copy, bo)
    world.buddy.refresh_from_db()
    assert world.buddy.summary == "Ny tekst."


def test_a_theme_set_in_bulk_is_writing(world, ane, bo):
    copy = bulk.add_theme(world.buddy.pk, world.support, by=ane)
    take(copy, "indsend", bo)
    assert not publishes(copy, ane)


def test_switched_off_one_is_enough(entry, ane, bo, settings):
    settings.FOUR_EYES = False
    write(entry, ane, "Ny tekst.")
    assert workflow.four_eyes_rest() == "Kravet om to par øjne er slået fra."
    assert publishes(entry, ane)


def test_where_only_one_may_publish_it_rests(entry, ane):
    person("carl", EDITOR)
    write(entry, ane, "Ny tekst.")
    assert workflow.four_eyes_rest() == (
        "Kun én bruger kan udgive lige nu, så der kræves ikke to par øjne."
    )
    assert publishes(entry, ane)


@pytest.mark.parametrize("absent", [{"is_active": False}, {"is_staff": False}])
def test_who_cannot_come_in_does_not_count(entry, ane, absent):
    person("bo", APPROVER, **absent)
    write(entry, ane, "Ny tekst.")
    assert publishes(entry, ane)


@pytest.mark.parametrize("second", [{"is_superuser": True}, {}])
def test_administrators_count(entry, ane, second):
    person("bo", *([] if second else [ADMINISTRATOR]), **second)
    write(entry, ane, "Ny tekst.")
    assert workflow.four_eyes_rest() == ""
    assert not publishes(entry, ane)


@pytest.mark.parametrize(
    ("others", "four_eyes", "words"),
    [
        (0, True, "Kun én bruger kan udgive lige nu, så der kræves ikke to par øjne."),
        (1, True, "Den, der har skrevet sidst, kan ikke selv udgive."),
        (1, False, "Kravet om to par øjne er slået fra."),
    ],
)
def test_the_form_says_which_rule_holds(entry, client, settings, others, four_eyes, words):
    settings.FOUR_EYES = four_eyes
    ane = person("ane", APPROVER)
    for number in range(others):
        person(f"anden{number}", APPROVER)
    client.force_login(ane)
    page = client.get(f"/admin/interventions/intervention/{entry.pk}/change/").content.decode()
    assert words in page
