"""Marks what a search found in a text."""

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe

from interventions.search import analysis


def marked(text, terms):
    """The text as HTML, with `<mark>` around each word that one of the terms finds."""
    pieces, end = [], 0
    for word in analysis.found_by(text):
        if terms.intersection(word.terms):
            pieces.append(conditional_escape(text[end : word.start]))
            pieces.append(format_html("<mark>{}</mark>", text[word.start : word.end]))
            end = word.end
    pieces.append(conditional_escape(text[end:]))
    return format_html_join(mark_safe(""), "{}", ((piece,) for piece in pieces))
