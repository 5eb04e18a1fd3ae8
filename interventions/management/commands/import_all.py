"""manage.py import_all FILE: the whole base from a file of export_all."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from interventions.archive import whole


class Command(BaseCommand):
    """Into an empty, migrated base, on SQLite or PostgreSQL. All of it, or nothing is written."""

    help = "Indlæser en fil fra export_all i en tom, migreret base."

    def add_arguments(self, parser):
        """The file."""
        parser.add_argument("file", metavar="FILE", type=Path)

    def handle(self, *, file, **options):
        """Read, check, load."""
        try:
            with file.open(encoding="utf-8", newline="\n") as source:
                rows = whole.load(source)
        except whole.Refused as refused:
            raise CommandError(f"{refused} Intet er indlæst.") from refused
        except UnicodeDecodeError:
            raise CommandError("Filen er ikke en eksport af hele basen.") from None
        except OSError as error:
            raise CommandError(f"{file} kan ikke læses: {error.strerror}.") from error
        except (Error, OverflowError, ValueError) as error:
            raise CommandError(
                f"Basen tog ikke imod rækkerne: {error} Intet er indlæst."
            ) from error
        self.stdout.write(f"{rows} rækker indlæst.")
