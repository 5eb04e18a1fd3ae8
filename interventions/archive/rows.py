"""Rows of a table as plain values that are the same on every database, and back.

Primary keys are kept. Only what Django makes by itself, content types and permissions, is named by
natural key, for its numbers differ from base to base.
"""

from datetime import UTC, date, datetime

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType

NAMED = (ContentType, Permission)


class Rows:
    """The rows of one model; names are read once."""

    def __init__(self, model, names=None):
        self.model = model
        self.names = names or Names()
        # A table between two others has no key that anybody knows.
        self.fields = [
            field
            for field in model._meta.concrete_fields
            if not (field.primary_key and model._meta.auto_created)
        ]

    def read(self):
        """Every row as a dict of plain values, in the order of its key."""
        order = [field.attname for field in self.fields if field.is_relation]
        if not self.model._meta.auto_created:
            order = ["pk"]
        rows = [self._plain(row) for row in self.model._base_manager.order_by(*order).iterator()]
        # Names, not numbers, decide where the same rights stand in another base.
        return sorted(rows, key=_by_names) if self.model._meta.auto_created else rows

    def _plain(self, row):
        return {
            field.name: self._value(field, getattr(row, field.attname)) for field in self.fields
        }

    def _value(self, field, value):
        if value is None or isinstance(value, str | int | bool | dict | list):
            return self.names.of(field.related_model, value) if _named(field) else value
        if isinstance(value, datetime):
            return value.astimezone(UTC).isoformat()
        return value.isoformat() if isinstance(value, date) else str(value)

    def build(self, values):
        """An unsaved row; raises KeyError or ValidationError where the values fit no field."""
        if values.keys() != {field.name for field in self.fields}:
            raise KeyError(", ".join(sorted(values.keys() ^ {one.name for one in self.fields})))
        return self.model(
            **{field.attname: self._python(field, values[field.name]) for field in self.fields}
        )

    def _python(self, field, value):
        if value is None:
            return None
        return (
            self.names.key(field.related_model, value) if _named(field) else field.to_python(value)
        )


def _named(field):
    return field.related_model in NAMED


def _by_names(row):
    return [
        str(value).zfill(20) if isinstance(value, int) else str(value) for value in row.values()
    ]


class Names:
    """Content types and permissions by natural key."""

    def __init__(self):
        permissions = Permission.objects.select_related("content_type")
        self._names = {
            ContentType: {row.pk: list(row.natural_key()) for row in ContentType.objects.all()},
            Permission: {row.pk: list(row.natural_key()) for row in permissions},
        }
        self._keys = {
            model: {tuple(name): key for key, name in names.items()}
            for model, names in self._names.items()
        }

    def of(self, model, key):
        """The natural key of a row, or None."""
        return None if key is None else self._names[model][key]

    def key(self, model, name):
        """The primary key behind a natural key; raises KeyError."""
        return self._keys[model][tuple(name)]
