"""The guide to the list."""

from django.shortcuts import render

from interventions import selection
from interventions.guide import STEPS, Guide


def guide(request):
    """One step of the guide. At most six queries."""
    found = Guide(request.GET, selection.of(request))
    return render(
        request,
        "interventions/find.html",
        {"guide": found, "steps": len(STEPS), "address_with": found.address_with},
    )
