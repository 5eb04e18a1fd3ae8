"""The entry: an approach, a project, a municipality's practice, a plan or a policy."""

from datetime import date

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from interventions.models.former_slugs import FormerSlug
from interventions.querysets import Documentation, InterventionQuerySet
from municipalities import danish
from municipalities.models import DerivedColumns


class InterventionManager(models.Manager.from_queryset(InterventionQuerySet)):
    """Entries, drafts included: whoever serves the public says `.published()`."""

    def get_by_natural_key(self, slug):
        """The entry with this slug, or that once had it; raises DoesNotExist."""
        entry = self.filter(slug=slug).first()
        return entry or self.get(former_slugs__slug=slug)


class Intervention(DerivedColumns):
    """One entry of the knowledge base. What it says of the world stands in its claims."""

    class Kind(models.TextChoices):
        APPROACH = "indsatstype", "Indsatstype"
        PROJECT = "projekt", "Navngivet projekt"
        PRACTICE = "praksis", "Kommunal praksis"
        PLAN = "plan", "Planlagt element"
        POLICY = "politik", "Nationalt initiativ"

    class State(models.TextChoices):
        DRAFT = "kladde", "Kladde"
        IN_REVIEW = "til-gennemsyn", "Til gennemsyn"
        PUBLISHED = "udgivet", "Udgivet"
        ARCHIVED = "arkiveret", "Arkiveret"

    class RunningState(models.TextChoices):
        NOT_STATED = "", "Ikke oplyst"
        PLANNED = "planlagt", "Planlagt"
        TRIAL = "forsoeg", "Under afprøvning"
        RUNNING = "i-drift", "I drift"
        ENDED = "afsluttet", "Afsluttet"

    slug = models.SlugField("adresse", max_length=100, unique=True)
    title = models.CharField("titel", max_length=140)
    summary = models.CharField(
        "resumé",
        max_length=300,
        blank=True,
        help_text="Højst 300 tegn, der kan stå alene. Siger intet, som udsagnene ikke siger.",
    )
    kind = models.CharField("type", max_length=12, choices=Kind)
    themes = models.ManyToManyField(
        "interventions.Theme", related_name="interventions", blank=True, verbose_name="temaer"
    )
    target_groups = models.ManyToManyField(
        "interventions.TargetGroup",
        related_name="interventions",
        blank=True,
        verbose_name="målgrupper",
    )
    phases = models.ManyToManyField(
        "interventions.Phase",
        related_name="interventions",
        blank=True,
        verbose_name="faser",
        help_text="Kun når kilden siger det. Gæt aldrig en fase.",
    )
    programmes = models.ManyToManyField(
        "interventions.Programme",
        related_name="interventions",
        blank=True,
        verbose_name="uddannelser",
        help_text="Tom, når kilden ikke fremhæver en bestemt uddannelse.",
    )
    characteristics = models.ManyToManyField(
        "interventions.Characteristic",
        related_name="interventions",
        blank=True,
        verbose_name="tværgående kendetegn",
        help_text="Redaktionens egen læsning; siden siger det.",
    )
    municipalities = models.ManyToManyField(
        "municipalities.Municipality",
        related_name="interventions",
        blank=True,
        verbose_name="kommuner",
    )
    organisations = models.ManyToManyField(
        "interventions.Organisation",
        related_name="interventions",
        blank=True,
        verbose_name="organisationer",
    )
    running_state = models.CharField(
        "status", max_length=12, choices=RunningState, blank=True, default=RunningState.NOT_STATED
    )
    running_as_of = models.DateField(
        "status pr.", null=True, blank=True, help_text="Kildens dato. Tom, når kilden er udateret."
    )
    start_year = models.PositiveSmallIntegerField("startår", null=True, blank=True)
    start_month = models.PositiveSmallIntegerField("startmåned", null=True, blank=True)
    state = models.CharField("tilstand", max_length=14, choices=State, default=State.DRAFT)
    publish_from = models.DateField(
        "offentlig fra",
        null=True,
        blank=True,
        help_text="Tom: så snart indsatsen er udgivet. Ellers fra og med denne dag.",
    )
    withdraw_on = models.DateField(
        "tages af siden",
        null=True,
        blank=True,
        help_text="Tom: bliver stående. Ellers er den væk fra og med denne dag.",
    )
    copy_of = models.OneToOneField(
        "self",
        models.CASCADE,
        related_name="working_copy",
        null=True,
        blank=True,
        editable=False,
        verbose_name="arbejdskopi af",
    )
    # Whether the public ever could see it, and why it no longer can: its address says so.
    published_at = models.DateTimeField("først udgivet", null=True, editable=False)
    withdrawn_at = models.DateTimeField("taget af siden", null=True, editable=False)
    withdrawn_because = models.TextField("begrundelse", blank=True, editable=False)
    reviewed_on = models.DateField("gennemset den", null=True, blank=True)
    version = models.PositiveIntegerField("version", default=1, editable=False)
    created_at = models.DateTimeField("oprettet", auto_now_add=True)
    updated_at = models.DateTimeField("ændret", auto_now=True)
    sort_key = models.TextField(editable=False)

    objects = InterventionManager()

    class Meta:
        verbose_name = "indsats"
        verbose_name_plural = "indsatser"
        ordering = ["sort_key", "slug"]
        indexes = [models.Index(fields=["state", "sort_key"])]
        constraints = [
            models.CheckConstraint(
                name="start_month_is_a_month_of_a_year",
                condition=Q(start_month__isnull=True)
                | Q(start_month__range=(1, 12), start_year__isnull=False),
                violation_error_message="Startmåneden er 1–12 og kræver et startår.",
            ),
            models.CheckConstraint(
                name="start_year_is_sane",
                condition=Q(start_year__isnull=True) | Q(start_year__range=(1900, 2100)),
                violation_error_message="Startåret skal ligge mellem 1900 og 2100.",
            ),
            models.CheckConstraint(
                name="working_copy_is_not_public",
                condition=Q(copy_of__isnull=True) | Q(state__in=["kladde", "til-gennemsyn"]),
                violation_error_message="En arbejdskopi kan ikke selv være udgivet.",
            ),
            models.CheckConstraint(
                name="withdrawn_after_published",
                condition=Q(publish_from__isnull=True)
                | Q(withdraw_on__isnull=True)
                | Q(publish_from__lt=F("withdraw_on")),
                violation_error_message="Indsatsen tages af siden, før den er offentlig.",
            ),
        ]
        permissions = [
            ("publish_intervention", "må udgive og arkivere"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The entry's public address."""
        return reverse("intervention", args=[self.slug])

    def natural_key(self):
        """What fixtures call this entry."""
        return (self.slug,)

    @property
    def is_published(self):
        """Whether the entry is published, be it today or by its dates; its text is then fixed."""
        return self.state == self.State.PUBLISHED

    @property
    def is_public(self):
        """Whether the public may see the entry today, as `InterventionQuerySet.published` says."""
        begun = self.publish_from is None or self.publish_from <= timezone.localdate()
        return self.is_published and begun and not self.is_over

    @property
    def is_over(self):
        """Whether the day has come on which it was to be taken off the site."""
        return self.withdraw_on is not None and self.withdraw_on <= timezone.localdate()

    @property
    def first_public_on(self):
        """The first day on which the public could read it; None where nobody noted it."""
        if self.published_at is None:
            return None
        day = timezone.localdate(self.published_at)
        return max(day, self.publish_from or day)

    @property
    def is_working_copy(self):
        """Whether this row is only the next version of another."""
        return self.copy_of_id is not None

    @property
    def is_archived(self):
        """Whether the entry is put away."""
        return self.state == self.State.ARCHIVED

    @property
    def is_fixed(self):
        """Whether the form may not write it: the public has read it, so a working copy comes first.

        What is archived is opened again before it is written on.
        """
        return self.is_published or self.is_archived

    @property
    def running_copy(self):
        """The working copy of this entry, or None. One query a row, unless it was selected."""
        return getattr(self, "working_copy", None)

    @property
    def withdrawn_on(self):
        """The day from which the public has not seen it any more, or None where it still may.

        Of entries that it never saw there is nothing to withdraw.
        """
        if self.is_public or self.published_at is None:
            return None
        if self.is_published and self.is_over:
            return self.withdraw_on
        return timezone.localdate(self.withdrawn_at) if self.withdrawn_at else None

    @property
    def withdrawal_reason(self):
        """What its address says of why; empty where only the day it was set to had come."""
        return "" if self.is_published and self.is_over else self.withdrawn_because

    @property
    def documentation_label(self):
        """What the result rests on, in words. Needs `with_documentation()`."""
        return Documentation(self.documentation).label

    @property
    def start_text(self):
        """The start as exact as it is known: “august 2019” or “2019”."""
        if self.start_month:
            return date_format(date(self.start_year, self.start_month, 1), "F Y")
        return str(self.start_year)

    @property
    def running_text(self):
        """The running state with its date: “I drift pr. 2. maj 2024”. Empty when not stated."""
        if not self.running_state:
            return ""
        if self.running_as_of:
            day = date_format(self.running_as_of, "j. F Y")
            return f"{self.get_running_state_display()} pr. {day}"
        return f"{self.get_running_state_display()}, da den udaterede kilde blev skrevet"

    def derive(self):
        """Danish order."""
        self.sort_key = danish.sort_key(self.title)

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Count versions, and keep the old address working when the slug changes.

        What changes nothing is not saved. In one transaction with what follows from it.
        """
        stored = None
        if self.pk and not self._state.adding:
            stored = type(self).objects.filter(pk=self.pk).values().first()
        if stored:
            typed = [field.attname for field in self._meta.concrete_fields]
            if all(stored[name] == getattr(self, name) for name in typed):
                return
            self.version = stored["version"] + 1
        super().save(*args, **kwargs)
        if stored and stored["slug"] != self.slug and not self.is_working_copy:
            FormerSlug.objects.update_or_create(
                slug=stored["slug"], defaults={"intervention": self}
            )
        FormerSlug.objects.filter(slug=self.slug).delete()
