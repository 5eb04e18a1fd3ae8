"""Every public table, in the order of the data package."""

from interventions.exports import kinds, tables
from interventions.exports.entries import ENTRIES
from interventions.exports.fields import Field
from interventions.models import (
    Characteristic,
    Claim,
    Entrance,
    EvidenceTier,
    Intervention,
    Ledger,
    Organisation,
    Phase,
    Programme,
    Relation,
    Source,
    TargetGroup,
    Theme,
)
from municipalities.models import Municipality, Region

PLACE = "Pladsen i rækkefølgen."
VOCABULARY = {
    "slug": "Værdiens faste navn i adresser og i listens filtre.",
    "name": "Værdiens navn.",
    "description": "Hvad værdien betyder.",
    "position": PLACE,
}


def _published():
    return Intervention.objects.published().order_by()


CLAIMS = tables.of(
    Claim,
    "Udsagn",
    "Én sætning i hver række, med redaktionens ord, sin kilde og højst ét tal. Tallene er "
    "enkeltstående: de kan ikke lægges sammen.",
    lambda: Claim.objects.public().select_related("intervention", "source", "tier", "ledger"),
    {
        "key": "Udsagnets faste navn. På siderne er det også stedet: #p-<nøgle>.",
        "intervention": "Indsatsen. Tom for udsagn, der er rammen om alle indsatser fra kilden.",
        "text": "Hele sætningen med redaktionens ord.",
        "kind": "Hvad udsagnet handler om.",
        "source": "Kilden, udsagnet bygger på.",
        "locator": "Hvor i kilden det står.",
        "anchor": "Højst otte ord, ordret fra kilden, så stedet kan findes igen.",
        "position": "Udsagnets nummer i kildens rækkefølge.",
        "tier": "Evidensniveauet. Kun på vurderinger.",
        "qualifier": "Hvad kilden siger foran tallet, fx cirka eller over.",
        "value": "Tallet, som kilden giver det.",
        "unit": "Tallets enhed.",
        "counts": "Hvad tallet tæller.",
        "does_not_count": "Hvad tallet ikke tæller.",
        "counted_by_us": "Om redaktionen selv har talt; ellers står tallet i kilden.",
        "sample_size": "Ud af hvor mange.",
        "comparison": "Hvad tallet er sammenlignet med.",
        "period_from": "Det første år, tallet gælder.",
        "period_to": "Det sidste år, tallet gælder.",
        "recurrence": "Hvor tit beløbet gives. Tom, når kilden ikke siger det.",
        "ledger": "Opstillingen, tallet står i ved siden af andre kilders tal.",
    },
    key=("key",),
)
LEDGERS = tables.of(
    Ledger,
    "Opstillinger",
    "Tal fra flere kilder om det, der ligner det samme. De står ved siden af hinanden og regnes "
    "aldrig sammen.",
    lambda: Ledger.objects.filter(intervention__in=_published()).select_related("intervention"),
    {
        "slug": "Opstillingens faste navn.",
        "intervention": "Indsatsen.",
        "title": "Hvad tallene handler om.",
        "sentence": "Hvorfor tallene ikke kan sammenlignes.",
        "position": PLACE,
    },
)
RELATIONS = tables.of(
    Relation,
    "Forbindelser",
    "Hvordan to indsatser ligner hinanden. En vurdering følger aldrig med.",
    lambda: (
        Relation.objects.to_published().from_published().select_related("from_entry", "to_entry")
    ),
    {
        "from_entry": "Den ene indsats.",
        "to_entry": "Den anden indsats.",
        "kind": "Hvor meget de ligner hinanden.",
        "sentence": "Ligheden i én sætning, der kan læses fra begge sider.",
    },
    key=("from_entry", "to_entry"),
    path=("from_entry__slug", "to_entry__slug"),
)
DATE_IN_WORDS = Field(
    "published_text",
    "Dato",
    kinds.Text(),
    "Datoen så nøjagtigt, som den er kendt.",
    lambda source: source.published_text,
    derived=True,
)
SOURCES = tables.of(
    Source,
    "Kilder",
    "De offentlige tekster, som udsagnene bygger på. Teksterne tilhører deres udgivere.",
    lambda: Source.objects.public(),
    {
        "slug": "Kildens faste navn i adresser.",
        "title": "Kildens titel.",
        "publisher": "Hvem der har udgivet den.",
        "kind": "Hvad slags kilde det er.",
        "published_text": DATE_IN_WORDS,
        "published": "Udgivelsesdagen; den første i måneden eller året, når dagen mangler.",
        "published_precision": "Hvor nøjagtig udgivelsesdatoen er.",
        "url": "Hvor kilden kan læses.",
        "read_on": "Dagen, redaktionen læste den.",
        "excerpt": "Om kun begyndelsen af siden er læst.",
        "note": "En bemærkning til læseren.",
        "position": PLACE,
    },
)
TIERS = tables.of(
    EvidenceTier,
    "Evidensniveauer",
    "De niveauer, en kilde kan give. “Ikke vurderet” er intet niveau, men fraværet af et.",
    lambda: EvidenceTier.objects.select_related("source"),
    {
        "slug": "Niveauets faste navn i adresser og i listens filtre.",
        "rank": "Trinnet; 3 er det øverste.",
        "name": "Niveauets navn.",
        "plural": "Navnet i flertal.",
        "rated_by": "Hvem der giver niveauet.",
        "scope": "Hvad niveauet gælder.",
        "definition": "Hvad niveauet betyder.",
        "does_not_say": "Hvad niveauet ikke siger.",
        "next_step": "Redaktionens eget råd om næste skridt.",
        "source": "Kilden til niveauet.",
        "locator": "Hvor i kilden det står.",
    },
)
THEMES = tables.of(
    Theme,
    "Temaer",
    "Hvad indsatser handler om.",
    Theme.objects.all,
    VOCABULARY | {"question": "Problemet i læserens ord."},
)
TARGET_GROUPS = tables.of(
    TargetGroup, "Målgrupper", "Hvem indsatser er for.", TargetGroup.objects.all, VOCABULARY
)
PHASES = tables.of(
    Phase, "Faser", "Hvornår i uddannelsen indsatser sætter ind.", Phase.objects.all, VOCABULARY
)
PROGRAMMES = tables.of(
    Programme, "Uddannelser", "SOSU-uddannelserne.", Programme.objects.all, VOCABULARY
)
CHARACTERISTICS = tables.of(
    Characteristic,
    "Tværgående kendetegn",
    "Træk, som en rapport finder på tværs af indsatser. At et træk er sat på en indsats, er "
    "redaktionens læsning.",
    lambda: Characteristic.objects.select_related("source"),
    VOCABULARY | {"source": "Kilden til kendetegnet.", "locator": "Hvor i kilden det står."},
)
ORGANISATIONS = tables.of(
    Organisation,
    "Organisationer",
    "Skoler, regioner, stat og foreninger bag offentlige indsatser. Aldrig personer.",
    lambda: Organisation.objects.public(),
    {
        "slug": "Organisationens faste navn.",
        "name": "Organisationens navn.",
        "kind": "Hvad slags organisation det er.",
        "url": "Organisationens egen hjemmeside.",
    },
)
MUNICIPALITIES = tables.of(
    Municipality,
    "Kommuner",
    "Alle 98 kommuner.",
    lambda: Municipality.objects.with_region(),
    {
        "slug": "Kommunens faste navn i adresser og i listens filtre.",
        "code": "Danmarks Statistiks kommunekode, tre cifre.",
        "name": "Kort navn.",
        "long_name": "Fuldt navn.",
        "region": "Regionen, kommunen ligger i.",
    },
)
REGIONS = tables.of(
    Region,
    "Regioner",
    "Regionerne, som de er nu.",
    Region.objects.all,
    {
        "slug": "Regionens faste navn i adresser og i listens filtre.",
        "code": "Regionens kode, fire cifre.",
        "name": "Regionens navn.",
    },
)
ENTRANCES = tables.of(
    Entrance,
    "Indgange",
    "Problemerne på forsiden i læserens ord, og de filtre, de fører til.",
    Entrance.objects.all,
    {
        "slug": "Indgangens faste navn.",
        "question": "Problemet i læserens ord.",
        "position": PLACE,
        "themes": "Temaer, som indgangen vælger.",
        "target_groups": "Målgrupper, som indgangen vælger.",
        "phases": "Faser, som indgangen vælger.",
    },
)

# What readers filter by, apart from tiers and places.
VOCABULARIES = (THEMES, TARGET_GROUPS, PHASES, PROGRAMMES, CHARACTERISTICS)
TABLES = (
    ENTRIES,
    CLAIMS,
    LEDGERS,
    RELATIONS,
    SOURCES,
    TIERS,
    *VOCABULARIES,
    ORGANISATIONS,
    MUNICIPALITIES,
    REGIONS,
    ENTRANCES,
)


def package_tables():
    """The tables of the data package by name: those above, then their links."""
    links = [link for table in TABLES for link in table.links]
    return {table.name: table for table in (*TABLES, *links)}
