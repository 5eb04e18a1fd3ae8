"""Claims where they are written: the rows in the form of their entry."""

from decimal import Decimal

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from interventions import rules
from interventions.admin.formsets import (
    RowForm,
    RowsOfEntryField,
    SharedChoices,
    SharedLookups,
)
from interventions.models import Claim

SENTENCE = [
    "text",
    ("kind", "tier", "source", "key"),
    ("locator", "anchor", "position"),
    "stored_key",
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


class ClaimForm(RowForm):
    """A claim by the shared rules, with a key that is made when it is left empty."""

    constraints_at = "kind"
    named_by = "key"

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

    # Whose claims these are; a frame's form has none.
    entry = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "key" in self.fields:
            self.fields["key"].required = False
            # Footnotes and citations point to it.
            self.fields["key"].disabled = not self.instance._state.adding
            self.initial["key"] = rules.bare(self.instance.key)
        if value := self.initial.get("value"):
            # Ten stored as 10.000 would read as ten thousand in Danish.
            self.initial["value"] = Decimal(f"{value.normalize():f}")

    def clean_key(self):
        """What is stored; of a new claim what was typed, with the mark where it is in a copy.

        No key is None: two empty strings would count as the same key.
        """
        if not self.instance._state.adding:
            return self.instance.key
        key = self.cleaned_data["key"]
        if not key:
            return None
        room = Claim._meta.get_field("key").max_length
        if problems := rules.name_problems(field="key", name=key, room=room):
            raise ValidationError(problems["key"])
        in_copy = self.entry is not None and self.entry.is_working_copy
        taken = Claim.objects.filter(key__in=[key, key + rules.COPY])
        if in_copy:
            taken = taken.exclude(intervention=self.entry.copy_of_id)
        if taken.exists():
            raise ValidationError("Et andet udsagn har allerede denne nøgle.")
        return key + rules.COPY if in_copy else key

    def validate_unique(self):
        """Only of what can be typed."""
        if self.instance._state.adding:
            super().validate_unique()


class ClaimFormSet(SharedLookups):
    """The claims of one entry, held together against the rules."""

    shared = ("source", "tier")
    unique_at = "key"
    unique_message = "To udsagn har samme nøgle."

    def add_fields(self, form, index):
        """A ledger is chosen among those of the entry."""
        super().add_fields(form, index)
        form.entry = self.instance
        if "ledger" in form.fields:
            if not hasattr(self, "ledgers"):
                self.ledgers = list(self.instance.ledgers.all()) if self.instance.pk else []
            known = form.fields["ledger"]
            form.fields["ledger"] = RowsOfEntryField(
                self.ledgers, label=known.label, help_text=known.help_text
            )
            ledger = next((row for row in self.ledgers if row.pk == form.instance.ledger_id), None)
            form.initial["ledger"] = rules.bare(ledger.slug) if ledger else ""

    def clean(self):
        """At most one rating; what is to be published has at least one claim.

        Somebody else may have added the rating, so that no row of this form is it.
        """
        super().clean()
        rows = self.surviving_forms()
        ratings = [row for row in rows if row.instance.is_rating]
        here = [row.instance.pk for row in self.initial_forms]
        elsewhere = bool(ratings) and (
            Claim.objects.filter(intervention=self.instance.pk, kind=Claim.Kind.RATING)
            .exclude(pk__in=here)
            .exists()
        )
        for row in ratings if elsewhere else ratings[1:]:
            if "kind" not in row.errors:
                row.add_error("kind", rules.SECOND_RATING)
        problem = rules.publication_problems(
            summary=self.instance.summary, theme_count=1, claim_count=len(rows)
        ).get("claims")
        if self.instance.is_being_published and problem:
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
    fieldsets = [(None, {"fields": SENTENCE}), ("Tal og periode", FIGURE_SECTION)]

    def get_queryset(self, request):
        """In the order of the sources, with all that a row names where it can only be read."""
        claims = super().get_queryset(request).select_related("source", "tier", "ledger")
        return claims.order_by("source__position", "position", "key")


class ClaimReading(admin.TabularInline):
    """Claims of an entry whose form cannot be written: one line each."""

    model = Claim
    fields = ["key_shown", "text", "kind", "source", "locator"]
    readonly_fields = fields
    verbose_name_plural = "Udsagn"
    add_text = ""
    can_delete = False
    extra = 0

    def get_queryset(self, request):
        """In the order of the sources."""
        claims = super().get_queryset(request).select_related("source")
        return claims.order_by("source__position", "position", "key")

    @admin.display(description="nøgle")
    def key_shown(self, claim):
        """The key that footnotes show."""
        return rules.bare(claim.key)
