"""Glue between addresses, querysets and templates, one file per noun."""

from interventions.views.comparison import brief, compare
from interventions.views.detail import intervention_detail
from interventions.views.evidence_map import evidence_map
from interventions.views.figures import figures
from interventions.views.guide import guide
from interventions.views.list import intervention_list
from interventions.views.proposals import proposal_form, proposal_thanks
from interventions.views.sources import evidence, source_detail, source_list
from interventions.views.suggestions import suggestion_list
from interventions.views.themes import theme_detail, theme_list

__all__ = [
    "brief",
    "compare",
    "evidence",
    "evidence_map",
    "figures",
    "guide",
    "intervention_detail",
    "intervention_list",
    "proposal_form",
    "proposal_thanks",
    "source_detail",
    "source_list",
    "suggestion_list",
    "theme_detail",
    "theme_list",
]
