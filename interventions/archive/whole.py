"""Every row that people made, drafts, history and users included, as lines of one text file.

The first line says what the file is, which migrations it was made with, how many rows of each table
follow, and the checksum of all that follows. Left out is what a base makes by itself or forgets:
sessions, log-in attempts, quotas, files that wait to be imported, the search index.
"""

import hashlib
import json
from collections import Counter

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
        if head["sha256"] != _checksum(lines):
            raise Refused("Filen er ikke hel: kontrolsummen passer ikke til indholdet.")
        if other := set(head["migrations"]) ^ set(_migrations()):
            names = ", ".join(sorted(other))
            raise Refused(f"Filen er lavet med andre migreringer end basens: {names}.")
        rows = [(label, values) for label, values in map(json.loads, lines)]
        known = {model._meta.label_lower for model in tables()}
        counts = dict.fromkeys(known, 0) | Counter(label for label, _values in rows)
        if head["rows"] != counts or counts.keys() != known:
            raise Refused("Filens tabeller er ikke dem, den selv eller basen nævner.")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused("Filen er ikke en eksport af hele basen, eller den er ødelagt.") from error
    return rows


def _refuse_a_base_in_use():
    used = [
        str(model._meta.verbose_name_plural)
        for model in tables()
        if model._meta.label_lower not in BORN_WITH
        and not model._meta.auto_created  # such a row says no more than the rows that it joins
        and model._base_manager.exists()
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
