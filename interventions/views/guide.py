"""The guide to the list."""

from django.shortcuts import render

from interventions.guide import STEPS, Guide


def guide(request):
    """One step of the guide. At most six queries."""
    return render(
        request, "interventions/find.html", {"guide": Guide(request.GET), "steps": len(STEPS)}
    )
