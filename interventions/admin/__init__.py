"""The editors' admin, one file per noun."""

from interventions.admin.claims import ClaimAdmin
from interventions.admin.entrances import EntranceAdmin
from interventions.admin.evidence import EvidenceTierAdmin
from interventions.admin.interventions import InterventionAdmin
from interventions.admin.ledgers import LedgerAdmin
from interventions.admin.organisations import OrganisationAdmin
from interventions.admin.proposals import ProposalAdmin
from interventions.admin.relations import RelationAdmin
from interventions.admin.sources import SourceAdmin
from interventions.admin.synonyms import SynonymSetAdmin
from interventions.admin.vocabularies import (
    CharacteristicAdmin,
    PhaseAdmin,
    ProgrammeAdmin,
    TargetGroupAdmin,
    ThemeAdmin,
)

__all__ = [
    "CharacteristicAdmin",
    "ClaimAdmin",
    "EntranceAdmin",
    "EvidenceTierAdmin",
    "InterventionAdmin",
    "LedgerAdmin",
    "OrganisationAdmin",
    "PhaseAdmin",
    "ProgrammeAdmin",
    "ProposalAdmin",
    "RelationAdmin",
    "SourceAdmin",
    "SynonymSetAdmin",
    "TargetGroupAdmin",
    "ThemeAdmin",
]
