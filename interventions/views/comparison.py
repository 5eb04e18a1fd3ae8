"""The reader's selection: side by side on the screen, and as a brief on paper."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import uri_to_iri

from interventions import brief as briefs
from interventions import comparison, selection
from interventions.list_form import Problem, shortened
from interventions.selection import Selection

ONLY_DIFFERING = "forskelle"
DEFAULT_HEADING = "Notat om indsatser mod frafald på SOSU-uddannelserne"


def compare(request):
    """2–5 entries side by side; with fewer the page says how to pick more. At most 16 queries."""
    chosen = selection.of(request)
    only_differing, problems = _switch(request.GET)

    def address_with(picked, switch=only_differing):
        switched = [(ONLY_DIFFERING, "1")] if switch else []
        return urlencode([*picked.pairs, *switched])

    return render(
        request,
        "interventions/compare.html",
        {
            "problems": [*chosen.problems, *problems],
            "table": comparison.build(comparison.load(chosen.slugs), only_differing=only_differing),
            "only_differing": only_differing,
            "switch_query": address_with(chosen, not only_differing),
            "address_with": address_with,
            "canonical": address_with(Selection(chosen.slugs)),
        },
    )


def brief(request):
    """1–5 entries as a brief on A4, under a heading that the reader sets. At most 16 queries."""
    chosen = selection.of(request)
    address = request.build_absolute_uri(f"{reverse('brief')}?{chosen.query}")
    return render(
        request,
        "interventions/brief.html",
        {
            "brief": briefs.build(comparison.load(chosen.slugs)),
            "heading": chosen.heading or DEFAULT_HEADING,
            "max_heading_length": selection.MAX_HEADING_LENGTH,
            "today": timezone.localdate(),
            "address": address,
            "readable_address": uri_to_iri(address),
            "canonical": chosen.query,
        },
    )


def _switch(data):
    """Whether only rows that differ are asked for, and what could not be used."""
    typed = [value for value in data.getlist(ONLY_DIFFERING) if value]
    if set(typed) <= {"1"}:
        return bool(typed), []
    wrong = next(value for value in typed if value != "1")
    message = f"“{shortened(wrong)}” kan ikke bruges som “{ONLY_DIFFERING}”. Vi viser alle rækker."
    return False, [Problem(ONLY_DIFFERING, shortened(wrong), message)]
