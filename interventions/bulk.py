"""Small edits of many entries at once: reviewed today, one more theme."""

from django.db import transaction
from django.utils import timezone

from interventions import history, working_copy
from interventions.models import Version
from interventions.rules import Refused

ONLY_PUBLISHED = "Kun en udgivet indsats kan gennemses."
HAS_IT = "Indsatsen har temaet allerede."
ARCHIVED = "Indsatsen er arkiveret. Genåbn den først."


def mark_reviewed(pk, *, by, seen=None):
    """Note that somebody held the whole entry against its sources today; returns the entry.

    A stamp on what is public, not a change of it: it needs no working copy. Raises Refused or
    `history.Conflict`, and then nothing has changed.
    """
    with history.edit(pk, by=by, event=Version.Event.REVIEWED, seen=seen) as entry:
        if not entry.is_published:
            raise Refused({None: ONLY_PUBLISHED})
        entry.reviewed_on = timezone.localdate()
        entry.save()
    return entry


@transaction.atomic
def add_theme(pk, theme, *, by, seen=None):
    """Give the entry one more theme; a published one in its working copy. Returns what was written.

    Raises as `mark_reviewed`.
    """
    entry = history.lock(pk, seen)
    if entry.is_archived:
        raise Refused({None: ARCHIVED})
    if (entry.running_copy or entry).themes.contains(theme):
        raise Refused({None: HAS_IT})
    if entry.is_published:
        entry = working_copy.open_for(pk, by=by)
    with history.edit(entry.pk, by=by, event=Version.Event.SAVED) as row:
        row.themes.add(theme)
    return row
