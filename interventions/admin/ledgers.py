"""Ledgers: made inside their entry, and as a list of which figures stand side by side."""

from django import forms
from django.contrib import admin
from django.db.models import Count

from interventions import rules
from interventions.admin.formsets import RowForm, SharedLookups
from interventions.admin.written_in_entry import ExportsRows, WrittenInEntry, entry_link
from interventions.exchange.columns import LEDGERS
from interventions.models import Ledger
from municipalities import danish
from municipalities.admin import CuratedAdmin

LONGEST = 70  # leaves room in the column for a number and the mark


class LedgerForm(RowForm):
    """A ledger of an entry; its slug is made of its title."""

    named_by = "slug"

    class Meta:
        widgets = {
            "title": forms.TextInput(attrs={"size": 70}),
            "sentence": forms.Textarea(attrs={"rows": 2, "cols": 80}),
        }

    def save(self, commit=True):
        """Give a new one a slug that no ledger has, with the mark where it is in a copy.

        One that comes back has its own, unless another ledger has it now.
        """
        row = self.instance
        if not row.slug:
            mark = rules.COPY if row.intervention.is_working_copy else ""
            name = danish.slug(self.cleaned_data["stored_key"] or row.title)
            stem, number = name[:LONGEST].strip("-") or "tal", 1
            row.slug = stem + mark
            others = Ledger.objects.exclude(intervention=row.intervention.copy_of_id)
            while others.filter(slug__in=_both(row.slug)).exists():
                number += 1
                row.slug = f"{stem}-{number}{mark}"
        return super().save(commit)


def _both(slug):
    """A slug without and with the mark of a working copy."""
    return [rules.bare(slug), rules.bare(slug) + rules.COPY]


class LedgerInline(admin.StackedInline):
    """Figures that stand side by side: made here, chosen at each claim that belongs there."""

    model = Ledger
    form = LedgerForm
    formset = SharedLookups
    extra = 0
    verbose_name_plural = "Opstillinger af tal"
    add_text = "Tilføj endnu en opstilling"
    classes = ["collapse"]
    fieldsets = [
        (
            None,
            {
                "fields": ["title", "sentence", "position", "stored_key"],
                "description": "Når flere kilder giver forskellige tal for det, der ligner det "
                "samme. Gem først; derefter kan udsagn vælge opstillingen. Den vises fra to tal.",
            },
        )
    ]


@admin.register(Ledger)
class LedgerAdmin(WrittenInEntry, ExportsRows, CuratedAdmin):
    """All ledgers, with how many figures stand in each."""

    exported = (LEDGERS, "intervention")
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
