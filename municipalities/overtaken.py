"""Two editors on one row: the second gets everything typed back, beside what is stored now.

For rows without versions of their own. A form carries the fingerprint of the row that it was opened
with; where that is no longer the row's, somebody has been there.
"""

import json
from dataclasses import dataclass
from hashlib import sha256

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.forms.models import model_to_dict

from municipalities.words import in_words, when

NOT_SAVED = "Intet er gemt endnu. Se ovenfor, hvad en anden har gjort imens."


@dataclass(frozen=True)
class Difference:
    """A field of a form in which what is stored and what was typed differ, in words."""

    label: str
    stored: str
    typed: str


def fingerprint(row):
    """What editors can change in a stored row, as a short text. A query for each relation."""
    values = {
        name: sorted(one.pk for one in value) if isinstance(value, list) else value
        for name, value in model_to_dict(row).items()
    }
    return sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()[:32]


def message(row):
    """What the second editor is told, with who saved last as far as the admin's log knows."""
    last = _last(type(row), row.pk)
    saved = f" Sidst gemt af {last}." if last else ""
    return (
        f"Rækken er ændret, efter at du åbnede formularen.{saved} Intet er overskrevet, og alt, du "
        "har skrevet, står her endnu. Gemmer du igen, gælder dit."
    )


def gone(model, key):
    """What is told of a row that was deleted, with who did it as far as the admin's log knows."""
    last = _last(model, key)
    deleted = f" af {last}" if last else ""
    return (
        f"Rækken er slettet{deleted}, efter at du åbnede formularen. Alt, du har skrevet, står her "
        "endnu. Gemmer du, bliver det en ny række."
    )


def _last(model, key):
    """“Ane den 2. maj 2024 kl. 10.15”, or nothing."""
    log = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(model), object_id=str(key)
    )
    last = log.select_related("user").order_by("-action_time", "-pk").first()
    if last is None:
        return ""
    who = last.user.get_full_name() or last.user.get_username()
    return f"{who} den {when(last.action_time)}"


def differences(form):
    """Where a form that was sent differs from the row that it would write."""
    shown = [form[name] for name in form.changed_data if not form[name].is_hidden]
    return [Difference(one.label, _stored(one), _typed(form, one)) for one in shown]


def _stored(bound):
    try:
        value = bound.field.clean(bound.field.prepare_value(bound.initial))
    except ValidationError:
        value = bound.initial
    return _chosen(bound.field, value)


def _typed(form, bound):
    return _chosen(bound.field, form.cleaned_data.get(bound.name, bound.data))


def _chosen(field, value):
    """A value in words; of a list of choices what stands there."""
    if hasattr(field, "queryset") or not getattr(field, "choices", None):
        return in_words(value)
    labels = {str(key): str(label) for key, label in field.choices}
    return labels.get(str(value), in_words(value)) if value else in_words(value)
