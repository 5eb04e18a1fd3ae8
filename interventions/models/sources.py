"""The public texts that every sentence rests on."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from interventions.querysets import SourceQuerySet
from municipalities.models import NaturalKeyManager, SavedWhole


class Source(SavedWhole):
    """One public text. `published` is as exact as `published_precision` says, no more.

    The columns that begin with `link_` belong to `manage.py check_links`; nobody types them.
    """

    class Kind(models.TextChoices):
        PRACTICE = "praksis", "kommunal praksis, selvrapporteret"
        PLAN = "plan", "kommunal plan"
        REPORT_NEWS = "rapportomtale", "omtale af rapport"
        POLICY = "politik", "politisk initiativ"
        PRESS = "presse", "presse"
        ORGANISATION = "organisation", "organisation om eget arbejde"
        SCHOOL = "skole", "skole om eget arbejde"
        PROJECT = "projekt", "projektbeskrivelse"
        SUPPLIER = "leverandoer", "leverandør om egen ydelse"

    class Precision(models.TextChoices):
        DAY = "dag", "dag"
        MONTH = "maaned", "måned"
        YEAR = "aar", "år"
        UNKNOWN = "ukendt", "ikke oplyst"

    class LinkStatus(models.TextChoices):
        UNCHECKED = "", "ikke prøvet"
        ANSWERS = "svarer", "svarer"
        BROKEN = "svarer-ikke", "svarer ikke"
        UNCLEAR = "uafklaret", "uafklaret"

    slug = models.SlugField("adresse", max_length=80, unique=True)
    title = models.CharField("titel", max_length=200)
    publisher = models.CharField("udgiver", max_length=120)
    kind = models.CharField("slags", max_length=20, choices=Kind)
    published = models.DateField(
        "udgivet",
        null=True,
        blank=True,
        help_text="Første dag i måneden eller året, når dagen mangler.",
    )
    published_precision = models.CharField(
        "datoens nøjagtighed", max_length=10, choices=Precision, default=Precision.UNKNOWN
    )
    url = models.URLField("adresse på nettet", max_length=500)
    read_on = models.DateField("læst den")
    excerpt = models.BooleanField(
        "læst som uddrag", default=False, help_text="Kun begyndelsen af siden er læst."
    )
    link_checked_on = models.DateField("link prøvet den", null=True, blank=True, editable=False)
    link_status = models.CharField(
        "linkets svar",
        max_length=20,
        choices=LinkStatus,
        blank=True,
        default=LinkStatus.UNCHECKED,
        editable=False,
    )
    link_broken_since = models.DateField("uden svar siden", null=True, blank=True, editable=False)
    link_answer = models.CharField("svaret", max_length=200, blank=True, editable=False)
    link_redirects_to = models.URLField(
        "fører videre til", max_length=2000, blank=True, editable=False
    )
    note = models.TextField("note til læseren", blank=True)
    position = models.PositiveSmallIntegerField("rækkefølge", default=0)

    objects = NaturalKeyManager.from_queryset(SourceQuerySet)()

    class Meta:
        verbose_name = "kilde"
        verbose_name_plural = "kilder"
        ordering = ["position", "title"]
        constraints = [
            models.CheckConstraint(
                name="source_date_iff_precision_known",
                condition=models.Q(published__isnull=True, published_precision="ukendt")
                | models.Q(
                    published__isnull=False, published_precision__in=["dag", "maaned", "aar"]
                ),
                violation_error_message="Dato og nøjagtighed passer ikke sammen.",
            ),
        ]

    def __str__(self):
        return f"{self.publisher}: {self.title}"

    def get_absolute_url(self):
        """The page with every claim taken from this source."""
        return reverse("source", args=[self.slug])

    def natural_key(self):
        """What fixtures call this row."""
        return (self.slug,)

    @property
    def published_text(self):
        """The date as exact as it is known, in words."""
        formats = {
            self.Precision.DAY: "j. F Y",
            self.Precision.MONTH: "F Y",
            self.Precision.YEAR: "Y",
        }
        if self.published is None:
            return "dato ikke oplyst"
        return date_format(self.published, formats[self.published_precision])

    @property
    def link_is_broken(self):
        """Whether the address did not answer when it was last visited."""
        return self.link_status == self.LinkStatus.BROKEN

    def record_visit(self, answer, today=None):
        """Store what a visit to `url` found; False if the address has been changed meanwhile.

        One statement that writes no other column: whatever an editor saves meanwhile stays.
        """
        today = today or timezone.localdate()
        broken = answer.status == self.LinkStatus.BROKEN
        visited = type(self).objects.filter(pk=self.pk, url=self.url)
        return bool(
            visited.update(
                link_checked_on=today,
                link_status=answer.status,
                link_broken_since=Coalesce(F("link_broken_since"), Value(today))
                if broken
                else None,
                link_answer=answer.wording,
                link_redirects_to=answer.redirects_to,
            )
        )

    def forget_visits(self):
        """Empty what visits found: it does not hold for another address. Does not save."""
        self.link_checked_on = self.link_broken_since = None
        self.link_status = self.link_answer = self.link_redirects_to = ""

    def not_read_for(self, days, today=None):
        """Whether the text was last read that many days ago, or longer."""
        return self.read_on <= (today or timezone.localdate()) - timedelta(days=days)

    def clean(self):
        """Put the message of the date rule at its field."""
        known = self.published_precision != self.Precision.UNKNOWN
        if known and self.published is None:
            raise ValidationError({"published": "Angiv datoen, eller vælg “ikke oplyst”."})
        if not known and self.published is not None:
            raise ValidationError({"published_precision": "Sig, hvor nøjagtig datoen er."})
