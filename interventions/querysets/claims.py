"""Claims: which are public, and what they need to be shown."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from interventions.querysets.published import published_entries


class ClaimQuerySet(models.QuerySet):
    """Every method returns a queryset; none runs a query."""

    def public(self):
        """Claims of published entries, and the frame of sources that hide nothing.

        A frame is shown when something public rests on its source, or when no entry at all does.
        A working copy changes nothing of that.
        """
        own = Q(intervention__in=published_entries())
        sources = self.model._meta.get_field("source").related_model.objects
        in_use = sources.filter(Q(tiers__isnull=False) | Q(characteristics__isnull=False))
        framed = self.model.objects.filter(own).order_by().values("source")
        frame = (
            Q(source__in=framed)
            | Q(source__in=in_use.order_by().values("pk"))
            | ~Exists(
                self.model.objects.filter(
                    source=OuterRef("source"),
                    intervention__isnull=False,
                    intervention__copy_of__isnull=True,
                )
            )
        )
        return self.filter(own | (Q(intervention=None) & frame))

    def with_source(self):
        """Source and tier come along, in the order of the sources."""
        return self.select_related("source", "tier")

    def for_gaps(self):
        """What tells of an entry what its sources leave out, and which sources they are."""
        return self.select_related("source").only(
            *("intervention", "kind", "value", "unit", "comparison", "period_from"),
            *("source__slug", "source__publisher", "source__title"),
        )

    def context_of(self, source_ids):
        """The claims that hold for everything built on these sources."""
        return self.filter(intervention=None, source__in=source_ids).with_source()

    def with_entry(self):
        """Source, tier and entry come along."""
        return self.with_source().select_related("intervention")

    def with_ledger(self):
        """The ledger comes along."""
        return self.select_related("ledger")

    def without_anchor(self):
        """Claims whose passage cannot be found again in the source."""
        return self.filter(anchor="")

    def with_findings(self):
        """Claims that said something their source does not when they were last held against it."""
        findings = apps.get_model("interventions", "AnchorFinding").objects
        return self.filter(Exists(findings.filter(claim=OuterRef("pk"))))

    def figures(self):
        """Claims that carry a figure."""
        return self.filter(value__isnull=False)

    def grants(self):
        """Claims that tell of money set aside: an amount, or what a policy says of its money.

        How a municipality or a project pays for itself without an amount is no grant.
        """
        return self.filter(
            Q(kind="funding") & (Q(value__isnull=False) | Q(intervention__kind="politik"))
        )

    def under_theme(self, theme):
        """Claims of public entries under a theme."""
        return self.filter(intervention__in=published_entries().filter(themes=theme))

    def of_policies_like(self, entry):
        """Claims of other public policies that share a theme with the entry or are related to it.

        With the policies' themes: one query more. Likeness says nothing of who got the money.
        """
        policies = published_entries().filter(kind="politik").exclude(pk=entry.pk)
        themes = [theme.pk for theme in entry.themes.all()]
        alike = policies.related_to("themes", "pk", themes)
        related = policies.joined_to([entry.pk])
        return self.filter(
            Q(intervention__in=alike) | Q(intervention__in=related)
        ).prefetch_related("intervention__themes")

    def of_policies_beside(self, theme):
        """Claims of public policies of other themes that are related to entries of this one."""
        under = published_entries().filter(themes=theme)
        policies = published_entries().filter(kind="politik").exclude(themes=theme)
        return self.filter(
            intervention__in=policies.joined_to(under.values("pk"))
        ).prefetch_related("intervention__themes")
