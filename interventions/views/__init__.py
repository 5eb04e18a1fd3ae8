"""Glue between addresses, querysets and templates, one file per noun."""

from interventions.views.citation import intervention_bib, intervention_ris
from interventions.views.comparison import brief, compare
from interventions.views.data import (
    data,
    data_descriptor,
    data_examples,
    data_openapi,
    data_package,
    data_table,
)
from interventions.views.detail import intervention_detail
from interventions.views.evidence_map import evidence_map
from interventions.views.figures import figures
from interventions.views.formats import (
    intervention_json,
    interventions_csv,
    interventions_json,
    interventions_xlsx,
)
from interventions.views.guide import guide
from interventions.views.history import intervention_history
from interventions.views.list import intervention_list
from interventions.views.news import news, news_feed
from interventions.views.proposals import proposal_form, proposal_thanks
from interventions.views.sources import evidence, source_detail, source_list
from interventions.views.suggestions import suggestion_list
from interventions.views.themes import theme_detail, theme_list

__all__ = [
    "brief",
    "compare",
    "data",
    "data_descriptor",
    "data_examples",
    "data_openapi",
    "data_package",
    "data_table",
    "evidence",
    "evidence_map",
    "figures",
    "guide",
    "intervention_bib",
    "intervention_detail",
    "intervention_history",
    "intervention_json",
    "intervention_list",
    "intervention_ris",
    "interventions_csv",
    "interventions_json",
    "interventions_xlsx",
    "news",
    "news_feed",
    "proposal_form",
    "proposal_thanks",
    "source_detail",
    "source_list",
    "suggestion_list",
    "theme_detail",
    "theme_list",
]
