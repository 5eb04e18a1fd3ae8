"""Ledgers: figures that sources give for the same thing, beside each other and never worked up."""

from django.db import models

from municipalities.models import NaturalKeyManager, SavedWhole


class Ledger(SavedWhole):
    """What its claims seem to count alike, and the one sentence on why they cannot be compared."""

    slug = models.SlugField("nøgle", max_length=80, unique=True)
    intervention = models.ForeignKey(
        "interventions.Intervention",
        models.CASCADE,
        related_name="ledgers",
        verbose_name="indsats",
    )
    title = models.CharField(
        "hvad tallene handler om",
        max_length=120,
        help_text="Det, tallene ser ud til at have fælles, fx “Frafald blandt deltagerne”.",
    )
    sentence = models.CharField(
        "hvorfor tallene ikke kan sammenlignes",
        max_length=300,
        help_text="Én hel sætning. Den står over tallene.",
    )
    position = models.PositiveSmallIntegerField("rækkefølge", default=0)

    objects = NaturalKeyManager()

    class Meta:
        verbose_name = "opstilling af tal"
        verbose_name_plural = "opstillinger af tal"
        ordering = ["position", "slug"]
        constraints = [
            models.CheckConstraint(
                name="ledger_has_sentence",
                condition=~models.Q(sentence=""),
                violation_error_message="Sig, hvorfor tallene ikke kan sammenlignes.",
            ),
        ]

    def __str__(self):
        return self.title

    def natural_key(self):
        """What fixtures call this row."""
        return (self.slug,)

    natural_key.dependencies = ["interventions.intervention"]
