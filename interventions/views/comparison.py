"""The reader's selection: side by side on the screen, and as a brief on paper."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import uri_to_iri

from interventions import brief as briefs
from interventions import comparison, selection
from interventions.list_form import Problem, shortened
from municipalities import danish

ONLY_DIFFERING = "forskelle"
HEADING = "titel"
MAX_HEADING_LENGTH = 120
DEFAULT_HEADING = "Notat om indsatser mod frafald på SOSU-uddannelserne"


def compare(request):
    """2–5 entries side by side; with fewer the page says how to pick more. At most 16 queries."""
    chosen = selection.read(request.GET)
    only_differing, problems = _switch(request.GET)

    def address(slugs, switch=only_differing):
        return selection.query_string(slugs, **{ONLY_DIFFERING: "1" if switch else ""})

    table = comparison.build(comparison.load(chosen.slugs), only_differing=only_differing)
    return render(
        request,
        "interventions/compare.html",
        {
            "selection": chosen,
            "problems": [*chosen.problems, *problems],
            "table": table,
            "columns": [(entry, address(chosen.without(entry.slug))) for entry in table.entries],
            "only_differing": only_differing,
            "switch_query": address(chosen.slugs, not only_differing),
            "canonical": address(chosen.slugs),
        },
    )


def brief(request):
    """1–5 entries as a brief on A4, under a heading that the reader sets. At most 16 queries."""
    chosen = selection.read(request.GET)
    heading, problems = _heading(request.GET)
    canonical = selection.query_string(chosen.slugs, **{HEADING: heading})
    address = request.build_absolute_uri(f"{reverse('brief')}?{canonical}")
    return render(
        request,
        "interventions/brief.html",
        {
            "selection": chosen,
            "problems": [*chosen.problems, *problems],
            "brief": briefs.build(comparison.load(chosen.slugs)),
            "typed_heading": heading,
            "heading": heading or DEFAULT_HEADING,
            "max_heading_length": MAX_HEADING_LENGTH,
            "today": timezone.localdate(),
            "address": address,
            "readable_address": uri_to_iri(address),
            "canonical": canonical,
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


def _heading(data):
    """The brief's heading as the reader typed it, cleaned and shortened, and what was wrong."""
    typed = [value for value in data.getlist(HEADING) if value]
    if not typed:
        return "", []
    problems = []
    if len(typed) > 1:
        message = f"“{HEADING}” står flere gange i adressen. Vi bruger den sidste."
        problems.append(Problem(HEADING, shortened(typed[-1]), message))
    heading = danish.normalise(typed[-1])
    if len(heading) > MAX_HEADING_LENGTH:
        message = f"Overskriften er længere end {MAX_HEADING_LENGTH} tegn. Vi brugte de første."
        problems.append(Problem(HEADING, shortened(heading), message))
        heading = heading[:MAX_HEADING_LENGTH].rstrip()
    return heading, problems
