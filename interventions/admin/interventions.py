"""Entries for editors: what waits first, and what each one lacks."""

import json

from django import forms
from django.contrib import admin
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.timezone import localtime

from interventions import rules
from interventions.admin.claims import ClaimInline
from interventions.admin.formsets import hide_icons
from interventions.admin.relations import RelationInline
from interventions.models import FormerSlug, Intervention
from interventions.querysets import Documentation
from interventions.search import plan
from municipalities.admin import CuratedAdmin, CuratedForm, InUseFilter

State = Intervention.State
WAITING_FIRST = Case(
    *(When(state=state, then=Value(place)) for place, state in enumerate(State.values)),
    default=Value(len(State.values)),
    output_field=IntegerField(),
)
MISSING = {"summary": "resumé", "themes": "tema", "claims": "udsagn"}


class InterventionForm(CuratedForm):
    """An entry by the shared rules; `ClaimFormSet` counts the claims."""

    slug_from = "title"

    class Meta:
        widgets = {
            "title": forms.TextInput(attrs={"size": 90}),
            "summary": forms.Textarea(attrs={"rows": 3, "cols": 90, "maxlength": 300}),
            **{
                name: forms.CheckboxSelectMultiple(attrs={"class": "kb-choices"})
                for name in (
                    "themes",
                    "target_groups",
                    "phases",
                    "programmes",
                    "characteristics",
                )
            },
        }
        help_texts = {
            "title": "Siger, hvad indsatsen er, og hvor. Ingen personnavne.",
            "slug": (
                "Lad feltet stå tomt: adressen laves af titlen. Ændrer du den senere, fører den "
                "gamle adresse videre hertil."
            ),
            "kind": (
                "Indsatstype: en fremgangsmåde. Projekt: har et navn. Praksis: det, en kommune gør."
            ),
            "themes": "Mindst ét, før indsatsen kan udgives.",
            "target_groups": "Dem, kilden selv nævner.",
            "municipalities": "Kun kommuner, som kilden nævner. Skriv de første bogstaver.",
            "organisations": "Skoler, regioner og andre, der ikke er kommuner.",
            "start_year": "Året, hvor indsatsen begyndte; et bevillingsår er ikke et startår.",
            "start_month": "1–12, når kilden siger det.",
            "reviewed_on": "Den dag, en redaktør sidst holdt hele indsatsen op mod kilderne.",
            "state": "Kun “Udgivet” kan ses af andre. Arkivér i stedet for at slette.",
        }

    def clean(self):
        """What the entry itself has to hold, each message at its field."""
        data = super().clean()
        self.add_problems(
            rules.start_problems(year=data.get("start_year"), month=data.get("start_month"))
        )
        taken = FormerSlug.objects.filter(slug=data.get("slug")).exclude(
            intervention=self.instance.pk
        )
        if taken.exists():
            self.add_problems({"slug": "Adressen fører i dag videre til en anden indsats."})
        if data.get("state") == State.PUBLISHED:
            problems = rules.publication_problems(
                summary=data.get("summary") or "",
                theme_count=len(data.get("themes") or ()),
                claim_count=1,
            )
            self.add_problems(problems)
        return data


class DocumentationFilter(admin.SimpleListFilter):
    """By what the result rests on."""

    title = "dokumentation"
    parameter_name = "dokumentation"

    def lookups(self, request, model_admin):
        """As on the public list."""
        return Documentation.choices

    def queryset(self, request, queryset):
        """By the derived value."""
        if self.value() in Documentation.values:
            return queryset.filter(documentation=self.value())
        return queryset


class MissingFilter(admin.SimpleListFilter):
    """By what an editor still has to do."""

    title = "mangler"
    parameter_name = "mangler"
    conditions = {
        "resume": ("resumé", Q(summary="")),
        "tema": ("tema", Q(theme_count=0)),
        "udsagn": ("udsagn", Q(claim_count=0)),
        "anker": ("anker på et udsagn", Q(unanchored__gt=0)),
        "gennemsyn": ("gennemsyn", Q(reviewed_on=None)),
    }

    def lookups(self, request, model_admin):
        """One option for each gap."""
        return [(value, label) for value, (label, _condition) in self.conditions.items()]

    def queryset(self, request, queryset):
        """Entries with this gap."""
        if self.value() in self.conditions:
            return queryset.filter(self.conditions[self.value()][1])
        return queryset


