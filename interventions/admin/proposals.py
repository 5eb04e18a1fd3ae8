"""What readers send us, for editors: read it, make a draft of it, close it, forget the sender."""

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, IntegerField, Value, When
from django.forms import ModelForm, Textarea
from django.http import HttpResponseRedirect
from django.template.defaultfilters import linebreaksbr, urlize
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime

from interventions import history
from interventions.models import Proposal, Version
from interventions.querysets import ProposalQuerySet
from municipalities.admin import CuratedAdmin

ADD_ENTRY = "interventions.add_intervention"
NEW_FIRST = Case(
    *(When(status=status, then=Value(place)) for place, status in enumerate(Proposal.Status)),
    output_field=IntegerField(),
)


def begin(proposal, user):
    """Mark it as taken up."""
    proposal.begin()
    return "Henvendelsen er i gang."


def close(proposal, user):
    """Close the case."""
    proposal.close(user)
    if proposal.has_contact:
        day = date_format(proposal.contact_leaves_on, "j. F Y")
        return f"Henvendelsen er lukket. Kontaktoplysningerne slettes {day}."
    return "Henvendelsen er lukket."


def delete_contact(proposal, user):
    """Forget the sender now."""
    proposal.delete_contact()
    return "Kontaktoplysningerne er slettet."


# What the buttons below the form do, by the name of the button; each says what it did.
BUTTONS = {
    "_begin": begin,
    "_close": close,
    "_delete_contact": delete_contact,
}


class ContactFilter(admin.SimpleListFilter):
    """By whether we still know the sender, and for how long we may."""

    title = "kontaktoplysninger"
    parameter_name = "kontakt"
    ways = {
        "har": ("har", ProposalQuerySet.with_contact),
        "skal-slettes": ("skal slettes nu", ProposalQuerySet.contacts_due),
    }

    def lookups(self, request, model_admin):
        """Those that have any, and those that must lose them."""
        return [(value, label) for value, (label, _meaning) in self.ways.items()]

    def queryset(self, request, queryset):
        """By the meaning that the QuerySet gives it."""
        if self.value() in self.ways:
            return self.ways[self.value()][1](queryset)
        return queryset


class NoteForm(ModelForm):
    """Only our own note can be written; what the reader wrote stays as it is."""

    class Meta:
        widgets = {"note": Textarea(attrs={"rows": 4, "cols": 90})}


