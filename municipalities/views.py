"""The map with its list, and one page per municipality."""

from itertools import groupby

from django.shortcuts import get_object_or_404, render

from municipalities import danish, tile_map
from municipalities.models import Municipality


def municipality_list(request):
    """All municipalities on the tile map and, as its twin, by region. Two queries."""
    tiles = tile_map.tiles()
    by_region = sorted(tiles, key=lambda tile: tile.municipality.region.sort_key)
    regions = [
        (region, list(members))
        for region, members in groupby(by_region, key=lambda tile: tile.municipality.region)
    ]
    return render(
        request,
        "municipalities/list.html",
        {"panels": tile_map.panels(tiles), "regions": regions},
    )


def municipality_detail(request, slug):
    """A municipality's entries, its own and the shared ones. At most 10 queries."""
    municipality = get_object_or_404(Municipality.objects.with_region(), slug=slug)
    entries = list(
        municipality.interventions.published()
        .in_order_of_evidence()
        .with_card()
        .prefetch_related("relations_out__to_entry")
    )
    own = [entry for entry in entries if len(entry.municipalities.all()) == 1]
    themes = {theme.pk: theme for entry in entries for theme in entry.themes.all()}
    organisations = {one.pk: one for entry in entries for one in entry.organisations.all()}
    resembled = {}
    for entry in entries:
        for relation in entry.relations_out.all():
            if relation.to_entry.is_public:
                resembled.setdefault(relation.to_entry, []).append(relation)
    others = Municipality.objects
    return render(
        request,
        "municipalities/detail.html",
        {
            "municipality": municipality,
            "own": own,
            "shared": [entry for entry in entries if entry not in own],
            "themes": sorted(themes.values(), key=lambda theme: theme.position),
            "organisations": sorted(
                organisations.values(), key=lambda one: danish.sort_key(one.name)
            ),
            "resembled": resembled,
            "others": others.doing_the_same(municipality, themes.values())
            if entries
            else others.filter(region=municipality.region).named_by(others.public_entries()),
        },
    )
