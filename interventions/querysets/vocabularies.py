"""Vocabularies and tiers with the number of public entries under each value."""

from django.db import models
from django.db.models import Count, Q

from interventions.querysets.published import published_entries


class VocabularyQuerySet(models.QuerySet):
    """Every method returns a queryset; none runs a query."""

    def with_counts(self):
        """Annotate `entry_count`: public entries with this value."""
        return self.annotate(
            entry_count=Count("interventions", filter=Q(interventions__in=published_entries()))
        ).order_by(*self.model._meta.ordering)  # grouping drops the model's own order


class TierQuerySet(models.QuerySet):
    """Every method returns a queryset; none runs a query."""

    def with_counts(self):
        """Annotate `entry_count`: public entries that carry this tier themselves."""
        return self.annotate(
            entry_count=Count("ratings", filter=Q(ratings__intervention__in=published_entries()))
        ).order_by(*self.model._meta.ordering)
