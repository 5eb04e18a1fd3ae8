"""The public texts that every sentence rests on."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.formats import date_format

from interventions.querysets import SourceQuerySet
from municipalities.models import NaturalKeyManager


class Source(models.Model):
    """One public text. `published` is as exact as `published_precision` says, no more."""

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
    link_checked_on = models.DateField("link prøvet den", null=True, blank=True)
    link_status = models.CharField(
        "linkets svar", max_length=20, choices=LinkStatus, blank=True, default=LinkStatus.UNCHECKED
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

    def clean(self):
        """Put the message of the date rule at its field."""
        known = self.published_precision != self.Precision.UNKNOWN
        if known and self.published is None:
            raise ValidationError({"published": "Angiv datoen, eller vælg “ikke oplyst”."})
        if not known and self.published is not None:
            raise ValidationError({"published_precision": "Sig, hvor nøjagtig datoen er."})
