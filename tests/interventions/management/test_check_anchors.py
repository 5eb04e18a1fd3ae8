from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from interventions.anchors import Finding
from interventions.models import AnchorFinding, Claim, Intervention, Source


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


def found():
    return list(AnchorFinding.objects.values_list("claim__key", "what", "message", "found_on"))


def test_the_findings_are_kept_for_the_desk(claim, folder):
    Claim.objects.update(anchor="ansat 8 vejledere", value=8)
    run(folder)
    today = timezone.localdate()
    assert found() == [
        ("x01", "anker", "ankeret “ansat 8 vejledere” står ikke i kilden.", today),
        ("x01", "tal", "tallet 8 står ikke i kilden.", today),
    ]


def test_a_new_check_replaces_what_an_earlier_one_found(claim, folder):
    Claim.objects.update(anchor="ansat 8 vejledere", value=8)
    run(folder)
    Claim.objects.update(value=7)
    run(folder)
    assert [what for _, what, *_ in found()] == ["anker"]

    Claim.objects.update(anchor="ansat 7 vejledere")
    run(folder)
    assert found() == []


def test_findings_stay_when_the_text_of_their_source_is_not_there(claim, folder):
    other = Source.objects.create(
        slug="anden",
        title="Anden",
        publisher="KL",
        kind="praksis",
        url="https://kl.dk",
        read_on="2026-01-01",
    )
    Claim.objects.create(key="x02", text="Der er 3.", kind="what", source=other, locator="a")
    (folder / "anden.txt").write_text("Der er tre.", encoding="utf-8")
    Claim.objects.filter(key="x01").update(anchor="noget andet")
    run(folder)
    before = found()
    assert [key for key, *_ in before] == ["x01", "x02"]

    (folder / "anden.txt").unlink()
    Claim.objects.filter(key="x01").update(anchor="ansat 7 vejledere")
    run(folder)
    assert found() == before[1:]


def test_a_check_that_could_check_nothing_leaves_the_findings(claim, folder, tmp_path_factory):
    Claim.objects.update(anchor="noget andet")
    run(folder)
    run(tmp_path_factory.mktemp("tom"))
    assert len(found()) == 1


def test_a_claim_that_was_deleted_during_the_check_is_passed_over(claim):
    gone = Finding("slettet", "tal", "tallet 8 står ikke i kilden.")
    kept = Finding("x01", "tal", "tallet 9 står ikke i kilden.")
    AnchorFinding.objects.replace([claim], [gone, kept], timezone.localdate())
    assert [key for key, *_ in found()] == ["x01"]


def test_a_check_is_no_change_of_an_entry(world, tmp_path):
    (tmp_path / "katalog.txt").write_text("Noget helt andet.", encoding="utf-8")
    before = list(Intervention.objects.order_by("pk").values())
    run(tmp_path)
    assert AnchorFinding.objects.exists()
    assert list(Intervention.objects.order_by("pk").values()) == before


def test_the_check_is_one_replacement_whatever_it_finds(world, tmp_path, django_assert_num_queries):
    (tmp_path / "katalog.txt").write_text("Noget helt andet.", encoding="utf-8")
    with django_assert_num_queries(6):  # claims; savepoint, delete, keys, insert, savepoint
        run(tmp_path)
