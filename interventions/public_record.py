"""What a new version means to the public: worked out when it is made, and kept in its row.

The public sees an entry only where it is published, from its day until its end, and never a working
copy. So states and documents say by themselves what it saw happen; the editors' events do not.
"""

from datetime import date, datetime, time

from django.utils import timezone

from interventions import differences, rules, topics
from interventions.models import EvidenceTier, FormerSlug, Intervention, Ledger, Version

Change = Version.Change
State = Intervention.State

# The parameters by which the news are filtered, and what they stand for in a document.
TOPICS = {"tema": "themes", "kommune": "municipalities"}
# When an entry comes and goes is the desk's affair until the day.
UNSEEN = ("publish_from", "withdraw_on")


def fill(version, earlier=None):
    """Fill in what a version that is about to be saved is to the public.

    `earlier` are the versions of its entry before it; without any, no query runs.
    """
    if version.in_copy:
        return
    last = None
    if earlier is not None:
        last = earlier.filter(in_copy=False).order_by("-number").first()
    was_public = last is not None and _is_public(last, version.made_at)
    _set_times(version, first=last is None)
    if version.public_from is None:
        if was_public and version.state in (State.ARCHIVED, State.PUBLISHED):
            version.change, version.topics = Change.WITHDRAWN, _topics(last.document)
        return
    read = last
    if last is not None and not was_public:
        read = earlier.read_until(version.made_at).first()
    if read is None:
        version.change, version.topics = Change.NEW, _topics(version.document)
        return
    version.topics = _topics(read.document, version.document)
    gap = not was_public or version.public_from > version.made_at
    version.change, version.changed = _compare(read.document, version.document, gap)


def _is_public(version, moment):
    begun = version.public_from is not None and version.public_from <= moment
    return begun and (version.public_until is None or version.public_until > moment)


def _set_times(version, first):
    """From when until when the public may read the state, if nothing comes in between."""
    if version.state != State.PUBLISHED:
        return
    begin, end = (_midnight(version.document.get(name)) for name in UNSEEN)
    since = version.made_at
    if first and version.entry.published_at:  # before its story began, as in a seeded base
        since = min(since, version.entry.published_at)
    begin = max(since, begin or since)
    if end is None or begin < end:
        version.public_from, version.public_until = begin, end


def _midnight(day):
    return day and timezone.make_aware(datetime.combine(date.fromisoformat(day), time.min))


def _topics(*documents):
    """Every value that one of the documents has of the facets of the news, as the row keeps it."""
    found = {
        (facet, slug)
        for document in documents
        for facet, link in TOPICS.items()
        for slug in document.get(link) or [rules.NOT_STATED]
    }
    return topics.pack(found)


def _compare(before, after, gap):
    """(change, what changed in one line) from one state that the public read to the next."""
    found = differences_between(before, after, lambda model, slug: slug)
    old, new = _rating(before), _rating(after)
    if old.get("tier") != new.get("tier"):
        keys = {old.get("key"), new.get("key")}
        rest = [one for one in found if not (one.part == "claims" and one.row in keys)]
        change = Change.RATED if new else Change.UNRATED
        words = [_tier(new or old)]
    else:
        rest, change, words = found, Change.CHANGED, []
        if [one.field for one in found] == ["reviewed_on"] and _is_later(after, before):
            rest, change = [], Change.REVIEWED
    line = ", ".join(filter(None, [*words, differences.summary(rest)]))
    if gap:
        return Change.AGAIN, line
    return (change, line) if found else ("", "")


def _is_later(after, before):
    """Whether the review is newer; ISO dates are in order as they stand."""
    return (after["reviewed_on"] or "") > (before["reviewed_on"] or "")


def _rating(document):
    return next((claim for claim in document["claims"] if claim["tier"]), {})


def _tier(claim):
    tier = EvidenceTier.objects.filter(slug=claim["tier"]).values_list("name", "rated_by").first()
    return " ifølge ".join(tier) if tier else claim["tier"]


def differences_between(before, after, names=None):
    """What the public can see of the differences between two documents.

    Relations to entries that it may not read are left out, and names are those that it knows. Two
    queries where relations differ.
    """
    names = names or _Names(before, after)
    if before["relations"] != after["relations"]:
        slugs = _open_slugs()
    else:
        slugs = {row["to"]: row["to"] for row in after["relations"]}
    return differences.between(_public(before, slugs), _public(after, slugs), names)


class _Names(differences.Names):
    """Without those that only the desk knows: a draft, or a working copy, may call it otherwise."""

    def __init__(self, *documents):
        super().__init__()
        self._ledgers = [row for document in documents for row in document["ledgers"]]

    def _all_of(self, model):
        if model is Ledger:
            return {row["slug"]: row["title"] for row in self._ledgers}
        if model is Intervention:
            return dict(Intervention.objects.published().order_by().values_list("slug", "title"))
        return super()._all_of(model)


def _public(document, slugs):
    relations = [
        row | {"to": slugs[row["to"]]} for row in document["relations"] if row["to"] in slugs
    ]
    return document | dict.fromkeys(UNSEEN) | {"relations": relations}


def _open_slugs():
    """The slugs that public entries have, or once had, each with the one that it is now."""
    entries = Intervention.objects.published().order_by()
    now = dict(entries.values_list("slug", "slug"))
    once = FormerSlug.objects.filter(intervention__in=entries)
    return dict(once.values_list("slug", "intervention__slug")) | now
