"""The one form that writes entries: one writer after the other, one version, nothing unseen."""

from contextlib import suppress

from django.contrib import admin, messages
from django.db import transaction
from django.urls import reverse

from interventions import document, history, workflow, working_copy
from interventions.admin import conflicts
from interventions.models import Intervention, Version
from interventions.rules import Refused
from interventions.search import keeping

UNKNOWN_STEP = "Det trin findes ikke."


class EntryWriting(admin.ModelAdmin):
    """Saves an entry with all its rows, or gives back everything that was typed."""

    has_fingerprints = False

    def has_change_permission(self, request, obj=None):
        """What is published is changed in a working copy, what is archived is opened first.

        Until then a form that was opened before that is only shown again.
        """
        fixed = obj is not None and obj.is_fixed and not hasattr(request, "archived_meanwhile")
        return not fixed and super().has_change_permission(request, obj)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """With the step that was asked for."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if "_step" in request.POST:
            form.step = workflow.TRANSITIONS.get(request.POST["_step"])
            entry = obj or Intervention()
            form.refusal = (
                workflow.obstacle(form.step, entry, request.user) if form.step else UNKNOWN_STEP
            )
        return form

    def _changeform_view(self, request, object_id, form_url, extra_context):
        """Save, or show the form again beside what somebody else has saved meanwhile.

        Whoever comes second waits here, in the transaction that Django has begun.
        """
        entry = None
        if request.method == "POST" and object_id is not None and self._may_write(request):
            entry = self._entry_to_write(request, object_id)
        if entry is None:
            return super()._changeform_view(request, object_id, form_url, extra_context)
        request.POST = request.POST.copy()
        conflicts.rebase(request.POST, entry)
        if str(entry.pk) == object_id:
            between = entry.versions.first()
        else:
            between = (entry.copy_of or entry).versions.first()
            object_id = str(entry.pk)
            form_url = reverse("admin:interventions_intervention_change", args=[object_id])
            self._say_moved(request, entry, between)
        try:
            with transaction.atomic():
                return super()._changeform_view(request, object_id, form_url, extra_context)
        except conflicts.Overtaken as overtaken:
            request.overtaken = conflicts.compare(entry, overtaken.seen, overtaken.mine, between)
            request.POST["seen"] = str(entry.version)
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def _entry_to_write(self, request, object_id):
        """The entry of a form that was sent, locked; None where there is none.

        While the form was open, its entry may have been published, or its working copy may have
        ended: then it is the working copy of what the public sees now.
        """
        for pk in (object_id, request.POST.get("of_entry")):
            with suppress(Refused):
                entry = history.lock(self.number(pk))
                if "seen" in request.POST and entry.is_published:
                    return working_copy.open_for(entry.pk, by=request.user)
                if "seen" in request.POST and entry.is_archived:
                    request.archived_meanwhile = True
                return entry
        return None

    def _say_moved(self, request, entry, between):
        request.POST["seen"] = ""  # nothing of the row that is written now was seen
        where = "i en arbejdskopi" if entry.is_working_copy else "her"
        self.message_user(
            request,
            f"{history.came_between(between)}. Det, du har skrevet, står nu {where} og er ikke "
            "gemt endnu.",
            messages.WARNING,
        )

    def save_related(self, request, form, formsets, change):
        """All rows, then one version of the whole; stopped if the form is older than the entry."""
        with keeping.together():
            super().save_related(request, form, formsets, change)
        entry = form.instance
        if not change:
            history.start(entry, number=1, by=request.user, event=Version.Event.SAVED)
        elif form.is_overtaken:
            raise conflicts.Overtaken(form.cleaned_data["seen"], document.of(entry))
        else:
            history.record(entry, by=request.user, event=Version.Event.SAVED)

    def response_add(self, request, obj, post_url_continue=None):
        """Take the step that the button asked for, as after a change."""
        return self._step_taken(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        """Take the step that the button asked for."""
        return self._step_taken(request, obj) or super().response_change(request, obj)

    def _step_taken(self, request, entry):
        step = workflow.TRANSITIONS.get(request.POST.get("_step"))
        if step is None:
            return None
        return self.take_step(request, entry.pk, step, request.POST.get("note", ""))
