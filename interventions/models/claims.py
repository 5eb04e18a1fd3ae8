"""A claim: one sentence in own words, with its source, its place there and at most one figure."""

import secrets

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format

from interventions import rules
from interventions.querysets import ClaimQuerySet
from municipalities import danish
from municipalities.models import DerivedColumns


class ClaimManager(models.Manager.from_queryset(ClaimQuerySet)):
    """Finds claims by key."""

    def get_by_natural_key(self, key):
        """The claim with this key; raises DoesNotExist."""
        return self.get(key=key)


class Claim(DerivedColumns):
    """One sourced sentence. Without an intervention it is context for its source's entries."""

    class Kind(models.TextChoices):
        WHAT = "what", "hvad det er"
        AIM = "aim", "formål"
        TARGET = "target", "målgruppe"
        SETTING = "setting", "sted i forløbet"
        DELIVERER = "deliverer", "hvem der gør det"
        START = "start", "begyndelse"
        RESOURCE = "resource", "ressourcer"
        RESULT = "result", "oplyst resultat"
        FUNDING = "funding", "bevilling"
        CONTEXT = "context", "ramme"
        METHOD = "method", "metode"
        STATEMENT = "statement", "udtalelse"
        RATING = "rating", "vurdering"

    class Recurrence(models.TextChoices):
        NOT_STATED = "", "ikke oplyst"
        YEARLY = "aarligt", "årligt"
        ONE_YEAR = "et-aar", "ét år"
        PERMANENT = "varigt", "varigt"

    class Qualifier(models.TextChoices):
        """What the source says before the number; the values are the words that are shown."""

        EXACT = "", "intet forbehold"
        ABOUT = "cirka", "cirka"
        NEARLY = "knap", "knap"
        OVER = "over", "over"
        AT_LEAST = "mindst", "mindst"
        UNDER = "under", "under"
        UP_TO = "op til", "op til"

    key = models.SlugField(
        "nøgle", max_length=60, unique=True, help_text="Permanent; står i adresser, fx k05."
    )
    intervention = models.ForeignKey(
        "interventions.Intervention",
        models.CASCADE,
        related_name="claims",
        null=True,
        blank=True,
        verbose_name="indsats",
        help_text="Tom: rammen om alle indsatser, der bygger på kilden.",
    )
    text = models.TextField("udsagn", help_text="Én hel sætning med egne ord.")
    kind = models.CharField("type", max_length=12, choices=Kind)
    source = models.ForeignKey(
        "interventions.Source", models.PROTECT, related_name="claims", verbose_name="kilde"
    )
    locator = models.CharField(
        "sted i kilden", max_length=120, help_text="Fx “Aalborg” eller “indledning, afsnit 2”."
    )
    anchor = models.CharField(
        "anker", max_length=200, blank=True, help_text="Højst 8 ord, ordret fra kilden."
    )
    position = models.PositiveSmallIntegerField(
        "plads i kilden", default=0, help_text="Udsagnets nummer i kildens rækkefølge."
    )
    tier = models.ForeignKey(
        "interventions.EvidenceTier",
        models.PROTECT,
        related_name="ratings",
        null=True,
        blank=True,
        verbose_name="evidensniveau",
        help_text="Kun på vurderinger, og kun når kilden selv giver niveauet.",
    )
    qualifier = models.CharField(
        "forbehold",
        max_length=10,
        choices=Qualifier,
        blank=True,
        default=Qualifier.EXACT,
        help_text="Når kilden selv skriver “ca.”, “mere end”, “op til” og lignende.",
    )
    value = models.DecimalField("tal", max_digits=14, decimal_places=3, null=True, blank=True)
    unit = models.CharField("enhed", max_length=40, blank=True, help_text="Fx elever, mio. kr.")
    counts = models.CharField("hvad tallet tæller", max_length=200, blank=True)
    does_not_count = models.CharField(
        "hvad tallet ikke tæller",
        max_length=200,
        blank=True,
        help_text="Fx “hvor mange af dem der blev i uddannelsen”.",
    )
    counted_by_us = models.BooleanField(
        "talt af redaktionen", default=False, help_text="Tallet står ikke i kilden; vi har talt."
    )
    sample_size = models.PositiveIntegerField("ud af (n)", null=True, blank=True)
    comparison = models.CharField("sammenlignet med", max_length=200, blank=True)
    period_from = models.PositiveSmallIntegerField("fra år", null=True, blank=True)
    period_to = models.PositiveSmallIntegerField("til år", null=True, blank=True)
    recurrence = models.CharField(
        "gentagelse", max_length=10, choices=Recurrence, blank=True, default=Recurrence.NOT_STATED
    )
    ledger = models.ForeignKey(
        "interventions.Ledger",
        models.SET_NULL,
        related_name="claims",
        null=True,
        blank=True,
        verbose_name="opstilling",
        help_text="Når flere kilder giver forskellige tal for det, der ligner det samme.",
    )
    search_text = models.TextField(editable=False)

    objects = ClaimManager()

    class Meta:
        verbose_name = "udsagn"
        verbose_name_plural = "udsagn"
        ordering = ["source__position", "position", "key"]
        constraints = [
            models.CheckConstraint(name="claim_has_locator", condition=~Q(locator="")),
            models.CheckConstraint(name="claim_has_text", condition=~Q(text="")),
            models.CheckConstraint(
                name="tier_iff_rating",
                condition=Q(kind="rating", tier__isnull=False, intervention__isnull=False)
                | (~Q(kind="rating") & Q(tier__isnull=True)),
                violation_error_message="Et evidensniveau hører til en vurdering, og kun dér.",
            ),
            models.CheckConstraint(
                name="figure_has_unit", condition=Q(value__isnull=True) | ~Q(unit="")
            ),
            models.CheckConstraint(
                name="only_figures_in_ledgers",
                condition=Q(ledger__isnull=True) | Q(value__isnull=False),
            ),
            models.CheckConstraint(
                name="claim_period_in_order",
                condition=Q(period_from__isnull=True)
                | Q(period_to__isnull=True)
                | Q(period_from__lte=F("period_to")),
                violation_error_message="Perioden slutter, før den begynder.",
            ),
            models.UniqueConstraint(
                fields=["intervention"],
                condition=Q(kind="rating"),
                name="one_rating_per_intervention",
                violation_error_message="Indsatsen har allerede en vurdering.",
            ),
        ]

    def __str__(self):
        return f"{self.key}: {self.text[:60]}"

    def get_absolute_url(self):
        """The claim on its source's page. Reads `source`: select it."""
        return f"{reverse('source', args=[self.source.slug])}#{self.fragment}"

    def natural_key(self):
        """What fixtures call this claim."""
        return (self.key,)

    natural_key.dependencies = [
        "interventions.intervention",
        "interventions.source",
        "interventions.evidencetier",
        "interventions.ledger",
    ]

    @property
    def is_rating(self):
        """Whether this claim gives a tier."""
        return self.kind == self.Kind.RATING

    @property
    def number_text(self):
        """The number the Danish way, with what the source says before it: “cirka 3.000”."""
        # An amount in øre keeps both digits: 2.692.630,20 kr.
        places = 2 if self.unit == "kr." and self.value % 1 else None
        number = number_format(f"{self.value.normalize():f}", places, force_grouping=True)
        return f"{self.qualifier} {number}".lstrip()

    @property
    def figure_text(self):
        """The number with its unit: “13,4 mio. kr.”, “cirka 3.000 elever”."""
        return f"{self.number_text} {self.unit}"

    @property
    def amount_text(self):
        """The figure with how often it is given: “13,4 mio. kr. årligt”. Needs a value."""
        if self.recurrence == self.Recurrence.ONE_YEAR:
            return f"{self.figure_text}, ét år"
        often = self.recurrence and f" {self.get_recurrence_display()}"
        return f"{self.figure_text}{often}"

    @property
    def period_text(self):
        """The period in words: “2025–2028”, “siden 2021”, or empty when none is stated.

        An open grant runs on, “2024 og frem”; a count only goes as far as its source.
        """
        if self.period_from and self.period_from == self.period_to:
            return str(self.period_from)
        if self.period_from and self.period_to:
            return f"{self.period_from}–{self.period_to}"
        if self.period_from:
            runs_on = self.kind == self.Kind.FUNDING
            return f"{self.period_from} og frem" if runs_on else f"siden {self.period_from}"
        return f"til og med {self.period_to}" if self.period_to else ""

    def grant_is_over(self, today=None):
        """Whether the last year that this grant was given for has passed; Danish time."""
        year = (today or timezone.localdate()).year
        return self.kind == self.Kind.FUNDING and (self.period_to or year) < year

    @property
    def fragment(self):
        """The id of this claim on every page that shows it, also in the preview of a copy."""
        return f"p-{rules.bare(self.key)}"

    def clean(self):
        """Hold the claim against the rules that are shared with seed and import."""
        if problems := rules.claim_problems(self):
            raise ValidationError(problems)

    def validate_constraints(self, exclude=None):
        """Only those of ratings: `clean` says the others, without six queries for each claim."""
        if self.is_rating:
            super().validate_constraints(exclude)

    def derive(self):
        """The folded sentence, and a key where none was given."""
        self.search_text = danish.fold(self.text)
        self.key = self.key or self.new_key()

    def new_key(self):
        """A short key that no claim has: the beginning of the entry's address, or the source's.

        In a working copy it carries the mark, and is free without it too.
        """
        slug = (self.intervention or self.source).slug
        mark = rules.COPY if slug.endswith(rules.COPY) else ""
        while True:
            key = f"{slug[:20].strip('-')}-{secrets.token_hex(2)}"
            if not Claim.objects.filter(key__in=[key, key + rules.COPY]).exists():
                return key + mark


@receiver(post_save, sender=Claim)
@receiver(post_delete, sender=Claim)
def touch_entry(instance, raw=False, **kwargs):
    """A changed claim is a changed entry; loading a fixture changes neither."""
    if instance.intervention_id and not raw:
        entries = type(instance).intervention.get_queryset()
        entries.filter(pk=instance.intervention_id).update(
            updated_at=timezone.now(), version=F("version") + 1
        )
