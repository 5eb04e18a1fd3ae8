import json
import shutil
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from interventions.models import (
    Claim,
    Intervention,
    Ledger,
    Phase,
    Relation,
    Source,
    SynonymSet,
)
from interventions.search import index
from tests.story import told

MENTORS = "faelles-fynsk-mentorkorps"


def add():
    out = StringIO()
    call_command("seed", add=True, stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture
def layer(tmp_path, settings):
    """A copy of fixtures/ that gets more rows: call it with file, fields and natural key."""
    folder = tmp_path / "fixtures"
    shutil.copytree(settings.FIXTURE_DIRS[0], folder)
    settings.FIXTURE_DIRS = [folder]

    def change(name, like, **fields):
        path = folder / f"{name}.json"
        rows = json.loads(path.read_text(encoding="utf-8"))
        first = next((row for row in rows if like in row["fields"].values()), None)
        rows.append({"model": first["model"], "fields": first["fields"] | fields})
        path.write_text(json.dumps(rows), encoding="utf-8")

    def link(slug, **fields):
        path = folder / "interventions.json"
        rows = json.loads(path.read_text(encoding="utf-8"))
        next(row for row in rows if row["fields"]["slug"] == slug)["fields"].update(fields)
        path.write_text(json.dumps(rows), encoding="utf-8")

    change.link = link
    change.folder = folder
    return change


@pytest.fixture
def second(seeded, layer):
    """A base of the first layer, and fixtures with a source, an entry and claims more."""
    layer("sources", "kl-casebank", slug="ny-kilde", title="Den nye kilde", excerpt=True)
    layer("interventions", "gruppevejledning", slug="ny-indsats", title="Den nye indsats")
    claim = {"source": ["ny-kilde"], "anchor": "", "kind": "what", "tier": None}
    layer("claims", "r01", key="n1", text="Nyt.", intervention=["ny-indsats"], **claim)
    layer("claims", "r01", key="n2", text="Gimmelimmer.", intervention=[MENTORS], **claim)
    return layer


def test_new_rows_are_added_and_the_message_counts_both_kinds(second):
    lines = add()
    assert lines[0] == "Lagt til: 1 kilder, 1 indsatser, 2 udsagn."
    assert lines[1].startswith("Fandtes i forvejen og er ikke rørt: 5 regioner, 98 kommuner, ")
    assert f"Indsats {MENTORS} har fået nye udsagn, se dem efter: n2." in lines
    assert Source.objects.get(slug="ny-kilde").excerpt
    assert Intervention.objects.get(slug="ny-indsats").themes.exists()


def test_an_edit_stays_and_is_named(second):
    Intervention.objects.filter(slug="gruppevejledning").update(title="Redaktørens titel")
    Claim.objects.filter(key="r01").update(text="Redaktørens sætning.")
    lines = add()
    assert Intervention.objects.get(slug="gruppevejledning").title == "Redaktørens titel"
    assert Claim.objects.get(key="r01").text == "Redaktørens sætning."
    assert "Indsats gruppevejledning står anderledes i frøene og er ikke ændret: titel." in lines
    assert "Udsagn r01 står anderledes i frøene og er ikke ændret: udsagn." in lines


def test_adding_twice_adds_nothing_the_second_time(second):
    add()
    versions = list(Intervention.objects.values_list("slug", "version"))
    assert add()[0] == "Intet nyt at lægge til."
    assert list(Intervention.objects.values_list("slug", "version")) == versions


def test_an_entry_with_a_new_claim_is_a_new_version_and_others_are_not(second):
    add()
    entry = Intervention.objects.get(slug=MENTORS)
    assert (entry.version, told(entry=entry)[-1]) == (2, (MENTORS, "aendret", "1 udsagn"))
    assert Intervention.objects.get(slug="gruppevejledning").version == 1


def test_links_of_entries_that_exist_are_named_and_not_added(second):
    before = set(Intervention.objects.get(slug="gruppevejledning").municipalities.all())
    second.link("gruppevejledning", municipalities=[["assens"]])
    told = "Indsats gruppevejledning har nye forbindelser i frøene, som ikke er lagt ind: Assens."
    assert told in add()
    assert set(Intervention.objects.get(slug="gruppevejledning").municipalities.all()) == before


def test_rows_of_several_kinds_that_share_a_word_are_told_apart(second):
    Phase.objects.filter(slug="overgang").update(description="Redaktørens.")
    SynonymSet.objects.filter(slug="overgang").update(words="overgang, skift")
    Relation.objects.filter(from_entry__slug="holbaek-elevstoette").update(sentence="Redaktørens.")
    told = [line.split(" står anderledes")[0] for line in add() if "står anderledes" in line]
    assert told == [
        "Fase overgang",
        "Forbindelse holbaek-elevstoette → holbaek-elevtjenesten",
        "Synonymer overgang",
    ]


def test_an_entry_with_another_address_is_not_added_again(second):
    entry = Intervention.objects.get(slug=MENTORS)
    entry.slug = "mentorer"
    entry.save()
    add()
    assert not Intervention.objects.filter(slug=MENTORS).exists()
    assert Claim.objects.get(key="n2").intervention == entry


def test_a_relation_that_was_turned_round_is_not_added_again(second):
    relation = Relation.objects.first()
    ends = relation.to_entry, relation.from_entry
    Relation.objects.filter(pk=relation.pk).update(from_entry=ends[0], to_entry=ends[1])
    count = Relation.objects.count()
    add()
    assert Relation.objects.count() == count


def test_the_index_knows_what_is_new(second):
    add()
    assert index.differences() == []
    assert [entry.slug for entry in Intervention.objects.search("gimmelimmer")] == [MENTORS]


def test_a_failure_rolls_everything_back(second):
    second("claims", "n1", key="n3", anchor="en to tre fire fem seks syv otte ni")
    with pytest.raises(CommandError, match="n3: Ankeret har 9 ord"):
        add()
    assert not Source.objects.filter(slug="ny-kilde").exists()
    assert not Claim.objects.filter(key="n2").exists()


def test_a_row_that_names_nothing_rolls_everything_back(second):
    second("claims", "n1", key="n3", source=["findes-ikke"])
    with pytest.raises(CommandError, match="intet er ændret"):
        add()
    assert not Intervention.objects.filter(slug="ny-indsats").exists()


def test_an_edit_that_breaks_a_rule_does_not_stop_what_is_new(second):
    Intervention.objects.filter(slug="gruppevejledning").update(summary="")
    assert add()[0].startswith("Lagt til: 1 kilder")


def test_a_ledger_comes_with_its_figures(second):
    second("ledgers", "koebenhavn-antal-elever", slug="nye-tal", intervention=["ny-indsats"])
    for key in ("n4", "n5"):
        second("claims", "n1", key=key, ledger=["nye-tal"], value="4", unit="elever")
    add()
    assert Ledger.objects.get(slug="nye-tal").claims.count() == 2


def test_a_ledger_with_one_figure_is_refused(second):
    second("ledgers", "koebenhavn-antal-elever", slug="nye-tal", intervention=["ny-indsats"])
    second("claims", "n1", key="n4", ledger=["nye-tal"], value="4", unit="elever")
    with pytest.raises(CommandError, match="nye-tal: En opstilling skal have mindst to tal"):
        add()
