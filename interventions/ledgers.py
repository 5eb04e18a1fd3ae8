"""Figures of several sources beside each other in time: nothing is added, averaged or drawn."""

from dataclasses import dataclass
from datetime import date

# Two figures make a ledger; one alone has nothing beside it and stands where its kind belongs.
FEWEST = 2


@dataclass(frozen=True)
class Row:
    """A ledger with the figures that a page shows in it."""

    ledger: object
    claims: list

    def footnoted(self, numbered):
        """The same row with a footnote for each figure. `numbered` makes one of a claim."""
        return Row(self.ledger, [numbered(claim) for claim in self.claims])


def set_apart(claims):
    """The claims that stand outside of ledgers, and the ledgers as rows. Runs no query.

    Needs `with_ledger()`.
    """
    members = {}
    for claim in claims:
        if claim.ledger_id:
            members.setdefault(claim.ledger, []).append(claim)
    rows = [
        Row(ledger, sorted(found, key=_moment))
        for ledger, found in members.items()
        if len(found) >= FEWEST
    ]
    rows.sort(key=lambda row: (row.ledger.position, row.ledger.slug))
    shown = {claim.pk for row in rows for claim in row.claims}
    return [claim for claim in claims if claim.pk not in shown], rows


def _moment(claim):
    """By the period's beginning, then its end; the source's date fills in, and no date is last."""
    published = claim.source.published or date.max
    first = claim.period_from or claim.period_to
    return (
        date(first, 1, 1) if first else published,
        date(claim.period_to, 12, 31) if claim.period_to else published,
    )
