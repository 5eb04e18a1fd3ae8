"""Everything at a glance: themes by phases."""

from django.shortcuts import render

from interventions import evidence_map as whole
from interventions.models import EvidenceTier


def evidence_map(request):
    """The evidence map with its legend. Six queries."""
    return render(
        request,
        "interventions/evidence_map.html",
        {"map": whole.build(), "tiers": EvidenceTier.objects.all()},
    )
