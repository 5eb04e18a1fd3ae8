"""Versions: every state that an entry was saved in, as one document, with who, when and why."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from interventions.querysets import VersionQuerySet


class Version(models.Model):
    """One saved state of an entry with its claims, ledgers and relations.

    `document` is what `interventions.document.of` makes of it. Rows are written by
    `interventions.history` alone and never changed, but for the entry of a working copy's versions
    when the copy ends. What a version is to the public is worked out when it is made, by
    `interventions.public_record`, so that the record of change reads no documents.
    """

    class Event(models.TextChoices):
        LOADED = "indlaest", "Indlæst"
        OUTSIDE = "udefra", "Ændret uden for redaktionen"
        SAVED = "gemt", "Gemt"
        COPIED = "kopieret", "Arbejdskopi lavet"
        DROPPED = "kasseret", "Arbejdskopi kasseret"
        REVERTED = "tilbagefoert", "Ført tilbage"
        IMPORTED = "importeret", "Importeret"
        REVIEWED = "gennemset", "Gennemset"
        SUBMITTED = "indsendt", "Sendt til gennemsyn"
        RETURNED = "sendt-tilbage", "Sendt tilbage til kladde"
        PUBLISHED = "udgivet", "Udgivet"
        ARCHIVED = "arkiveret", "Arkiveret"
        REOPENED = "genaabnet", "Genåbnet som kladde"

    class Change(models.TextChoices):
        """What the public saw happen; empty where it saw nothing."""

        NEW = "ny", "Ny indsats"
        AGAIN = "igen", "Udgivet igen"
        RATED = "vurderet", "Ny vurdering"
        UNRATED = "uden-vurdering", "Vurdering taget væk"
        CHANGED = "aendret", "Ændret"
        REVIEWED = "gennemset", "Gennemset"
        WITHDRAWN = "taget-ned", "Taget ned"

    # What was written anew by somebody; the rest only moves the entry along.
    WRITTEN = (Event.SAVED, Event.REVERTED, Event.IMPORTED)
    # What lies on somebody's desk, if nothing has been written in it yet.
    BEGUN = (*WRITTEN, Event.COPIED)

    entry = models.ForeignKey(
        "interventions.Intervention",
        models.CASCADE,
        related_name="versions",
        verbose_name="indsats",
    )
    number = models.PositiveIntegerField("version")
    event = models.CharField("hændelse", max_length=14, choices=Event)
    note = models.TextField("note", blank=True)
    state = models.CharField("tilstand", max_length=14)
    in_copy = models.BooleanField("i arbejdskopi", default=False)
    made_at = models.DateTimeField("hvornår")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="hvem",
    )
    # The user may leave; the story of the entry stays readable.
    made_by_name = models.CharField("navn", max_length=160, blank=True)
    document = models.JSONField("indhold")
    # From `public_from` until `public_until` the public may read this state, unless a later version
    # comes first. Null: never, or without an end.
    public_from = models.DateTimeField(null=True, editable=False)
    public_until = models.DateTimeField(null=True, editable=False)
    change = models.CharField(max_length=16, choices=Change, blank=True, editable=False)
    changed = models.TextField(blank=True, editable=False)
    # The facets of the news under which the change is found, each between bars.
    topics = models.TextField(blank=True, editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = "version"
        verbose_name_plural = "versioner"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="one_version_a_number"),
        ]

    def __str__(self):
        return f"Version {self.number}: {self.get_event_display().lower()}"

    @property
    def who(self):
        """Who made it, in words."""
        return self.made_by_name or "videnbasen selv"

    def get_preview_url(self):
        """This state in the public template, for editors."""
        address = reverse("admin:interventions_intervention_preview", args=[self.entry_id])
        return f"{address}?version={self.number}"
