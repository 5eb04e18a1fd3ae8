"""Small edits of many entries at once: reviewed today, one more theme."""

from django.db import transaction
from django.utils import timezone

from interventions import history, working_copy
from interventions.models import Version


def mark_reviewed(pk, *, by, seen=None):
    """Note that somebody held the whole entry against its sources today; returns the entry.

    A stamp on what is public, not a change of it: it needs no working copy.
    """
    with history.edit(pk, by=by, event=Version.Event.REVIEWED, seen=seen) as entry:
        entry.reviewed_on = timezone.localdate()
        entry.save()
    return entry


@transaction.atomic
def add_theme(pk, theme, *, by, seen=None):
    """Give the entry one more theme; a published one in its working copy. Returns what was written.

    None where it has the theme already.
    """
    entry = history.lock(pk)
    if seen is not None and entry.version != seen:
        raise history.Conflict(entry)
    if entry.is_published:
        entry = working_copy.open_for(pk, by=by)
    if entry.themes.contains(theme):
        return None
    with history.edit(entry.pk, by=by, event=Version.Event.SAVED) as row:
        row.themes.add(theme)
    return row
