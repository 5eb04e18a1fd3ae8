"""What readers send us: measures that they suggest and errors that they report. Never public."""

from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from interventions.models.interventions import FormerSlug, Intervention
from interventions.querysets import ProposalQuerySet, ProposalQuotaQuerySet
from municipalities import danish


class Proposal(models.Model):
    """One suggestion or report, as it was typed. Nothing of it enters an entry by itself.

    A report on a public entry links to it; `page` keeps the address it had then, or what the
    reader wrote where we knew no entry.
    """

    class Kind(models.TextChoices):
        SUGGESTION = "forslag", "Forslag"
        REPORT = "fejl", "Fejl"

    class Status(models.TextChoices):
        NEW = "ny", "Ny"
        OPEN = "i-gang", "I gang"
        CLOSED = "lukket", "Lukket"

    # What each kind asks for, in the order of the form.
    TEXTS = {
        Kind.SUGGESTION: (
            "title",
            "who",
            "what",
            "for_whom",
            "since",
            "outcome",
            "documentation",
        ),
        Kind.REPORT: ("page", "fault", "correction", "documentation"),
    }

    kind = models.CharField("slags", max_length=8, choices=Kind)
    title = models.CharField("hvad den kaldes", max_length=140, blank=True)
    who = models.CharField("hvem der gør det", max_length=200, blank=True)
    what = models.TextField("hvad den går ud på", max_length=2000, blank=True)
    for_whom = models.CharField("hvem den er for", max_length=300, blank=True)
    since = models.CharField("siden hvornår", max_length=60, blank=True)
    outcome = models.TextField("hvad der er kommet ud af den", max_length=2000, blank=True)
    page = models.CharField("siden, det drejer sig om", max_length=200, blank=True)
    fault = models.TextField("hvad der er forkert eller mangler", max_length=2000, blank=True)
    correction = models.TextField("hvad der bør stå", max_length=2000, blank=True)
    documentation = models.TextField("hvor det står", max_length=1000, blank=True)
    entry = models.ForeignKey(
        Intervention,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name="indsats",
    )
    received_at = models.DateTimeField("modtaget", auto_now_add=True, db_index=True)

    contact_name = models.CharField("navn", max_length=100, blank=True)
    contact_email = models.EmailField("e-mail", blank=True)
    consented_on = models.DateField("samtykke givet", null=True, blank=True)

    status = models.CharField("status", max_length=8, choices=Status, default=Status.NEW)
    closed_on = models.DateField("lukket den", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="lukket af",
    )
    note = models.TextField("intern note", blank=True, help_text="Kun redaktionen ser den.")
    draft = models.ForeignKey(
        Intervention,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="proposals",
        verbose_name="kladde",
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "henvendelse"
        verbose_name_plural = "henvendelser"
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="proposal_has_day_of_closing_iff_closed",
                condition=Q(status="lukket", closed_on__isnull=False)
                | (~Q(status="lukket") & Q(closed_on__isnull=True)),
            ),
            models.CheckConstraint(
                name="proposal_keeps_contact_only_with_consent",
                condition=Q(consented_on__isnull=False) | Q(contact_name="", contact_email=""),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.subject}"

    @property
    def subject(self):
        """What it is about: the name of the measure, or the page with the error."""
        return self.title or self.page

    @property
    def texts(self):
        """What was typed, as (label, text), without the fields that were left empty."""
        fields = map(self._meta.get_field, self.TEXTS[self.kind])
        typed = ((field.verbose_name, getattr(self, field.name)) for field in fields)
        return [(label, text) for label, text in typed if text]

    @property
    def is_closed(self):
        """Whether the case is closed."""
        return self.status == self.Status.CLOSED

    @property
    def has_contact(self):
        """Whether we still know who sent it."""
        return self.consented_on is not None

    @property
    def contact_leaves_on(self):
        """The day on which the contact details are to be deleted; None while the case is open."""
        if self.closed_on and self.has_contact:
            return self.closed_on + timedelta(days=settings.SUGGESTION_CONTACT_DAYS)
        return None

    def begin(self):
        """Somebody has taken it up, or takes it up again."""
        self.status, self.closed_on, self.closed_by = self.Status.OPEN, None, None
        self.save(update_fields=["status", "closed_on", "closed_by"])

    def close(self, user):
        """Done with it. The contact details have their last day from here."""
        self.status, self.closed_on, self.closed_by = self.Status.CLOSED, timezone.localdate(), user
        self.save(update_fields=["status", "closed_on", "closed_by"])

    def delete_contact(self):
        """Forget who sent it, at once."""
        type(self).objects.filter(pk=self.pk).delete_contacts()
        self.refresh_from_db()

    @transaction.atomic
    def make_draft(self):
        """The draft that was made of it; a new one if there is none. Only the title is taken over.

        Nothing unsourced enters an entry, so the texts stay here, beside the entry's form.
        """
        stored = type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        if stored.draft is None:
            stored.draft = Intervention.objects.create(
                slug=self._free_slug(), title=stored.title, kind=Intervention.Kind.PRACTICE
            )
            stored.save(update_fields=["draft"])
            if stored.status == self.Status.NEW:
                stored.begin()
        self.refresh_from_db()
        return stored.draft

    def _free_slug(self):
        """A slug of the title that no entry has or ever had, for old addresses redirect."""
        longest = Intervention._meta.get_field("slug").max_length
        stem = danish.slug(self.title)[: longest - 5].strip("-") or "kladde"
        taken = {
            *Intervention.objects.filter(slug__startswith=stem).values_list("slug", flat=True),
            *FormerSlug.objects.filter(slug__startswith=stem).values_list("slug", flat=True),
        }
        slug, number = stem, 2
        while slug in taken:
            slug, number = f"{stem}-{number}", number + 1
        return slug


class ProposalQuota(models.Model):
    """How many proposals came from one address in one hour.

    The address itself is nowhere: `mark` is a keyed hash of it and the hour, so the marks of two
    hours cannot be told to be the same sender's, and no mark belongs to a proposal.
    """

    mark = models.CharField(max_length=64, primary_key=True)
    hour = models.DateTimeField(db_index=True)
    taken = models.PositiveIntegerField(default=0)

    objects = ProposalQuotaQuerySet.as_manager()

    def __str__(self):
        return f"{self.taken}, {self.hour:%d.%m.%Y %H}"
