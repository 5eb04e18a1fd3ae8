"""Glue between addresses, querysets and templates, one file per noun."""

from interventions.views.detail import intervention_detail
from interventions.views.list import intervention_list
from interventions.views.sources import evidence, source_detail, source_list
from interventions.views.themes import theme_detail, theme_list

__all__ = [
    "evidence",
    "intervention_detail",
    "intervention_list",
    "source_detail",
    "source_list",
    "theme_detail",
    "theme_list",
]
