"""What things mean, one file per noun."""

from interventions.querysets.claims import ClaimQuerySet
from interventions.querysets.entries import Documentation, InterventionQuerySet
from interventions.querysets.imports import ImportDraftQuerySet
from interventions.querysets.organisations import OrganisationQuerySet
from interventions.querysets.proposals import ProposalQuerySet, ProposalQuotaQuerySet
from interventions.querysets.relations import RelationQuerySet
from interventions.querysets.sources import SourceQuerySet
from interventions.querysets.versions import VersionQuerySet
from interventions.querysets.vocabularies import TierQuerySet, VocabularyQuerySet

__all__ = [
    "ClaimQuerySet",
    "Documentation",
    "ImportDraftQuerySet",
    "InterventionQuerySet",
    "OrganisationQuerySet",
    "ProposalQuerySet",
    "ProposalQuotaQuerySet",
    "RelationQuerySet",
    "SourceQuerySet",
    "TierQuerySet",
    "VersionQuerySet",
    "VocabularyQuerySet",
]
