"""The entry that an address of /foreslaa/ names: `indsats=<slug>`."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Q

from interventions.list_form import Problem, shortened
from interventions.models import Intervention
from interventions.selection import WELL_FORMED

PARAMETER = "indsats"


@dataclass(frozen=True)
class Reported:
    """A public entry by its present slug; without one, `slug` is what the address says instead.

    `slug` is empty where the address names nothing: that is the form for a new measure.
    """

    entry: Intervention | None = None
    slug: str = ""
    problems: tuple = ()

    @property
    def query(self):
        """The query string that says the same."""
        return urlencode({PARAMETER: self.slug}) if self.slug else ""


def read(data):
    """What a request's QueryDict names. No query without the parameter, one with it.

    Drafts and entries that never were get the same message, so that drafts do not show through.
    """
    typed = data.get(PARAMETER, "")
    if not typed:
        return Reported()
    if WELL_FORMED.fullmatch(typed):
        named = Q(slug=typed) | Q(former_slugs__slug=typed)
        if entry := Intervention.objects.published().filter(named).first():
            return Reported(entry, entry.slug)
    shown = shortened(typed) or "usynlige tegn"
    message = f"Vi har ingen indsats med adressen “{shown}”. Skriv selv, hvilken side du mener."
    return Reported(slug=shown, problems=(Problem(PARAMETER, shown, message),))
