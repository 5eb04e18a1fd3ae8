"""Claims as a list of their own, for checking against the sources."""

from django.contrib import admin
from django.db.models import Q
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from interventions import rules, workflow
from interventions.admin.claim_form import FIGURE, FIGURE_SECTION, SENTENCE, ClaimForm
from interventions.admin.written_in_entry import ExportsRows, entry_link
from interventions.exchange.columns import CLAIMS
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
        if self.value() == "mangler":
            return queryset.without_anchor()
        return queryset.exclude(anchor="") if self.value() == "har" else queryset


class FindingsFilter(admin.SimpleListFilter):
    """Claims that said something their source does not."""

    title = "fund ved ankerkontrol"
    parameter_name = "ankerkontrol"

    def lookups(self, request, model_admin):
        """Only those with findings: of the others, nobody knows which were held against a text."""
        return [("fund", "har fund")]

    def queryset(self, request, queryset):
        """By what the last check found."""
        if self.value() == "fund":
            return queryset.with_findings().prefetch_related("findings")
        return queryset


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
class ClaimAdmin(ExportsRows, CuratedAdmin):
    """All claims in the order of their sources: the list for proof-reading.

    A claim of an entry is written in the form of the entry, where its versions are kept; here only
    what frames a source is.
    """

    form = ClaimForm
    exported = (CLAIMS, "intervention")
    fieldsets = [
        (None, {"fields": SENTENCE}),
        ("Tal og periode", {**FIGURE_SECTION, "fields": FIGURE[:-1], "classes": []}),
        (
            "Ankerkontrollen",
            {
                "fields": ["findings"],
                "description": "Skrives af manage.py check_anchors, der holder udsagnet op mod "
                "kildens tekst.",
            },
        ),
    ]
    readonly_fields = ["findings"]
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
        FindingsFilter,
        "kind",
        BelongsFilter,
        ("source", InUseFilter),
    ]
    list_select_related = ["source", "intervention"]
    search_fields = ["search_text"]
    search_help_text = "Ord i udsagnet, eller en nøgle som k05."
    actions = None  # a frame goes one at a time

    def has_add_permission(self, request):
        """A frame is public at once, so it takes whoever may publish."""
        return request.user.has_perm(workflow.PUBLISH) and super().has_add_permission(request)

    def has_change_permission(self, request, obj=None):
        """A frame, by whoever may publish; not the claim of an entry."""
        own = obj is not None and obj.intervention_id is not None
        may = request.user.has_perm(workflow.PUBLISH)
        return may and not own and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        """As for changing."""
        return self.has_change_permission(request, obj) and super().has_delete_permission(
            request, obj
        )

    def get_list_display(self, request):
        """With the findings, where they are what is asked for."""
        asked = FindingsFilter.parameter_name in request.GET
        return [*self.list_display, "findings"] if asked else self.list_display

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

    @admin.display(description="fund")
    def findings(self, claim):
        """What the source does not say, and when that was found."""
        found = claim.findings.all() if claim.pk else ()
        rows = [(f"{one.found_on:%d.%m.%Y}", one.message) for one in found]
        return format_html_join(mark_safe("<br>"), "{}: {}", rows) or "ingen"

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
