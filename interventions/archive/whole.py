"""Every row that people made, drafts, history and users included, as lines of one text file.

The first line says what the file is, which migrations it was made with, how many rows of each table
follow, and the checksum of all that follows. Left out is what a base makes by itself or forgets:
sessions, log-in attempts, quotas, files that wait to be imported, the search index.
"""

import hashlib
import json

from django.apps import apps
from django.core.exceptions import FieldError, ValidationError
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from interventions.archive.rows import Names, Rows
from interventions.search import index

FORMAT = "sosu-videnbasen: hele basen"
APPS = ("auth", "municipalities", "interventions", "admin")
LEFT_OUT = {
    "auth.permission",
    "interventions.importdraft",
    "interventions.proposalquota",
    "interventions.searchterm",
}
# What every migrated base has before anybody has worked in it.
BORN_WITH = {"auth.group", "auth.group_permissions", "interventions.contentversion"}


class Refused(Exception):
    """The file or the base is not what it has to be; nothing was written."""


def tables():
    """The models of the file, tables between two others included, in one fixed order."""
    return [
        model
        for label in APPS
        for model in sorted(
            apps.get_app_config(label).get_models(include_auto_created=True),
            key=lambda model: model._meta.label_lower,
        )
        if model._meta.label_lower not in LEFT_OUT and model._meta.managed
    ]


def export(file):
    """Write the base to a text file; how many rows. In one transaction, so that nothing moves."""
    with transaction.atomic():
        names, lines, counts = Names(), [], {}
        for model in tables():
            rows = Rows(model, names).read()
            counts[model._meta.label_lower] = len(rows)
            lines += [_line([model._meta.label_lower, row]) for row in rows]
    head = {
        "format": FORMAT,
        "migrations": _migrations(),
        "rows": counts,
        "sha256": _checksum(lines),
    }
    file.write(_line(head))
    file.writelines(lines)
    return len(lines)


def _line(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _checksum(lines):
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _migrations():
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied if app in APPS)


def load(file):
    """Fill an empty base from a text file; how many rows. Raises Refused, and writes nothing."""
    rows = _read(file)
    _refuse_a_base_in_use()
    built = _build(rows)
    with transaction.atomic():
        for model in reversed(tables()):
            if model._meta.label_lower in BORN_WITH:
                model._base_manager.all().delete()
        for row in built:
            row.save_base(raw=True, force_insert=True)
        _go_on_counting()
        index.rebuild()
    return len(built)


def _read(file):
    """[(label, values)] of a file that is whole and made with the migrations of this base."""
    try:
        head, *lines = file.readlines()
        head = json.loads(head)
        if head["format"] != FORMAT:
            raise Refused("Filen er ikke en eksport af hele basen.")
        migrations, counts, checksum = head["migrations"], head["rows"], head["sha256"]
        if checksum != _checksum(lines):
            raise Refused("Filen er ikke hel: kontrolsummen passer ikke til indholdet.")
        rows = [tuple(json.loads(line)) for line in lines]
    except (ValueError, KeyError, TypeError) as error:
        raise Refused("Filen er ikke en eksport af hele basen, eller den er ødelagt.") from error
    if migrations != _migrations():
        other = sorted(set(migrations) ^ set(_migrations()))
        raise Refused(f"Filen er lavet med andre migreringer end basens: {', '.join(other)}.")
    found = dict.fromkeys(counts, 0)
    for label, _values in rows:
        found[label] = found.get(label, 0) + 1
    if found != counts or counts.keys() != {model._meta.label_lower for model in tables()}:
        raise Refused("Filens tabeller er ikke dem, den selv eller basen nævner.")
    return rows


def _refuse_a_base_in_use():
    used = [
        str(model._meta.verbose_name_plural)
        for model in tables()
        if model._meta.label_lower not in BORN_WITH and model._base_manager.exists()
    ]
    if used:
        raise Refused(f"Basen er ikke tom; den har {', '.join(used)}. Migrér en ny base først.")


def _build(rows):
    names = Names()
    by_label = {model._meta.label_lower: Rows(model, names) for model in tables()}
    built = []
    for number, (label, values) in enumerate(rows, start=2):
        try:
            built.append(by_label[label].build(values))
        except (
            KeyError,
            TypeError,
            ValueError,
            AttributeError,
            FieldError,
            ValidationError,
        ) as error:
            raise Refused(f"Linje {number} passer ikke i {label}: {error}") from error
    return built


def _go_on_counting():
    """New rows come after those that were loaded; SQLite does so by itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)
