"""The tile map: one square per municipality, marked by what the sources tell of it."""

from collections import Counter
from dataclasses import dataclass

from municipalities.models import Municipality

# Columns left and right of the empty one that stands for the Great Belt.
GREAT_BELT = 9
TILE = 40
SQUARE = 36


@dataclass(frozen=True)
class Tile:
    """One municipality; `own` and `shared` count its public entries, `x` and `y` are SVG units."""

    municipality: Municipality
    own: int
    shared: int
    x: int
    y: int

    @property
    def text_x(self):
        """The middle of the square."""
        return self.x + SQUARE // 2

    @property
    def label_y(self):
        """The label's base line: higher when a count stands below it."""
        return self.y + (14 if self.count else 22)

    @property
    def count_y(self):
        """The count's base line."""
        return self.y + 30

    @property
    def count(self):
        """All its entries."""
        return self.own + self.shared

    @property
    def mark(self):
        """`own`, `shared` (only together with others) or `none`."""
        if self.own:
            return "own"
        return "shared" if self.shared else "none"

    @property
    def description(self):
        """What the mark says, in words."""
        if not self.count:
            return "ingen case i kilderne"
        noun = "indsats" if self.count == 1 else "indsatser"
        together = " sammen med andre" if not self.own else ""
        return f"{self.count} {noun}{together}"


@dataclass(frozen=True)
class Panel:
    """One half of the country, drawn as an SVG of its own so that it fits a phone."""

    name: str
    tiles: list
    columns: int
    width: int
    height: int


def tiles():
    """A tile for each municipality, in Danish order. Two queries."""
    links = Municipality.objects.entry_links()
    municipalities_of = Counter(entry for entries in links.values() for entry in entries)
    result = []
    for municipality in Municipality.objects.with_region():
        entries = links.get(municipality.pk, [])
        own = sum(municipalities_of[entry] == 1 for entry in entries)
        result.append(
            Tile(
                municipality,
                own,
                len(entries) - own,
                municipality.tile_column * TILE,
                municipality.tile_row * TILE,
            )
        )
    return result


def panels(all_tiles):
    """West and east of the Great Belt, each cropped to its own tiles. No query."""
    west = [tile for tile in all_tiles if tile.municipality.tile_column < GREAT_BELT]
    east = [tile for tile in all_tiles if tile.municipality.tile_column >= GREAT_BELT]
    named = (("Jylland og Fyn", west), ("Sjælland, øerne og Bornholm", east))
    return [_panel(name, half) for name, half in named if half]


def _panel(name, half):
    left, top = min(tile.x for tile in half), min(tile.y for tile in half)
    moved = [
        Tile(tile.municipality, tile.own, tile.shared, tile.x - left, tile.y - top) for tile in half
    ]
    width = max(tile.x for tile in moved) + TILE
    height = max(tile.y for tile in moved) + TILE
    return Panel(name, moved, width // TILE, width, height)
