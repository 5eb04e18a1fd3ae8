"""What `manage.py check_anchors` found, kept for the editors."""

from django.db import models, transaction

from interventions.models.claims import Claim


class AnchorFindingManager(models.Manager):
    """Writes a whole check at once."""

    @transaction.atomic
    def replace(self, claims, findings, found_on):
        """Put the findings of a check in the place of earlier ones of the same sources.

        `claims` are those that were held against their source, `findings` come from `anchors`.
        What was found in other sources stays: a check without their texts says nothing new of them.
        """
        self.filter(claim__source__in={claim.source_id for claim in claims}).delete()
        # An editor may have deleted a claim since it was read; the others are locked until the end.
        keys = Claim.objects.select_for_update().filter(key__in={one.claim for one in findings})
        kept = dict(keys.values_list("key", "pk"))
        self.bulk_create(
            self.model(
                claim_id=kept[one.claim], what=one.what, message=one.message, found_on=found_on
            )
            for one in findings
            if one.claim in kept
        )


class AnchorFinding(models.Model):
    """One thing that a claim says and that the text of its source does not."""

    class What(models.TextChoices):
        ANCHOR = "anker", "anker"
        FIGURE = "tal", "tal"

    claim = models.ForeignKey(
        "interventions.Claim", models.CASCADE, related_name="findings", verbose_name="udsagn"
    )
    what = models.CharField("hvad", max_length=10, choices=What)
    message = models.TextField("fund")
    found_on = models.DateField("fundet den")

    objects = AnchorFindingManager()

    class Meta:
        verbose_name = "fund ved ankerkontrol"
        verbose_name_plural = "fund ved ankerkontrol"
        ordering = ["pk"]

    def __str__(self):
        return self.message
