"""The app's configuration."""

from django.apps import AppConfig


class InterventionsConfig(AppConfig):
    """The knowledge base itself."""

    name = "interventions"
    verbose_name = "Videnbasen"

    def ready(self):
        """Keep the search index from the first save on."""
        from interventions.search import keeping  # noqa: F401  (it connects itself to signals)
