"""The report's three evidence tiers. "Not rated" is the absence of a tier, not a fourth one."""

from django.db import models
from django.urls import reverse

from interventions.querysets import TierQuerySet
from municipalities.models import NaturalKeyManager, SavedWhole


class EvidenceTier(SavedWhole):
    """A tier that a source can give a measure, with what it says and what it does not."""

    slug = models.SlugField("adresse", max_length=40, unique=True)
    rank = models.PositiveSmallIntegerField("trin", unique=True, help_text="3 er det øverste trin.")
    name = models.CharField("navn", max_length=60)
    plural = models.CharField("navn i flertal", max_length=60)
    rated_by = models.CharField("hvem der giver niveauet", max_length=80)
    scope = models.CharField("hvad niveauet gælder", max_length=120)
    definition = models.TextField("hvad niveauet betyder")
    does_not_say = models.TextField("hvad niveauet ikke siger")
    next_step = models.TextField(
        "næste skridt", help_text="Redaktionens eget råd; siden siger, at det er vores."
    )
    source = models.ForeignKey(
        "interventions.Source", models.PROTECT, related_name="tiers", verbose_name="kilde"
    )
    locator = models.CharField("sted i kilden", max_length=120)

    objects = NaturalKeyManager.from_queryset(TierQuerySet)()

    class Meta:
        verbose_name = "evidensniveau"
        verbose_name_plural = "evidensniveauer"
        ordering = ["-rank"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """Its definition on the evidence page."""
        return f"{reverse('evidence')}#{self.slug}"

    def natural_key(self):
        """What fixtures call this row."""
        return (self.slug,)

    natural_key.dependencies = ["interventions.source"]
