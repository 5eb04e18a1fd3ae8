"""What every template knows."""

from functools import partial

from django.utils.functional import SimpleLazyObject

from interventions import selection as selections


def selection(request):
    """`selection`: what the reader has picked. Read when a template first asks for it."""
    return {"selection": SimpleLazyObject(partial(selections.of, request))}
