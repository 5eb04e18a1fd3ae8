"""Ledgers: made inside their entry, and as a list of which figures stand side by side."""

from django import forms
from django.contrib import admin
from django.db.models import Count

from interventions import rules
from interventions.admin.written_in_entry import WrittenInEntry, entry_link
from interventions.models import Ledger
from municipalities import danish
from municipalities.admin import CuratedAdmin, CuratedForm


class LedgerForm(CuratedForm):
    """A ledger of an entry; its slug is made of its title."""

    class Meta:
        widgets = {
            "title": forms.TextInput(attrs={"size": 70}),
            "sentence": forms.Textarea(attrs={"rows": 2, "cols": 80}),
        }

    def save(self, commit=True):
        """Give a new one a slug that no ledger has, with the mark where it is in a copy."""
        row = self.instance
        if not row.slug:
            mark = rules.COPY if row.intervention.is_working_copy else ""
            stem = danish.slug(row.title)[:60].strip("-") or "tal"
            row.slug, number = stem + mark, 1
            while Ledger.objects.filter(slug__in=[row.slug, rules.bare(row.slug)]).exists():
                number += 1
                row.slug = f"{stem}-{number}{mark}"
        return super().save(commit)


class LedgerInline(admin.StackedInline):
    """Figures that stand side by side: made here, chosen at each claim that belongs there."""

    model = Ledger
    form = LedgerForm
    extra = 0
    verbose_name_plural = "Opstillinger af tal"
    add_text = "Tilføj endnu en opstilling"
    classes = ["collapse"]
    fieldsets = [
        (
            None,
            {
                "fields": ["title", "sentence", "position"],
                "description": "Når flere kilder giver forskellige tal for det, der ligner det "
                "samme. Gem først; derefter kan udsagn vælge opstillingen. Den vises fra to tal.",
            },
        )
    ]


@admin.register(Ledger)
class LedgerAdmin(WrittenInEntry, CuratedAdmin):
    """All ledgers, with how many figures stand in each."""

    list_display = ["title", "entry", "figure_count", "position"]
    list_select_related = ["intervention"]
    search_fields = ["title", "slug", "intervention__title"]
    fields = ["intervention", "title", "sentence", "slug", "position"]

    def get_queryset(self, request):
        """With the number of figures."""
        return super().get_queryset(request).annotate(figure_count=Count("claims"))

    @admin.display(description="indsats", ordering="intervention__sort_key")
    def entry(self, ledger):
        """The entry, as a link to where the ledger is written."""
        return entry_link(ledger.intervention)

    @admin.display(description="tal", ordering="figure_count")
    def figure_count(self, ledger):
        """How many figures stand in it."""
        return ledger.figure_count
