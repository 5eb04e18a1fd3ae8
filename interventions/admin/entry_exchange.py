"""Entries as files: the pages of an import, the template, and the export of the list."""

import json

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join

from interventions.exchange import confirming, reading, template, writing
from interventions.exchange.columns import SHEETS
from interventions.exchange.names import Unreadable
from interventions.exchange.preview import Preview
from interventions.models import ImportDraft
from municipalities import spreadsheets

GONE = "Forhåndsvisningen findes ikke længere. Er den ikke importeret, så læs filen ind igen."
FOLDER = "admin/interventions/intervention"
# As many entries as a message names.
NAMED = 10


class UploadForm(forms.Form):
    """One file; what cannot be read as an exchange file is refused at the field."""

    file = forms.FileField(
        label="Fil",
        help_text="Regneark (.xlsx) eller CSV (.csv). Højst 5 MB, 2.000 rækker og 100 indsatser.",
        error_messages={
            "required": "Vælg en fil.",
            "empty": "Filen er tom.",
            "max_length": "Filens navn er for langt.",
        },
        max_length=ImportDraft._meta.get_field("file_name").max_length,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_file(self):
        """Read it; `upload` is then what it holds."""
        file = self.cleaned_data["file"]
        try:
            if file.size > reading.MOST_BYTES:
                raise Unreadable(reading.TOO_LARGE)
            self.upload = reading.read(file.read())
        except Unreadable as wrong:
            raise forms.ValidationError(str(wrong)) from None
        return file


class ExchangePages(admin.ModelAdmin):
    """Adds import and export to the list of entries."""

    def get_urls(self):
        """Before Django's own, whose last pattern takes anything."""
        pages = {
            "import": ("import/", self.import_page),
            "import_preview": ("import/<int:pk>/", self.import_preview_page),
            "import_template": ("import/skabelon/", self.import_template_page),
        }
        return [
            path(route, self.admin_site.admin_view(page), name=f"interventions_intervention_{name}")
            for name, (route, page) in pages.items()
        ] + super().get_urls()

    def changelist_view(self, request, extra_context=None):
        """With the way to the import, for those who may."""
        context = extra_context or {}
        if self.may_import(request):
            context["import_address"] = reverse("admin:interventions_intervention_import")
        return super().changelist_view(request, context)

    def export(self, request, queryset):
        """In the form that the import reads, instead of what the list shows."""
        return spreadsheets.response(writing.book(queryset), "indsatser")

    def may_import(self, request):
        """Whoever may add entries and change them."""
        return self.has_add_permission(request) and self.has_change_permission(request)

    def import_page(self, request):
        """Upload a file. It is kept for a day, and nothing else happens yet."""
        self._refuse_others(request)
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = UploadForm(*sent)
        if form.is_valid():
            ImportDraft.objects.expired().delete()
            draft = ImportDraft.objects.create(
                owner=request.user,
                file_name=form.cleaned_data["file"].name,
                upload=form.upload.as_json(),
            )
            return redirect("admin:interventions_intervention_import_preview", draft.pk)
        context = self.page(request, None, "Importér indsatser") | {
            "form": form,
            "sheets": SHEETS,
            "subtitle": None,
        }
        return render(request, f"{FOLDER}/import.html", context)

    def import_template_page(self, request):
        """The workbook to fill in."""
        self._refuse_others(request)
        return spreadsheets.response(template.book(), "skabelon")

    def import_preview_page(self, request, pk):
        """What the import would do; POST does it, unless something has happened since."""
        self._refuse_others(request)
        draft = ImportDraft.objects.waiting(request.user).filter(pk=pk).first()
        if draft is None:
            return self._gone(request)
        overtaken = ()
        if request.method == "POST":
            try:
                outcome = confirming.confirm(pk, by=request.user, seen=_seen(request.POST))
            except ImportDraft.DoesNotExist:
                return self._gone(request)
            except confirming.Overtaken as stopped:
                overtaken = stopped.sentences
            else:
                return self._done(request, outcome)
        preview = Preview(reading.Upload.from_json(draft.upload))
        context = self.page(request, None, "Importér: forhåndsvisning") | {
            "draft": draft,
            "preview": preview,
            "overtaken": overtaken,
            "seen": json.dumps(preview.seen),
            "subtitle": draft.file_name,
        }
        return render(request, f"{FOLDER}/import_preview.html", context)

    def _refuse_others(self, request):
        if not self.may_import(request):
            raise PermissionDenied

    def _gone(self, request):
        self.message_user(request, GONE, messages.WARNING)
        return redirect("admin:interventions_intervention_import")

    def _done(self, request, outcome):
        """Back to the list, with what was written as links."""
        for words, rows in (("Oprettet", outcome.new), ("Rettet", outcome.changed)):
            if not rows:
                continue
            more = f" og {len(rows) - NAMED} mere" if len(rows) > NAMED else ""
            links = format_html_join(", ", '<a href="{}">{}</a>', map(_link, rows[:NAMED]))
            said = format_html("{} og sendt til gennemsyn: {}{}.", words, links, more)
            self.message_user(request, said, messages.SUCCESS)
        address = reverse("admin:interventions_intervention_changelist")
        return redirect(f"{address}?state__exact=til-gennemsyn")


def _link(row):
    return reverse("admin:interventions_intervention_change", args=[row.pk]), row


def _seen(data):
    """{slug: version} as the preview sent it along; what is not that is nothing."""
    try:
        seen = json.loads(data.get("seen", ""))
    except ValueError:
        return {}
    if not isinstance(seen, dict):
        return {}
    return {slug: number for slug, number in seen.items() if isinstance(number, int)}
