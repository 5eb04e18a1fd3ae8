"""The one form that writes entries: one writer after the other, one version, nothing unseen."""

from contextlib import suppress

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from interventions import history, workflow, working_copy
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

        A form that was opened before that is still shown with what was typed.
        """
        fixed = obj is not None and obj.is_fixed and not hasattr(request, "overtaken")
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

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Save, or show the form again beside what somebody else has saved meanwhile.

        Whoever comes second waits for the lock, and lets go of it at once: it has nothing to write.
        """
        if request.method != "POST" or object_id is None or not self._may_write(request):
            return super().changeform_view(request, object_id, form_url, extra_context)
        request.POST = request.POST.copy()
        request.seen = self.number(request.POST.get("seen"))
        # Stopped where the entry is gone or overtaken.
        with suppress(Refused, history.Conflict), transaction.atomic():
            entry = history.lock(self.number(object_id), request.seen)
            if not entry.is_fixed:
                conflicts.rebase(request.POST, entry)
                return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            return self._show_again(request, object_id, extra_context)
        except Refused:  # it went at this very moment
            return self._show_again(request, object_id, extra_context)

    def _show_again(self, request, object_id, extra_context):
        """The form with all that was typed, over what is stored now; nothing is written.

        While it was open, its entry may have been published, or its working copy may have ended:
        then it is the form of the working copy of what the public sees now.
        """
        keys = [self.number(object_id), self.number(request.POST.get("of_entry"))]
        found = (Intervention.objects.filter(pk=key).first() for key in keys)
        entry = next(filter(None, found), None)
        if entry is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if entry.is_fixed and "seen" not in request.POST:  # of no form that could be written
            raise PermissionDenied
        request.overtaken = conflicts.message(entry)
        if entry.is_published:
            with suppress(Refused):
                entry = working_copy.open_for(entry.pk, by=request.user)
        request.POST["seen"] = str(entry.version)
        conflicts.rebase(request.POST, entry)
        if entry.pk != keys[0]:
            where = "i en arbejdskopi" if entry.is_working_copy else "her"
            said = f"Det, du har skrevet, står nu {where} og er ikke gemt endnu."
            self.message_user(request, said, messages.WARNING)
        form_url = reverse("admin:interventions_intervention_change", args=[entry.pk])
        return self._changeform_view(request, str(entry.pk), form_url, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """With theirs beside mine, where somebody else wrote the entry."""
        if hasattr(request, "overtaken"):
            form = context["adminform"].form
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["comparison"] = {
                "message": request.overtaken,
                "rows": conflicts.compare(obj, request.seen, form, formsets),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_related(self, request, form, formsets, change):
        """All rows, then one version of the whole."""
        with keeping.together():
            super().save_related(request, form, formsets, change)
        entry = form.instance
        if not change:
            history.start(entry, number=1, by=request.user, event=Version.Event.SAVED)
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
