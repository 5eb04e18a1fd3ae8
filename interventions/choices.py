"""The values that each facet of the list offers."""

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
    """{facet name: [(slug, label)]} in the order of the page. Six queries."""
    municipalities = list(
        Municipality.objects.values_list("slug", "name", "region__slug", "region__name")
    )
    regions = {slug: name.removeprefix("Region ") for *_, slug, name in municipalities}
    return {
        "evidens": [*EvidenceTier.objects.values_list("slug", "name"), UNRATED],
        "tema": _vocabulary(Theme),
        "maalgruppe": _vocabulary(TargetGroup),
        "fase": _vocabulary(Phase),
        "type": Intervention.Kind.choices,
        "dokumentation": Documentation.choices,
        "kommune": [*((slug, name) for slug, name, *_ in municipalities), NO_MUNICIPALITY],
        "region": [*sorted(regions.items(), key=lambda region: region[1]), NO_MUNICIPALITY],
        "uddannelse": _vocabulary(Programme),
    }


def _vocabulary(model):
    return [*model.objects.values_list("slug", "name"), NOT_STATED]
