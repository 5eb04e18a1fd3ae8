"""Other curated forms at the same moment."""

from collections import Counter

from django.contrib.admin.models import LogEntry

from interventions.models import Source, Theme
from tests.interventions.admin.conftest import typed
from tests.parallel.own_base import at_once


def test_of_ten_saves_of_one_source_one_is_stored_and_nine_are_told(world, ane):
    address = f"/admin/interventions/source/{world.source.pk}/change/"
    form = typed(world.source)
    ane.get(address)

    answers = at_once(10, lambda number: ane.post(address, form | {"note": f"Note {number}"}))

    assert Counter(answer.status_code for answer in answers) == {302: 1, 200: 9}
    pages = [answer.content.decode() for answer in answers if answer.status_code == 200]
    assert sum("En anden har gemt imens." in page for page in pages) == 9
    assert sum("Sidst gemt af Ane den " in page for page in pages) == 9
    assert LogEntry.objects.count() == 1
    assert Source.objects.get(pk=world.source.pk).note.startswith("Note ")


def test_of_five_new_themes_with_one_address_one_is_made_and_four_are_told(world, ane):
    form = {"name": "Trivsel", "question": "Q?", "description": "D.", "position": "0"}
    answers = at_once(5, lambda number: ane.post("/admin/interventions/theme/add/", form))
    assert Counter(answer.status_code for answer in answers) == {302: 1, 200: 4}
    assert Theme.objects.filter(slug="trivsel").count() == 1
