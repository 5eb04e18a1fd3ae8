"""manage.py check_links: do the addresses of the sources still answer?"""

from argparse import ArgumentTypeError
from collections import Counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from interventions.links import network, visits
from interventions.models import Source

Status = Source.LinkStatus


def days(text):
    """A number of days from the command line."""
    if not text.isdecimal() or len(text) > 5:
        raise ArgumentTypeError(f"“{text}” er ikke et antal dage.")
    return int(text)


class Command(BaseCommand):
    """One line for each broken source and a summary. Exit code 0 when the visits could be made."""

    help = "Besøger kildernes adresser og gemmer, om de svarer. Ændrer intet andet."

    def add_arguments(self, parser):
        """All sources, some, or those whose turn it is."""
        parser.add_argument(
            "--source", metavar="SLUG", action="append", help="kun denne kilde; kan gentages"
        )
        parser.add_argument(
            "--older-than",
            metavar="DAYS",
            type=days,
            help="kun kilder, der ikke er besøgt i så mange dage",
        )

    def handle(self, *, source, older_than, **options):
        """Visit and store, source by source."""
        self.counts, self.redirected = Counter(), 0
        self.visit(self.chosen(source, older_than))
        self.stdout.write(self.summary())

    def chosen(self, slugs, older_than):
        """The sources to visit."""
        sources = Source.objects.all()
        if slugs:
            sources = sources.filter(slug__in=slugs)
            if unknown := set(slugs) - {one.slug for one in sources}:
                raise CommandError(f"Ingen kilde hedder {', '.join(sorted(unknown))}.")
        if older_than is not None:
            sources = sources.not_visited_for(older_than)
        return list(sources)

    def visit(self, sources):
        """Visit each and store its answer; silence only once some server has been heard.

        When every host is silent, it is our own line that is down: the public pages must not say
        of every source that it stopped answering.
        """
        visitor = visits.Visitor(
            allowed=network.is_loopback if settings.LINK_LOOPBACK_ONLY else network.is_public,
            pause=settings.LINK_PAUSE,
            agent=agent(),
        )
        heard, kept_back = False, []
        for source in sources:
            answer = visitor.visit(source.url)
            kept_back.append((source, answer))
            heard = heard or answer.heard
            if heard:
                self.store(kept_back)
                kept_back = []
        if kept_back and visitor.host_count > 1:
            raise CommandError(
                f"Ingen af {len(kept_back)} adresser svarede. Er maskinen på nettet? Intet er gemt."
            )
        self.store(kept_back)

    def store(self, visited):
        """Store each answer by itself and tell of the broken ones."""
        for source, answer in visited:
            if not source.record_visit(answer):
                self.stdout.write(f"{source.slug}: adressen er rettet imens og prøves næste gang.")
                continue
            self.counts[answer.status] += 1
            self.redirected += bool(answer.redirects_to)
            if answer.status == Status.BROKEN:
                self.stdout.write(f"{source.slug}: {answer.wording} ({source.url})")

    def summary(self):
        """The numbers of the run."""
        counts = self.counts
        return (
            f"{counts.total()} kilder besøgt: {counts[Status.ANSWERS]} svarer, "
            f"{counts[Status.BROKEN]} svarer ikke, {counts[Status.UNCLEAR]} uafklarede. "
            f"{self.redirected} fører videre til en anden adresse."
        )


def agent():
    """Who visits: the site, and whom to write to."""
    contact = f"; {settings.CONTACT_EMAIL}" if settings.CONTACT_EMAIL else ""
    return f"SOSU-videnbasen (linkkontrol{contact})"
