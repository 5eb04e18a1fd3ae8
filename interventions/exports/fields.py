"""A column of a table: its name for machines, its head for people, what it means, where it is read.

What a model's own field says of itself (head, kind, whether it may be empty) is taken from there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from django.db import models
from django.utils.text import capfirst

from interventions.exports import kinds

WIDE = (models.TextField,)
LONG = 200


@dataclass(frozen=True)
class Field:
    """One column. `unstated` are the words that people read where a row has no value.

    `derived` columns are worked out from other tables, so the data package leaves them out.
    """

    name: str
    head: str
    kind: kinds.Kind
    description: str
    read: Callable
    optional: bool = False
    unstated: str = ""
    derived: bool = False

    @property
    def in_package(self):
        """Whether it is a column of the data package's own table."""
        apart = isinstance(self.kind, kinds.Several | kinds.OwnPage)
        return not (self.derived or apart)

    def value(self, row, site):
        """What the row has; the address of a page begins with that of the site."""
        value = self.read(row)
        return site + value if isinstance(self.kind, kinds.OwnPage) else value

    def plain(self, row, site):
        """The value as JSON holds it."""
        return self.kind.plain(self.value(row, site))

    def cell(self, row, site):
        """The value as people read it: a text, a number, a date or None."""
        value = self.kind.cell(self.value(row, site))
        return self.unstated or None if value in (None, "") else value

    def raw(self, row):
        """The value as the data package holds it; None becomes an empty cell."""
        return self.kind.raw(self.read(row))


def of_model(model, name, description, unstated=""):
    """The column of a model's field."""
    field = model._meta.get_field(name)
    read = attrgetter(name)
    if field.many_to_many:
        read = _all(name)
    return Field(
        name=name,
        head=capfirst(str(field.verbose_name)),
        kind=_kind(field),
        description=description,
        read=read,
        optional=bool((field.null or field.blank) and not field.many_to_many),
        unstated=unstated,
    )


def _all(name):
    return lambda row: getattr(row, name).all()


def _kind(field):
    """What the values of a model's field are."""
    if field.related_model:
        kind = kinds.Several if field.many_to_many else kinds.One
        return kind(table=table_name(field.related_model))
    if field.choices:
        return kinds.Choice(options=tuple(choice for choice in field.flatchoices if choice[0]))
    for field_class, kind in _KINDS:
        if isinstance(field, field_class):
            return kind
    return kinds.Text(wide=isinstance(field, WIDE) or (field.max_length or LONG) > LONG)


_KINDS = (
    (models.BooleanField, kinds.YesNo()),
    (models.DecimalField, kinds.Number()),
    (models.IntegerField, kinds.Whole()),
    (models.DateField, kinds.Day()),
    (models.URLField, kinds.Link()),
    (models.SlugField, kinds.Key()),
)


def table_name(model):
    """What the table of a model is called: `EvidenceTier` is in `evidence_tiers`."""
    words = "".join(f"_{char.lower()}" if char.isupper() else char for char in model.__name__)
    singular = words.removeprefix("_")
    return singular[:-1] + "ies" if singular.endswith("y") else singular + "s"
