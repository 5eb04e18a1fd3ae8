"""The models, one file per noun."""

from interventions.models.claims import Claim
from interventions.models.entrances import Entrance
from interventions.models.evidence import EvidenceTier
from interventions.models.former_slugs import FormerSlug
from interventions.models.interventions import Intervention
from interventions.models.ledgers import Ledger
from interventions.models.organisations import Organisation
from interventions.models.relations import Relation
from interventions.models.search import SearchTerm, SynonymSet
from interventions.models.sources import Source
from interventions.models.versions import Version
from interventions.models.vocabularies import (
    Characteristic,
    Phase,
    Programme,
    TargetGroup,
    Theme,
)

__all__ = [
    "Characteristic",
    "Claim",
    "Entrance",
    "EvidenceTier",
    "FormerSlug",
    "Intervention",
    "Ledger",
    "Organisation",
    "Phase",
    "Programme",
    "Relation",
    "SearchTerm",
    "Source",
    "SynonymSet",
    "TargetGroup",
    "Theme",
    "Version",
]