@admin.register(Proposal)
class ProposalAdmin(CuratedAdmin):
    """New ones first. The buttons below the form save the note and do one thing more."""

    form = NoteForm
    list_display = ["subject", "kind", "status", "received_on", "entry_link", "contact"]
    list_display_links = ["subject"]
    list_filter = ["status", "kind", ContactFilter]
    list_select_related = ["entry", "draft"]
    ordering = [NEW_FIRST, "-received_at", "-pk"]
    search_fields = ["title", "page", "who"]
    search_help_text = "Ord i det, den kaldes, siden, det drejer sig om, og hvem der gør det."
    actions = ["delete_contacts"]

    def get_search_results(self, request, queryset, search_term):
        """As in every list, but this one grows: without a word nothing is read for it."""
        if not search_term:
            return queryset, False
        return super().get_search_results(request, queryset, search_term)

    def has_add_permission(self, request):
        """They come from /foreslaa/ alone."""
        return False

    def get_fieldsets(self, request, proposal=None):
        """The texts of its kind first, then the sender, then our own part."""
        texts = [
            "where" if name == "documentation" else name for name in Proposal.TEXTS[proposal.kind]
        ]
        handling = ["status_text", "entry_link", "received_on", "note"]
        return [
            (proposal.get_kind_display(), {"fields": texts}),
            ("Afsender", {"fields": ["sender"]}),
            ("Redaktionens del", {"fields": handling}),
        ]

    def get_readonly_fields(self, request, proposal=None):
        """All but our own note."""
        fields = [
            name for _, group in self.get_fieldsets(request, proposal) for name in group["fields"]
        ]
        return [name for name in fields if name != "note"]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """With what the buttons depend on."""
        context = {"can_make_draft": request.user.has_perm(ADD_ENTRY)} | (extra_context or {})
        return super().changeform_view(request, object_id, form_url, context)

    def save_model(self, request, proposal, form, change):
        """The note alone, for the rest may have changed meanwhile."""
        proposal.save(update_fields=form.changed_data)

    def response_change(self, request, proposal):
        """Do what the button says, after the note is saved, in the same transaction."""
        if "_draft" in request.POST:
            return self.response_draft(request, proposal)
        for name, act in BUTTONS.items():
            if name in request.POST:
                message = act(proposal, request.user)
                self.log_change(request, proposal, message)
                self.message_user(request, message, messages.SUCCESS)
                return HttpResponseRedirect(request.path)
        return super().response_change(request, proposal)

    def response_draft(self, request, proposal):
        """To the form of the draft that was made of it."""
        if proposal.kind != Proposal.Kind.SUGGESTION or not request.user.has_perm(ADD_ENTRY):
            raise PermissionDenied
        draft = proposal.make_draft()
        if not draft.versions.exists():
            history.start(draft, number=1, by=request.user, event=Version.Event.SAVED)
        message = f"Kladden “{draft}” er lavet af en henvendelse. Kun titlen er taget med."
        self.log_addition(request, draft, message)
        self.log_change(request, proposal, f"Kladden “{draft}” er lavet.")
        self.message_user(request, message, messages.SUCCESS)
        address = reverse("admin:interventions_intervention_change", args=[draft.pk])
        return HttpResponseRedirect(address)

    @admin.action(description="Slet kontaktoplysninger på de valgte", permissions=["change"])
    def delete_contacts(self, request, queryset):
        """Forget the senders of the rows that were ticked."""
        for proposal in queryset.with_contact():
            self.log_change(request, proposal, "Kontaktoplysningerne er slettet.")
        count = queryset.delete_contacts()
        noun = "henvendelse" if count == 1 else "henvendelser"
        self.message_user(
            request, f"Kontaktoplysninger slettet på {count} {noun}.", messages.SUCCESS
        )

    @admin.display(description="det drejer sig om", ordering="title")
    def subject(self, proposal):
        """What it is called, or the page."""
        return proposal.subject

    @admin.display(description="modtaget", ordering="received_at")
    def received_on(self, proposal):
        """Day and time."""
        return date_format(localtime(proposal.received_at), "j. F Y H.i")

    @admin.display(description="hvor det står")
    def where(self, proposal):
        """The documentation, with links to follow."""
        return linebreaksbr(urlize(proposal.documentation)) or "-"

    @admin.display(description="indsats")
    def entry_link(self, proposal):
        """The draft that was made of it, or the entry that it reports, with a link to its form."""
        entry = proposal.draft or proposal.entry
        if entry is None:
            return ""
        address = reverse("admin:interventions_intervention_change", args=[entry.pk])
        return format_html('<a href="{}">{}</a>', address, entry)

    @admin.display(description="afsender", empty_value="")
    def contact(self, proposal):
        """Whether we know who sent it."""
        return "kendt" if proposal.has_contact else None

    @admin.display(description="status")
    def status_text(self, proposal):
        """The status with who and when."""
        if not proposal.is_closed:
            return proposal.get_status_display()
        who = f" af {proposal.closed_by}" if proposal.closed_by else ""
        return f"Lukket {date_format(proposal.closed_on, 'j. F Y')}{who}"

    @admin.display(description="kontaktoplysninger")
    def sender(self, proposal):
        """Name and address, what was consented to, and when they leave."""
        if not proposal.has_contact:
            return "Ingen"
        leaves = f"{settings.SUGGESTION_CONTACT_DAYS} dage efter, at henvendelsen er lukket"
        if proposal.contact_leaves_on:
            leaves = date_format(proposal.contact_leaves_on, "j. F Y")
        return format_html(
            "{} {}<br>Samtykke givet {}. Må kun bruges til at spørge om henvendelsen. Slettes {}.",
            proposal.contact_name,
            urlize(proposal.contact_email),
            date_format(proposal.consented_on, "j. F Y"),
            leaves,
        )
