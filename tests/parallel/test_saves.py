"""Saving the same form at the same moment: one is stored, all others are told."""

from collections import Counter

from interventions.models import Intervention, Relation, Theme, Version
from interventions.search import index
from tests.interventions.admin.conftest import change_address, entry_form, new_claim
from tests.parallel.own_base import at_once


def told(response):
    return "En anden har gemt imens." in response.content.decode()


def statuses(responses):
    return Counter(response.status_code for response in responses)


def test_of_fifty_saves_of_one_entry_one_is_stored_and_49_are_told(world, ane):
    address, form = change_address(world.corps), entry_form(world.corps)
    ane.post(address, form | {"seen": "0"})  # templates are read once, not by fifty at a time
    before = world.corps.version

    answers = at_once(50, lambda number: ane.post(address, form | {"title": f"Titel {number}"}))

    assert statuses(answers) == {302: 1, 200: 49}
    assert sum(told(answer) for answer in answers if answer.status_code == 200) == 49
    stored = Intervention.objects.get(pk=world.corps.pk)
    assert stored.version == before + 1
    assert stored.title.startswith("Titel ")
    versions = Version.objects.filter(entry=stored, event="gemt")
    assert [(one.number, one.document["title"]) for one in versions] == [(before + 1, stored.title)]


def test_of_ten_saves_that_change_claims_one_is_stored(world, ane):
    address = change_address(world.corps)

    def save(number):
        claims = {"r16": {"text": f"Sætning {number}."}, "r15-1": {"DELETE": "on"}}
        added = [new_claim(world, key=f"ny-{number}")]
        return ane.post(address, entry_form(world.corps, claims=claims, new_claims=added))

    answers = at_once(10, save)

    assert statuses(answers) == {302: 1, 200: 9}
    keys = set(world.corps.claims.values_list("key", flat=True))
    assert len(keys) == 2
    assert "r16" in keys
    number = next(iter(keys - {"r16"})).removeprefix("ny-")
    assert world.corps.claims.get(key="r16").text == f"Sætning {number}."
    assert index.differences() == []


def test_two_entries_that_are_related_to_each_other_do_not_wait_in_a_ring(world, ane, bo):
    Relation.objects.all().delete()
    Intervention.objects.update(state="kladde")
    entries = list(Intervention.objects.filter(slug__in=["laeringsbuddy", "mentorkorps"]))

    def save(number):
        entry, other = entries[number % 2], entries[1 - number % 2]
        relation = {"to_entry": other.pk, "kind": "samme-tema", "sentence": "Tema."}
        return (ane, bo)[number % 2].post(
            change_address(entry), entry_form(entry, new_relations=[relation])
        )

    answers = at_once(8, save)

    assert set(statuses(answers)) <= {200, 302}
    assert Counter(Version.objects.filter(event="gemt").values_list("entry__slug", flat=True)) in (
        {"laeringsbuddy": 1, "mentorkorps": 1},
        {"laeringsbuddy": 1},
        {"mentorkorps": 1},
    )


def test_a_theme_is_renamed_while_its_entries_are_saved(world, ane):
    Intervention.objects.update(state="kladde")

    def write(number):
        if number % 2:
            theme = Theme.objects.get(slug="mentorordninger")
            theme.name = f"Mentorer {number}"
            theme.save()
            return 302
        entry = (world.corps, world.buddy)[number % 4 // 2]
        themes = [world.mentors.pk, world.language.pk]
        return ane.post(change_address(entry), entry_form(entry, themes=themes)).status_code

    assert set(at_once(12, write)) == {200, 302}
    assert index.differences() == []
