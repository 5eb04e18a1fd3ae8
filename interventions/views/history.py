"""The versions of one entry that the public has read."""

from urllib.parse import urlencode

from django.shortcuts import render

from interventions import public_history, selection
from interventions.models import Intervention
from interventions.views.detail import elsewhere


def intervention_history(request, slug):
    """What became public when, and the difference between two versions. At most 20 queries."""
    entry = Intervention.objects.published().with_public_version().filter(slug=slug).first()
    if entry is None:
        return elsewhere(request, slug, "intervention_history")
    history = public_history.read(entry, request.GET)
    chosen = selection.of(request)
    return render(
        request,
        "interventions/history.html",
        {
            "entry": entry,
            "history": history,
            "address_with": lambda picked: urlencode([*history.pairs, *picked.pairs]),
            "problems": [*history.problems, *chosen.problems],
        },
    )
