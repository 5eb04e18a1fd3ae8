"""Relations: only between entries that the public may see."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from interventions.querysets.published import published_entries


class RelationQuerySet(models.QuerySet):
    """Every method returns a queryset; none runs a query."""

    def to_published(self):
        """Relations whose far end is public."""
        return self.filter(to_entry__in=published_entries())

    def from_published(self):
        """Relations that come from a public entry."""
        return self.filter(from_entry__in=published_entries())

    def of_public(self, entry):
        """Relations of a public entry, either way, whose other end is public too."""
        return self.filter(Q(from_entry=entry) | Q(to_entry=entry)).to_published().from_published()

    def with_ends(self):
        """Both entries come along; `to_tiers` and `to_rater` tell of the target's own rating.

        `to_tiers` is the tier's plural, as in "listed among the …"; both are None without one.
        """
        target = published_entries().with_tier().filter(pk=OuterRef("to_entry"))
        return self.select_related("from_entry", "to_entry").annotate(
            to_tiers=Subquery(target.values("tier_plural")),
            to_rater=Subquery(target.values("tier_rater")),
        )
