"""Relations between entries: written in the entry they start from, and as a list to read."""

from django import forms
from django.contrib import admin
from django.db.models import Q

from interventions import rules
from interventions.admin.formsets import RowForm, SharedChoices, SharedLookups
from interventions.admin.written_in_entry import ExportsRows, WrittenInEntry, entry_link
from interventions.exchange.columns import RELATIONS
from interventions.models import Intervention, Relation
from municipalities.admin import CuratedAdmin


class RelationForm(RowForm):
    """One relation for a pair, whichever end it starts from."""

    constraints_at = "to_entry"
    named_by = "to_entry_id"

    class Meta:
        widgets = {"sentence": forms.Textarea(attrs={"rows": 2, "cols": 60})}

    def clean(self):
        """Refuse a relation to the entry itself and the mirror of one that exists."""
        data = super().clean()
        start, end = data.get("from_entry"), data.get("to_entry")
        if start and end:
            # A working copy stands for its entry.
            start = start.copy_of_id or start.pk
            mirrored = Relation.objects.filter(from_entry=end, to_entry=start).exists()
            self.add_problems(rules.relation_problems(to_itself=start == end.pk, mirrored=mirrored))
        return data


class RelationFormSet(SharedLookups):
    """The outgoing relations of one entry."""

    shared = ("to_entry",)
    unique_at = "to_entry"
    unique_message = "De to indsatser er allerede sat i forbindelse."


class RelationInline(SharedChoices, admin.StackedInline):
    """What this entry resembles, with the sentence that says how far."""

    model = Relation
    form = RelationForm
    formset = RelationFormSet
    fk_name = "from_entry"
    shared = RelationFormSet.shared
    extra = 0
    verbose_name_plural = "Ligner (fra denne indsats)"
    add_text = "Tilføj endnu en forbindelse"
    fields = [("to_entry", "kind"), "sentence", "stored_key"]

    def get_queryset(self, request):
        """With both ends, which the heading of each row names."""
        return super().get_queryset(request).select_related("from_entry", "to_entry")


@admin.register(Relation)
class RelationAdmin(WrittenInEntry, ExportsRows, CuratedAdmin):
    """All relations: whether each sentence reads well from both ends."""

    fields = ["from_entry", "to_entry", "kind", "sentence"]
    exported = (RELATIONS, "from_entry")
    list_display = ["start", "to_entry", "kind", "sentence"]
    list_display_links = ["sentence"]
    list_filter = ["kind"]
    list_select_related = ["from_entry", "to_entry"]
    search_fields = ["from_entry__title"]
    search_help_text = "Ord i titlen på en af de to indsatser."

    def get_search_results(self, request, queryset, search_term):
        """Relations of which the search finds either end."""
        if search_term:
            found = Intervention.objects.search(search_term).order_by()
            queryset = queryset.filter(Q(from_entry__in=found) | Q(to_entry__in=found))
        return queryset, False

    @admin.display(description="fra indsats", ordering="from_entry__sort_key")
    def start(self, relation):
        """The entry, as a link to where the relation is written."""
        return entry_link(relation.from_entry)
