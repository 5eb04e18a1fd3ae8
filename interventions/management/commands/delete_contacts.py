"""manage.py delete_contacts: forget who sent what, when its time has come. To be run daily."""

from django.conf import settings
from django.core.management.base import BaseCommand

from interventions.models import Proposal, ProposalQuota


class Command(BaseCommand):
    """Deletes contact details of cases closed long ago, and marks of hours that have passed."""

    help = (
        "Sletter kontaktoplysninger på henvendelser, der har været lukket så længe, som "
        "SUGGESTION_CONTACT_DAYS siger, og gamle aftryk af afsenderadresser. Køres dagligt."
    )

    def handle(self, **options):
        """Delete, and say how much."""
        contacts = Proposal.objects.contacts_due().delete_contacts()
        marks = ProposalQuota.objects.forget_past_hours()
        noun = "henvendelse" if contacts == 1 else "henvendelser"
        self.stdout.write(
            f"Kontaktoplysninger slettet på {contacts} {noun}, der blev lukket for mindst "
            f"{settings.SUGGESTION_CONTACT_DAYS} dage siden. {marks} aftryk af afsenderadresser "
            "slettet."
        )
