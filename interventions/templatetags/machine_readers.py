"""What the head of a page tells to machines."""

import json

from django import template
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from interventions import structured_data

register = template.Library()

# Within a script element these could end it or begin a comment.
_ESCAPES = {ord(char): f"\\u{ord(char):04X}" for char in "<>&"}


@register.filter
def json_ld(data):
    """Data as JSON-LD: a data block, which our content security policy lets be, for it runs not."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308


@register.simple_tag(takes_context=True)
def breadcrumbs(context, *steps):
    """The way to the page as JSON-LD: name, path, name, path, …, and the page's own name.

    A step without a name is left out.
    """
    request = context["request"]
    pairs = zip(steps[::2], [*steps[1::2], request.path], strict=True)
    pairs = [(name, path) for name, path in pairs if name]
    site = f"{request.scheme}://{request.get_host()}"
    return json_ld(structured_data.breadcrumbs(site, pairs))


@register.simple_tag(takes_context=True)
def again(context, block):
    """What stands in a block of the page, for a second place; not within an include."""
    return context.render_context[BLOCK_CONTEXT_KEY].get_block(block).render(context)
