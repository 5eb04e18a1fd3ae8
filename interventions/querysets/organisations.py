"""Organisations: public as soon as a public entry names them."""

from django.db import models

from interventions.querysets.published import published_entries


class OrganisationQuerySet(models.QuerySet):
    """Every method returns a queryset; none runs a query."""

    def public(self):
        """Organisations of public entries, so that a draft does not show through."""
        named = published_entries().filter(organisations__isnull=False)
        return self.filter(pk__in=named.values("organisations"))
