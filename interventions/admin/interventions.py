"""Entries for editors: what waits first, what each one lacks, and the form that writes it."""

import json

from django.contrib import admin
from django.db.models import Case, IntegerField, Value, When
from django.utils.timezone import localtime

from interventions import rules
from interventions.admin.claim_form import ClaimInline, ClaimReading
from interventions.admin.entry_bulk import BulkActions
from interventions.admin.entry_exchange import ExchangePages
from interventions.admin.entry_filters import (
    CopyFilter,
    DocumentationFilter,
    DueFilter,
    MineFilter,
    MissingFilter,
)
from interventions.admin.entry_form import InterventionForm
from interventions.admin.entry_history import HistoryPages
from interventions.admin.entry_steps import StepPages
from interventions.admin.entry_writing import EntryWriting
from interventions.admin.formsets import hide_icons
from interventions.admin.ledgers import LedgerInline
from interventions.admin.relations import RelationInline
from interventions.models import Intervention
from interventions.querysets import Documentation
from interventions.search import plan
from municipalities.admin import CuratedAdmin, InUseFilter

State = Intervention.State
WAITING_FIRST = Case(
    *(When(state=state, then=Value(place)) for place, state in enumerate(State.values)),
    default=Value(len(State.values)),
    output_field=IntegerField(),
)
MISSING = {"summary": "resumé", "themes": "tema", "claims": "udsagn"}


@admin.register(Intervention)
class InterventionAdmin(
    EntryWriting, StepPages, HistoryPages, BulkActions, ExchangePages, CuratedAdmin
):
    """The editors' main list and the one form that writes entries."""

    form = InterventionForm
    inlines = [ClaimInline, LedgerInline, RelationInline]
    autocomplete_fields = ["municipalities", "organisations"]
    readonly_fields = ["former_addresses", "created_at", "updated_at"]
    fieldsets = [
        (
            "Hvad det er",
            {
                "fields": ["title", "kind", "summary", "themes", "seen", "of_entry"],
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
                    ("publish_from", "withdraw_on"),
                    "reviewed_on",
                    "slug",
                    "former_addresses",
                    ("created_at", "updated_at"),
                ],
                "description": "En udgivet indsats har resumé, tema og mindst ét udsagn.",
            },
        ),
    ]
    list_display = [
        "title",
        "kind",
        "state_shown",
        "tier",
        "documentation",
        "who_and_where",
        "claim_count",
        "missing",
        "changed_on",
    ]
    list_filter = [
        "state",
        CopyFilter,
        MissingFilter,
        DueFilter,
        MineFilter,
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
        entries = super().get_queryset(request).with_gaps().with_card()
        return entries.select_related("working_copy", "copy_of")

    def get_search_results(self, request, queryset, search_term):
        """The public search, inside what the filters and the autocomplete have left.

        Stock admin asks again for the count of every filter: the words are understood once.
        """
        if search_term:
            if not hasattr(request, "search_plan"):
                request.search_plan = plan.build(search_term, Intervention.objects.all())
            queryset = queryset.found_by(request.search_plan)
        return queryset, False

    # --- who may

    def has_delete_permission(self, request, obj=None):
        """Entries are archived, and working copies are dropped: their versions stay."""
        return False

    # --- the form

    def get_inlines(self, request, obj):
        """What cannot be written can be read at a glance."""
        if obj is not None and not self.has_change_permission(request, obj):
            return [ClaimReading, LedgerInline, RelationInline]
        return super().get_inlines(request, obj)

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
        """Only what the public may see has a page; of a working copy it is that of its entry."""
        entry = entry.copy_of or entry
        return entry.get_absolute_url() if entry.is_public else None

    # --- columns

    @admin.display(description="tilstand", ordering="state")
    def state_shown(self, entry):
        """The state, and whether the row is a copy, has one, or waits for its day."""
        words = entry.get_state_display()
        if entry.is_working_copy:
            return f"{words} (arbejdskopi)"
        if entry.running_copy:
            return f"{words}, har arbejdskopi"
        if entry.is_published and not entry.is_public:
            return "Taget af siden" if entry.withdrawn_on else "Venter på sin dato"
        return words

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
