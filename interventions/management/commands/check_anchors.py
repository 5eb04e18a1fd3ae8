"""manage.py check_anchors DIR: is what the base says still what its sources say?"""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from interventions import anchors
from interventions.models import AnchorFinding, Claim


class Command(BaseCommand):
    """One line for each finding, a summary, and exit code 1 if there are findings.

    The findings are also kept, so that the editors' desk can tell of them.
    """

    help = "Holder alle ankre og tal op mod en mappe med kildetekster (<kildens adresse>.txt)."

    def add_arguments(self, parser):
        """The folder of source texts."""
        parser.add_argument("folder", metavar="DIR", type=Path)

    def handle(self, *, folder, **options):
        """Check every claim, drafts included."""
        if not folder.is_dir():
            raise CommandError(f"Mappen {folder} findes ikke.")
        texts = anchors.read_texts(folder)
        claims = list(Claim.objects.select_related("source"))
        held = [claim for claim in claims if claim.source.slug in texts]
        if not held:
            raise CommandError(
                f"Intet at holde op: {len(claims)} udsagn i basen, {len(texts)} tekster i {folder}."
            )
        for slug in anchors.sources_not_held(claims, texts):
            self.stdout.write(f"{slug}: teksten findes ikke i mappen, så kilden er ikke prøvet.")
        findings = anchors.check_claims(held, texts)
        AnchorFinding.objects.replace(held, findings, timezone.localdate())
        for finding in findings:
            self.stdout.write(f"{finding.claim}: {finding.message}")
        summary = f"{len(held)} udsagn holdt op mod {len(texts)} tekster: {len(findings)} fund."
        if findings:
            raise CommandError(summary)
        self.stdout.write(summary)
