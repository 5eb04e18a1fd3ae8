"""What an entry could still be told of, for the editor beside the form. Hints, never blocks."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from interventions import entry_page
from interventions.models import Claim
from interventions.rules import bare

# A result is somebody's word. In every result of the seed one of these words names the speaker.
SPEAKS = re.compile(
    r"\b(ifølge|beretter|fandt|fortæller|gengiver|konkluderer|melder|mener|oplever|oplyser|peger"
    r"|rapporterer|siger|skriver|viser|vurderer)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Hint:
    """One hint in Danish; `claims` are those that it is about, so that a page can lead to them."""

    text: str
    claims: tuple = ()

    def __str__(self):
        keys = ", ".join(bare(claim.key) for claim in self.claims)
        return f"{self.text}: {keys}." if keys else f"{self.text}."


def hints(entry, claims, context=(), today=None):
    """What an entry's page would leave out, and what its claims and sources lack. Runs no query.

    The three are what `entry_page.build` takes, the entry with all of its many-to-many relations
    prefetched. A figure without a unit cannot be saved, so nothing is said of units.
    """
    today = today or timezone.localdate()
    return [*_of_page(entry, claims, context), *_of_claims(claims), *_of_sources(claims, today)]


def _of_page(entry, claims, context):
    page = entry_page.build(entry, claims, context)
    shown = {section.heading for section in page.sections}
    empty = [f"“{heading}”" for heading, _ in entry_page.SECTIONS if heading not in shown]
    if empty:
        yield Hint(f"Uden udsagn og derfor ikke på siden: {', '.join(empty)}")
    if page.gaps:
        yield Hint(f"Under “Ikke oplyst i kilden” står: {', '.join(page.gaps)}")


def _of_claims(claims):
    figures = [claim for claim in claims if claim.value is not None]
    results = [claim for claim in claims if claim.kind == Claim.Kind.RESULT]
    lacking = {
        "Udsagn uden anker": [claim for claim in claims if not claim.anchor],
        "Tal uden periode": [claim for claim in figures if not claim.period_text],
        "Tal uden ord for, hvad de tæller": [claim for claim in figures if not claim.counts],
        "Resultater uden ord for, hvem der siger det (“ifølge …”, “… oplyser”)": [
            claim for claim in results if not SPEAKS.search(claim.text)
        ],
    }
    return [Hint(text, tuple(found)) for text, found in lacking.items() if found]


def _of_sources(claims, today):
    for source in {claim.source_id: claim.source for claim in claims}.values():
        if source.not_read_for(settings.SOURCE_READ_DAYS, today):
            day = date_format(source.read_on, "j. F Y")
            yield Hint(f"Kilden “{source.title}” er ikke læst siden {day}")
        if source.link_is_broken:
            since = source.link_broken_since
            since = f", første gang den {date_format(since, 'j. F Y')}" if since else ""
            yield Hint(f"Adressen på kilden “{source.title}” svarer ikke{since}")
