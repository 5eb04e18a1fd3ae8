"""Every figure that the sources give."""

from django.shortcuts import render

from interventions import figures as records


def figures(request):
    """Key figures and grants. One query."""
    return render(request, "interventions/figures.html", {"page": records.build()})
