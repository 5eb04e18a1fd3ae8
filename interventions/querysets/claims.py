"""Claims: which are public, and what they need to be shown."""

from django.db import models
from django.db.models import Q

from interventions.querysets.published import published_entries


class ClaimQuerySet(models.QuerySet):
    """Every method returns a queryset; none runs a query."""

    def public(self):
        """Claims of published entries, and context claims, which belong to no entry."""
        return self.filter(Q(intervention=None) | Q(intervention__in=published_entries()))

    def with_source(self):
        """Source and tier come along, in the order of the sources."""
        return self.select_related("source", "tier")

    def context_of(self, source_ids):
        """The claims that hold for everything built on these sources."""
        return self.filter(intervention=None, source__in=source_ids).with_source()
