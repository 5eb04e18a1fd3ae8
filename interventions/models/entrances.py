"""Entrances: problems in the reader's own words, and the facets that each of them sets."""

from django.db import models

from municipalities.models import NaturalKeyManager, SavedWhole


class Entrance(SavedWhole):
    """One problem on the front page. It leads to the list with its facets set, and nothing else."""

    slug = models.SlugField("nøgle", max_length=80, unique=True)
    question = models.CharField(
        "problemet i læserens ord",
        max_length=120,
        unique=True,
        help_text="Fx “Elever har svært ved sproget”.",
    )
    themes = models.ManyToManyField(
        "interventions.Theme", blank=True, related_name="entrances", verbose_name="temaer"
    )
    target_groups = models.ManyToManyField(
        "interventions.TargetGroup", blank=True, related_name="entrances", verbose_name="målgrupper"
    )
    phases = models.ManyToManyField(
        "interventions.Phase", blank=True, related_name="entrances", verbose_name="faser"
    )
    position = models.PositiveSmallIntegerField("rækkefølge", default=0)

    objects = NaturalKeyManager()

    class Meta:
        verbose_name = "indgang"
        verbose_name_plural = "indgange"
        ordering = ["position", "slug"]

    def __str__(self):
        return self.question

    def natural_key(self):
        """What fixtures call this row."""
        return (self.slug,)
