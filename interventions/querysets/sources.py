"""Sources: public as soon as something public rests on them, and what is to be looked after."""

from datetime import timedelta

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.utils import timezone


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

    def not_read_for(self, days):
        """Sources whose text was last read that many days ago, or longer."""
        return self.filter(read_on__lte=timezone.localdate() - timedelta(days=days))

    def not_visited_for(self, days):
        """Sources whose address was last visited that many days ago, or longer, or never."""
        latest = timezone.localdate() - timedelta(days=days)
        return self.filter(Q(link_checked_on=None) | Q(link_checked_on__lte=latest))

    def broken(self):
        """Sources whose address did not answer when it was last visited."""
        return self.filter(link_status="svarer-ikke")

    def unclear(self):
        """Sources whose host was there but did not show the page to our visit."""
        return self.filter(link_status="uafklaret")

    def never_visited(self):
        """Sources whose address has not been visited, or not since it was changed."""
        return self.filter(link_status="")

    def redirected(self):
        """Sources whose address led to another one when it was last visited."""
        return self.exclude(link_redirects_to="")
