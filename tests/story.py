"""Steps of an entry as the desk takes them, so that its versions tell of them."""

import datetime

from django.utils import timezone

from interventions import history, workflow, working_copy
from interventions.models import Intervention, Version
from tests.world import add_claim


def begin():
    """The first version of every entry that has none."""
    history.begin(Intervention.objects.all())


def step(entry, name, by, note="Fordi."):
    """Take a step of the workflow; the entry comes back as it then is."""
    workflow.take(entry.pk, workflow.TRANSITIONS[name], by=by, note=note)
    return Intervention.objects.get(pk=entry.pk)


def write(entry, by, change=lambda row: None, note="", **fields):
    """Save the entry, or its working copy, with fields and what a function does with the row."""
    with history.edit(entry.pk, by=by, event=Version.Event.SAVED, note=note) as row:
        for name, value in fields.items():
            setattr(row, name, value)
        change(row)
        row.save()


def draft_of(entry, by, change=lambda row: None, **fields):
    """The next version of a public entry, written but not published."""
    copy = working_copy.open_for(entry.pk, by=by)
    write(copy, by, change, **fields)
    return copy


def republish(entry, by, change=lambda row: None, **fields):
    """Change a public entry the way editors do: by a working copy that is published."""
    copy = draft_of(entry, by, change, **fields)
    step(copy, "indsend", by)
    workflow.take(copy.pk, workflow.TRANSITIONS["udgiv"], by=by)
    return Intervention.objects.get(pk=entry.pk)


def rate(source, tier):
    """A change for `republish`: a rating claim, as the only one."""

    def change(row):
        row.claims.filter(kind="rating").delete()
        if tier is not None:
            add_claim(
                f"vurdering-{row.slug[:20]}-{row.version}", row, source, kind="rating", tier=tier
            )

    return change


def told(**conditions):
    """(slug, change, what changed) of everything that the public was told, oldest first."""
    rows = list(Version.objects.filter(**conditions).told())
    versions = Version.objects.select_related("entry").in_bulk(row["pk"] for row in rows)
    return [
        (
            versions[row["pk"]].entry.slug,
            row["kind"],
            versions[row["pk"]].changed if row["kind"] == versions[row["pk"]].change else "",
        )
        for row in reversed(rows)
    ]


def wait(monkeypatch, days):
    """Let that many days pass, from now on and for everybody."""
    now = timezone.now() + datetime.timedelta(days=days)
    monkeypatch.setattr(timezone, "now", lambda: now)


def in_days(days):
    return timezone.localdate() + datetime.timedelta(days=days)
