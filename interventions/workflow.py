"""From draft to public and off the site again: every step that an entry can take, in one table."""

from dataclasses import dataclass
from datetime import datetime, time

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.db import transaction
from django.utils import timezone

from interventions import history, rules, working_copy
from interventions.models import FormerSlug, Intervention, Relation, Version
from interventions.rules import Refused

State = Intervention.State
Event = Version.Event
WRITE = "interventions.change_intervention"
PUBLISH = "interventions.publish_intervention"
NOTE_NEEDED = "Skriv hvorfor. Den, der arbejder videre, skal kunne forstå det."
OWN_WORK = (
    "Du har selv ændret indsatsen sidst, så en anden skal læse den og udgive den. "
    "Det, du har skrevet, er gemt."
)
COPY_IS_OPEN = "Der er en arbejdskopi. Udgiv eller kassér den først."
COPY_IS_DROPPED = "En arbejdskopi arkiveres ikke. Kassér den i stedet."
TAKEN = "Adressen hører nu til en anden indsats. Vælg en anden."


@dataclass(frozen=True)
class Transition:
    """One step: from any of `sources` to `target`, for whoever has the permission."""

    name: str
    label: str
    done: str
    sources: tuple
    target: str
    event: str
    permission: str
    needs_note: bool = False

    @property
    def publishes(self):
        """Whether the gate stands before it."""
        return self.target == State.PUBLISHED


TRANSITIONS = {
    step.name: step
    for step in (
        Transition(
            "indsend",
            "Send til gennemsyn",
            "sendt til gennemsyn",
            (State.DRAFT,),
            State.IN_REVIEW,
            Event.SUBMITTED,
            WRITE,
        ),
        Transition(
            "send-tilbage",
            "Send tilbage til kladde",
            "sendt tilbage til kladde",
            (State.IN_REVIEW,),
            State.DRAFT,
            Event.RETURNED,
            WRITE,
            needs_note=True,
        ),
        Transition(
            "udgiv",
            "Udgiv",
            "udgivet",
            (State.IN_REVIEW,),
            State.PUBLISHED,
            Event.PUBLISHED,
            PUBLISH,
        ),
        Transition(
            "arkiver",
            "Arkivér",
            "arkiveret",
            (State.DRAFT, State.IN_REVIEW, State.PUBLISHED),
            State.ARCHIVED,
            Event.ARCHIVED,
            PUBLISH,
            needs_note=True,
        ),
        Transition(
            "genaabn",
            "Genåbn som kladde",
            "genåbnet som kladde",
            (State.ARCHIVED,),
            State.DRAFT,
            Event.REOPENED,
            PUBLISH,
        ),
    )
}


def open_to(user, entry):
    """The steps that this user may take from the state of the entry, in the order of the table."""
    return [step for step in TRANSITIONS.values() if not obstacle(step, entry, user)]


def obstacle(step, entry, user):
    """Why this user cannot take the step from the state of the entry, in Danish; empty if so."""
    if not user.has_perm(step.permission):
        return f"Din rolle giver ikke ret til “{step.label}”."
    if entry.state not in step.sources:
        state = entry.get_state_display().lower()
        return f"“{step.label}” kan ikke lade sig gøre: indsatsen er “{state}” nu."
    if entry.is_working_copy and step.target == State.ARCHIVED:
        return COPY_IS_DROPPED
    return ""


def gate(entry):
    """What a stored entry lacks before it may be public, as Danish messages by field."""
    claims = list(entry.claims.select_related("ledger"))
    problems = rules.publication_problems(
        summary=entry.summary, theme_count=entry.themes.count(), claim_count=len(claims)
    )
    wrong = [
        f"{rules.bare(claim.key)}: {message}"
        for claim in claims
        for message in rules.claim_problems(claim).values()
    ]
    if wrong:
        problems["claims"] = " ".join(wrong)
    days = day_problems(entry, publish_from=entry.publish_from, withdraw_on=entry.withdraw_on)
    return problems | days | _name_problems(entry) | _relation_problems(entry)


def day_problems(entry, *, publish_from, withdraw_on):
    """What is wrong with the days of an entry that is to be published today."""
    today = timezone.localdate()
    public = entry.copy_of
    return rules.day_problems(
        publish_from=publish_from,
        withdraw_on=withdraw_on,
        today=today,
        has_begun=bool(public and not (public.publish_from and public.publish_from > today)),
    )


def _name_problems(entry):
    """Of a working copy: whether somebody else took its new address while it was written."""
    if not entry.is_working_copy:
        return {}
    slug = rules.bare(entry.slug)
    taken = Intervention.objects.filter(slug=slug).exclude(pk=entry.copy_of_id)
    former = FormerSlug.objects.filter(slug=slug).exclude(intervention=entry.copy_of_id)
    return {"slug": TAKEN} if taken.exists() or former.exists() else {}


def _relation_problems(entry):
    """Of a working copy: whether the other end was related to its entry meanwhile."""
    if not entry.is_working_copy:
        return {}
    known = entry.copy_of.relations_out.values("to_entry")
    new = entry.relations_out.exclude(to_entry__in=known).values("to_entry")
    mirrored = Relation.objects.filter(from_entry__in=new, to_entry=entry.copy_of_id).exists()
    return {"relations_out": rules.MIRRORED} if mirrored else {}


def four_eyes_rest():
    """Why one person may publish their own work, in Danish; empty where they may not."""
    if not settings.FOUR_EYES:
        return "Kravet om to par øjne er slået fra."
    if len(publishers()) < 2:
        return "Kun én bruger kan udgive lige nu, så der kræves ikke to par øjne."
    return ""


def publishers():
    """The active users who may publish."""
    may = get_user_model().objects.with_perm(
        PUBLISH, backend=f"{ModelBackend.__module__}.{ModelBackend.__qualname__}"
    )
    return list(may.filter(is_staff=True))


def take(pk, step, *, by, note="", seen=None):
    """Take a step with the entry of this key; returns the entry, for a working copy its original.

    Raises Refused or `history.Conflict`, and then nothing has changed.
    """
    note = note.strip()
    with transaction.atomic():
        entry = history.lock(pk, seen)
        _refuse(entry, step, by, note)
        if entry.is_working_copy and step.publishes:
            return working_copy.publish(entry, by=by, note=note)
        _move(entry, step, note)
        history.record(entry, by=by, event=step.event, note=note)
    return entry


def _refuse(entry, step, by, note):
    if problem := obstacle(step, entry, by):
        raise Refused({None: problem})
    if step.needs_note and not note:
        raise Refused({"note": NOTE_NEEDED})
    if step.target == State.ARCHIVED and entry.running_copy:
        raise Refused({None: COPY_IS_OPEN})
    if step.publishes:
        if problems := gate(entry):
            raise Refused(problems)
        if history.last_writer(entry) == by and not four_eyes_rest():
            raise Refused({None: OWN_WORK})


def _move(entry, step, note):
    if step.publishes:
        entry.published_at = entry.published_at or timezone.now()
    elif step.target == State.ARCHIVED and entry.is_published:
        _withdraw(entry, note)
    entry.state = step.target
    entry.save()


def _withdraw(entry, note):
    """Since when and why a published entry is gone; of what waits for its day nothing ever was."""
    if entry.is_public:
        entry.withdrawn_at, entry.withdrawn_because = timezone.now(), note
    elif day := entry.withdrawn_on:
        entry.withdrawn_at = timezone.make_aware(datetime.combine(day, time()))
        entry.withdrawn_because = note
    else:
        entry.published_at = None
