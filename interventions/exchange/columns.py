"""The sheets of an exchange file and their columns: what a document of an entry holds, as a table.

The heads are the words of the admin's forms. A sheet has all that a document has, so a file that
goes out can come back without a change.
"""

from dataclasses import dataclass

from django.db.models import Field
from django.utils.text import capfirst

from interventions.differences import ROWS
from interventions.document import CLAIM_FIELDS, FIELDS, LEDGER_FIELDS, LINKS, RELATION_FIELDS
from interventions.models import Claim, Intervention, Ledger, Relation
from municipalities import danish

# Sheets of the template that are there to be read by people.
GUIDE, VALUES = "Vejledning", "Tilladte værdier"
# The row of the template that shows how one is filled in; the import leaves it out.
EXAMPLE = "eksempel-fra-skabelonen"

HELP = {
    (Intervention, "slug"): (
        "Siger, hvilken indsats rækken ændrer. Tom i en ny række: adressen laves af titlen."
    ),
    (Claim, "key"): "Siger, hvilket udsagn rækken ændrer. Tom i en ny række: nøglen laves.",
    (Claim, "entry"): "Indsatsens adresse eller titel. Udsagn uden indsats skrives i redaktionen.",
    (Ledger, "slug"): "Siger, hvilken opstilling rækken ændrer. Tom i en ny række: den laves.",
    (Ledger, "entry"): "Indsatsens adresse eller titel.",
    (Relation, "entry"): "Indsatsen, som forbindelsen går ud fra: adresse eller titel.",
    (Relation, "to"): "Indsatsen, som den ligner: adresse eller titel.",
}


def unnamed(number):
    """What stands for the key of a row that has none yet; no slug looks like it."""
    return f"række {number}"


def is_unnamed(key):
    """Whether a key is still to be made."""
    return " " in key


@dataclass(frozen=True)
class Column:
    """One value of a row: its name in the document, its head, and the model's field behind it."""

    name: str
    field: Field
    help: str

    @property
    def head(self):
        """What stands above it."""
        return capfirst(str(self.field.verbose_name))

    @property
    def target(self):
        """The model whose rows its cells name, or None."""
        return self.field.related_model

    @property
    def several(self):
        """Whether a cell may name more than one."""
        return bool(self.field.many_to_many)

    @property
    def empty(self):
        """What an empty cell means, as a document holds it."""
        if self.several:
            return []
        return None if self.field.null or self.target else self.field.get_default()

    @property
    def is_required(self):
        """Whether a row cannot do without it. Keys of new rows are made."""
        if self.name in {"slug", "key", "entry"}:
            return self.name == "entry"
        return not (self.field.null or self.field.blank or self.field.has_default())


@dataclass(frozen=True)
class Sheet:
    """One sheet: the part of a document that it holds ("" for the fields of the entry itself)."""

    part: str
    title: str
    key: str
    columns: tuple

    @property
    def model(self):
        """What a row is."""
        return self.columns[0].field.model

    def column(self, name):
        """The column with this name in the document."""
        return next(column for column in self.columns if column.name == name)

    def match(self, heads):
        """The column under each head, None where it is not one of this sheet."""
        by_head = {danish.fold(column.head): column for column in self.columns}
        return [by_head.get(danish.fold(head)) for head in heads]

    def known(self, heads):
        """How many of these heads are of this sheet."""
        return sum(column is not None for column in self.match(heads))


_FIELD_NAMES = {
    (Claim, "entry"): "intervention",
    (Ledger, "entry"): "intervention",
    (Relation, "entry"): "from_entry",
    (Relation, "to"): "to_entry",
}


def _columns(model, *names):
    fields = {
        name: model._meta.get_field(_FIELD_NAMES.get((model, name), name))
        for name in dict.fromkeys(names)
    }
    return tuple(
        Column(name, field, HELP.get((model, name)) or str(field.help_text))
        for name, field in fields.items()
    )


ENTRIES = Sheet(
    "",
    "Indsatser",
    "slug",
    _columns(Intervention, "slug", "title", "kind", "summary", *LINKS, *FIELDS),
)
CLAIMS = Sheet(
    "claims",
    "Udsagn",
    ROWS["claims"][0],
    _columns(
        Claim,
        *("key", "entry", "text", "kind", "source", "locator", "anchor", "position", "tier"),
        *CLAIM_FIELDS,
        "ledger",
    ),
)
LEDGERS = Sheet(
    "ledgers",
    "Opstillinger",
    ROWS["ledgers"][0],
    _columns(Ledger, "slug", "entry", *LEDGER_FIELDS),
)
RELATIONS = Sheet(
    "relations",
    "Forbindelser",
    ROWS["relations"][0],
    _columns(Relation, "entry", "to", *RELATION_FIELDS),
)
SHEETS = (ENTRIES, CLAIMS, LEDGERS, RELATIONS)
