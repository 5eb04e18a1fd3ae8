"""The app's configuration."""

from django.apps import AppConfig


class InterventionsConfig(AppConfig):
    """The knowledge base itself."""

    name = "interventions"
    verbose_name = "Videnbasen"

    def ready(self):
        """Keep the search index and the content version from the first save on."""
        from interventions import content_version  # noqa: F401  (connects itself to signals)
        from interventions.search import keeping  # noqa: F401  (as does this)
