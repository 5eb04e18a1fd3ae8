"""The citation of one entry as a file for programs that keep references."""

from django.http import HttpResponse

from interventions import citation
from interventions.models import Intervention
from interventions.views.formats import of_entry


def _as(ending):
    """A view of the citation in one of `citation.FORMATS`. Two queries."""

    def make(entry, now):
        cited = citation.of(entry, f"{now.site}{entry.get_absolute_url()}")
        kind, write = citation.FORMATS[ending]
        response = HttpResponse(write(cited), content_type=kind)
        response["Content-Disposition"] = f'attachment; filename="{cited.file_name(ending)}"'
        return response

    entries = Intervention.objects.published
    return of_entry(f"intervention_{ending}", lambda: entries().with_public_version(), make)


intervention_bib = _as("bib")
intervention_ris = _as("ris")
