"""The story of an entry: who writes it takes the lock, and every saved state becomes a version."""

from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from interventions import document, public_record
from interventions.models import Intervention, Version

Event = Version.Event


class Conflict(Exception):
    """Somebody saved the entry after the version that the writer had seen."""

    def __init__(self, entry):
        self.entry = entry
        self.latest = entry.versions.first()
        super().__init__(
            f"{self.latest.who} gemte version {self.latest.number} af “{entry}” "
            f"{when(self.latest.made_at)}, efter at du åbnede den. Intet er overskrevet."
        )


def when(moment):
    """A moment in Danish time: “25. november 2026 kl. 14.05”."""
    from django.utils.formats import date_format

    local = timezone.localtime(moment)
    return f"{date_format(local, 'j. F Y')} kl. {local:%H.%M}"


def lock(pk):
    """The entry with this key, locked until the transaction ends; None where there is none.

    Whatever was changed past the editors' desk since the last version becomes a version first, so
    that nothing is missing from the story. About 14 queries.
    """
    entry = Intervention.objects.select_for_update().filter(pk=pk).first()
    if entry is not None:
        _catch_up(entry)
    return entry


def _catch_up(entry):
    latest = entry.versions.first()
    content = document.of(entry)
    if latest is None:
        _add(entry, entry.version, Event.LOADED, content)
    elif (latest.document, latest.state, latest.number) != (content, entry.state, entry.version):
        _set_number(entry, max(entry.version, latest.number + 1))
        _add(entry, entry.version, Event.OUTSIDE, content)


def record(entry, *, by, event, note=""):
    """Make a version of what the entry now is; None where a plain save changed nothing.

    The entry was locked by `lock` in this transaction. However many rows were written since, the
    version goes up by one.
    """
    latest = entry.versions.first()
    entry.refresh_from_db()
    content = document.of(entry)
    if event == Event.SAVED and (latest.document, latest.state) == (content, entry.state):
        _set_number(entry, latest.number)
        return None
    _set_number(entry, latest.number + 1)
    return _add(entry, entry.version, event, content, by=by, note=note)


@contextmanager
def edit(pk, *, by, event, note="", seen=None):
    """Write an entry inside the block: locked, in one transaction, with one version at the end.

    Raises Conflict where its version is not the one that was `seen` (None: whichever it is).
    """
    with transaction.atomic():
        entry = lock(pk)
        if seen is not None and entry.version != seen:
            raise Conflict(entry)
        yield entry
        record(entry, by=by, event=event, note=note)


def start(entry, *, number, by, event):
    """The first version of an entry that was just made."""
    _set_number(entry, number)
    return _add(entry, number, event, document.of(entry), by=by)


def begin(entries):
    """The first version of entries that have none yet, as after the seed. Twelve queries."""
    entries = entries.filter(versions=None).prefetch_related(*document.READ_WITH)
    versions = [
        _version(entry, entry.version, Event.LOADED, document.of(entry)) for entry in entries
    ]
    for version in versions:
        public_record.fill(version)
    Version.objects.bulk_create(versions)


def adopt(entry, working_copy):
    """Take the versions of a working copy that ends into the story of its entry, after its own."""
    for version in working_copy.versions.order_by("number"):
        latest = entry.versions.first()
        _set_number(entry, latest.number + 1)
        version.entry, version.number = entry, entry.version
        version.save(update_fields=["entry", "number"])


def last_writer(entry):
    """The user who last wrote something in this entry, or None where that was nobody we know."""
    written = entry.versions.filter(event__in=Version.WRITTEN).select_related("made_by").first()
    return written and written.made_by


def _set_number(entry, number):
    if entry.version != number:
        Intervention.objects.filter(pk=entry.pk).update(version=number)
        entry.version = number


def _add(entry, number, event, content, **made):
    version = _version(entry, number, event, content, **made)
    public_record.fill(version, entry.versions.all())
    version.save(force_insert=True)
    return version


def _version(entry, number, event, content, *, by=None, note=""):
    return Version(
        entry=entry,
        number=number,
        event=event,
        note=note,
        state=entry.state,
        in_copy=entry.is_working_copy,
        made_at=timezone.now(),
        made_by=by,
        made_by_name=(by.get_full_name() or by.get_username()) if by else "",
        document=content,
    )
