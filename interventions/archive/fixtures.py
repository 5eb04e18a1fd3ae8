"""The content fixtures from a base: what is published, by natural key, without what is derived."""

import json

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder

from interventions import document
from interventions.models import Claim, Intervention, Ledger, Relation

# Loading does not fill what Django would fill by itself.
DATED = {Intervention: ("created_at", "updated_at")}


def text(model):
    """The fixture of one model, as it stands in its file."""
    rows = serializers.serialize(
        "python",
        _published(model),
        use_natural_foreign_keys=True,
        use_natural_primary_keys=True,
        fields=_fields(model),
    )
    for row in rows:
        row["fields"] = {
            name: document.plain(value)
            for name, value in row["fields"].items()
            if not _goes_without_saying(model._meta.get_field(name), value)
        }
    return json.dumps(rows, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder) + "\n"


def _published(model):
    """The rows that the public may see, working copies and drafts left out, in their own order."""
    entries = Intervention.objects.published().order_by()
    queries = {
        Intervention: lambda: entries.order_by("slug"),
        Claim: lambda: Claim.objects.public().order_by("source__position", "position", "key"),
        Ledger: lambda: Ledger.objects.filter(intervention__in=entries).order_by("slug"),
        Relation: lambda: Relation.objects.filter(
            from_entry__in=entries, to_entry__in=entries
        ).order_by("from_entry__slug", "to_entry__slug"),
    }
    return queries[model]() if model in queries else model.objects.all()


def _fields(model):
    editable = [
        field.name for field in model._meta.get_fields() if getattr(field, "editable", False)
    ]
    return [name for name in editable if name != "id"] + list(DATED.get(model, ()))


def _goes_without_saying(field, value):
    """Whether a row that says nothing of the field gets this value."""
    if field.many_to_many:
        return not value
    return value == field.get_default() and (field.blank or field.has_default())
