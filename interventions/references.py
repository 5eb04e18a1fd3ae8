"""Footnotes that still work on paper: sources are numbered 1, 2, …, the places in each a, b, …"""

from dataclasses import dataclass, field

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(eq=False)
class Place:
    """A place in a source, such as “Aalborg” or “initiativ 2”."""

    listing: "SourceListing"
    locator: str

    @property
    def letter(self):
        """Its letter among the source's places: a to z, then aa, ab, …"""
        number, letters = self.listing.places.index(self) + 1, ""
        while number:
            number, rest = divmod(number - 1, len(LETTERS))
            letters = LETTERS[rest] + letters
        return letters

    @property
    def label(self):
        """“2”, or “2b” when the page uses several places of the source."""
        return f"{self.listing.number}{self.letter if len(self.listing.places) > 1 else ''}"


@dataclass(eq=False)
class SourceListing:
    """A source with its number on this page and the places that the page uses."""

    source: object
    number: int
    places: list = field(default_factory=list)

    def place(self, locator):
        """The place with this locator, listed when it is new."""
        for place in self.places:
            if place.locator == locator:
                return place
        self.places.append(Place(self, locator))
        return self.places[-1]


@dataclass(frozen=True)
class Reference:
    """A claim (or a tier: both have source and locator) with its footnote mark."""

    claim: object
    place: Place

    @property
    def number(self):
        """The mark. Final only when the whole page is built."""
        return self.place.label


class References:
    """Hands out footnotes in the order in which the page asks for them."""

    def __init__(self):
        self._listings = {}

    def __call__(self, claim):
        """The footnote of a claim. Reads `source`: select it."""
        return Reference(claim, self.listing(claim.source).place(claim.locator))

    def listing(self, source):
        """The source as it stands in the list of sources."""
        return self._listings.setdefault(source.pk, SourceListing(source, len(self._listings) + 1))

    @property
    def sources(self):
        """Every source so far, by number."""
        return list(self._listings.values())
