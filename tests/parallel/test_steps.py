"""Steps, working copies, taking back and bulk edits at the same moment."""

from collections import Counter

import pytest

from interventions import bulk, history, reverting, workflow, working_copy
from interventions.models import Intervention, Version
from interventions.rules import Refused
from interventions.search import index
from tests.interventions.admin.conftest import change_address, entry_form
from tests.parallel.own_base import at_once


def tried(act):
    """The outcome of an act in one word."""
    try:
        act()
    except (Refused, history.Conflict) as stopped:
        return type(stopped).__name__
    return "done"


def outcomes(number, act):
    return Counter(at_once(number, lambda index: tried(lambda: act(index))))


def version(entry):
    return Intervention.objects.get(pk=entry.pk).version


def events(entry):
    return list(entry.versions.order_by("number").values_list("event", flat=True))


def test_two_approvers_publish_and_one_of_them_is_told(world, users):
    step, seen = workflow.TRANSITIONS["udgiv"], world.corps.version

    found = outcomes(2, lambda i: workflow.take(world.corps.pk, step, by=users[i], seen=seen))

    assert found == {"done": 1, "Conflict": 1}
    assert events(world.corps) == ["indlaest", "udgivet"]
    assert version(world.corps) == seen + 1


def test_two_who_have_not_seen_a_version_publish_once(world, users):
    step = workflow.TRANSITIONS["udgiv"]
    found = outcomes(2, lambda i: workflow.take(world.corps.pk, step, by=users[i]))
    assert found == {"done": 1, "Refused": 1}
    assert events(world.corps) == ["indlaest", "udgivet"]


def test_ten_who_open_a_working_copy_share_one(world, users):
    pk = world.buddy.pk
    keys = at_once(10, lambda i: working_copy.open_for(pk, by=users[i % 3]).pk)
    assert len(set(keys)) == 1
    assert Intervention.objects.working_copies().count() == 1
    assert index.differences() == []


def test_a_copy_ends_once(world, users):
    copy = working_copy.open_for(world.buddy.pk, by=users[0])
    found = outcomes(4, lambda i: working_copy.drop(copy.pk, by=users[i % 3], seen=copy.version))
    assert found == {"done": 1, "Refused": 3}
    assert events(world.buddy) == ["indlaest", "kopieret", "kasseret"]


def test_a_copy_is_published_dropped_and_saved_at_once(world, users, ane):
    copy = working_copy.open_for(world.buddy.pk, by=users[0])
    workflow.take(copy.pk, workflow.TRANSITIONS["indsend"], by=users[0])
    copy.refresh_from_db()
    form = entry_form(copy, title="Ny titel")

    def act(number):
        if number == 0:
            step = workflow.TRANSITIONS["udgiv"]
            return tried(lambda: workflow.take(copy.pk, step, by=users[1]))
        if number == 1:
            return tried(lambda: working_copy.drop(copy.pk, by=users[2]))
        if number == 2:
            return tried(lambda: bulk.add_theme(world.buddy.pk, world.language, by=users[2]))
        return ane.post(change_address(copy), form).status_code

    found = at_once(5, act)

    assert {found[0], found[1]} <= {"done", "Refused"}
    assert "done" in found
    assert set(found[3:]) <= {200, 302}
    assert index.differences() == []


def test_of_ten_who_take_back_one_is_heard(world, users):
    with history.edit(world.corps.pk, by=users[0], event="gemt") as entry:
        entry.title = "Anden titel"
        entry.save()
    first, seen = world.corps.versions.last().number, version(world.corps)

    found = outcomes(
        10, lambda i: reverting.revert(world.corps.pk, first, by=users[i % 3], seen=seen)
    )

    assert found == {"done": 1, "Conflict": 9}
    assert version(world.corps) == seen + 1
    assert events(world.corps) == ["indlaest", "gemt", "tilbagefoert"]


@pytest.mark.parametrize("what", ["review", "theme"])
def test_of_ten_bulk_edits_of_one_row_one_is_done(world, users, what):
    entry = world.buddy if what == "review" else world.draft
    Intervention.objects.filter(pk=entry.pk).update(version=9)

    def act(i):
        if what == "review":
            bulk.mark_reviewed(entry.pk, by=users[i % 3], seen=9)
        else:
            bulk.add_theme(entry.pk, world.language, by=users[i % 3], seen=9)

    assert outcomes(10, act) == {"done": 1, "Conflict": 9}
    assert version(entry) == 10
    assert Version.objects.filter(entry=entry).count() == 2


def test_two_bulk_forms_from_the_list_do_it_once(world, ane, bo):
    data = {
        "action": "archive",
        "confirmed": "1",
        "_selected_action": [world.buddy.pk],
        f"seen-{world.buddy.pk}": world.buddy.version,
        "note": "Dublet.",
    }
    answers = at_once(2, lambda i: (ane, bo)[i].post("/admin/interventions/intervention/", data))
    assert [answer.status_code for answer in answers] == [302, 302]
    assert events(world.buddy) == ["indlaest", "arkiveret"]
