"""The version of the public content as a whole: one row, one number that only goes up."""

from django.db import models
from django.utils import timezone


class ContentVersion(models.Model):
    """The only row; `interventions.content_version` reads and raises it."""

    ONLY = 1

    number = models.PositiveBigIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)
    # The Danish day up to which entries that come and go by their dates have been counted.
    dates_seen = models.DateField(default=timezone.localdate)

    class Meta:
        constraints = [
            models.CheckConstraint(name="only_one_content_version", condition=models.Q(pk=1)),
        ]

    def __str__(self):
        return f"Indholdets version {self.number}"
