"""The models, one file per noun."""

from interventions.models.claims import Claim
from interventions.models.content import ContentVersion
from interventions.models.entrances import Entrance
from interventions.models.evidence import EvidenceTier
from interventions.models.findings import AnchorFinding
from interventions.models.former_slugs import FormerSlug
from interventions.models.imports import ImportDraft
from interventions.models.interventions import Intervention
from interventions.models.ledgers import Ledger
from interventions.models.organisations import Organisation
from interventions.models.proposals import Proposal, ProposalQuota
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
    "AnchorFinding",
    "Characteristic",
    "Claim",
    "ContentVersion",
    "Entrance",
    "EvidenceTier",
    "FormerSlug",
    "ImportDraft",
    "Intervention",
    "Ledger",
    "Organisation",
    "Phase",
    "Programme",
    "Proposal",
    "ProposalQuota",
    "Relation",
    "SearchTerm",
    "Source",
    "SynonymSet",
    "TargetGroup",
    "Theme",
    "Version",
]
