"""The whole base as a Frictionless Data Package."""

import csv
import datetime
import io
import json
import zipfile
from dataclasses import replace

import pytest
from django.conf import settings
from jsonschema import Draft7Validator, FormatChecker

from interventions import content_version
from interventions.exports import catalogue
from interventions.models import Intervention
from tests.world import PUBLISHED, add_claim

ZIP = "/data/sosu-videnbase.zip"


@pytest.fixture
def package(fetch):
    """{name of a part: its bytes} of the archive."""

    def read():
        with zipfile.ZipFile(io.BytesIO(fetch(ZIP).body)) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}

    return read


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def tables(parts):
    """{name: (schema, rows)} of every table."""
    described = json.loads(parts["datapackage.json"])["resources"]
    return {one["name"]: (one["schema"], rows(parts[one["path"]])) for one in described}


def test_the_descriptor_is_as_the_standard_wants_it(fetch, seeded):
    schema = json.loads((settings.BASE_DIR / "tests/resources/data-package-2-0.json").read_text())
    validator = Draft7Validator(schema, format_checker=FormatChecker())
    described = fetch("/data/datapackage.json").json()
    assert list(validator.iter_errors(described)) == []
    assert list(validator.iter_errors(described | {"resources": [{"name": "x"}]})) != []


def test_the_descriptor_says_what_it_is(fetch, world):
    described = fetch("/data/datapackage.json").json()
    assert described["name"] == "sosu-videnbase"
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    assert described["homepage"] == "http://testserver/data/"
    assert described["content_version_date"] == datetime.date.today().isoformat()
    assert described["version"] == str(described["content_version"])


def test_it_holds_what_the_descriptor_names_and_nothing_else(package, world):
    parts = package()
    described = json.loads(parts["datapackage.json"])["resources"]
    assert sorted(parts) == sorted(["datapackage.json", *(one["path"] for one in described)])
    assert {"interventions.csv", "claims.csv", "sources.csv", "relations.csv"} <= set(parts)
    assert {"interventions_themes.csv", "themes.csv", "municipalities.csv"} <= set(parts)
    assert not any(part.startswith(b"\xef\xbb\xbf") for part in parts.values())


def test_every_value_is_of_its_type_and_every_reference_leads_somewhere(package, seeded):
    found = tables(package())
    assert len(found) == 25
    for name, (schema, table) in found.items():
        assert table, name
        keys = [tuple(row[field] for field in schema["primaryKey"]) for row in table]
        assert len(set(keys)) == len(keys), name
        assert keys == sorted(keys), name
        assert list(table[0]) == [field["name"] for field in schema["fields"]]
        for field in schema["fields"]:
            for row in table:
                _check(name, field, row[field["name"]])
        for key in schema.get("foreignKeys", []):
            (column,), reference = key["fields"], key["reference"]
            targets = {row["slug"] for row in found[reference["resource"]][1]}
            assert {row[column] for row in table} - {""} <= targets, (name, column)


def _check(name, field, value):
    constraints = field["constraints"]
    if value == "":
        assert not constraints["required"], (name, field["name"])
        return
    {
        "string": str,
        "integer": int,
        "number": float,
        "date": datetime.date.fromisoformat,
        "boolean": {"true": True, "false": False}.__getitem__,
    }[field["type"]](value)
    assert value in constraints.get("enum", [value]), (name, field["name"])


def test_figures_have_a_decimal_point_and_text_stays_as_it_is(package, world):
    add_claim("m1", world.plan, world.report, kind="funding", value="13.400", unit="mio. kr.")
    add_claim("m2", world.plan, world.report, text="=1;2, “x”\nny linje")
    claims = {row["key"]: row for row in rows(package()["claims.csv"])}
    assert claims["m1"]["value"] == "13.4"
    assert claims["m2"]["text"] == "=1;2, “x”\nny linje"
    assert claims["k01"]["intervention"] == ""
    assert claims["r15-1"]["tier"] == "virksom"


def test_only_what_is_public_is_in_it(package, world):
    parts = package()
    assert sorted(row["slug"] for row in rows(parts["interventions.csv"])) == PUBLISHED
    assert {row["slug"] for row in rows(parts["sources.csv"])} == {"katalog", "rapport"}
    assert {row["organisation"] for row in rows(parts["interventions_organisations.csv"])} == {
        "sosu-nord"
    }
    (relation,) = rows(parts["relations.csv"])
    assert (relation["from_entry"], relation["to_entry"]) == ("laeringsbuddy", "mentorkorps")
    world.plan.organisations.clear()
    assert rows(package()["organisations.csv"]) == []


def test_the_same_content_gives_the_same_bytes(client, world):
    first, second = client.get(ZIP).getvalue(), client.get(ZIP).getvalue()
    assert first == second


def test_what_is_changed_while_it_is_written_stands_in_all_of_its_tables(
    fetch, package, world, monkeypatch
):
    """An entry comes after the table of entries was read, and before that of claims."""
    read = catalogue.CLAIMS.rows
    coming = [world.in_review]

    def rows_after_a_change():
        if coming:
            entry = coming.pop()
            entry.state = "udgivet"
            entry.save()
        return read()

    fetch(ZIP)
    changed = replace(catalogue.CLAIMS, rows=rows_after_a_change)
    monkeypatch.setattr(catalogue, "TABLES", (catalogue.ENTRIES, changed))
    parts = package()
    entries = {row["slug"] for row in rows(parts["interventions.csv"])}
    named = {row["intervention"] for row in rows(parts["claims.csv"])} - {""}
    assert (coming, named - entries) == ([], set())
    number = content_version.current().number
    assert json.loads(parts["datapackage.json"])["content_version"] == number
    assert fetch(ZIP)["ETag"].startswith(f'W/"{number}-')


def test_rows_come_in_the_same_order_however_they_were_stored(package, world):
    before = package()["claims.csv"]
    stored = list(Intervention.objects.get(slug="mentorkorps").claims.order_by("-pk"))
    for claim in stored:
        claim.delete()
        claim.pk = None
        claim.save(force_insert=True)
    assert package()["claims.csv"] == before


def test_parts_carry_the_day_of_the_version(client, world):
    with zipfile.ZipFile(io.BytesIO(client.get(ZIP).getvalue())) as archive:
        dates = {part.date_time for part in archive.infolist()}
    assert dates == {(*datetime.date.today().timetuple()[:3], 0, 0, 0)}


def test_its_name_says_of_when_it_is(fetch, world):
    name = fetch(ZIP)["Content-Disposition"]
    assert name.startswith('attachment; filename="sosu-videnbase-v')
    assert name.endswith(f'-{datetime.date.today().isoformat()}.zip"')


def test_each_table_has_its_address_beside_the_descriptor(fetch, package, seeded):
    parts = package()
    for resource in fetch("/data/datapackage.json").json()["resources"]:
        assert fetch(f"/data/{resource['path']}").body == parts[resource["path"]]


@pytest.mark.parametrize("name", ["x", "auth_user", "..", "%00"])
def test_there_are_no_other_tables(fetch, world, name):
    fetch(f"/data/{name}.csv", 404)
