"""What is public, and that each of it is described."""

import pytest

from interventions.exports import kinds
from interventions.exports.catalogue import TABLES, package_tables
from interventions.exports.fields import table_name
from interventions.models import EvidenceTier, Theme
from municipalities.models import Municipality

# Columns that the files leave out, and why.
LEFT_OUT = {
    "interventions": {
        *("state", "copy_of"),  # whatever is here is published
        *("publish_from", "withdraw_on"),  # what editors have planned
        *("published_at", "updated_at"),  # as days: published_on, updated_on
        *("withdrawn_at", "withdrawn_because", "created_at", "sort_key"),
    },
    "claims": {"search_text"},
    # What visits found changes from night to night without a new version of the content.
    "sources": {
        *("link_checked_on", "link_status", "link_broken_since", "link_answer"),
        "link_redirects_to",
    },
    "municipalities": {"map_label", "tile_column", "tile_row", "sort_key"},
    "regions": {"sort_key"},
}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_of_a_public_model_is_exported_or_left_out_with_a_reason(table):
    meta = table.model._meta
    columns = {field.name for field in (*meta.concrete_fields, *meta.many_to_many)} - {"id"}
    exported = {field.name for field in table.fields} & columns
    left_out = LEFT_OUT.get(table.name, set())
    assert exported & left_out == set()
    assert exported | left_out == columns


@pytest.mark.parametrize("table", package_tables().values(), ids=lambda table: table.name)
def test_every_column_has_a_head_and_a_sentence(table):
    for field in table.fields:
        assert field.head[0].isupper(), field.name
        assert field.description.endswith("."), field.name
    assert len(set(table.heads)) == len(table.fields)
    assert len({field.name for field in table.fields}) == len(table.fields)
    assert table.description.endswith(".")
    assert {field.name for field in table.columns} >= set(table.key)


def test_references_lead_to_tables_with_a_slug():
    tables = package_tables()
    for table in tables.values():
        for field in table.fields:
            if isinstance(field.kind, kinds.One):
                assert tables[field.kind.table].key == ("slug",)


@pytest.mark.parametrize(
    ("model", "name"),
    [(Theme, "themes"), (EvidenceTier, "evidence_tiers"), (Municipality, "municipalities")],
)
def test_tables_are_called_as_their_models(model, name):
    assert table_name(model) == name


def test_heads_are_the_words_of_the_forms():
    heads = {field.name: field.head for field in TABLES[0].fields}
    assert heads["slug"] == "Adresse"
    assert heads["running_as_of"] == "Status pr."
    assert heads["characteristics"] == "Tværgående kendetegn"
