import datetime
import json
from decimal import Decimal

import pytest

from interventions import document
from interventions.models import Claim, Intervention, Ledger, Source
from tests.world import add_claim, add_entry, add_theme, relate


@pytest.fixture
def full(world):
    """An entry with a value in every field and a row of every part."""
    entry = add_entry(
        "fuld",
        "Fuld indsats",
        kind="projekt",
        state="kladde",
        themes=[world.support, world.mentors],
        municipalities=[world.odense, world.aalborg],
        start_year=2021,
        start_month=8,
        running_state="i-drift",
        running_as_of=datetime.date(2024, 5, 1),
        reviewed_on=datetime.date(2024, 6, 1),
        publish_from=datetime.date(2024, 7, 1),
        withdraw_on=datetime.date(2034, 7, 1),
    )
    entry.target_groups.add(world.students)
    entry.phases.add(world.placement)
    entry.programmes.add(world.programme)
    entry.characteristics.add(world.trait)
    entry.organisations.add(world.school)
    ledger = Ledger.objects.create(slug="frafald", intervention=entry, title="T", sentence="S.")
    figure = {"kind": "result", "unit": "elever", "ledger": ledger}
    add_claim("f2", entry, world.report, value=Decimal("12.500"), period_from=2021, **figure)
    add_claim("f1", entry, world.catalogue, value=Decimal("1000"), counted_by_us=True, **figure)
    add_claim("f3", entry, world.report, kind="rating", tier=world.tier, anchor="tre ord her")
    relate(entry, world.corps)
    return entry


def test_a_document_has_everything_by_name_and_in_one_order(full):
    found = document.of(full)
    assert {name: found[name] for name in ("slug", *document.FIELDS)} == {
        "slug": "fuld",
        "title": "Fuld indsats",
        "summary": "Resumé af fuld.",
        "kind": "projekt",
        "running_state": "i-drift",
        "running_as_of": "2024-05-01",
        "start_year": 2021,
        "start_month": 8,
        "reviewed_on": "2024-06-01",
        "publish_from": "2024-07-01",
        "withdraw_on": "2034-07-01",
    }
    assert {name: found[name] for name in document.LINKS} == {
        "themes": ["mentorordninger", "sprogstoette"],
        "target_groups": ["alle-elever"],
        "phases": ["oplaering"],
        "programmes": ["ssh"],
        "characteristics": ["tryghed"],
        "municipalities": ["aalborg", "odense"],
        "organisations": ["sosu-nord"],
    }
    assert found["ledgers"] == [{"slug": "frafald", "title": "T", "sentence": "S.", "position": 0}]
    assert found["relations"] == [
        {
            "to": "mentorkorps",
            "kind": "samme-type",
            "sentence": "Sætningen om fuld og mentorkorps.",
        }
    ]
    assert [claim["key"] for claim in found["claims"]] == ["f1", "f2", "f3"]
    assert found["claims"][1] == {
        "key": "f2",
        "source": "rapport",
        "tier": None,
        "ledger": "frafald",
        "text": "Udsagnet f2 siger noget.",
        "kind": "result",
        "locator": "afsnit 1",
        "anchor": "",
        "position": 0,
        "qualifier": "",
        "value": "12.5",
        "unit": "elever",
        "counts": "",
        "does_not_count": "",
        "counted_by_us": False,
        "sample_size": None,
        "comparison": "",
        "period_from": 2021,
        "period_to": None,
        "recurrence": "",
    }
    assert (found["claims"][0]["value"], found["claims"][2]["tier"]) == ("1000", "virksom")


def test_every_column_that_editors_write_is_in_it(full):
    kept_apart = {
        "id", "slug", "state", "version", "copy_of", "created_at", "updated_at", "sort_key",
        "published_at", "withdrawn_at", "withdrawn_because",
    }  # fmt: skip
    columns = {field.name for field in Intervention._meta.concrete_fields} - kept_apart
    assert columns == set(document.FIELDS)
    of_claims = {field.name for field in Claim._meta.concrete_fields}
    assert of_claims - {"id", "intervention", "search_text"} == set(document.of(full)["claims"][0])


def test_it_is_plain_json(full):
    found = document.of(full)
    assert json.loads(json.dumps(found)) == found


def test_it_takes_as_many_queries_however_much_it_holds(world, full, django_assert_num_queries):
    with django_assert_num_queries(11):
        document.of(full)
    for number in range(4):
        add_claim(f"x{number}", full, world.hidden_source)
        relate(full, world.hidden[number % 3] if number < 3 else world.plan)
    with django_assert_num_queries(11):
        document.of(full)


def test_written_to_an_empty_entry_it_is_the_same(world, full):
    content = document.of(full)
    full.delete()
    other = Intervention.objects.create(slug="tom", title="Tom", kind="plan")
    assert document.write(other, content) == []
    assert document.of(other) == content


