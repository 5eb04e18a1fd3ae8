"""The history of an entry with its claims and relations: one story, any two states compared."""

from itertools import pairwise

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from interventions import differences, document, history, reverting
from interventions.models import Intervention
from interventions.rules import Refused, bare


class HistoryPages(admin.ModelAdmin):
    """Replaces Django's list of log entries, and takes things back."""

    def get_urls(self):
        """With the page that asks before an entry is taken back."""
        page = self.admin_site.admin_view(self.revert_page)
        name = "interventions_intervention_revert"
        return [path("<int:pk>/tilbage/", page, name=name), *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        """Every version with what it changed; with `fra` and `til` two of them side by side."""
        entry = self.get_object(request, object_id)
        if entry is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, entry):
            raise PermissionDenied
        versions = list(entry.versions.all())
        names = differences.Names()
        for newer, older in pairwise(versions):
            changed = differences.between(older.document, newer.document, names)
            newer.changes = differences.summary(changed, most=6)
        compared = self._compared(request, versions, names)
        return render(
            request,
            "admin/interventions/intervention/history.html",
            self.page(request, entry, "Historik")
            | {"versions": versions, "compared": compared, "may_write": self._may_write(request)},
        )

    def _compared(self, request, versions, names):
        """(older, newer, differences) of the two versions in the address, or None."""
        by_number = {str(version.number): version for version in versions}
        two = [by_number.get(request.GET.get(name, "")) for name in ("fra", "til")]
        if None in two:
            if "fra" in request.GET or "til" in request.GET:
                self.message_user(
                    request, "Vælg to versioner, der findes, i listen herunder.", messages.WARNING
                )
            return None
        older, newer = sorted(two, key=lambda version: version.number)
        return older, newer, differences.between(older.document, newer.document, names)

    def revert_page(self, request, pk):
        """Ask before an entry is taken back to `version`, or one claim (`udsagn`) brought back."""
        if not self._may_write(request):
            raise PermissionDenied
        entry = get_object_or_404(Intervention, pk=pk)
        version = get_object_or_404(
            entry.versions, number=self.number(request.GET.get("version", ""))
        )
        key = request.GET.get("udsagn", "")
        if request.method == "POST":
            return self._revert(request, entry, version, key)
        claim = next((one for one in version.document["claims"] if one["key"] == key), None)
        return render(
            request,
            "admin/interventions/intervention/revert.html",
            self.page(request, entry, "Før tilbage" if not key else "Hent et udsagn tilbage")
            | {
                "version": version,
                "key": key,
                "claim": claim,
                "differences": differences.between(
                    document.of(entry), version.document | {"slug": bare(entry.slug)}
                ),
            },
        )

    def _revert(self, request, entry, version, key):
        seen = self.number(request.POST.get("seen"))
        try:
            if key:
                row, lost = reverting.restore_claim(
                    entry.pk, version.number, key, by=request.user, seen=seen
                )
            else:
                row, lost = reverting.revert(entry.pk, version.number, by=request.user, seen=seen)
        except (Refused, history.Conflict) as refused:
            self.message_user(request, str(refused), messages.ERROR)
            return redirect("admin:interventions_intervention_history", entry.pk)
        where = " i en arbejdskopi" if row.is_working_copy and not entry.is_working_copy else ""
        what = f"Udsagnet {key} er hentet tilbage" if key else "Indsatsen er ført tilbage"
        self.message_user(request, f"{what}{where} som en ny version.", messages.SUCCESS)
        for sentence in lost:
            self.message_user(request, sentence, messages.WARNING)
        return redirect("admin:interventions_intervention_change", row.pk)
