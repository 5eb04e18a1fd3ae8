from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from interventions.models import Claim, Source


@pytest.fixture
def claim(db):
    source = Source.objects.create(
        slug="kilde",
        title="Kilde",
        publisher="KL",
        kind="praksis",
        url="https://kl.dk",
        read_on="2026-01-01",
    )
    return Claim.objects.create(
        key="x01",
        text="Kommunen har ansat syv vejledere.",
        kind="resource",
        source=source,
        locator="afsnit 1",
        anchor="ansat 7 vejledere",
        value=7,
        unit="vejledere",
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "kilde.txt").write_text("Vi har ansat 7 vejledere.", encoding="utf-8")
    return tmp_path


def run(folder):
    """What the command prints, and with which error it ends (none: exit code 0)."""
    out, error = StringIO(), None
    try:
        call_command("check_anchors", str(folder), stdout=out)
    except CommandError as raised:
        error = str(raised)
    return out.getvalue(), error


def test_a_base_that_says_what_its_sources_say_passes(claim, folder):
    assert run(folder) == ("1 udsagn holdt op mod 1 tekster: 0 fund.\n", None)


def test_each_finding_is_a_line_and_the_exit_code_is_an_error(claim, folder):
    Claim.objects.update(anchor="ansat 8 vejledere", value=8)

    assert run(folder) == (
        "x01: ankeret “ansat 8 vejledere” står ikke i kilden.\nx01: tallet 8 står ikke i kilden.\n",
        "1 udsagn holdt op mod 1 tekster: 2 fund.",
    )


def test_a_source_without_a_text_is_named_and_no_error(claim, folder):
    other = Source.objects.create(
        slug="uden",
        title="Uden",
        publisher="KL",
        kind="praksis",
        url="https://kl.dk",
        read_on="2026-01-01",
    )
    Claim.objects.create(key="x02", text="Uden tekst.", kind="what", source=other, locator="a")

    output, error = run(folder)

    assert output.startswith("uden: teksten findes ikke i mappen, så kilden er ikke prøvet.\n")
    assert error is None


def test_a_missing_folder_is_a_clear_error(db, tmp_path):
    missing = tmp_path / "findes-ikke"
    assert run(missing) == ("", f"Mappen {missing} findes ikke.")


def test_a_check_that_could_check_nothing_is_an_error(claim, tmp_path):
    assert run(tmp_path)[1].startswith("Intet at holde op: 1 udsagn i basen, 0 tekster")
