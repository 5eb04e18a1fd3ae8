"""Schools, state, associations and others who deliver a measure but are not municipalities."""

from urllib.parse import urlencode

from django.db import models
from django.urls import reverse

from interventions.querysets import OrganisationQuerySet
from municipalities.models import NaturalKeyManager, SavedWhole


class Organisation(SavedWhole):
    """An organisation, never a person."""

    class Kind(models.TextChoices):
        SCHOOL = "skole", "SOSU-skole"
        REGION = "region", "region"
        STATE = "stat", "stat"
        ASSOCIATION = "forening", "forening eller samarbejde"
        OTHER = "anden", "anden aktør"

    slug = models.SlugField("adresse", max_length=80, unique=True)
    name = models.CharField("navn", max_length=120)
    kind = models.CharField("slags", max_length=20, choices=Kind)
    url = models.URLField("hjemmeside", blank=True)

    objects = NaturalKeyManager.from_queryset(OrganisationQuerySet)()

    class Meta:
        verbose_name = "organisation"
        verbose_name_plural = "organisationer"
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """The entries that name it, found by search: it has no page of its own."""
        return f"{reverse('interventions')}?{urlencode({'q': self.name})}"

    def natural_key(self):
        """What fixtures call this row."""
        return (self.slug,)
