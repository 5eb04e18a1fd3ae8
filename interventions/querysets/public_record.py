"""Entries as the public knows them: which it was told of, and which version it reads."""

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from interventions.querysets.published import published_entries


class PublicRecordQuerySet(models.QuerySet):
    """Every method returns a queryset; none runs a query."""

    def known_to_public(self):
        """Entries whose address answers: with the page, or with 410 once they were withdrawn.

        The same as `is_public or withdrawn_on` of a row.
        """
        ran_out = Q(state="udgivet", withdraw_on__lte=timezone.localdate())
        withdrawn = Q(published_at__isnull=False) & (ran_out | Q(withdrawn_at__isnull=False))
        return self.filter(
            Q(pk__in=published_entries().values("pk")) | withdrawn, copy_of__isnull=True
        )

    def once_at(self, slug):
        """The entry whose address this is, or was."""
        return self.filter(Q(slug=slug) | Q(former_slugs__slug=slug))

    def with_public_version(self):
        """Annotate `public_version` and `public_since`: number and time of what the public reads.

        What only moved the entry along, like a working copy that was given up, does not count. An
        entry whose story has not begun tells of itself.
        """
        latest = (
            apps.get_model("interventions", "Version")
            .objects.filter(entry=OuterRef("pk"), public_from__lte=timezone.now())
            .exclude(change="")
            .order_by("-number")
        )
        return self.annotate(
            public_version=Coalesce(Subquery(latest.values("number")[:1]), "version"),
            public_since=Coalesce(Subquery(latest.values("public_from")[:1]), "updated_at"),
        )
