"""Links and offers that keep what the reader has picked. They read `selection` of the context."""

from operator import attrgetter
from urllib.parse import urlencode

from django import template
from django.shortcuts import resolve_url

from interventions.selection import NOTHING

register = template.Library()


@register.simple_tag(takes_context=True)
def carry(context, to, query="", **parameters):
    """The address of a page, with what is picked. `to` is a row that has a page, or a URL name.

    A query string or parameters for that page come first, and a fragment stays last.
    """
    address, hash_mark, fragment = resolve_url(to).partition("#")
    path, _, own = address.partition("?")
    selected = context.get("selection", NOTHING).query
    queries = "&".join(filter(None, [own, query, urlencode(parameters), selected]))
    return f"{path}{'?' if queries else ''}{queries}{hash_mark}{fragment}"


@register.simple_tag(takes_context=True)
def choice_of(context, entry):
    """The `Choice` that this page offers about an entry."""
    return context.get("selection", NOTHING).choice(entry.slug, _address_with(context))


@register.simple_tag(takes_context=True)
def unpicked(context):
    """This page's query string with nothing picked."""
    return _address_with(context)(NOTHING)


def _address_with(context):
    """What makes this page's query string of a selection: the view's own, if it has parameters."""
    return context.get("address_with", attrgetter("query"))
