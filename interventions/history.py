"""The story of an entry: who writes it takes the lock, and every saved state becomes a version."""

from contextlib import contextmanager

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from interventions import document, public_record
from interventions.models import Intervention, Version
from interventions.rules import GONE, Refused
from municipalities.words import when

Event = Version.Event
MAX_NAME = Version._meta.get_field("made_by_name").max_length


class Conflict(Exception):
    """Somebody saved the entry after the version that the writer had seen.

    Its words are read when they are asked for: outside of the lock, which others wait for.
    """

    def __init__(self, pk):
        self.pk = pk
        super().__init__()

    def __str__(self):
        entry = Intervention.objects.filter(pk=self.pk).first()
        return f"“{entry}”: {came_between(entry)}. Intet er overskrevet." if entry else GONE


def came_between(entry):
    """Who saved last, what and when, as the beginning of what the overtaken one is told."""
    latest = entry.versions.first()
    if latest is None or latest.event == Event.OUTSIDE or latest.number != entry.version:
        return f"Indsatsen er ændret uden for redaktionen og er nu version {entry.version}"
    return (
        f"{latest.who} har lavet version {latest.number} "
        f"({latest.get_event_display().lower()}) den {when(latest.made_at)}, "
        "efter at du åbnede den"
    )


def lock(pk, seen=None):
    """The entry with this key, locked until the transaction ends.

    Raises Refused where it is gone, and Conflict where its version is not the one that was `seen`
    (None: whichever it is). Of a working copy its entry is locked too, and first, so that no two
    writers wait for each other. Whatever was changed past the editors' desk since the last version
    becomes a version now, so that nothing is missing from the story. About 14 queries.
    """
    original = Intervention.objects.filter(pk=pk).values("copy_of")
    rows = Intervention.objects.filter(Q(pk=pk) | Q(pk__in=original)).order_by("pk")
    # Not for the key: who only points to the entry, as a relation or the index does, may pass.
    locked = rows.select_for_update(no_key=True).values_list("pk", "version")
    version = dict(locked).get(pk)
    if version is None:
        raise Refused({None: GONE})
    if seen is not None and version != seen:
        raise Conflict(pk)
    entry = Intervention.objects.filter(pk=pk).first()
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

    Raises as `lock` does.
    """
    with transaction.atomic():
        entry = lock(pk, seen)
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
        _version(entry, entry.version, Event.LOADED, document.read(entry)) for entry in entries
    ]
    for version in versions:
        public_record.fill(version)
    Version.objects.bulk_create(versions)


def adopt(entry, working_copy):
    """Take the versions of a working copy that ends into the story of its entry, after its own."""
    following = entry.versions.first().number + 1
    for number, version in enumerate(working_copy.versions.order_by("number"), start=following):
        version.entry, version.number = entry, number
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
        made_by_name=(by.get_full_name() or by.get_username())[:MAX_NAME] if by else "",
        document=content,
    )
