"""Which state of the content a file holds: its version, its licence, and how to cite it."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from interventions import content_version
from interventions.citation import NAME
from interventions.exports.shapes import Licence
from interventions.models import ContentVersion

RIGHTS = (
    "Licensen gælder redaktionens egne tekster. Kilderne tilhører deres udgivere; her står kun "
    "deres titel, adresse og højst otte ord ad gangen, så stedet kan findes igen."
)


@dataclass(frozen=True)
class Edition:
    """The content as it is now, seen from the address of this site (`https://viden.example.dk`)."""

    version: ContentVersion
    site: str

    @property
    def number(self):
        """The content version."""
        return self.version.number

    @property
    def changed_at(self):
        """When the content last changed."""
        return self.version.changed_at

    @property
    def date(self):
        """The Danish day of the last change."""
        return timezone.localdate(self.changed_at)

    @property
    def name(self):
        """The version and its date in words: “version 12 af 25. november 2026”."""
        return f"version {self.number} af {date_format(self.date, 'j. F Y')}"

    @property
    def licence(self):
        """The licence of our own texts."""
        return Licence(settings.DATA_LICENCE, settings.DATA_LICENCE_NAME, settings.DATA_LICENCE_URL)

    @property
    def citation(self):
        """The line to cite the base with."""
        owner = f" {settings.SITE_OWNER}." if settings.SITE_OWNER else ""
        address = f"{self.site}{reverse('data')}"
        return f"{NAME}, {self.name}.{owner} {address}. {self.licence.name}."

    @property
    def etag(self):
        """Equal as long as the content, the code that writes it and the settings in it are equal.

        Weak: a workbook carries the time at which it was packed.
        """
        parts = (self.changed_at.isoformat(), _code(), self.citation, repr(self.licence))
        return f'W/"{self.number}-{sha256("|".join(parts).encode()).hexdigest()[:16]}"'

    def file_name(self, stem, extension):
        """What a downloaded file is called: `sosu-indsatser-v12-2026-11-25.csv`."""
        return f"{stem}-v{self.number}-{self.date.isoformat()}.{extension}"


def current(request):
    """The edition that a request gets. One query."""
    return Edition(content_version.current(), f"{request.scheme}://{request.get_host()}")


@cache
def _code():
    """A digest of the apps' code: a new release may write the same content in another way."""
    digest = sha256()
    root = Path(__file__).resolve().parents[2]
    for app in ("interventions", "municipalities"):
        for path in sorted((root / app).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
