"""Marks hits in what a list shows, where there was a search."""

from django import template

from interventions.search.marking import marked

register = template.Library()


@register.simple_tag(takes_context=True)
def hits_in(context, text):
    """The text, with `<mark>` around what the page's search found; plain on other pages."""
    terms = context.get("search_terms")
    return marked(text, terms) if terms else text