@admin.register(Intervention)
class InterventionAdmin(CuratedAdmin):
    """The editors' main list and the form that follows their work."""

    form = InterventionForm
    inlines = [ClaimInline, RelationInline]
    autocomplete_fields = ["municipalities", "organisations"]
    readonly_fields = ["former_addresses", "version", "created_at", "updated_at"]
    fieldsets = [
        (
            "Hvad det er",
            {
                "fields": ["title", "kind", "summary", "themes"],
                "description": "Læs kilden først. Alt, der står her, skal et udsagn kunne bære.",
            },
        ),
        ("For hvem", {"fields": ["target_groups", "programmes"]}),
        (
            "Hvornår",
            {
                "fields": [
                    "phases",
                    ("start_year", "start_month"),
                    ("running_state", "running_as_of"),
                ],
                "description": "Det, kilden ikke siger, står tomt: siden skriver “ikke oplyst”.",
            },
        ),
        ("Hvem og hvor", {"fields": ["municipalities", "organisations"]}),
        (
            "Redaktionens læsning",
            {
                "fields": ["characteristics"],
                "description": "Vores egne mærkater; siden siger, at de er vores.",
            },
        ),
        (
            "Udgivelse",
            {
                "fields": [
                    ("state", "reviewed_on"),
                    "slug",
                    "former_addresses",
                    ("version", "created_at", "updated_at"),
                ],
                "description": "En udgivet indsats har resumé, tema og mindst ét udsagn.",
            },
        ),
    ]
    list_display = [
        "title",
        "kind",
        "state",
        "tier",
        "documentation",
        "who_and_where",
        "claim_count",
        "missing",
        "changed_on",
    ]
    list_filter = [
        "state",
        MissingFilter,
        "kind",
        DocumentationFilter,
        ("themes", InUseFilter),
        ("municipalities", InUseFilter),
    ]
    ordering = [WAITING_FIRST, "sort_key", "slug"]
    search_fields = ["title"]
    search_help_text = "Ord i titel, resumé, udsagn, temaer og kommuner."

    def get_queryset(self, request):
        """With what the list shows; the form needs none of it but is one row."""
        return super().get_queryset(request).with_gaps().with_card()

    def get_search_results(self, request, queryset, search_term):
        """The public search, inside what the filters and the autocomplete have left.

        Stock admin asks again for the count of every filter: the words are understood once.
        """
        if search_term:
            if not hasattr(request, "search_plan"):
                request.search_plan = plan.build(search_term, Intervention.objects.all())
            queryset = queryset.found_by(request.search_plan)
        return queryset, False

    def get_inline_formsets(self, request, formsets, inline_instances, obj=None):
        """With Danish buttons: Django's own would read “Tilføj endnu en Udsagn”."""
        shown = super().get_inline_formsets(request, formsets, inline_instances, obj)
        for inline in shown:
            data = json.loads(inline.inline_formset_data())
            data["options"]["addText"] = inline.opts.add_text
            inline.inline_formset_data = json.dumps(data)
        return shown

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A vocabulary does not grow in passing; an organisation may."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.many_to_many:
            hide_icons(field.widget, keep_add=db_field.name == "organisations")
        return field

    def view_on_site(self, entry):
        """Only what the public may see has a page."""
        return entry.get_absolute_url() if entry.is_published else None

    @admin.display(description="evidens", ordering="tier_rank")
    def tier(self, entry):
        """The tier of its rating."""
        return entry.tier_name

    @admin.display(description="dokumentation")
    def documentation(self, entry):
        """What its result rests on."""
        return Documentation(entry.documentation).label

    @admin.display(description="hvem og hvor")
    def who_and_where(self, entry):
        """The first two names and how many more."""
        names = [str(one) for one in (*entry.municipalities.all(), *entry.organisations.all())]
        rest = f" og {len(names) - 2} til" if len(names) > 2 else ""
        return ", ".join(names[:2]) + rest

    @admin.display(description="udsagn", ordering="claim_count")
    def claim_count(self, entry):
        """How many claims it has."""
        return entry.claim_count

    @admin.display(description="mangler", empty_value="")
    def missing(self, entry):
        """What stands between the entry and being published, and the missing anchors."""
        problems = rules.publication_problems(
            summary=entry.summary, theme_count=entry.theme_count, claim_count=entry.claim_count
        )
        gaps = [MISSING[field] for field in problems]
        if entry.unanchored:
            gaps.append(f"{entry.unanchored} {'anker' if entry.unanchored == 1 else 'ankre'}")
        return ", ".join(gaps)

    @admin.display(description="ændret", ordering="updated_at")
    def changed_on(self, entry):
        """The day of the last change."""
        return f"{localtime(entry.updated_at):%d.%m.%Y}"

    @admin.display(description="tidligere adresser")
    def former_addresses(self, entry):
        """The addresses that lead here."""
        return ", ".join(former.slug for former in entry.former_slugs.all()) if entry.pk else ""
