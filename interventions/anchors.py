"""Holds claims against the texts they rest on: is the anchor there, and is every figure? Pure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from municipalities import danish

# "et" and "en" are articles far more often than numbers: see `holds_figure`.
NUMBER_WORDS = {
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
    "elleve": 11,
    "tolv": 12,
    "tretten": 13,
    "fjorten": 14,
    "femten": 15,
    "seksten": 16,
    "sytten": 17,
    "atten": 18,
    "nitten": 19,
    "tyve": 20,
    "tredive": 30,
    "fyrre": 40,
    "halvtreds": 50,
    "tres": 60,
    "halvfjerds": 70,
    "firs": 80,
    "halvfems": 90,
    "hundrede": 100,
    "tusind": 1000,
}
_DIGITS = re.compile(r"(?<!\w)(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d+)(?:,\d+)?")
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True)
class Finding:
    """What one claim says that its source does not."""

    claim: str
    what: str
    message: str


def read_texts(folder):
    """The source texts of a folder, normalised, by the slug of their source (the file's name)."""
    return {
        path.stem: danish.normalise(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.txt"))
    }


def numbers(text):
    """Every number of a Danish text, as digits (3.000 and 13,4) or as a number word."""
    text = danish.normalise(text).casefold()
    digits = {
        Decimal(found.group().replace(".", "").replace(",", "."))
        for found in _DIGITS.finditer(text)
    }
    words = {Decimal(NUMBER_WORDS[word]) for word in _WORDS.findall(text) if word in NUMBER_WORDS}
    return digits | words


def holds_anchor(text, anchor):
    """Whether the anchor stands in the text, word for word; white space and soft hyphens aside."""
    return danish.normalise(anchor) in danish.normalise(text)


def holds_figure(text, value, unit=""):
    """Whether the text gives this figure. One is also "et" or "en", but only before its unit."""
    if Decimal(value) in numbers(text):
        return True
    as_word = rf"\b(?:en|et|én|ét) {re.escape(unit.casefold())}"
    return bool(value == 1 and unit and re.search(as_word, danish.normalise(text).casefold()))


def claim_figures(claim):
    """The figures of a claim that its source has to give, with their units, smallest first."""
    columns = (claim.value, claim.sample_size, claim.period_from, claim.period_to)
    figures = numbers(claim.text) | {Decimal(figure) for figure in columns if figure is not None}
    if claim.counted_by_us and claim.value is not None:
        figures.discard(Decimal(claim.value))
    return [(figure, claim.unit if figure == claim.value else "") for figure in sorted(figures)]


def check_claim(claim, text):
    """Findings for one claim against the normalised text of its source."""
    findings = []
    if not claim.anchor:
        findings.append(Finding(claim.key, "anker", "har intet anker, men kildens tekst findes."))
    elif not holds_anchor(text, claim.anchor):
        findings.append(
            Finding(claim.key, "anker", f"ankeret “{claim.anchor}” står ikke i kilden.")
        )
    findings += [
        Finding(claim.key, "tal", f"tallet {danish_number(figure)} står ikke i kilden.")
        for figure, unit in claim_figures(claim)
        if not holds_figure(text, figure, unit)
    ]
    return findings


def check_claims(claims, texts):
    """Findings for all claims whose source has a text, in the order of the claims.

    `texts` is what `read_texts` returns. The claims need their `source` selected. Claims of other
    sources cannot be held against anything: `sources_not_held` names those.
    """
    return [
        finding
        for claim in claims
        if claim.source.slug in texts
        for finding in check_claim(claim, texts[claim.source.slug])
    ]


def sources_not_held(claims, texts):
    """Slugs of the sources that claims rest on and that have no text, in alphabetical order."""
    return sorted({claim.source.slug for claim in claims} - texts.keys())


def danish_number(figure):
    """A figure as a Danish text writes it: 13,4 and 3.000; years keep their four digits."""
    whole, _, fraction = f"{figure.normalize():f}".partition(".")
    if len(whole) > 4 or (len(whole) == 4 and not 1900 <= figure <= 2100):
        whole = f"{int(whole):,}".replace(",", ".")
    return f"{whole},{fraction}" if fraction else whole
