"""The app's configuration."""

from django.apps import AppConfig


class MunicipalitiesConfig(AppConfig):
    """Regions and municipalities, their map and their pages."""

    name = "municipalities"
    verbose_name = "Kommuner og regioner"
