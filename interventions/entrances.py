"""What each entrance leads to: the list's address, and how many entries stand there."""

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import CharField, Count, F, Q, Value

from interventions.filters import InterventionFilterSet
from interventions.models import Entrance, Intervention

# The facets that an entrance may set, in the order of the list's address.
RELATIONS = {"tema": "themes", "maalgruppe": "target_groups", "fase": "phases"}


@dataclass(frozen=True)
class Tile:
    """An entrance as a reader meets it; `count` is the length of the list at `query`."""

    slug: str
    question: str
    sets: str
    query: str
    count: int


def _facets_of(entrances):
    """{entrance: {facet: {slug: name}}}, every facet in the order of its vocabulary. One query."""
    first, *rest = [
        Entrance.objects.filter(pk__in=[entrance.pk for entrance in entrances])
        .filter(**{f"{relation}__isnull": False})
        .order_by()
        .values_list(
            "pk",
            Value(name, CharField()),
            F(f"{relation}__position"),
            F(f"{relation}__name"),
            F(f"{relation}__slug"),
        )
        for name, relation in RELATIONS.items()
    ]
    result = defaultdict(lambda: {name: {} for name in RELATIONS})
    for entrance, facet, _position, name, slug in sorted(first.union(*rest, all=True)):
        result[entrance][facet][slug] = name
    return result


def _meets(facets):
    """The condition that the list makes of these facets."""
    filters = InterventionFilterSet.base_filters
    found = Intervention.objects.published()
    for name, values in facets.items():
        found = filters[name].filter(found, list(values))
    return Q(pk__in=found.values("pk"))


def _names(facets):
    """What is set, in words; a theme and a phase of one name are named once."""
    return ", ".join(dict.fromkeys(name for values in facets.values() for name in values.values()))


def tiles(entrances):
    """One tile for each entrance, in the order given. Two queries besides theirs."""
    entrances = list(entrances)
    if not entrances:
        return []
    facets = _facets_of(entrances)
    counts = Intervention.objects.published().aggregate(
        **{
            f"n{entrance.pk}": Count("pk", filter=_meets(facets[entrance.pk]))
            for entrance in entrances
        }
    )
    return [
        Tile(
            entrance.slug,
            entrance.question,
            _names(facets[entrance.pk]),
            urlencode(
                [(facet, slug) for facet, values in facets[entrance.pk].items() for slug in values]
            ),
            counts[f"n{entrance.pk}"],
        )
        for entrance in entrances
    ]


def load():
    """The entrances that lead somewhere: those with a facet and an entry. Three queries."""
    return [tile for tile in tiles(Entrance.objects.all()) if tile.query and tile.count]
