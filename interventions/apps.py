"""The app's configuration."""

from django.apps import AppConfig


class InterventionsConfig(AppConfig):
    """The knowledge base itself."""

    name = "interventions"
    verbose_name = "Videnbasen"
