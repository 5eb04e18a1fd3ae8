"""How to cite an entry: one sentence, BibTeX and RIS, all of the version that the public reads."""

from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from municipalities import danish

NAME = "SOSU-videnbasen"
# What means something to TeX; the tilde, the caret and the backslash have no short form.
_TEX = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_"}
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}
    # BibTeX counts braces, those after a backslash too.
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Citation:
    """What a citation names. The day is that of the version, not that of the visit."""

    slug: str
    title: str
    summary: str
    version: int
    day: date
    address: str

    @property
    def publisher(self):
        """Who runs the site, if that is known."""
        return settings.SITE_OWNER or NAME

    @property
    def sentence(self):
        """As a reader pastes it into a text."""
        day = date_format(self.day, "j. F Y")
        return f"{NAME}: “{self.title}”, version {self.version}, {day}. {self.address}"

    def file_name(self, ending):
        """What the downloaded file is called."""
        return f"{self.slug}-version-{self.version}.{ending}"

    @property
    def bibtex(self):
        """One entry, read by BibTeX and biblatex alike; letters stay as they are, in UTF-8."""
        day = date_format(self.day, "j. F Y")
        # Two braces keep the case of a title, and a corporate name in one piece.
        fields = {
            "author": f"{{{{{NAME}}}}}",
            "title": f"{{{{{_tex(self.title)}}}}}",
            "year": f"{{{self.day.year}}}",
            "month": _MONTHS[self.day.month - 1],
            "version": f"{{{self.version}}}",
            "note": f"{{Version {self.version}, {day}}}",
            "publisher": f"{{{{{_tex(self.publisher)}}}}}",
            "langid": "{danish}",
            "url": f"{{{self.address}}}",
        }
        lines = [f"  {name} = {value}," for name, value in fields.items()]
        key = f"sosu-videnbasen:{self.slug}:{self.version}"
        return "\n".join([f"@misc{{{key},", *lines, "}", ""])

    @property
    def ris(self):
        """One record; each value on one line, lines end as the format asks."""
        pairs = [
            ("TY", "ELEC"),
            ("AU", NAME),
            ("TI", self.title),
            ("PY", f"{self.day:%Y}"),
            ("DA", f"{self.day:%Y/%m/%d}"),
            ("ET", f"Version {self.version}"),
            ("AB", self.summary),
            ("PB", self.publisher),
            ("LA", "da"),
            ("UR", self.address),
            ("ER", ""),
        ]
        return "".join(f"{tag}  - {danish.normalise(value)}\r\n" for tag, value in pairs)


# By the ending of the file: media type, and what writes it.
FORMATS = {
    "bib": ("application/x-bibtex; charset=utf-8", attrgetter("bibtex")),
    "ris": ("application/x-research-info-systems; charset=utf-8", attrgetter("ris")),
}


def of(entry, address):
    """The citation of an entry that was read with its public version; `address` is absolute."""
    return Citation(
        slug=entry.slug,
        title=entry.title,
        summary=entry.summary,
        version=entry.public_version,
        day=timezone.localdate(entry.public_since),
        address=address,
    )


def _tex(text):
    return danish.normalise(text).translate(_TEX)
