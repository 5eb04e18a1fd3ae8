"""The table of entries: what stands on each, and what is worked out from its claims."""

from interventions import entry_page
from interventions.exports import kinds, tables
from interventions.exports.fields import Field
from interventions.models import Intervention
from interventions.querysets import Documentation

NOT_STATED = "Ikke oplyst i kilden"
UNRATED = "Ikke vurderet i kilderne"
NO_MUNICIPALITY = "Ingen kommune nævnt"


def _tier(entry):
    return kinds.Named(entry.tier_slug, entry.tier_name) if entry.tier_slug else None


def _gaps(entry):
    return entry_page.gaps(entry, list(entry.claims.all()))


def _regions(entry):
    regions = {place.region_id: place.region for place in entry.municipalities.all()}
    return sorted(regions.values(), key=lambda region: region.sort_key)


def _sources(entry):
    return list({claim.source_id: claim.source for claim in entry.claims.all()}.values())


TIER = Field(
    "tier",
    "Evidensniveau",
    kinds.One(table="evidence_tiers"),
    "Det niveau, en kilde giver indsatsen. Uden niveau er den ikke vurderet; det er ikke en lav "
    "karakter. Niveauet følger aldrig med fra en beslægtet indsats.",
    _tier,
    optional=True,
    unstated=UNRATED,
)
RATED_BY = Field(
    "rated_by",
    "Vurderet af",
    kinds.Text(),
    "Hvem der giver niveauet.",
    lambda entry: entry.tier_rater,
    optional=True,
)
DOCUMENTATION = Field(
    "documentation",
    "Dokumentation",
    kinds.Choice(options=tuple(Documentation.choices)),
    "Hvad det oplyste resultat hviler på. Udledt af udsagnene.",
    lambda entry: entry.documentation,
)
REGIONS = Field(
    "regions",
    "Regioner",
    kinds.Several(table="regions"),
    "De regioner, kommunerne ligger i. Udledt af kommunerne.",
    _regions,
    unstated=NO_MUNICIPALITY,
    derived=True,
)
GAPS = Field(
    "not_stated",
    NOT_STATED,
    kinds.Words(),
    "Hvad kilderne ikke siger om indsatsen. Udledt af det, der mangler.",
    _gaps,
)
SOURCES = Field(
    "sources",
    "Kilder",
    kinds.Several(table="sources"),
    "De kilder, udsagnene bygger på.",
    _sources,
    derived=True,
)
PUBLISHED = Field(
    "published_on",
    "Først udgivet",
    kinds.Day(),
    "Dagen, hvor indsatsen første gang stod her.",
    lambda entry: entry.first_public_on,
    optional=True,
)
VERSION = Field(
    "version",
    "Version",
    kinds.Whole(),
    "Den version, siden viser; den, en henvisning nævner.",
    lambda entry: entry.public_version,
)
UPDATED = Field(
    "updated_on",
    "Ændret den",
    kinds.Day(),
    "Dagen, den version blev offentlig.",
    lambda entry: entry.public_since,
)
URL = Field(
    "url",
    "Siden på nettet",
    kinds.OwnPage(),
    "Indsatsens side med alle udsagn og deres kilder.",
    lambda entry: entry.get_absolute_url(),
)

ENTRIES = tables.of(
    Intervention,
    "Indsatser",
    "Indsatstyper, projekter, kommunal praksis, planer og nationale initiativer. Hvad der siges om "
    "verden, står i udsagnene.",
    lambda: Intervention.objects.published().with_whole(),
    {
        "slug": "Indsatsens faste navn i adresser.",
        "title": "Indsatsens navn.",
        "kind": "Hvad slags indsats det er.",
        "summary": "Kort fortalt med redaktionens ord. Siger intet, som udsagnene ikke siger.",
        "tier": TIER,
        "rated_by": RATED_BY,
        "documentation": DOCUMENTATION,
        "themes": "Hvad indsatsen handler om.",
        "target_groups": ("Hvem indsatsen er for.", NOT_STATED),
        "phases": ("Hvornår i uddannelsen indsatsen sætter ind.", NOT_STATED),
        "programmes": ("De uddannelser, som kilden fremhæver.", NOT_STATED),
        "characteristics": "Tværgående kendetegn. Redaktionens egen læsning.",
        "municipalities": ("De kommuner, kilden nævner.", NO_MUNICIPALITY),
        "regions": REGIONS,
        "organisations": ("Skoler, regioner, stat og foreninger bag.", "Ingen organisation nævnt"),
        "running_state": ("Om indsatsen er i gang.", NOT_STATED),
        "running_as_of": "Dagen, status gælder fra. Tom, når kilden er udateret.",
        "start_year": "Året, indsatsen begyndte. Tom, når kilden ikke siger det.",
        "start_month": "Måneden, indsatsen begyndte, 1 til 12. Tom, når kilden ikke siger det.",
        "not_stated": GAPS,
        "sources": SOURCES,
        "reviewed_on": "Dagen, en redaktør sidst holdt indsatsen op mod kilderne. Tom, når det "
        "endnu ikke er sket.",
        "published_on": PUBLISHED,
        "version": VERSION,
        "updated_on": UPDATED,
        "url": URL,
    },
)
