"""From draft to public and off the site again: every step that an entry can take, in one table."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.db import transaction
from django.utils import timezone

from interventions import history, rules, working_copy
from interventions.models import Intervention, Version

State = Intervention.State
Event = Version.Event
WRITE = "interventions.change_intervention"
PUBLISH = "interventions.publish_intervention"
TAKEN_UP = "Indsatsen er “{state}” nu, så det kan ikke lade sig gøre. Intet er ændret."
OWN_WORK = (
    "Du har selv ændret indsatsen sidst, så en anden skal læse den og udgive den. "
    "Dine ændringer er gemt."
)


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


class Refused(Exception):
    """A step that cannot be taken; `problems` are Danish messages by field, None for the whole."""

    def __init__(self, problems):
        self.problems = problems
        super().__init__(" ".join(problems.values()))


def open_to(user, entry):
    """The steps that this user may take from the state of the entry, in the order of the table."""
    return [
        step
        for step in TRANSITIONS.values()
        if entry.state in step.sources
        and user.has_perm(step.permission)
        and not (entry.is_working_copy and step.target == State.ARCHIVED)
    ]


def gate(entry):
    """What a stored entry lacks before it may be public, as Danish messages by field."""
    claims = list(entry.claims.select_related("ledger"))
    problems = rules.publication_problems(
        summary=entry.summary, theme_count=entry.themes.count(), claim_count=len(claims)
    )
    wrong = [
        f"{claim.key}: {message}"
        for claim in claims
        for message in rules.claim_problems(claim).values()
    ]
    if wrong:
        problems["claims"] = " ".join(wrong)
    return problems


def four_eyes_rest():
    """Whether one person may publish their own work: switched off, or nobody else is there."""
    return not settings.FOUR_EYES or len(publishers()) < 2


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
    with transaction.atomic():
        entry = history.lock(pk)
        _refuse(entry, step, by, note.strip(), seen)
        if entry.is_working_copy and step.publishes:
            return working_copy.publish(entry, by=by, note=note.strip())
        _move(entry, step, note.strip())
        history.record(entry, by=by, event=step.event, note=note.strip())
    return entry


def _refuse(entry, step, by, note, seen):
    if entry is None:
        raise Refused({None: "Indsatsen findes ikke længere."})
    if seen is not None and entry.version != seen:
        raise history.Conflict(entry)
    if step not in open_to(by, entry):
        state = entry.get_state_display().lower()
        raise Refused({None: TAKEN_UP.format(state=state)})
    if step.needs_note and not note:
        raise Refused({"note": NOTE_NEEDED})
    if step.target == State.ARCHIVED and entry.running_copy:
        raise Refused({None: "Der er en arbejdskopi. Udgiv eller kassér den først."})
    if step.publishes:
        if problems := gate(entry):
            raise Refused(problems)
        if history.last_writer(entry) == by and not four_eyes_rest():
            raise Refused({None: OWN_WORK})


NOTE_NEEDED = "Skriv hvorfor. Den, der arbejder videre, skal kunne forstå det."


def _move(entry, step, note):
    seen_by_public = entry.is_public or entry.withdrawn_on is not None
    entry.state = step.target
    now = timezone.now()
    if step.publishes:
        entry.published_at = entry.published_at or now
    elif step.target == State.ARCHIVED and seen_by_public:
        entry.withdrawn_at, entry.withdrawn_because = now, note
    elif step.target == State.ARCHIVED:
        entry.published_at = None  # its day had not come: nothing was ever withdrawn
    entry.save()
