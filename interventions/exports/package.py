"""The whole public base as a Frictionless Data Package: a descriptor and a CSV for each table."""

import json
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from django.urls import reverse

from interventions.citation import NAME
from interventions.exports import kinds
from interventions.exports.catalogue import package_tables
from interventions.exports.delimited import in_pieces, plain
from interventions.exports.edition import RIGHTS

STEM = "sosu-videnbase"
CONTENT_TYPE = "application/zip"
DESCRIPTOR = "datapackage.json"
DESCRIPTION = (
    "Hvad kommuner, skoler og staten gør for at holde SOSU-elever i uddannelse. Hvert udsagn har "
    f"sin kilde. En tom celle siger, at kilden ikke oplyser det. {RIGHTS}"
)
_PROFILES = "https://datapackage.org/profiles/2.0/"
_READ_BY_ALL = 0o644 << 16


def descriptor(edition):
    """What `datapackage.json` says."""
    licence = edition.licence
    return {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": STEM,
        "title": NAME,
        "description": DESCRIPTION,
        "homepage": f"{edition.site}{reverse('data')}",
        "version": str(edition.number),
        "content_version": edition.number,
        "content_version_date": edition.date.isoformat(),
        "citation": edition.citation,
        "licenses": [{"name": licence.id, "title": licence.name, "path": licence.url}],
        "contributors": [{"title": settings.SITE_OWNER or NAME, "roles": ["publisher"]}],
        "resources": [_resource(table) for table in package_tables().values()],
    }


def text(edition):
    """The descriptor, laid out to be read."""
    return json.dumps(descriptor(edition), ensure_ascii=False, indent=2) + "\n"


def _resource(table):
    references = [
        {
            "fields": [field.name],
            "reference": {"resource": field.kind.table, "fields": ["slug"]},
        }
        for field in table.columns
        if isinstance(field.kind, kinds.One)
    ]
    return {
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{_PROFILES}tableschema.json",
            "fields": [_field(table, field) for field in table.columns],
            "primaryKey": list(table.key),
            "missingValues": [""],
            **({"foreignKeys": references} if references else {}),
        },
    }


def _field(table, field):
    constraints = {"required": not field.optional}
    if table.key == (field.name,):
        constraints["unique"] = True
    if isinstance(field.kind, kinds.Choice):
        constraints["enum"] = [code for code, _ in field.kind.options]
    return {
        "name": field.name,
        "title": field.head,
        "description": _description(field),
        **field.kind.table_type,
        "constraints": constraints,
    }


def _description(field):
    """What the column means, and its codes with their words."""
    if not isinstance(field.kind, kinds.Choice):
        return field.description
    codes = "; ".join(f"{code}: {label}" for code, label in field.kind.options)
    return f"{field.description} {codes}."


def write(file, edition):
    """The package into an open file.

    The same content gives the same bytes: sorted rows, the version's date on every part.
    """
    with ZipFile(file, "w") as package:
        _add(package, edition, DESCRIPTOR, [text(edition)])
        for table in package_tables().values():
            _add(package, edition, f"{table.name}.csv", in_pieces(plain(table)))


def _add(package, edition, name, texts):
    part = ZipInfo(name, date_time=(*edition.date.timetuple()[:3], 0, 0, 0))
    part.compress_type = ZIP_DEFLATED
    part.external_attr = _READ_BY_ALL
    part.create_system = 3  # Unix, wherever it is made
    with package.open(part, "w") as stream:
        for piece in texts:
            stream.write(piece.encode())
