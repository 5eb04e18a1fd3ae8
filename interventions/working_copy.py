"""Working copies: the next version of a published entry, which the public does not see yet.

A copy is a row of its own with its own claims, ledgers and relations, told apart by the end of its
slugs and keys. Publishing writes its content into the entry, whose address, history and incoming
relations stay.
"""

from django.db import transaction

from interventions import document, history, rules
from interventions.models import Intervention, Version
from interventions.search import keeping

Event = Version.Event


@transaction.atomic
def open_for(pk, *, by):
    """The working copy of the published entry with this key: the one there is, or a new one."""
    entry = history.lock(pk)
    if entry.running_copy:
        return entry.running_copy
    content = document.of(entry)
    copy = Intervention(copy_of=entry, kind=entry.kind, version=entry.version)
    copy.title, copy.slug = entry.title, entry.slug + rules.COPY
    copy.save()
    document.write(copy, content)
    history.start(copy, number=entry.version, by=by, event=Event.COPIED)
    return copy


def publish(copy, *, by, note=""):
    """Write a locked copy into its entry, in the caller's transaction; returns the entry."""
    entry = history.lock(copy.copy_of_id)
    content = document.of(copy)
    # A review of what is public is not undone by a copy that was made before it.
    reviews = filter(None, (content["reviewed_on"], document.plain(entry.reviewed_on)))
    content["reviewed_on"] = max(reviews, default=None)
    document.write(entry, content)
    _end(entry, copy)
    history.record(entry, by=by, event=Event.PUBLISHED, note=note)
    return entry


@transaction.atomic
def drop(pk, *, by, note="", seen=None):
    """Give up the copy with this key; its versions stay in the story of the entry, returned."""
    copy = history.lock(pk)
    if seen is not None and copy.version != seen:
        raise history.Conflict(copy)
    entry = history.lock(copy.copy_of_id)
    _end(entry, copy)
    history.record(entry, by=by, event=Event.DROPPED, note=note)
    return entry


def _end(entry, copy):
    history.adopt(entry, copy)
    with keeping.together():
        copy.delete()
