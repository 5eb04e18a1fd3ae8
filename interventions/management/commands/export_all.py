"""manage.py export_all FILE: the whole base in one file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from interventions.archive import whole


class Command(BaseCommand):
    """Users and their password hashes are in the file: keep it as you keep the database."""

    help = "Skriver hele basen, brugere, historik og kladder med, i én fil til import_all."

    def add_arguments(self, parser):
        """The file, which must not exist."""
        parser.add_argument("file", metavar="FILE", type=Path)

    def handle(self, *, file, **options):
        """Write it, readable for its owner alone."""
        try:
            with file.open("x", encoding="utf-8", newline="\n") as target:
                file.chmod(0o600)
                rows = whole.export(target)
        except FileExistsError:
            raise CommandError(f"{file} findes allerede. Intet er skrevet.") from None
        except OSError as error:
            raise CommandError(f"{file} kan ikke skrives: {error.strerror}.") from error
        self.stdout.write(f"{rows} rækker skrevet i {file}.")
