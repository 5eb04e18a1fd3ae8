"""The story of one entry as the public saw it, and what differs between two of its versions."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.text import capfirst

from interventions import news, public_record
from interventions.differences import Difference
from interventions.list_form import Problem, repeated, shortened
from interventions.models import Claim, Source, Version

FROM, TO = "fra", "til"


@dataclass(frozen=True)
class Told:
    """One difference as readers are told it: of a claim, what sort it is and who says it."""

    difference: Difference
    kind: str = ""
    source: str = ""

    @property
    def heading(self):
        """What it is a difference of: “Udsagn (formål)”, “Udsagn (formål): fundsted”, “Resumé”."""
        one = self.difference
        place = f"Udsagn ({self.kind})" if self.kind else one.place
        if not place:
            return capfirst(one.label)
        return place if one.field == "text" else f"{place}: {one.label}"


@dataclass(frozen=True)
class PublicHistory:
    """`changes` newest first; `older` and `newer` are those that are compared, or None."""

    changes: list
    older: object = None
    newer: object = None
    differences: list = ()
    problems: list = ()

    @cached_property
    def versions(self):
        """The changes that left something to read."""
        return [change for change in self.changes if change.is_readable]

    @property
    def can_compare(self):
        """Whether there are two versions."""
        return len(self.versions) > 1

    @property
    def pairs(self):
        """The comparison as names and values of an address."""
        if self.newer is None:
            return []
        return [(FROM, self.older.number), (TO, self.newer.number)]

    @property
    def from_number(self):
        """The older version of the comparison; without one, that before the latest."""
        return (self.older or self.versions[1]).number

    @property
    def to_number(self):
        """The newer version of the comparison; without one, the latest."""
        return (self.newer or self.versions[0]).number


def read(entry, data):
    """The story of a public entry, with the comparison that an address asks for.

    `til` alone is compared with the version before it, `fra` alone with the latest one.
    """
    changes = news.load(Version.objects.filter(entry=entry).told())
    versions = PublicHistory(changes).versions
    problems = _repeated(data)
    try:
        older, newer = _asked(data, versions)
    except _NotThere as error:
        return PublicHistory(changes, problems=[*problems, error.problem])
    if newer is None:
        return PublicHistory(changes, problems=problems)
    documents = dict(
        entry.versions.filter(number__in=[older.number, newer.number]).values_list(
            "number", "document"
        )
    )
    sides = documents[older.number], documents[newer.number]
    found = public_record.differences_between(*sides)
    return PublicHistory(changes, older, newer, _told(found, *sides), problems)


def _told(found, before, after):
    """The differences with what readers need to know of the claims. At most one query."""
    claims = {claim["key"]: claim for side in (before, after) for claim in side["claims"]}
    changed = {one.row for one in found if one.part == "claims"}
    slugs = {claims[key]["source"] for key in changed}
    sources = Source.objects.in_bulk(slugs, field_name="slug") if slugs else {}
    return [
        Told(
            one,
            Claim.Kind(claims[one.row]["kind"]).label,
            str(sources.get(claims[one.row]["source"], "kilden er slettet")),
        )
        if one.part == "claims"
        else Told(one)
        for one in found
    ]


class _NotThere(Exception):
    def __init__(self, name, typed, message):
        self.problem = Problem(name, shortened(typed), message)


def _repeated(data):
    return [
        repeated(name, data.getlist(name)) for name in (FROM, TO) if len(data.getlist(name)) > 1
    ]


def _asked(data, versions):
    """(older, newer) of the versions that the address names; (None, None) if it names none."""
    first, last = (_named(name, data.get(name, ""), versions) for name in (FROM, TO))
    if first is None and last is None:
        return None, None
    last = last or versions[0]
    before = next((one for one in versions if one.number < last.number), None)
    if first is None and before is None:
        message = f"Version {last.number} er den første, så der er ingen at sammenligne den med."
        raise _NotThere(TO, str(last.number), message)
    return sorted((first or before, last), key=lambda version: version.number)


def _named(name, typed, versions):
    if not typed:
        return None
    for version in versions:
        if str(version.number) == typed:
            return version
    message = f"“{shortened(typed)}” er ikke en af de versioner, der har været offentlige."
    raise _NotThere(name, typed, message)
