"""Errors for machines: problem documents as RFC 9457 describes them, in Danish."""

import json
from dataclasses import asdict, dataclass

from django.http import HttpResponse
from django.urls import reverse

from interventions.exports.shapes import ProblemDocument, WrongParameter
from interventions.filters import PAGE_PARAMETER
from interventions.list_form import Problem, shortened
from interventions.selection import PARAMETER as SELECTED

CONTENT_TYPE = "application/problem+json"
# Of a flood of problems a document names this many.
MOST_NAMED = 20
PAGE_ONLY = {
    PAGE_PARAMETER: "“side” hører til listen på skærmen. En fil har alle rækker på én gang.",
    SELECTED: "“i” hører til siderne. Det, der er valgt til sammenligning, følger ikke med her.",
}


@dataclass(frozen=True)
class Kind:
    """A sort of problem; `/data/` explains it at the anchor."""

    anchor: str
    status: int
    title: str
    explanation: str


ADDRESS = Kind(
    "fejl-i-adressen",
    400,
    "Adressen kan ikke bruges",
    "Parameteren eller dens værdi findes ikke. Tomme værdier tæller ikke med. "
    "En fil har alle rækker, så “side” hører kun til listen på skærmen.",
)
NOT_FOUND = Kind("findes-ikke", 404, "Findes ikke", "Der er ingen indsats, tabel eller side der.")
WITHDRAWN = Kind(
    "taget-ned", 410, "Taget ned", "Indsatsen har stået her, men er taget af siden igen."
)
KINDS = (ADDRESS, NOT_FOUND, WITHDRAWN)


def of_list(filterset, data):
    """What in the address of a format of the list cannot be used, unknown names too."""
    return [*filterset.problems, *unknown(data, filterset.filters)]


def unknown(data, known=()):
    """The parameters that do not exist here."""
    return [
        Problem(
            shortened(name),
            shortened(data[name]),
            PAGE_ONLY.get(name, f"“{shortened(name)}” er ikke en parameter, vi kender her."),
        )
        for name in data
        if name not in known
    ]


def in_address(request, problems):
    """400: names every parameter with its value, up to a point."""
    number = len(problems)
    things = "Én ting" if number == 1 else f"{number} ting"
    named = [WrongParameter(one.parameter, one.value, one.message) for one in problems[:MOST_NAMED]]
    detail = " ".join([f"{things} i adressen kan ikke bruges.", *(one.message for one in named)])
    return answer(request, ADDRESS, detail, named)


def answer(request, kind, detail, problems=()):
    """A problem document."""
    site = f"{request.scheme}://{request.get_host()}"
    address = f"{site}{reverse('data')}#{kind.anchor}"
    document = ProblemDocument(address, kind.title, kind.status, detail, list(problems))
    return HttpResponse(
        json.dumps(asdict(document), ensure_ascii=False),
        status=kind.status,
        content_type=CONTENT_TYPE,
    )
