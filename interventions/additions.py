"""What fixtures/ has and a base has not: added by natural key, what exists left as it stands."""

from dataclasses import dataclass, field

from django.conf import settings
from django.core import serializers
from django.db.models import F
from django.utils import timezone
from django.utils.text import capfirst

from interventions import history
from interventions.models import Claim, Intervention
from interventions.search import index

# Bookkeeping of the base itself; the rest of a row can differ because an editor changed it.
KEPT_BY_THE_BASE = {"created_at", "updated_at"}


@dataclass
class Report:
    """What was added, how many rows were left alone, and where they differ from the fixtures."""

    added: list = field(default_factory=list)
    left: list = field(default_factory=list)
    edited: list = field(default_factory=list)
    unlinked: list = field(default_factory=list)
    grown: list = field(default_factory=list)

    def lines(self):
        """The report in Danish, one line for each thing to know."""
        yield f"Lagt til: {', '.join(self.added)}." if self.added else "Intet nyt at lægge til."
        yield f"Fandtes i forvejen og er ikke rørt: {', '.join(self.left) or 'intet'}."
        for entry, keys in self.grown:
            yield f"{entry} har fået nye udsagn, se dem efter: {', '.join(keys)}."
        for row, fields in self.edited:
            yield f"{row} står anderledes i frøene og er ikke ændret: {', '.join(fields)}."
        for row, names in self.unlinked:
            yield f"{row} har nye forbindelser i frøene, som ikke er lagt ind: {', '.join(names)}."


def add(content):
    """Add the rows of `content`, ((file, model), …) in loading order, inside a transaction."""
    report, new_entries, claims = Report(), set(), []
    for name, model in content:
        fresh = known = 0
        for row in _rows(name):
            if row.object.pk is not None:
                known += 1
                _compare(row, report)
                continue
            row.save()
            fresh += 1
            if model is Intervention:
                new_entries.add(row.object.pk)
            elif model is Claim and row.object.intervention_id:
                claims.append(row.object)
        if fresh:
            report.added.append(f"{fresh} {model._meta.verbose_name_plural}")
        if known:
            report.left.append(f"{known} {model._meta.verbose_name_plural}")
    _grow(claims, new_entries, report)
    index.refresh(
        Intervention.objects.filter(pk__in=new_entries | {one.intervention_id for one in claims})
    )
    return report


def _rows(name):
    """The rows of a file, each with the key of the row in the base that has its natural key."""
    folder = settings.FIXTURE_DIRS[0]
    with open(folder / f"{name}.json", encoding="utf-8") as file:
        yield from serializers.deserialize("json", file)


def _compare(row, report):
    """Note how a row that exists differs from the fixtures, which stay unread for it."""
    stored = type(row.object).objects.get(pk=row.object.pk)
    fields = [
        str(one.verbose_name).rstrip(".")
        for one in stored._meta.concrete_fields
        if one.editable
        and one.name not in KEPT_BY_THE_BASE
        and getattr(stored, one.attname) != getattr(row.object, one.attname)
    ]
    if fields:
        report.edited.append((_named(stored), fields))
    names = []
    for link, values in row.m2m_data.items():
        linked = set(getattr(stored, link).values_list("pk", flat=True))
        missing = [key for key in values if getattr(key, "pk", key) not in linked]
        model = type(stored)._meta.get_field(link).related_model
        names += map(str, model.objects.filter(pk__in=missing))
    if names:
        report.unlinked.append((_named(stored), names))


def _named(row):
    """What kind of row it is and its key: a phase, a synonym and a relation can share a word."""
    return f"{capfirst(row._meta.verbose_name)} {' → '.join(row.natural_key())}"


def _grow(claims, new_entries, report):
    """A citation names the version: entries that had been there before count a new one."""
    grown = {}
    for claim in claims:
        if claim.intervention_id not in new_entries:
            grown.setdefault(claim.intervention, []).append(claim.key)
    Intervention.objects.filter(pk__in=[entry.pk for entry in grown]).update(
        version=F("version") + 1, updated_at=timezone.now()
    )
    for entry in grown:
        history.lock(entry.pk)  # which makes a version of what came past the desk
    report.grown += [(_named(entry), keys) for entry, keys in grown.items()]
