"""manage.py fixtures: write fixtures/ from the base, as `make fixtures` does."""

from django.conf import settings
from django.core.management.base import BaseCommand

from interventions.archive import fixtures
from interventions.management.commands.seed import CONTENT


class Command(BaseCommand):
    """What is published in the base becomes the content that a new base is seeded with."""

    help = "Skriver det udgivne indhold til fixtures/, så en ny base begynder med det."

    def add_arguments(self, parser):
        """--check."""
        parser.add_argument(
            "--check", action="store_true", help="skriv intet; sig, hvilke filer der ville ændres"
        )

    def handle(self, *, check, **options):
        """Write the files that differ, and name them."""
        changed = []
        for name, model in CONTENT:
            path = settings.FIXTURE_DIRS[0] / f"{name}.json"
            text = fixtures.text(model)
            if path.read_text(encoding="utf-8") != text:
                changed.append(path.name)
                if not check:
                    path.write_text(text, encoding="utf-8")
        what = "Ville ændre" if check else "Skrevet"
        self.stdout.write(f"{what}: {', '.join(changed)}." if changed else "Intet er ændret.")
