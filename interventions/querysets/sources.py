"""Sources: public as soon as something public rests on them."""

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery


class SourceQuerySet(models.QuerySet):
    """Every method returns a queryset; none runs a query."""

    def _public_claims(self):
        claims = apps.get_model("interventions", "Claim").objects.public()
        return claims.filter(source=OuterRef("pk")).order_by()

    def public(self):
        """Sources of a public claim, a tier or a trait, so that a draft does not show through."""
        return self.filter(
            Exists(self._public_claims())
            | Q(tiers__isnull=False)
            | Q(characteristics__isnull=False)
        ).distinct()

    def with_counts(self):
        """Annotate `claim_count`, the public claims, and `entry_count`, the public entries."""
        per_source = self._public_claims().values("source")
        return self.annotate(
            claim_count=Subquery(per_source.annotate(n=Count("pk")).values("n")),
            entry_count=Subquery(
                per_source.annotate(n=Count("intervention", distinct=True)).values("n")
            ),
        )