def test_writing_it_back_changes_nothing(full):
    def rows():
        return list(full.claims.values()), list(full.ledgers.values())

    before, content = rows(), document.of(full)
    version = Intervention.objects.get(pk=full.pk).version
    assert document.write(Intervention.objects.get(pk=full.pk), content) == []
    assert rows() == before
    assert Intervention.objects.get(pk=full.pk).version == version


def test_claims_keep_their_rows_and_others_come_and_go(world, full):
    content = document.of(full)
    kept = full.claims.get(key="f1").pk
    content["claims"] = [claim for claim in content["claims"] if claim["key"] != "f2"]
    content["claims"][0]["text"] = "Rettet."
    content["claims"].append(content["claims"][0] | {"key": "ny", "ledger": None})
    document.write(full, content)
    assert set(full.claims.values_list("key", flat=True)) == {"f1", "f3", "ny"}
    assert (full.claims.get(key="f1").pk, full.claims.get(key="f1").text) == (kept, "Rettet.")


def test_the_rating_moves_from_one_claim_to_another(full):
    content = document.of(full)
    first, _second, third = content["claims"]
    third |= {"kind": "what", "tier": None}
    first |= {"kind": "rating", "tier": "perspektivrigt", "value": None, "unit": "", "ledger": None}
    document.write(full, content)
    assert dict(full.claims.values_list("key", "tier__slug")) == {
        "f1": "perspektivrigt",
        "f2": None,
        "f3": None,
    }


def test_what_is_gone_from_the_base_is_named_and_the_rest_is_written(world, full):
    content = document.of(full)
    content["themes"].append("vaek")
    content["claims"][0]["source"] = "vaek-kilde"
    content["claims"][2]["tier"] = "vaek-niveau"
    content["relations"][0]["to"] = "vaek-indsats"
    content["title"] = "Skrevet"
    assert document.write(full, content) == [
        "“vaek” findes ikke længere og er ikke sat på.",
        "Udsagnet f1 mangler: “vaek-kilde” findes ikke længere.",
        "Udsagnet f3 mangler: “vaek-niveau” findes ikke længere.",
        "Forbindelsen til “vaek-indsats” er væk: den findes ikke længere.",
    ]
    assert document.of(full)["title"] == "Skrevet"


def test_a_relation_finds_its_entry_under_a_new_address(world, full):
    content = document.of(full)
    full.relations_out.all().delete()
    world.corps.slug = "korps"
    world.corps.save()
    assert document.write(full, content) == []
    assert document.of(full)["relations"][0]["to"] == "korps"


def test_a_relation_to_itself_or_seen_from_the_other_side_is_left_out(world, full):
    content = document.of(full)
    full.relations_out.all().delete()
    relate(world.corps, full)
    content["relations"].append(content["relations"][0] | {"to": "fuld"})
    assert document.write(full, content) == [
        "Forbindelsen til “mentorkorps” er der allerede, fra den anden side.",
        "Forbindelsen til “fuld” er væk: den findes ikke længere.",
    ]
    assert document.of(full)["relations"] == []


def test_a_key_or_ledger_that_another_entry_has_taken_gets_a_number(world, full):
    content = document.of(full)
    full.claims.all().delete()
    full.ledgers.all().delete()
    add_claim("f1", world.plan, world.catalogue)
    Ledger.objects.create(slug="frafald", intervention=world.plan, title="T", sentence="S.")
    document.write(full, content)
    assert set(full.claims.values_list("key", flat=True)) == {"f1-2", "f2", "f3"}
    assert full.claims.get(key="f1-2").ledger.slug == "frafald-2"


def test_what_an_older_document_does_not_name_stays(world, full):
    content = document.of(full)
    for name in ("start_year", "phases"):
        del content[name]
    del content["claims"][1]["period_from"]
    content["title"] = "Ældre"
    assert document.write(full, content) == []
    written = document.of(full)
    assert (written["title"], written["start_year"], written["phases"]) == (
        "Ældre",
        2021,
        ["oplaering"],
    )
    assert written["claims"][1]["period_from"] == 2021


def test_a_working_copy_has_the_same_document_under_marked_names(world, full):
    copy = Intervention.objects.create(slug="x--kopi", title="X", kind="plan", copy_of=full)
    document.write(copy, document.of(full))
    assert document.of(copy) == document.of(full)
    copy.refresh_from_db()
    assert copy.slug == "fuld--kopi"
    assert {claim.key for claim in copy.claims.all()} == {"f1--kopi", "f2--kopi", "f3--kopi"}
    assert [ledger.slug for ledger in copy.ledgers.all()] == ["frafald--kopi"]


def test_a_vocabulary_that_is_renamed_is_another_document(world, full):
    theme = add_theme("midlertidig", "Midlertidig", 9)
    full.themes.add(theme)
    before = document.of(full)
    theme.slug = "blivende"
    theme.save()
    assert "midlertidig" in before["themes"]
    assert "blivende" in document.of(full)["themes"]


def test_a_source_goes_by_its_address(full):
    Source.objects.filter(slug="rapport").update(slug="ny-rapport")
    assert document.of(full)["claims"][1]["source"] == "ny-rapport"
