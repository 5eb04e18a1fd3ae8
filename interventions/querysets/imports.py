"""Uploads that wait for their confirmation."""

from django.db import models
from django.utils import timezone


class ImportDraftQuerySet(models.QuerySet):
    """Every method returns a queryset; none runs a query."""

    def waiting(self, owner):
        """What this editor may still confirm."""
        return self.filter(owner=owner, made_at__gt=timezone.now() - self.model.KEPT)

    def expired(self):
        """What nobody confirmed in time."""
        return self.filter(made_at__lte=timezone.now() - self.model.KEPT)
