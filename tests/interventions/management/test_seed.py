import json
import shutil
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError

from interventions.management.commands.seed import content_problems
from interventions.models import Claim, Intervention, Organisation, Source
from municipalities.models import Municipality


def run(**options):
    out = StringIO()
    call_command("seed", stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def own_fixtures(tmp_path, settings):
    """A copy of fixtures/ that a test may spoil: call it with file, row number and fields."""
    shutil.copytree(settings.FIXTURE_DIRS[0], tmp_path / "fixtures")
    settings.FIXTURE_DIRS = [tmp_path / "fixtures"]

    def spoil(name, row, **fields):
        path = tmp_path / "fixtures" / f"{name}.json"
        rows = json.loads(path.read_text(encoding="utf-8"))
        rows[row]["fields"] |= fields
        path.write_text(json.dumps(rows), encoding="utf-8")

    return spoil


@pytest.fixture
def type_answer(monkeypatch):
    def answer(text):
        monkeypatch.setattr("builtins.input", lambda prompt: text)

    return answer


def test_an_empty_base_is_filled_and_the_message_counts(db):
    assert run() == (
        "Indlæst: 5 regioner, 98 kommuner, 13 temaer, 10 målgrupper, 7 faser, 2 uddannelser, "
        "9 indgange, 47 kilder, 3 tværgående kendetegn, 3 evidensniveauer, 19 organisationer, "
        "41 indsatser, 4 opstillinger af tal, 340 udsagn, 33 forbindelser, 37 synonymer.\n"
    )


def test_a_base_with_content_is_not_changed(seeded):
    Intervention.objects.filter(slug="gruppevejledning").update(title="Redaktørens titel")

    assert run().startswith("Basen har allerede indhold og er ikke ændret: 5 regioner, 98 kommuner")
    assert Intervention.objects.get(slug="gruppevejledning").title == "Redaktørens titel"


def test_even_one_organisation_of_an_editor_is_content(db):
    Organisation.objects.create(slug="egen", name="Egen", kind="anden")

    assert run() == "Basen har allerede indhold og er ikke ændret: 1 organisationer.\n"
    assert Intervention.objects.count() == 0


def test_reset_loads_anew_and_keeps_users(seeded, type_answer):
    get_user_model().objects.create_user("redaktør")
    Intervention.objects.filter(slug="gruppevejledning").update(title="Redaktørens titel")
    Source.objects.create(
        slug="ny",
        title="Ny",
        publisher="Ny",
        kind="presse",
        url="https://ny.dk",
        read_on="2026-01-01",
    )
    type_answer("ja")

    run(reset=True)

    assert Intervention.objects.get(slug="gruppevejledning").title.startswith("Gruppevejledning")
    assert not Source.objects.filter(slug="ny").exists()
    assert get_user_model().objects.filter(username="redaktør").exists()


def test_reset_without_a_yes_changes_nothing(seeded, type_answer):
    Intervention.objects.filter(slug="gruppevejledning").update(title="Redaktørens titel")
    type_answer("nej")

    assert run(reset=True).splitlines()[-1] == "Intet er ændret."
    assert Intervention.objects.get(slug="gruppevejledning").title == "Redaktørens titel"


def test_reset_asks_for_yes_where_nobody_can_answer(seeded, monkeypatch):
    def nobody(prompt):
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)

    with pytest.raises(CommandError, match="Brug --yes"):
        run(reset=True)
    assert Intervention.objects.count() == 41


def test_reset_of_an_empty_base_asks_nothing(db):
    assert run(reset=True).startswith("Indlæst: ")


def test_a_claim_that_breaks_a_rule_rolls_everything_back(db, own_fixtures):
    own_fixtures("claims", 0, anchor="en to tre fire fem seks syv otte ni")

    with pytest.raises(CommandError, match="r01: Ankeret har 9 ord"):
        run()
    assert Municipality.objects.count() == 0


def test_an_entry_that_may_not_be_published_rolls_everything_back(db, own_fixtures):
    own_fixtures("interventions", 0, themes=[])

    with pytest.raises(CommandError, match=r"aalborg-laeringsbuddy: .* mindst ét tema"):
        run()
    assert Intervention.objects.count() == 0


def test_a_name_that_does_not_exist_rolls_everything_back(db, own_fixtures):
    own_fixtures("claims", 0, source=["findes-ikke"])

    with pytest.raises(CommandError, match="intet er ændret"):
        run()
    assert Claim.objects.count() == 0


def test_a_failed_reset_keeps_what_was_there(seeded, own_fixtures):
    Intervention.objects.filter(slug="gruppevejledning").update(title="Redaktørens titel")
    own_fixtures("claims", 0, locator="")

    with pytest.raises(CommandError, match="intet er ændret"):
        run(reset=True, yes=True)
    assert Intervention.objects.get(slug="gruppevejledning").title == "Redaktørens titel"


def test_derived_columns_are_filled(seeded):
    for model, column in ((Claim, "search_text"), (Intervention, "sort_key")):
        assert not model.objects.filter(**{column: ""}).exists()


def test_holding_the_content_against_the_rules_takes_few_queries(
    seeded, django_assert_max_num_queries
):
    with django_assert_max_num_queries(9):
        assert content_problems() == []
