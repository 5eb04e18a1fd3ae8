"""Municipalities and the public entries that name them, reached through the reverse relation."""

from django.db import models


class MunicipalityQuerySet(models.QuerySet):
    """Every method but `entry_links` returns a queryset."""

    def public_entries(self):
        """Every entry that the public may see."""
        related = self.model._meta.get_field("interventions").related_model
        return related.objects.published()

    def with_region(self):
        """The region comes along."""
        return self.select_related("region")

    def doing_the_same(self, municipality, themes):
        """Other municipalities with a public entry on one of these themes.

        The themes come as rows: as a subquery in a subquery they could take PostgreSQL minutes
        where its statistics are old.
        """
        return self.exclude(pk=municipality.pk).named_by(
            self.public_entries().filter(themes__in=[theme.pk for theme in themes])
        )

    def named_by(self, entries):
        """Municipalities that at least one of these entries names."""
        return self.filter(pk__in=entries.order_by().values("municipalities"))

    def entry_links(self):
        """{municipality pk: [entry pk, …]} of public entries. One query."""
        links = {}
        rows = self.public_entries().order_by().values_list("municipalities", "pk")
        for municipality, entry in rows:
            links.setdefault(municipality, []).append(entry)
        links.pop(None, None)
        return links
