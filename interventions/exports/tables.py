"""A table: the public rows of a model with their columns."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Model
from django.db.models.functions import Collate

from interventions.exports import kinds
from interventions.exports.fields import Field, of_model, table_name

# Texts in the order of their characters, whatever the language of the database.
_BY_CHARACTER = {"sqlite": "BINARY", "postgresql": "C"}
CHUNK = 100


@dataclass(frozen=True)
class Table:
    """`rows` gives a queryset of what the public may see; `key` are the columns that name a row.

    `path` says where the key stands, seen from the model: it sorts the rows of the package.
    """

    name: str
    title: str
    description: str
    fields: tuple
    key: tuple
    path: tuple
    rows: Callable
    model: type[Model] | None = None

    def field(self, name):
        """The column with this name."""
        return next(field for field in self.fields if field.name == name)

    def plain(self, row, site, without=()):
        """A row as JSON holds it."""
        return {
            field.name: field.plain(row, site) for field in self.fields if field.name not in without
        }

    def cells(self, row, site):
        """A row as people read it."""
        return [field.cell(row, site) for field in self.fields]

    @property
    def heads(self):
        """What stands above the columns that people read."""
        return [field.head for field in self.fields]

    @property
    def columns(self):
        """The columns of the data package."""
        return [field for field in self.fields if field.in_package]

    @property
    def links(self):
        """A table for each column that names several rows: one row a pair."""
        return [
            _links(self, field)
            for field in self.fields
            if isinstance(field.kind, kinds.Several) and not field.derived
        ]

    def sorted_rows(self):
        """All public rows in the order of their key, a chunk at a time."""
        collation = _BY_CHARACTER[connection.vendor]
        order = [Collate(name, collation) for name in self.path]
        return self.rows().order_by(*order).iterator(chunk_size=CHUNK)


def of(model, title, description, rows, columns, key=("slug",), path=None):
    """The table of a model.

    `columns` says of each name what it means, where needed with the words for "not stated"; a name
    that is no field of the model comes with its Field.
    """
    fields = [
        said
        if isinstance(said, Field)
        else of_model(model, name, *((said,) if isinstance(said, str) else said))
        for name, said in columns.items()
    ]
    return Table(
        table_name(model), title, description, tuple(fields), key, path or key, rows, model
    )


def _links(table, field):
    """The pairs of a many-to-many field, as far as their owner is public."""
    relation = getattr(table.model, field.name).field
    owner, target = relation.m2m_field_name(), relation.m2m_reverse_field_name()

    def rows():
        through = relation.remote_field.through.objects
        return through.filter(**{f"{owner}__in": table.rows().order_by()}).select_related(
            owner, target
        )

    return Table(
        name=f"{table.name}_{field.name}",
        title=f"{table.title}: {field.head.lower()}",
        description=f"Et par i hver række. {field.description}",
        fields=tuple(
            Field(name, head, kinds.One(table=other), said, _attribute(name))
            for name, head, other, said in (
                (owner, table.title, table.name, "Rækken, der har værdien."),
                (target, field.head, field.kind.table, "Værdien."),
            )
        ),
        key=(owner, target),
        path=(f"{owner}__slug", f"{target}__slug"),
        rows=rows,
    )


def _attribute(name):
    return lambda row: getattr(row, name)
