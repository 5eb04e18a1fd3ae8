"""The editors' desk: what waits, for whom, with a count and the filtered list behind it."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from interventions.models import Claim, Intervention, Proposal, Source

State = Intervention.State


@dataclass(frozen=True)
class Task:
    """One heap on the desk; `address` is the list of exactly these rows."""

    label: str
    hint: str
    count: int
    address: str


def tasks(user):
    """Every heap, the reader's own first, empty ones too. One query each."""
    return [_task(*row) for row in _heaps(user)]


def _task(label, hint, rows, model, query):
    address = f"{reverse(f'admin:{model._meta.app_label}_{model._meta.model_name}_changelist')}"
    return Task(label, hint, rows.count(), f"{address}?{query}")


def _heaps(user):
    entries, claims, sources = Intervention.objects, Claim.objects, Source.objects
    mine = entries.last_written_by(user)
    return [
        (
            "Venter på mit gennemsyn",
            "Skrevet af andre og sendt til gennemsyn",
            entries.filter(state=State.IN_REVIEW).exclude(pk__in=mine.values("pk")),
            Intervention,
            f"state__exact={State.IN_REVIEW}&skrevet-af=andre",
        ),
        (
            "Mine kladder",
            "Det, jeg skrev sidst og ikke har sendt videre",
            mine.filter(state=State.DRAFT),
            Intervention,
            f"state__exact={State.DRAFT}&skrevet-af=mig",
        ),
        (
            "Forfaldne gennemsyn",
            "Udgivet, og ikke holdt op mod kilderne i lang tid",
            entries.review_overdue(),
            Intervention,
            "gennemsyn=forfaldent",
        ),
        (
            "Udsagn uden anker",
            "Stedet i kilden kan ikke findes igen",
            claims.without_anchor(),
            Claim,
            "anker=mangler",
        ),
        (
            "Fund ved ankerkontrol",
            "Anker eller tal, der ikke står i kilden",
            claims.with_findings(),
            Claim,
            "ankerkontrol=fund",
        ),
        (
            "Kilder, der skal læses igen",
            f"Sidst læst for {settings.SOURCE_READ_DAYS} dage siden eller mere",
            sources.not_read_for(settings.SOURCE_READ_DAYS),
            Source,
            "laest=for-laenge-siden",
        ),
        (
            "Links, der ikke svarer",
            "Ved det sidste besøg af check_links",
            sources.broken(),
            Source,
            "link=svarer-ikke",
        ),
        (
            "Nye henvendelser",
            "Forslag og fejl, som læsere har sendt",
            Proposal.objects.waiting(),
            Proposal,
            f"status__exact={Proposal.Status.NEW}",
        ),
        (
            "Kontaktoplysninger, der skal slettes",
            f"Sagen er lukket for {settings.SUGGESTION_CONTACT_DAYS} dage siden eller mere",
            Proposal.objects.contacts_due(),
            Proposal,
            "kontakt=skal-slettes",
        ),
    ]
