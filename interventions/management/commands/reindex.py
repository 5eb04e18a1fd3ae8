"""manage.py reindex: the search index anew, or only whether it is right."""

from django.core.management.base import BaseCommand, CommandError

from interventions.models import Intervention
from interventions.search import index


class Command(BaseCommand):
    """Rebuild the index at once: readers keep the old one until the new one is complete."""

    help = "Bygger søgeindekset forfra. --check siger kun, om indeks og indhold passer sammen."

    def add_arguments(self, parser):
        """--check."""
        parser.add_argument(
            "--check", action="store_true", help="ændr intet; fejl, hvis de ikke gør"
        )

    def handle(self, *, check, **options):
        """Rebuild, or compare."""
        if check:
            if wrong := index.differences():
                raise CommandError(f"Indekset passer ikke til indholdet for: {', '.join(wrong)}.")
            self.stdout.write("Indeks og indhold passer sammen.")
            return
        terms = index.rebuild()
        self.stdout.write(
            f"{Intervention.objects.count()} indsatser indekseret med {terms} søgeord."
        )
