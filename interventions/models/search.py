"""What search stores: the terms of each entry, and the synonyms that editors curate."""

from django.core.exceptions import ValidationError
from django.db import models

from municipalities.models import NaturalKeyManager, SavedWhole

MAX_TERM = 80


class SearchTerm(models.Model):
    """One term of one entry, with the weight of the best place where it stands.

    Derived: kept by the save of what it is read from, rebuilt by `manage.py reindex`.
    """

    entry = models.ForeignKey(
        "interventions.Intervention", models.CASCADE, related_name="search_terms"
    )
    term = models.CharField(max_length=MAX_TERM, db_index=True)
    # The word as it is written, for suggestions; empty for a term that is only part of a word.
    word = models.CharField(max_length=MAX_TERM, blank=True)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "term"], name="one_weight_per_term"),
        ]

    def __str__(self):
        return f"{self.term} ({self.weight})"


class SynonymSet(SavedWhole):
    """Words that mean the same in a search. Who searches for one finds the others too."""

    slug = models.SlugField("nøgle", max_length=60, unique=True)
    words = models.TextField(
        "ord, der betyder det samme",
        help_text="Adskilt af komma, fx praktik, oplæring. Et “ord” må gerne bestå af flere.",
    )
    related = models.TextField(
        "se også",
        blank=True,
        help_text="Beslægtede ord, som læseren får et link til. De søges ikke med.",
    )

    objects = NaturalKeyManager()

    class Meta:
        verbose_name = "synonymer"
        verbose_name_plural = "synonymer"
        ordering = ["slug"]

    def __str__(self):
        return self.words

    def natural_key(self):
        """What fixtures call this row."""
        return (self.slug,)

    def clean(self):
        """A set of one word says nothing."""
        if len(self.phrases) < 2:
            raise ValidationError({"words": "Skriv mindst to ord, adskilt af komma."})

    @property
    def phrases(self):
        """The words and phrases, as the editor wrote them."""
        return [phrase for phrase in map(str.strip, self.words.split(",")) if phrase]

    @property
    def related_phrases(self):
        """What the reader is pointed to."""
        return [phrase for phrase in map(str.strip, self.related.split(",")) if phrase]
