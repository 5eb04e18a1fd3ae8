"""The citation of one entry as a file for programs that keep references."""

from django.http import HttpResponse

from interventions import citation
from interventions.models import Intervention
from interventions.views.detail import elsewhere


def intervention_bib(request, slug):
    """BibTeX. One query."""
    return _file(request, slug, "bib", "application/x-bibtex", lambda cited: cited.bibtex)


def intervention_ris(request, slug):
    """RIS. One query."""
    return _file(
        request, slug, "ris", "application/x-research-info-systems", lambda cited: cited.ris
    )


def _file(request, slug, ending, kind, text):
    entry = Intervention.objects.published().with_public_version().filter(slug=slug).first()
    if entry is None:
        return elsewhere(request, slug, f"intervention_{ending}")
    cited = citation.of(entry, request.build_absolute_uri(entry.get_absolute_url()))
    response = HttpResponse(text(cited), content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{cited.file_name(ending)}"'
    return response
