"""Organisations for editors."""

from django import forms
from django.contrib import admin
from django.db.models import Count

from interventions.admin.in_use import ProtectsInUse
from interventions.models import Organisation
from municipalities.admin import CuratedAdmin, CuratedForm


class OrganisationForm(CuratedForm):
    """An organisation, never a person."""

    class Meta:
        widgets = {"name": forms.TextInput(attrs={"size": 60})}
        help_texts = {
            "name": "Organisationens eget navn, aldrig en persons. Kommuner har deres egen liste.",
            "url": "Organisationens egen forside. Tom, når vi ikke kender den: gæt ikke.",
        }


@admin.register(Organisation)
class OrganisationAdmin(ProtectsInUse, CuratedAdmin):
    """Schools, state, associations and others."""

    form = OrganisationForm
    fields = ["name", "kind", "url", "slug"]
    list_display = ["name", "kind", "entry_count", "url"]
    list_filter = ["kind"]
    search_fields = ["name", "slug"]

    def get_queryset(self, request):
        """With the number of entries."""
        return super().get_queryset(request).annotate(entry_count=Count("interventions"))

    @admin.display(description="indsatser", ordering="entry_count")
    def entry_count(self, organisation):
        """In how many entries it takes part, drafts included."""
        return organisation.entry_count
