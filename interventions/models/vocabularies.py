"""The small controlled vocabularies that describe an entry."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from interventions import rules
from interventions.querysets import VocabularyQuerySet
from municipalities.models import NaturalKeyManager, SavedWhole


class Vocabulary(SavedWhole):
    """One value that readers filter by. The slug is permanent: it stands in addresses."""

    slug = models.SlugField("adresse", max_length=80, unique=True)
    name = models.CharField("navn", max_length=80)
    description = models.TextField("forklaring", help_text="Mindst én hel sætning.")
    position = models.PositiveSmallIntegerField("rækkefølge", default=0)

    objects = NaturalKeyManager.from_queryset(VocabularyQuerySet)()

    class Meta:
        abstract = True
        ordering = ["position", "name"]

    def __str__(self):
        return self.name

    def natural_key(self):
        """What fixtures call this row."""
        return (self.slug,)

    def clean(self):
        """Refuse slugs that mean "no value" in the address."""
        if problems := rules.vocabulary_problems(slug=self.slug):
            raise ValidationError(problems)


class Theme(Vocabulary):
    """What a measure is about, with the problem it answers in the reader's own words."""

    question = models.CharField(
        "problemet i læserens ord", max_length=120, help_text="Fx “Elever har svært ved sproget”."
    )

    class Meta(Vocabulary.Meta):
        verbose_name = "tema"
        verbose_name_plural = "temaer"

    def get_absolute_url(self):
        """The theme's own page."""
        return reverse("theme", args=[self.slug])


class TargetGroup(Vocabulary):
    """For whom a measure is meant."""

    class Meta(Vocabulary.Meta):
        verbose_name = "målgruppe"
        verbose_name_plural = "målgrupper"


class Phase(Vocabulary):
    """When in the programme a measure takes place."""

    class Meta(Vocabulary.Meta):
        verbose_name = "fase"
        verbose_name_plural = "faser"


class Programme(Vocabulary):
    """A SOSU programme that a source singles out."""

    class Meta(Vocabulary.Meta):
        verbose_name = "uddannelse"
        verbose_name_plural = "uddannelser"


class Characteristic(Vocabulary):
    """A trait that the report finds across measures; tags on entries are the editors' reading."""

    source = models.ForeignKey(
        "interventions.Source",
        models.PROTECT,
        related_name="characteristics",
        verbose_name="kilde",
    )
    locator = models.CharField("sted i kilden", max_length=120)

    class Meta(Vocabulary.Meta):
        verbose_name = "tværgående kendetegn"
        verbose_name_plural = "tværgående kendetegn"
