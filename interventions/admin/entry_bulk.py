"""One thing done with many entries, each after a confirmation page that says what will happen."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.shortcuts import render

from interventions import bulk, history, workflow
from interventions.models import Theme
from interventions.rules import Refused

MOST = 200


@dataclass(frozen=True)
class Row:
    """An entry on the confirmation page, and why nothing will happen to it, if so."""

    entry: object
    obstacle: str


class BulkForm(forms.Form):
    """What the confirmation page asks for: a note, or a theme."""

    note = forms.CharField(
        label="Note",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 80}),
    )
    theme = forms.ModelChoiceField(label="Tema", queryset=Theme.objects.all())

    def __init__(self, *args, asks_for, needs_note=False, **kwargs):
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - {asks_for}:
            del self.fields[name]
        if "note" in self.fields:
            self.fields["note"].required = needs_note
            self.fields["note"].error_messages["required"] = workflow.NOTE_NEEDED


class BulkActions(admin.ModelAdmin):
    """The actions under the list of entries."""

    actions = ["submit", "publish", "archive", "set_theme", "mark_reviewed"]

    @admin.action(description="Send til gennemsyn", permissions=["change"])
    def submit(self, request, queryset):
        """Drafts to those who read them."""
        return self._steps(request, queryset, "submit", workflow.TRANSITIONS["indsend"])

    @admin.action(description="Udgiv", permissions=["publish"])
    def publish(self, request, queryset):
        """Through the gate, one by one."""
        return self._steps(request, queryset, "publish", workflow.TRANSITIONS["udgiv"])

    @admin.action(description="Arkivér", permissions=["publish"])
    def archive(self, request, queryset):
        """Off the site, with the reason that their addresses show."""
        return self._steps(request, queryset, "archive", workflow.TRANSITIONS["arkiver"])

    @admin.action(description="Sæt et tema på", permissions=["change"])
    def set_theme(self, request, queryset):
        """One more theme; of a published entry in its working copy."""

        def obstacle(entry):
            return bulk.ARCHIVED if entry.is_archived else ""

        def act(entry, seen, data):
            bulk.add_theme(entry.pk, data["theme"], by=request.user, seen=seen)

        return self._confirmed(request, queryset, "set_theme", "theme", False, obstacle, act)

    @admin.action(description="Markér som gennemset i dag", permissions=["change"])
    def mark_reviewed(self, request, queryset):
        """Held against the sources today."""

        def obstacle(entry):
            return "" if entry.is_published else bulk.ONLY_PUBLISHED

        def act(entry, seen, data):
            bulk.mark_reviewed(entry.pk, by=request.user, seen=seen)

        return self._confirmed(request, queryset, "mark_reviewed", "", False, obstacle, act)

    def has_publish_permission(self, request):
        """Who may publish and archive."""
        return request.user.has_perm(workflow.PUBLISH)

    def _steps(self, request, queryset, action, step):
        def obstacle(entry):
            return workflow.obstacle(step, entry, request.user)

        def act(entry, seen, data):
            workflow.take(entry.pk, step, by=request.user, note=data["note"], seen=seen)

        return self._confirmed(request, queryset, action, "note", step.needs_note, obstacle, act)

    def _confirmed(self, request, queryset, action, asks_for, needs_note, obstacle, act):
        """Ask first; then act on each row that was seen, and say what became of it.

        What somebody has changed since may have left the filtered list: it is told all the same.
        """
        if "confirmed" in request.POST:
            chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
            queryset = self.get_queryset(request).filter(pk__in=chosen)
        entries = list(queryset.order_by("sort_key", "slug")[: MOST + 1])
        if len(entries) > MOST:
            self.message_user(request, f"Vælg højst {MOST} ad gangen.", messages.ERROR)
            return None
        rows = [Row(entry, obstacle(entry)) for entry in entries]
        sent = request.POST if "confirmed" in request.POST else None
        form = BulkForm(sent, asks_for=asks_for, needs_note=needs_note)
        if sent is None or not form.is_valid():
            title = dict(self.get_action_choices(request))[action]
            context = self.page(request, None, title) | {
                "rows": rows,
                "form": form,
                "action": action,
                "subtitle": None,
                "checkbox": ACTION_CHECKBOX_NAME,
                "any": any(not row.obstacle for row in rows),
            }
            return render(request, "admin/interventions/intervention/bulk.html", context)
        self._act(request, rows, form.cleaned_data, act)
        return None

    def _act(self, request, rows, data, act):
        done = 0
        for row in rows:
            seen = self.number(request.POST.get(f"seen-{row.entry.pk}"))
            try:
                if row.obstacle:
                    raise Refused({None: row.obstacle})
                act(row.entry, seen, data)
                done += 1
            except (Refused, history.Conflict) as refused:
                said = f"“{row.entry}” er ikke rørt. {refused}"
                self.message_user(request, said, messages.WARNING)
        if gone := len(request.POST.getlist(ACTION_CHECKBOX_NAME)) - len(rows):
            self.message_user(request, f"{_counted(gone)} findes ikke længere.", messages.WARNING)
        if done:
            self.message_user(request, f"Udført for {_counted(done)}.", messages.SUCCESS)


def _counted(number):
    return "1 indsats" if number == 1 else f"{number} indsatser"
