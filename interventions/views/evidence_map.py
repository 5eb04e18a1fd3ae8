"""Everything at a glance: themes by phases."""

from django.shortcuts import render

from interventions import evidence_map as whole
from interventions import selection
from interventions.models import EvidenceTier


def evidence_map(request):
    """The evidence map with its legend; links keep what the reader has picked. Eight queries."""
    chosen = selection.read(request.GET)
    return render(
        request,
        "interventions/evidence_map.html",
        {
            "map": whole.build(),
            "tiers": EvidenceTier.objects.all(),
            "selection": chosen,
            "problems": chosen.problems,
        },
    )
