"""How two entries resemble each other, in one explaining sentence. A tier never follows."""

from django.db import models
from django.db.models import F, Q

from interventions.querysets import RelationQuerySet
from municipalities.models import SavedWhole


class RelationManager(models.Manager.from_queryset(RelationQuerySet)):
    """Finds relations by the slugs of their two ends."""

    def get_by_natural_key(self, from_slug, to_slug):
        """The relation between these entries, from either end; raises DoesNotExist."""
        return self.get(
            Q(from_entry__slug=from_slug, to_entry__slug=to_slug)
            | Q(from_entry__slug=to_slug, to_entry__slug=from_slug)
        )


class Relation(SavedWhole):
    """From a case to what it resembles. The sentence has to read well from both ends."""

    class Kind(models.TextChoices):
        SAME_TYPE = "samme-type", "samme slags indsats"
        PART = "delelement", "ligner på ét punkt"
        SAME_THEME = "samme-tema", "samme tema, ikke samme indsats"

    from_entry = models.ForeignKey(
        "interventions.Intervention",
        models.CASCADE,
        related_name="relations_out",
        verbose_name="fra indsats",
    )
    to_entry = models.ForeignKey(
        "interventions.Intervention",
        models.CASCADE,
        related_name="relations_in",
        limit_choices_to={"copy_of__isnull": True},
        verbose_name="til indsats",
    )
    kind = models.CharField("slags", max_length=12, choices=Kind)
    sentence = models.CharField(
        "forklaring",
        max_length=300,
        help_text="Én sætning, der kan læses fra begge sider. Vurderingen følger aldrig med.",
    )

    objects = RelationManager()

    class Meta:
        verbose_name = "forbindelse"
        verbose_name_plural = "forbindelser"
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["from_entry", "to_entry"],
                name="one_relation_per_pair",
                violation_error_message="De to indsatser er allerede sat i forbindelse.",
            ),
            models.CheckConstraint(
                name="no_relation_to_itself",
                condition=~Q(from_entry=F("to_entry")),
                violation_error_message="En indsats kan ikke ligne sig selv.",
            ),
        ]

    def __str__(self):
        return self.get_kind_display()

    def natural_key(self):
        """What fixtures call this relation."""
        return (self.from_entry.slug, self.to_entry.slug)

    natural_key.dependencies = ["interventions.intervention"]
