"""The one door to public entries, for querysets of other models."""

from django.apps import apps


def published_entries():
    """Every entry that the public may see; no query until it is used."""
    return apps.get_model("interventions", "Intervention").objects.published().order_by()
