"""manage.py seed: the content of fixtures/ into a base, all of it or nothing."""

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.base import DeserializationError
from django.db import Error, connection, transaction
from django.db.models import Count, F

from interventions import additions, content_version, history, models, rules
from interventions.search import index
from municipalities.models import Municipality, Region

# Each file names only rows of the files above it. Deleting goes the other way.
CONTENT = (
    ("regions", Region),
    ("municipalities", Municipality),
    ("themes", models.Theme),
    ("target_groups", models.TargetGroup),
    ("phases", models.Phase),
    ("programmes", models.Programme),
    ("entrances", models.Entrance),
    ("sources", models.Source),
    ("characteristics", models.Characteristic),
    ("evidence_tiers", models.EvidenceTier),
    ("organisations", models.Organisation),
    ("interventions", models.Intervention),
    ("ledgers", models.Ledger),
    ("claims", models.Claim),
    ("relations", models.Relation),
    ("synonyms", models.SynonymSet),
)
VOCABULARIES = (
    models.Theme,
    models.TargetGroup,
    models.Phase,
    models.Programme,
    models.Characteristic,
)


def content_of_base():
    """What already stands in the base, as "27 indsatser, 6 kilder"; empty if nothing does."""
    counts = ((model.objects.count(), model._meta.verbose_name_plural) for _, model in CONTENT)
    return ", ".join(f"{count} {name}" for count, name in counts if count)


def delete_content():
    """Delete all content; users and their rights stay."""
    for _, model in reversed(CONTENT):
        model.objects.all().delete()


def content_problems():
    """Every rule of `interventions.rules` that the base breaks, as "which row: what is wrong"."""
    named = [
        (row.slug, rules.vocabulary_problems(slug=row.slug))
        for model in VOCABULARIES
        for row in model.objects.all()
    ]
    named += [
        (entrance.slug, rules.entrance_problems(facet_count=entrance.facet_count))
        for entrance in models.Entrance.objects.annotate(
            facet_count=Count("themes") + Count("target_groups") + Count("phases")
        )
    ]
    named += [
        (claim.key, rules.claim_problems(claim))
        for claim in models.Claim.objects.select_related("ledger")
    ]
    named += [
        (ledger.slug, rules.ledger_problems(figure_count=ledger.figure_count))
        for ledger in models.Ledger.objects.annotate(figure_count=Count("claims"))
    ]
    named += [
        (
            entry.slug,
            rules.publication_problems(
                summary=entry.summary,
                theme_count=entry.theme_count,
                claim_count=entry.claim_count,
            ),
        )
        for entry in models.Intervention.objects.published().with_gaps()
    ]
    return [f"{name}: {message}" for name, found in named for message in found.values()]


def begin_stories():
    """What a fixture does not carry: since when an entry is public, its first version, the sum."""
    content_version.bump()
    entries = models.Intervention.objects
    entries.published().filter(published_at=None).update(published_at=F("created_at"))
    history.begin(entries.all())


class Command(BaseCommand):
    """Seed an empty base. One with content is left alone, but for --add and a confirmed --reset."""

    help = "Indlæser indholdet fra fixtures/ i en tom base. Ændrer intet, hvor der er indhold."

    def add_arguments(self, parser):
        """--add, or --reset and --yes."""
        ways = parser.add_mutually_exclusive_group()
        ways.add_argument(
            "--add", action="store_true", help="læg det nye ind, og rør intet, der findes"
        )
        ways.add_argument(
            "--reset", action="store_true", help="slet alt indhold (ikke brugere), og indlæs igen"
        )
        parser.add_argument("--yes", action="store_true", help="spørg ikke, før der slettes")

    def handle(self, *, add, reset, yes, **options):
        """Load, or say why not."""
        if reset and not yes and not self.confirmed():
            self.stdout.write("Intet er ændret.")
            return
        try:
            with transaction.atomic():
                loaded = self.add() if add else self.seed(reset)
        except (DeserializationError, Error) as error:
            raise CommandError(
                f"Indholdet kunne ikke indlæses, og intet er ændret: {error}"
            ) from error
        if loaded and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")

    def confirmed(self):
        """Whether somebody types "ja" to losing what stands in the base."""
        found = content_of_base()
        if not found:
            return True
        self.stdout.write(f"Alt indhold slettes og indlæses igen: {found}.")
        try:
            return input("Skriv “ja” for at fortsætte: ").strip().casefold() == "ja"
        except EOFError:
            raise CommandError("Ingen svarede. Brug --yes, hvis indholdet skal slettes.") from None

    def seed(self, reset):
        """Load inside the caller's transaction; whether anything was loaded."""
        if reset:
            delete_content()
        elif found := content_of_base():
            self.stdout.write(f"Basen har allerede indhold og er ikke ændret: {found}.")
            return False
        call_command("loaddata", *(name for name, _ in CONTENT), verbosity=0)
        index.rebuild()
        begin_stories()
        self.refuse(content_problems())
        self.stdout.write(f"Indlæst: {content_of_base()}.")
        return True

    def add(self):
        """Add what is new inside the caller's transaction; what was wrong before may stay so."""
        before = content_problems()
        report = additions.add(CONTENT)
        begin_stories()
        self.refuse([problem for problem in content_problems() if problem not in before])
        for line in report.lines():
            self.stdout.write(line)
        return True

    def refuse(self, problems):
        """Roll back and name the problems, if there are any."""
        if problems:
            lines = "\n".join(f"  {problem}" for problem in problems)
            raise CommandError(f"Indholdet bryder reglerne, og intet er ændret:\n{lines}")
