"""The vocabularies for editors: few rows, each with what it means."""

from django import forms
from django.contrib import admin
from django.db.models import Count

from interventions.models import (
    Characteristic,
    Intervention,
    Phase,
    Programme,
    TargetGroup,
    Theme,
)
from municipalities.admin import CuratedAdmin, CuratedForm


def entries_left_without_theme(themes):
    """Published entries that have no theme but these."""
    keys = [theme.pk for theme in themes]
    links = Intervention.themes.through.objects
    return (
        Intervention.objects.published()
        .filter(pk__in=links.filter(theme_id__in=keys).values("intervention_id"))
        .exclude(pk__in=links.exclude(theme_id__in=keys).values("intervention_id"))
    )


class VocabularyForm(CuratedForm):
    """A name, what it means and where it stands."""

    class Meta:
        widgets = {
            "name": forms.TextInput(attrs={"size": 60}),
            "question": forms.TextInput(attrs={"size": 90}),
            "description": forms.Textarea(attrs={"rows": 3, "cols": 80}),
        }


class VocabularyAdmin(CuratedAdmin):
    """Rows in their own order, with how many entries use each."""

    form = VocabularyForm
    fields = ["name", "description", "position", "slug"]
    list_display = ["name", "position", "entry_count", "slug"]
    search_fields = ["name", "slug"]

    def get_queryset(self, request):
        """With the number of entries."""
        return super().get_queryset(request).annotate(entry_count=Count("interventions"))

    @admin.display(description="indsatser", ordering="entry_count")
    def entry_count(self, row):
        """How many entries carry it, drafts included."""
        return row.entry_count


@admin.register(Theme)
class ThemeAdmin(VocabularyAdmin):
    """Themes, with the reader's own words for the problem."""

    fields = ["name", "question", "description", "position", "slug"]
    list_display = ["name", "question", "position", "entry_count"]
    search_fields = ["name", "question"]

    def get_deleted_objects(self, objs, request):
        """Protect the last theme of a published entry, here and in the bulk action."""
        objs = list(objs)
        to_delete, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        protected += [
            f"Den udgivne indsats “{entry}” ville stå uden tema. Giv den et andet først."
            for entry in entries_left_without_theme(objs)
        ]
        return to_delete, counts, perms_needed, protected


@admin.register(TargetGroup)
class TargetGroupAdmin(VocabularyAdmin):
    """For whom."""


@admin.register(Phase)
class PhaseAdmin(VocabularyAdmin):
    """When in the programme."""


@admin.register(Programme)
class ProgrammeAdmin(VocabularyAdmin):
    """SOSU programmes."""


@admin.register(Characteristic)
class CharacteristicAdmin(VocabularyAdmin):
    """Traits that the report finds across measures."""

    fields = ["name", "description", "source", "locator", "position", "slug"]
    autocomplete_fields = ["source"]
