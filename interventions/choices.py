"""The values that each facet of the list offers."""

from django.db.models import ExpressionWrapper, F, IntegerField, Value

from interventions import rules
from interventions.models import (
    EvidenceTier,
    Intervention,
    Phase,
    Programme,
    TargetGroup,
    Theme,
)
from interventions.querysets import Documentation
from municipalities.models import Municipality

NOT_STATED = (rules.NOT_STATED, "Ikke oplyst i kilden")
NO_MUNICIPALITY = (rules.NOT_STATED, "Ingen kommune nævnt")
UNRATED = (rules.UNRATED, "Ikke vurderet i kilderne")


def load():
    """{facet name: [(slug, label)]} in the order of the page. Two queries."""
    municipalities = list(
        Municipality.objects.values_list("slug", "name", "region__slug", "region__name")
    )
    regions = {slug: name.removeprefix("Region ") for *_, slug, name in municipalities}
    named = _vocabularies()
    return {
        "evidens": [*named["evidens"], UNRATED],
        "tema": [*named["tema"], NOT_STATED],
        "maalgruppe": [*named["maalgruppe"], NOT_STATED],
        "fase": [*named["fase"], NOT_STATED],
        "type": Intervention.Kind.choices,
        "dokumentation": Documentation.choices,
        "kommune": [*((slug, name) for slug, name, *_ in municipalities), NO_MUNICIPALITY],
        "region": [*sorted(regions.items(), key=lambda region: region[1]), NO_MUNICIPALITY],
        "uddannelse": [*named["uddannelse"], NOT_STATED],
    }


def _vocabularies():
    """{facet name: [(slug, name)]} of everything that editors name, in the editors' order."""
    tables = {
        "evidens": (EvidenceTier, -F("rank")),
        "tema": (Theme, F("position")),
        "maalgruppe": (TargetGroup, F("position")),
        "fase": (Phase, F("position")),
        "uddannelse": (Programme, F("position")),
    }
    first, *rest = (
        model.objects.order_by().values_list(
            Value(facet), ExpressionWrapper(place, IntegerField()), "name", "slug"
        )
        for facet, (model, place) in tables.items()
    )
    named = {facet: [] for facet in tables}
    for facet, _place, name, slug in sorted(first.union(*rest, all=True)):
        named[facet].append((slug, name))
    return named
