"""Claims as a list of their own, for checking against the sources."""

from django.contrib import admin
from django.db.models import Q

from interventions import rules
from interventions.admin.claim_form import FIGURE, FIGURE_SECTION, SENTENCE, ClaimForm
from interventions.admin.written_in_entry import entry_link
from interventions.models import Claim, Intervention
from municipalities import danish
from municipalities.admin import CuratedAdmin, InUseFilter


class AnchorFilter(admin.SimpleListFilter):
    """Claims that cannot be found again in their source."""

    title = "anker"
    parameter_name = "anker"

    def lookups(self, request, model_admin):
        """With and without."""
        return [("mangler", "mangler"), ("har", "har anker")]

    def queryset(self, request, queryset):
        """By the emptiness of the anchor."""
        conditions = {"mangler": Q(anchor=""), "har": ~Q(anchor="")}
        return queryset.filter(conditions.get(self.value(), Q()))


class BelongsFilter(admin.SimpleListFilter):
    """Claims of an entry, by its state, and claims that frame their source's entries."""

    title = "hører til"
    parameter_name = "hoerer-til"

    def lookups(self, request, model_admin):
        """States of entries, then the frame."""
        states = [(value, f"indsats: {label}") for value, label in Intervention.State.choices]
        return [*states, ("ramme", "rammen om en kilde")]

    def queryset(self, request, queryset):
        """By the state of the entry, or by having none."""
        if self.value() == "ramme":
            return queryset.filter(intervention=None)
        if self.value() in Intervention.State.values:
            return queryset.filter(intervention__state=self.value())
        return queryset


@admin.register(Claim)
class ClaimAdmin(CuratedAdmin):
    """All claims in the order of their sources: the list for proof-reading.

    A claim of an entry is written in the form of the entry, where its versions are kept; here only
    what frames a source is.
    """

    form = ClaimForm
    fieldsets = [
        (None, {"fields": SENTENCE}),
        ("Tal og periode", {**FIGURE_SECTION, "fields": FIGURE[:-1], "classes": []}),
    ]
    autocomplete_fields = ["source", "tier"]
    list_display = [
        "key_shown",
        "sentence",
        "kind",
        "source_slug",
        "locator",
        "has_anchor",
        "entry",
    ]
    list_filter = [
        AnchorFilter,
        "kind",
        BelongsFilter,
        ("source", InUseFilter),
    ]
    list_select_related = ["source", "intervention"]
    search_fields = ["search_text"]
    search_help_text = "Ord i udsagnet, eller en nøgle som k05."
    actions = None  # a frame goes one at a time

    def has_change_permission(self, request, obj=None):
        """A frame, not the claim of an entry."""
        own = obj is not None and obj.intervention_id is not None
        return not own and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        """As for changing."""
        own = obj is not None and obj.intervention_id is not None
        return not own and super().has_delete_permission(request, obj)

    def get_search_results(self, request, queryset, search_term):
        """Every word has to occur, whatever its case; a key finds its claim."""
        for word in danish.words(search_term):
            queryset = queryset.filter(Q(search_text__contains=word) | Q(key__startswith=word))
        return queryset, False

    def view_on_site(self, claim):
        """The claim on its source's page, unless its entry is not public."""
        if claim.intervention and not claim.intervention.is_public:
            return None
        return claim.get_absolute_url()

    @admin.display(description="nøgle", ordering="key")
    def key_shown(self, claim):
        """The key that footnotes show."""
        return rules.bare(claim.key)

    @admin.display(description="udsagn", ordering="search_text")
    def sentence(self, claim):
        """Its first words."""
        return claim.text if len(claim.text) <= 110 else f"{claim.text[:109]}…"

    @admin.display(description="kilde", ordering="source__position")
    def source_slug(self, claim):
        """The short name of the source."""
        return claim.source.slug

    @admin.display(description="anker", boolean=True)
    def has_anchor(self, claim):
        """Whether the passage can be found again."""
        return bool(claim.anchor)

    @admin.display(description="indsats", ordering="intervention__sort_key")
    def entry(self, claim):
        """The entry, as a link to where the claim is edited."""
        if claim.intervention is None:
            return "ramme"
        return entry_link(claim.intervention)
