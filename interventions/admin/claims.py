"""Claims: inside their entry, and as a list of their own for checking against the sources."""

from decimal import Decimal

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.html import format_html

from interventions import rules
from interventions.admin.formsets import SharedChoices, SharedLookups
from interventions.models import Claim, Intervention
from municipalities import danish
from municipalities.admin import CuratedAdmin, CuratedForm, InUseFilter

SENTENCE = [
    "text",
    ("kind", "tier", "source", "key"),
    ("locator", "anchor", "position"),
]
FIGURE = [
    ("qualifier", "value", "unit", "counted_by_us"),
    ("counts", "does_not_count"),
    ("sample_size", "comparison"),
    ("period_from", "period_to", "recurrence"),
    "ledger",
]
FIGURE_SECTION = {
    "fields": FIGURE,
    "classes": ["collapse"],
    "description": "Kun hvad kilden selv siger. Højst ét tal: to tal er to udsagn.",
}


def entries_left_without_claims(claims):
    """Published entries that would lose their last claim together with these."""
    keys = [claim.pk for claim in claims]
    others = Claim.objects.filter(intervention=OuterRef("pk")).exclude(pk__in=keys)
    ours = Claim.objects.filter(pk__in=keys).values("intervention")
    return Intervention.objects.published().filter(~Exists(others), pk__in=ours)


class ClaimForm(CuratedForm):
    """A claim by the shared rules, with a key that is made when it is left empty."""

    constraints_at = "kind"

    class Meta:
        widgets = {
            "text": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "unit": forms.TextInput(attrs={"size": 14}),
            "counts": forms.TextInput(attrs={"size": 40}),
            "does_not_count": forms.TextInput(attrs={"size": 40}),
            "comparison": forms.TextInput(attrs={"size": 30}),
            "locator": forms.TextInput(attrs={"size": 30}),
            "key": forms.TextInput(attrs={"size": 26}),
            "anchor": forms.TextInput(attrs={"size": 44}),
        }
        help_texts = {
            "text": "Én hel sætning med egne ord. Sig, hvem der siger det: “Kommunen oplyser …”.",
            "key": "Tom: laves, når du gemmer. Permanent.",
            "sample_size": "Stikprøven, når kilden giver den.",
            "period_to": "Samme år som “fra år”, når det er ét år.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "key" in self.fields:
            self.fields["key"].required = False
            # Footnotes and citations point to it.
            self.fields["key"].disabled = not self.instance._state.adding
        if value := self.initial.get("value"):
            # Ten stored as 10.000 would read as ten thousand in Danish.
            self.initial["value"] = Decimal(f"{value.normalize():f}")

    def clean_key(self):
        """No key is None: two empty strings would count as the same key."""
        return self.cleaned_data["key"] or None

    def clean(self):
        """Refuse to move the last claim away from a published entry."""
        data = super().clean()
        if not self.instance._state.adding and "intervention" in self.changed_data:
            for entry in entries_left_without_claims([self.instance]):
                self.add_error(
                    "intervention",
                    f"Det er det sidste udsagn i den udgivne indsats “{entry}”, så det må blive.",
                )
        return data


class ClaimFormSet(SharedLookups):
    """The claims of one entry, held together against the rules."""

    shared = ("source", "tier", "ledger")
    unique_at = "key"
    unique_message = "To udsagn har samme nøgle."

    def clean(self):
        """At most one rating; a published entry keeps at least one claim."""
        super().clean()
        rows = self.surviving_forms()
        ratings = [row for row in rows if row.instance.is_rating]
        for row in ratings[1:]:
            if "kind" not in row.errors:
                row.add_error("kind", rules.SECOND_RATING)
        problem = rules.publication_problems(
            summary=self.instance.summary, theme_count=1, claim_count=len(rows)
        ).get("claims")
        if self.instance.is_published and problem:
            raise ValidationError(problem)

    def save(self, commit=True):
        """Let a rating leave its row before another takes it: the database allows one at a time."""
        staying = [row for row in self.surviving_forms() if row.instance.is_rating]
        leaving = [
            row.instance.pk
            for row in self.initial_forms
            if row.initial["kind"] == Claim.Kind.RATING and row not in staying
        ]
        Claim.objects.filter(pk__in=leaving).update(kind=Claim.Kind.STATEMENT, tier=None)
        return super().save(commit)


class ClaimInline(SharedChoices, admin.StackedInline):
    """Claims where they are written: one block each, figures folded away."""

    model = Claim
    add_text = "Tilføj endnu et udsagn"
    form = ClaimForm
    formset = ClaimFormSet
    shared = ClaimFormSet.shared
    extra = 0
    view_on_site = False
    show_change_link = True
    fieldsets = [(None, {"fields": SENTENCE}), ("Tal og periode", FIGURE_SECTION)]

    def get_queryset(self, request):
        """In the order of the sources."""
        return super().get_queryset(request).order_by("source__position", "position", "key")


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
    """All claims in the order of their sources: the list for proof-reading."""

    form = ClaimForm
    fieldsets = [
        (None, {"fields": ["intervention", *SENTENCE]}),
        ("Tal og periode", {**FIGURE_SECTION, "classes": []}),
    ]
    autocomplete_fields = ["intervention", "source", "tier", "ledger"]
    list_display = ["key", "sentence", "kind", "source_slug", "locator", "has_anchor", "entry"]
    list_filter = [
        AnchorFilter,
        "kind",
        BelongsFilter,
        ("source", InUseFilter),
    ]
    list_select_related = ["source", "intervention"]
    search_fields = ["search_text"]
    search_help_text = "Ord i udsagnet, eller en nøgle som k05."

    def get_search_results(self, request, queryset, search_term):
        """Every word has to occur, whatever its case; a key finds its claim."""
        for word in danish.words(search_term):
            queryset = queryset.filter(Q(search_text__contains=word) | Q(key__startswith=word))
        return queryset, False

    def view_on_site(self, claim):
        """The claim on its source's page, unless its entry is not public."""
        if claim.intervention and not claim.intervention.is_published:
            return None
        return claim.get_absolute_url()

    def get_deleted_objects(self, objs, request):
        """Protect the last claim of a published entry, here and in the bulk action."""
        objs = list(objs)
        to_delete, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        protected += [
            f"Den udgivne indsats “{entry}” ville stå uden udsagn. Tag den af siden først."
            for entry in entries_left_without_claims(objs)
        ]
        return to_delete, counts, perms_needed, protected

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
        """The entry, as a link to where it is edited."""
        if claim.intervention is None:
            return "ramme"
        address = reverse("admin:interventions_intervention_change", args=[claim.intervention_id])
        return format_html('<a href="{}">{}</a>', address, claim.intervention)
