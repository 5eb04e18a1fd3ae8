"""The first administrator of a new base."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.crypto import get_random_string

USERNAME = "admin"


class Command(BaseCommand):
    """Gives a base without users one administrator, whose password is shown this once.

    Part of `make run`: a start on an empty machine ends with somebody who can sign in, and no
    password is known before or kept anywhere in clear text. Later starts change nothing.
    """

    help = "Opretter en administrator med tilfældig adgangskode, hvis basen ingen brugere har."

    def handle(self, *args, **options):
        """Create the user if there is none at all."""
        users = get_user_model().objects
        password = get_random_string(16)  # letters and digits: a double click takes all of it
        with transaction.atomic():
            if users.exists():
                self.stdout.write(
                    "Log ind i redaktionen med din egen bruger (ny adgangskode: "
                    ".venv/bin/python manage.py changepassword NAVN)."
                )
                return
            users.create_superuser(USERNAME, password=password)
        self.stdout.write(
            "Basen havde ingen brugere, så der er oprettet en administrator:\n"
            f"  brugernavn   {USERNAME}\n"
            f"  adgangskode  {password}\n"
            "Adgangskoden vises kun denne ene gang. Skift den i redaktionen."
        )
