"""Key figures and grants as the claims give them: records beside each other, never a sum."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import models
from django.utils import timezone

from interventions import ledgers
from interventions.entry_page import Footnote
from interventions.models import Claim

Kind = Claim.Kind

PERCENT = {"procent", "%"}
# Year labels that fit beside each other on a phone.
MOST_LABELS = 7
# A label to the right of this point of the plot would not fit there.
LABEL_TURNS = 55

# Heading, kinds of claims under it, and what is said when there are none.
GROUPS = (
    (
        "Oplyste resultater",
        [Kind.RESULT, Kind.RATING],
        "Ingen af kilderne sætter tal på et resultat af en indsats.",
    ),
    ("Hvem indsatserne når", [Kind.TARGET, Kind.SETTING], ""),
    ("Hvem der gør det", [Kind.DELIVERER, Kind.RESOURCE], ""),
    (
        "Frister og vilkår i indsatserne",
        [Kind.WHAT, Kind.AIM, Kind.START, Kind.METHOD, Kind.STATEMENT],
        "",
    ),
    ("Rammen om indsatserne", [Kind.CONTEXT], ""),
)


class Standing(models.TextChoices):
    """Where a grant's period lies, seen from a day. Only years are compared."""

    AHEAD = "foran", "perioden er ikke begyndt"
    UNDER_WAY = "i-gang", "perioden er i gang"
    OPEN = "aaben", "uden slutår i kilden"
    OVER = "slut", "perioden er slut"
    NOT_STATED = "ukendt", "perioden er ikke oplyst i kilden"


def standing(claim, today):
    """Where the period of a grant lies, seen from a day."""
    if claim.grant_is_over(today):
        return Standing.OVER
    if claim.period_from and claim.period_from > today.year:
        return Standing.AHEAD
    if claim.period_to:
        return Standing.UNDER_WAY
    return Standing.OPEN if claim.period_from else Standing.NOT_STATED


@dataclass(frozen=True)
class Grant:
    """Money set aside, and where its period lies today."""

    claim: Claim
    standing: Standing

    @property
    def is_over(self):
        """Whether its last year has passed."""
        return self.standing == Standing.OVER


@dataclass(frozen=True)
class Policy:
    """An entry with its grants; `themes` are those in common with what is being read."""

    entry: object
    themes: list
    grants: list


@dataclass(frozen=True)
class Bar:
    """A grant on the time line. Positions are SVG percentages; without a period there is no bar."""

    grant: Grant
    x: str = ""
    width: str = ""
    end: str = ""
    label_x: str = ""
    label_anchor: str = "start"
    open_end: bool = False


@dataclass(frozen=True)
class Tick:
    """A line across the plot; `middle` is where a column's label stands."""

    x: str
    middle: str
    label: str


@dataclass(frozen=True)
class Timeline:
    """One bar a grant, in the order of the sources, on one axis of years."""

    today: date
    today_x: str
    ticks: list
    bars: list


@dataclass(frozen=True)
class Share:
    """One percentage on a scale from 0 to 100."""

    claim: Claim
    width: str
    label_x: str
    label_anchor: str


@dataclass(frozen=True)
class Group:
    """Figures that are told of under one heading; `absence` is said when there are none."""

    heading: str
    claims: list
    absence: str


@dataclass(frozen=True)
class FiguresPage:
    """Everything of the page of figures. Each public figure stands in exactly one of its parts."""

    today: date
    ledgers: list
    shares: list
    timeline: Timeline | None
    groups: list


def build(today=None):
    """Arrange every public figure. One query."""
    today = today or timezone.localdate()
    plotted, funding, rest = [], [], []
    told, rows = ledgers.set_apart(Claim.objects.public().figures().with_entry().with_ledger())
    for claim in told:
        part = plotted if _is_share(claim) else funding if claim.kind == Kind.FUNDING else rest
        part.append(claim)
    groups = [
        Group(heading, [claim for claim in rest if claim.kind in kinds], absence)
        for heading, kinds, absence in GROUPS
    ]
    return FiguresPage(
        today,
        [row.footnoted(partial(Footnote, None)) for row in rows],
        shares(plotted),
        timeline(grants(funding, today), today) if funding else None,
        [group for group in groups if group.claims or group.absence],
    )


def grants(claims, today=None):
    """The claims as grants, seen from a day. No query but that of the claims."""
    today = today or timezone.localdate()
    return [Grant(claim, standing(claim, today)) for claim in claims]


def policies(claims, themes):
    """Grants under the policies that they belong to, with what they share of these themes.

    Needs `of_policies_like` or `of_policies_beside`.
    """
    themes = set(themes)
    result = {}
    for grant in grants(claims):
        policy = grant.claim.intervention
        common = [theme for theme in policy.themes.all() if theme in themes]
        result.setdefault(policy.pk, Policy(policy, common, [])).grants.append(grant)
    return list(result.values())


def shares(claims):
    """Percentages in plots: one for each source and period, since no other two have a whole."""
    plots = {}
    for claim in claims:
        plots.setdefault((claim.source_id, claim.period_text), []).append(_share(claim))
    return list(plots.values())


def timeline(all_grants, today):
    """Bars from the first year to the last, today's included; open ends reach beyond it."""
    claims = [grant.claim for grant in all_grants]
    stated = [year for claim in claims for year in (claim.period_from, claim.period_to) if year]
    first, last = min([*stated, today.year]), max([*stated, today.year])
    years = list(range(first, last + 1))
    opens = any(claim.period_from and not claim.period_to for claim in claims)
    column = 100 / (len(years) + opens)
    step = -(-len(years) // MOST_LABELS)
    ticks = [
        Tick(_percent(index * column), _percent((index + 0.5) * column), str(year))
        for index, year in enumerate(years)
        if index % step == 0
    ]
    if opens:
        index = len(years)
        ticks.append(Tick(_percent(index * column), _percent((index + 0.5) * column), "senere"))
    days = (today - date(today.year, 1, 1)).days
    return Timeline(
        today,
        _percent((today.year - first + days / 366) * column),
        ticks,
        [_bar(grant, first, last, column) for grant in all_grants],
    )


def _bar(grant, first, last, column):
    claim = grant.claim
    if grant.standing == Standing.NOT_STATED:
        return Bar(grant)
    start = ((claim.period_from or first) - first) * column
    end = ((claim.period_to or last) - first + 1) * column
    turns = start > LABEL_TURNS
    return Bar(
        grant,
        _percent(start),
        _percent(end - start),
        _percent(end),
        _percent(end if turns else start),
        "end" if turns else "start",
        claim.period_to is None,
    )


def _is_share(claim):
    """Whether a figure is a part of a hundred in the frame, and not, say, a rise by 120 percent."""
    return claim.kind == Kind.CONTEXT and claim.unit in PERCENT and 0 <= claim.value <= 100


def _share(claim):
    inside = claim.value > LABEL_TURNS
    return Share(claim, _percent(claim.value), _percent(claim.value), "end" if inside else "start")


def _percent(number):
    """An SVG length; a decimal point whatever the page's language."""
    return f"{number:.2f}%"
