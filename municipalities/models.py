"""Regions and municipalities: official codes, names and the place on the tile map."""

from django.db import models, transaction
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.urls import reverse

from municipalities import danish
from municipalities.querysets import MunicipalityQuerySet


class NaturalKeyManager(models.Manager):
    """Finds a row by its slug, so that fixtures name rows instead of numbering them."""

    def get_by_natural_key(self, slug):
        """The row with this slug; raises DoesNotExist."""
        return self.get(slug=slug)


class SavedWhole(models.Model):
    """A row that is saved in one transaction with what follows from it, whoever saves it.

    Django sends its signals after the row is written, so without one the row would stand alone if
    what follows fails.
    """

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Both or neither."""
        with transaction.atomic(savepoint=False):
            super().save(*args, **kwargs)


class DerivedColumns(SavedWhole):
    """A row with columns that are computed from others, also when a fixture is loaded."""

    class Meta:
        abstract = True

    def derive(self):
        """Set the derived columns from the typed ones. Called before each save, raw or not."""
        raise NotImplementedError


@receiver(pre_save)
def derive_columns(sender, instance, **kwargs):
    """loaddata skips save() but not this signal, so no fixture carries a derived column."""
    if isinstance(instance, DerivedColumns):
        instance.derive()


class Region(DerivedColumns):
    """A region as it stands today. Which municipality lies where is data: it changes in 2027."""

    code = models.CharField("kode", max_length=4, unique=True)
    name = models.CharField("navn", max_length=60)
    slug = models.SlugField("adresse", max_length=60, unique=True)
    sort_key = models.TextField(editable=False)

    objects = NaturalKeyManager()

    class Meta:
        verbose_name = "region"
        verbose_name_plural = "regioner"
        ordering = ["sort_key"]

    def __str__(self):
        return self.name

    def natural_key(self):
        """What fixtures call this row."""
        return (self.slug,)

    def derive(self):
        """Danish order of the name."""
        self.sort_key = danish.sort_key(self.name)


class Municipality(DerivedColumns):
    """One of the 98 municipalities; `code` is Statistics Denmark's, three digits."""

    code = models.CharField("kommunekode", max_length=3, unique=True)
    name = models.CharField("navn", max_length=60, help_text="Kort form, fx Nordfyns.")
    long_name = models.CharField("fuldt navn", max_length=80, help_text="Fx Nordfyns Kommune.")
    slug = models.SlugField("adresse", max_length=60, unique=True)
    region = models.ForeignKey(
        Region, models.PROTECT, related_name="municipalities", verbose_name="region"
    )
    map_label = models.CharField(
        "navn på kortet", max_length=8, unique=True, help_text="Kan kendes fra alle andre."
    )
    tile_column = models.PositiveSmallIntegerField("kolonne på kortet")
    tile_row = models.PositiveSmallIntegerField("række på kortet")
    sort_key = models.TextField(editable=False)

    objects = NaturalKeyManager.from_queryset(MunicipalityQuerySet)()

    class Meta:
        verbose_name = "kommune"
        verbose_name_plural = "kommuner"
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["tile_column", "tile_row"], name="one_tile_each"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """The municipality's own page."""
        return reverse("municipality", args=[self.slug])

    def natural_key(self):
        """What fixtures call this row."""
        return (self.slug,)

    natural_key.dependencies = ["municipalities.region"]

    def derive(self):
        """Danish order."""
        self.sort_key = danish.sort_key(self.name)
