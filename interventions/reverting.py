"""Taking things back: an entry as it was in any version, or one claim that has been deleted.

Both are new versions. Of a published entry they become a working copy, as every change does.
"""

from django.db import transaction

from interventions import document, history, working_copy
from interventions.models import Version
from interventions.rules import SECOND_RATING, Refused
from interventions.workflow import COPY_IS_OPEN


def revert(pk, number, *, by, seen):
    """Write the entry as it was in a version; returns the row that was written and what was lost.

    The address stays. Raises Refused or `history.Conflict`, and then nothing has changed.
    """
    return _rewrite(pk, number, by, seen, lambda now, then: {**then, "slug": now["slug"]}, "")


def restore_claim(pk, number, key, *, by, seen):
    """Bring back a claim as it was in a version; returns as `revert`."""

    def with_claim(now, then):
        claim = next((one for one in then["claims"] if one["key"] == key), None)
        if claim is None:
            raise Refused({None: "Udsagnet står ikke i den version."})
        if any(one["key"] == key for one in now["claims"]):
            raise Refused({None: "Udsagnet er der allerede."})
        if claim["tier"] and any(one["tier"] for one in now["claims"]):
            raise Refused({None: SECOND_RATING})
        return {**now, "claims": [*now["claims"], claim]}

    return _rewrite(pk, number, by, seen, with_claim, f", kun udsagnet {key}")


@transaction.atomic
def _rewrite(pk, number, by, seen, content, what):
    entry = history.lock(pk, seen)
    version = entry.versions.filter(number=number).first()
    if version is None:
        raise Refused({None: "Den version findes ikke."})
    if entry.is_archived:
        raise Refused({None: "Indsatsen er arkiveret. Genåbn den først."})
    if entry.is_published and entry.running_copy:
        raise Refused({None: COPY_IS_OPEN})
    if entry.is_published:
        entry = working_copy.open_for(pk, by=by)
    note = f"Til version {number}{what}"
    with history.edit(entry.pk, by=by, event=Version.Event.REVERTED, note=note) as row:
        lost = document.write(row, content(document.of(row), version.document))
    return row, lost
