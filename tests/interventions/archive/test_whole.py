import io
import json

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command

from interventions import history, working_copy
from interventions.archive import whole
from interventions.models import Claim, Intervention, Proposal, SearchTerm, Theme, Version
from interventions.search import index


def exported():
    file = io.StringIO(newline="\n")
    whole.export(file)
    return file.getvalue()


def load(text):
    return whole.load(io.StringIO(text, newline="\n"))


def empty():
    """As a base that was only migrated, but for the numbers of its next rows."""
    for model in (*whole.tables(), SearchTerm):
        model._base_manager.all()._raw_delete("default")


@pytest.fixture
def lived_in(world):
    """A base in which editors have worked: users, a working copy, versions, a log, a letter."""
    group = Group.objects.create(name="Prøvegruppe")
    group.permissions.add(Permission.objects.get(codename="publish_intervention"))
    editor = User.objects.create_user("redaktør", password="hemmelig og lang")
    editor.groups.add(group)
    editor.user_permissions.add(Permission.objects.get(codename="add_theme"))
    copy = working_copy.open_for(world.buddy.pk, by=editor)
    with history.edit(copy.pk, by=editor, event="gemt", note="En note\nmed æøå og “citat”") as row:
        row.summary = "Nyt resumé"
        row.save()
    LogEntry.objects.create(
        user=editor,
        content_type=ContentType.objects.get_for_model(Intervention),
        object_id=str(copy.pk),
        object_repr="Læringsbuddy",
        action_flag=CHANGE,
        change_message="[]",
    )
    Proposal.objects.create(kind="forslag", title="Et forslag", what="Noget.")
    return world


def test_the_whole_base_survives_the_journey(lived_in):
    before = exported()
    empty()
    load(before)
    assert exported() == before
    assert Intervention.objects.get(copy_of__slug="laeringsbuddy").summary == "Nyt resumé"
    assert Version.objects.filter(note__contains="æøå").count() == 1
    assert User.objects.get(username="redaktør").check_password("hemmelig og lang")
    assert User.objects.get(username="redaktør").has_perm("interventions.publish_intervention")
    assert LogEntry.objects.get().content_type.model == "intervention"
    assert Proposal.objects.get().title == "Et forslag"


def test_moments_keep_their_microseconds(lived_in):
    moment = Version.objects.latest("number").made_at.replace(microsecond=123456)
    Version.objects.update(made_at=moment)
    text = exported()
    empty()
    load(text)
    assert {version.made_at for version in Version.objects.all()} == {moment}


def test_search_finds_what_was_loaded(lived_in):
    text = exported()
    empty()
    load(text)
    assert index.differences() == []
    assert Intervention.objects.published().search("laeringsbuddy").count() == 1


def test_new_rows_get_keys_of_their_own(lived_in):
    text = exported()
    empty()
    load(text)
    last = Theme.objects.latest("pk").pk
    assert Theme.objects.create(slug="ny", name="Ny", description="Ny.", question="?").pk > last


def test_an_export_says_what_is_left_out(lived_in):
    head = json.loads(exported().splitlines()[0])
    assert "interventions.searchterm" not in head["rows"]
    assert head["rows"]["auth.user"] == 1
    assert head["rows"]["interventions.intervention"] == 8


def test_a_base_in_use_is_refused_and_keeps_its_rows(lived_in):
    text = exported()
    with pytest.raises(whole.Refused, match="Basen er ikke tom") as refused:
        load(text)
    assert "relationer" not in str(refused.value)  # tables between two others have no Danish name
    assert exported() == text


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "",
        lambda text: "hej\n",
        lambda text: "[1]\n",
        lambda text: '{"format": "noget andet"}\n',
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("Læringsbuddy", "Læringsbuddi", 1),
        lambda text: text + text.splitlines()[-1] + "\n",
        lambda text: text.replace("interventions.0001_initial", "interventions.0099_fremtid", 1),
    ],
)
def test_a_broken_or_foreign_file_is_refused_before_anything_is_written(lived_in, spoil):
    text = spoil(exported())
    empty()
    before = exported()
    with pytest.raises(whole.Refused):
        load(text)
    assert exported() == before


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ({"rows": None}, ""),
        ({"migrations": None}, ""),
        ({"migrations": [{}]}, ""),
        ({}, "[1]\n"),
        ({}, "[[],{}]\n"),
        ({}, "[" * 100_000 + "\n"),
    ],
)
def test_a_file_that_only_looks_like_one_is_refused_too(db, head, line):
    first, *lines = exported().splitlines(keepends=True)
    lines += [line] if line else []
    head = json.loads(first) | {"sha256": whole._checksum(lines)} | head
    empty()
    with pytest.raises(whole.Refused):
        load(whole._line(head) + "".join(lines))


def resealed(text, change):
    """The file with other lines and the checksum that belongs to them."""
    head, *lines = text.splitlines(keepends=True)
    head, lines = json.loads(head), change(lines)
    counts = dict.fromkeys(head["rows"], 0)
    for line in lines:
        label = json.loads(line)[0]
        counts[label] = counts.get(label, 0) + 1
    head |= {"sha256": whole._checksum(lines), "rows": counts}
    return whole._line(head) + "".join(lines)


@pytest.mark.parametrize(
    ("line", "because"),
    [
        ('["auth.session",{}]\n', "tabeller"),
        ('["interventions.theme",{"id":99}]\n', "passer ikke"),
        ('["interventions.theme",5]\n', "passer ikke"),
    ],
)
def test_rows_that_fit_no_table_are_refused(lived_in, line, because):
    text = resealed(exported(), lambda lines: [*lines, line])
    empty()
    before = exported()
    with pytest.raises(whole.Refused, match=because):
        load(text)
    assert exported() == before


def twice(lines):
    claim = next(line for line in lines if line.startswith('["interventions.claim"'))
    return [*lines, claim]


def no_text(lines):
    return [line.replace("Læringsbuddy", "\\ud800") for line in lines]


def no_number(lines):
    return [line.replace('"position":1,', f'"position":{10**30},') for line in lines]


@pytest.mark.parametrize("change", [twice, no_text, no_number])
def test_rows_that_the_database_refuses_leave_nothing_behind(lived_in, tmp_path, change):
    file = tmp_path / "alt.txt"
    file.write_text(resealed(exported(), change), encoding="utf-8", newline="\n")
    empty()
    with pytest.raises(CommandError, match="Intet er indlæst"):
        call_command("import_all", str(file))
    assert not Claim.objects.exists()


def test_an_export_does_not_overwrite_a_file(lived_in, tmp_path, capsys):
    file = tmp_path / "alt.txt"
    call_command("export_all", str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(CommandError, match="findes allerede"):
        call_command("export_all", str(file))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"PK\x03\x04"])
def test_a_file_that_is_no_text_is_refused(db, tmp_path, content):
    file = tmp_path / "alt.txt"
    file.write_bytes(content)
    with pytest.raises(CommandError, match="ikke en eksport"):
        call_command("import_all", str(file))


def test_a_file_that_is_not_there_is_named(db, tmp_path):
    with pytest.raises(CommandError, match="kan ikke læses"):
        call_command("import_all", str(tmp_path / "intet.txt"))
