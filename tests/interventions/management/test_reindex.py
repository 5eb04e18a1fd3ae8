from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from interventions.models.search import SearchTerm


def run(*arguments):
    out = StringIO()
    call_command("reindex", *arguments, stdout=out)
    return out.getvalue()


def stored():
    return set(SearchTerm.objects.values_list("entry", "term", "word", "weight"))


def test_check_says_that_index_and_content_agree(world):
    assert run("--check") == "Indeks og indhold passer sammen.\n"


def test_check_names_what_is_wrong_changes_nothing_and_is_an_error(world):
    SearchTerm.objects.filter(entry__in=[world.buddy, world.draft]).delete()
    before = stored()

    with pytest.raises(CommandError) as raised:
        run("--check")

    assert str(raised.value) == "Indekset passer ikke til indholdet for: laeringsbuddy, udkast."
    assert stored() == before


def test_the_index_is_built_anew_and_says_how_much(world):
    before = stored()
    SearchTerm.objects.all().delete()

    assert run() == f"7 indsatser indekseret med {len(before)} søgeord.\n"
    assert stored() == before


def test_what_no_save_told_of_is_mended(world):
    type(world.buddy).objects.filter(pk=world.buddy.pk).update(title="Kanariefugl")
    with pytest.raises(CommandError):
        run("--check")

    run()

    assert run("--check") == "Indeks og indhold passer sammen.\n"


def test_the_seeded_base_has_a_right_index(db):
    call_command("seed", stdout=StringIO())

    assert run("--check") == "Indeks og indhold passer sammen.\n"
