"""Ledgers for editors: which figures stand side by side, and why they cannot be compared."""

from django import forms
from django.contrib import admin
from django.db.models import Count

from interventions.models import Ledger
from municipalities.admin import CuratedAdmin, CuratedForm


class LedgerForm(CuratedForm):
    """The slug of a ledger is made of its title; a ledger with figures stays with its entry."""

    slug_from = "title"

    class Meta:
        widgets = {
            "title": forms.TextInput(attrs={"size": 70}),
            "sentence": forms.Textarea(attrs={"rows": 2, "cols": 80}),
        }

    def clean_intervention(self):
        """Its claims belong to the entry, so they would be left behind."""
        entry = self.cleaned_data["intervention"]
        if self.instance.pk and self.instance.claims.exclude(intervention=entry).exists():
            raise forms.ValidationError("Opstillingens tal hører til en anden indsats.")
        return entry


@admin.register(Ledger)
class LedgerAdmin(CuratedAdmin):
    """A claim chooses its ledger where it is written; it is shown from two figures on."""

    form = LedgerForm
    fields = ["intervention", "title", "sentence", "slug", "position"]
    autocomplete_fields = ["intervention"]
    list_display = ["title", "intervention", "figure_count", "position"]
    list_select_related = ["intervention"]
    search_fields = ["title", "slug", "intervention__title"]

    def get_queryset(self, request):
        """With the number of figures."""
        return super().get_queryset(request).annotate(figure_count=Count("claims"))

    @admin.display(description="tal", ordering="figure_count")
    def figure_count(self, ledger):
        """How many figures stand in it."""
        return ledger.figure_count
