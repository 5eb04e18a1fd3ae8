"""Addresses that entries once had."""

from django.db import models


class FormerSlug(models.Model):
    """An address that an entry once had; it redirects for good."""

    slug = models.SlugField("tidligere adresse", max_length=100, unique=True)
    intervention = models.ForeignKey(
        "interventions.Intervention",
        models.CASCADE,
        related_name="former_slugs",
        verbose_name="indsats",
    )

    class Meta:
        verbose_name = "tidligere adresse"
        verbose_name_plural = "tidligere adresser"

    def __str__(self):
        return self.slug
