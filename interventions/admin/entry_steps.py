"""The steps of an entry on its way to the public: buttons, working copies, preview."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse

from interventions import bulk, differences, document, history, workflow, working_copy
from interventions.models import Intervention
from interventions.rules import Refused, bare
from interventions.selection import NOTHING
from interventions.views.detail import page_context

COPY, REVIEWED = "arbejdskopi", "gennemset"
LATEST = 5


class StepPages(admin.ModelAdmin):
    """Adds to the form of an entry what can be done with it, and the pages for that."""

    def get_urls(self):
        """Before Django's own, whose last pattern takes anything."""
        pages = {
            "step": ("<int:pk>/trin/", self.step_page),
            "drop": ("<int:pk>/kasser/", self.drop_page),
            "preview": ("<int:pk>/forhaandsvisning/", self.preview_page),
        }
        return [
            path(route, self.admin_site.admin_view(page), name=f"interventions_intervention_{name}")
            for name, (route, page) in pages.items()
        ] + super().get_urls()

    # --- what the form shows

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """With the steps that this editor may take, and what happened before."""
        context["steps"] = workflow.open_to(request.user, obj or Intervention())
        if obj is not None:
            original = obj.copy_of or obj
            context |= {
                "latest_versions": obj.versions.defer("document")[:LATEST],
                "last_writer": history.last_writer(obj),
                "four_eyes_rest": workflow.four_eyes_rest(),
                "may_copy": obj.is_published and self._may_write(request) and not obj.running_copy,
                "may_review": obj.is_published and self._may_write(request),
                "may_write": self._may_write(request),
                "from_public": self._changes(original, obj) if obj.is_working_copy else None,
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _may_write(self, request):
        return request.user.has_perm(workflow.WRITE)

    def _changes(self, entry, copy):
        return differences.between(document.of(entry), document.of(copy))

    # --- steps

    def take_step(self, request, pk, step, note, seen=None):
        """Take it, say what happened, and lead to the form; nothing is lost when it is refused."""
        try:
            entry = workflow.take(pk, step, by=request.user, note=note, seen=seen)
        except (Refused, history.Conflict) as refused:
            self.message_user(request, str(refused), messages.ERROR)
            return redirect("admin:interventions_intervention_change", pk)
        said = f"“{entry}”: {step.done}."
        if entry.is_published and not entry.is_public:
            said += " Den kan ses fra den dag, der er sat."
        self.message_user(request, said, messages.SUCCESS)
        return redirect("admin:interventions_intervention_change", entry.pk)

    def step_page(self, request, pk):
        """One step with what is stored, for forms that cannot be written; POST."""
        if request.method != "POST" or not self._may_write(request):
            raise PermissionDenied
        entry = get_object_or_404(Intervention, pk=pk)
        name, seen = request.POST.get("_step"), self.number(request.POST.get("seen"))
        if name == COPY:
            return self._open_copy(request, entry)
        if name == REVIEWED:
            return self._review(request, entry, seen)
        if name not in workflow.TRANSITIONS:
            raise Http404("Et sådant trin findes ikke.")
        return self.take_step(request, pk, workflow.TRANSITIONS[name], self._note(request), seen)

    @staticmethod
    def number(typed):
        """A version number that was sent, or one that no version has."""
        return int(typed) if typed and typed.isdecimal() and len(typed) < 10 else 0

    @staticmethod
    def _note(request):
        """The note that was sent; PostgreSQL takes no NUL."""
        return request.POST.get("note", "").replace("\0", "").strip()

    def _open_copy(self, request, entry):
        try:
            entry = working_copy.open_for(entry.pk, by=request.user)
        except Refused as refused:
            self.message_user(request, str(refused), messages.ERROR)
        return redirect("admin:interventions_intervention_change", entry.pk)

    def _review(self, request, entry, seen):
        try:
            bulk.mark_reviewed(entry.pk, by=request.user, seen=seen)
        except (Refused, history.Conflict) as refused:
            self.message_user(request, str(refused), messages.ERROR)
        else:
            self.message_user(request, f"“{entry}” er gennemset i dag.", messages.SUCCESS)
        return redirect("admin:interventions_intervention_change", entry.pk)

    def drop_page(self, request, pk):
        """Ask before a working copy is given up, with what it would have changed."""
        copy = get_object_or_404(Intervention.objects.working_copies(), pk=pk)
        if not self._may_write(request):
            raise PermissionDenied
        if request.method == "POST":
            try:
                entry = working_copy.drop(
                    pk,
                    by=request.user,
                    note=self._note(request),
                    seen=self.number(request.POST.get("seen")),
                )
            except (Refused, history.Conflict) as refused:
                self.message_user(request, str(refused), messages.ERROR)
                return redirect("admin:interventions_intervention_change", pk)
            self.message_user(
                request, "Arbejdskopien er kasseret. Den kan hentes igen fra historikken."
            )
            return redirect("admin:interventions_intervention_change", entry.pk)
        return render(
            request,
            "admin/interventions/intervention/drop.html",
            self.page(request, copy, "Kassér arbejdskopien")
            | {"differences": self._changes(copy.copy_of, copy)},
        )

    def page(self, request, entry, title):
        """What the admin's frame needs on our own pages about an entry."""
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "entry": entry,
            "title": title,
            "subtitle": str(entry),
        }

    # --- preview

    def preview_page(self, request, pk):
        """Any saved state in the public template: the stored one, or `?version=` of the history.

        Never cached, as no page of the admin is.
        """
        if not self.has_view_permission(request):
            raise PermissionDenied
        entry = get_object_or_404(Intervention, pk=pk)
        number = request.GET.get("version")
        if number is None:
            return self._preview(request, entry)
        version = get_object_or_404(entry.versions, number=self.number(number))
        # Written, shown and taken back: one template and one set of queries for all states.
        with transaction.atomic():
            lost = document.write(entry, version.document | {"slug": bare(entry.slug)})
            response = self._preview(request, entry, version, lost)
            transaction.set_rollback(True)
        return response

    def _preview(self, request, entry, version=None, lost=()):
        shown = Intervention.objects.with_page().get(pk=entry.pk)
        shown.slug = bare(shown.slug)
        form = reverse("admin:interventions_intervention_change", args=[entry.pk])
        response = render(
            request,
            "interventions/preview.html",
            page_context(shown)
            | {"form": form, "version": version, "lost": lost, "selection": NOTHING},
        )
        response["X-Robots-Tag"] = "noindex"
        return response
