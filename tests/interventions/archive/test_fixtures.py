import json
import shutil
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from interventions import working_copy
from interventions.archive import fixtures
from interventions.management.commands.seed import CONTENT
from interventions.models import Claim, Intervention, Relation


def test_a_seeded_base_gives_back_the_fixtures(db):
    call_command("seed", stdout=StringIO())
    for name, model in CONTENT:
        path = settings.FIXTURE_DIRS[0] / f"{name}.json"
        assert fixtures.text(model) == path.read_text(encoding="utf-8"), name


def slugs(model, field="slug"):
    return [row["fields"][field] for row in json.loads(fixtures.text(model))]


def test_what_is_not_published_stays_in_the_base(world):
    working_copy.open_for(world.buddy.pk, by=None)
    assert slugs(Intervention) == [
        "laeringsbuddy",
        "mentorkorps",
        "sprogindsats",
        "tid-til-vejledning",
    ]
    assert slugs(Claim, "key") == ["k01", "k05", "k24", "k07", "l01", "r15-1", "r16"]
    assert slugs(Relation, "to_entry") == [["mentorkorps"]]


@pytest.fixture
def folder(tmp_path, settings):
    """A copy of fixtures/ that may be written."""
    copy = tmp_path / "fixtures"
    shutil.copytree(settings.FIXTURE_DIRS[0], copy)
    settings.FIXTURE_DIRS = [copy]
    return copy


def fixtures_command(**options):
    said = StringIO()
    call_command("fixtures", stdout=said, **options)
    return said.getvalue()


def test_an_edit_becomes_part_of_the_fixtures(db, folder):
    call_command("seed", stdout=StringIO())
    Intervention.objects.filter(slug="gruppevejledning").update(title="En ny titel")
    before = (folder / "interventions.json").read_text(encoding="utf-8")
    assert fixtures_command(check=True) == "Ville ændre: interventions.json.\n"
    assert (folder / "interventions.json").read_text(encoding="utf-8") == before
    assert fixtures_command() == "Skrevet: interventions.json.\n"
    assert "En ny titel" in (folder / "interventions.json").read_text(encoding="utf-8")
    assert fixtures_command() == "Intet er ændret.\n"
