"""Every list of the admin as a spreadsheet: what it shows, all its pages, as it is filtered."""

import html
import sys
from datetime import date

from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import label_for_field, lookup_field
from django.contrib.admin.views.main import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import strip_tags
from django.utils.text import capfirst

from municipalities import danish, spreadsheets


class ListExport(admin.ModelAdmin):
    """Adds a link above the list that takes it home whole, and an action for chosen rows."""

    @property
    def _name(self):
        return f"{self.opts.app_label}_{self.opts.model_name}"

    def get_urls(self):
        """Before Django's own, whose last pattern takes anything."""
        page = self.admin_site.admin_view(self.export_page)
        return [path("eksport/", page, name=f"{self._name}_export"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        """With the address of the export, which keeps the filters."""
        address = reverse(f"{self.admin_site.name}:{self._name}_export")
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        context = {"export_address": address + query} | (extra_context or {})
        return super().changelist_view(request, context)

    def get_actions(self, request):
        """With the export last; it changes nothing, so whoever sees the list has it."""
        actions = super().get_actions(request)
        if IS_POPUP_VAR not in request.GET:
            actions["export_chosen"] = self.get_action("export_chosen")
        return actions

    def export_page(self, request):
        """The whole list behind this address."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        try:
            shown = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            self.message_user(request, "Listens filtre kan ikke læses.", messages.ERROR)
            return redirect(f"{self.admin_site.name}:{self._name}_changelist")
        return self.export(request, shown)

    @admin.action(description="Eksportér som regneark")
    def export_chosen(self, request, queryset):
        """The chosen rows."""
        return self.export(request, queryset)

    def export(self, request, queryset):
        """The columns of the list as a workbook; the answer is the download."""
        columns = self.get_list_display(request)
        heads = [capfirst(label_for_field(name, self.model, self)) for name in columns]
        shown = self._on_one_page(request, queryset)
        rows = [[self._cell(name, row) for name in columns] for row in shown]
        title = capfirst(self.opts.verbose_name_plural)[:31]
        book = spreadsheets.book((title, heads, rows))
        return spreadsheets.response(book, danish.slug(title))

    def _on_one_page(self, request, queryset):
        """The rows as the list prepares those of a page."""
        changelist = self.get_changelist_instance(request)
        changelist.queryset, changelist.list_per_page = queryset, sys.maxsize
        changelist.get_results(request)
        return changelist.result_list

    def _cell(self, name, row):
        """What the list shows in a column of a row, without its markup."""
        field, attribute, value = lookup_field(name, row, self)
        if field is not None and field.flatchoices:
            value = dict(field.flatchoices).get(value, value)
        if isinstance(value, bool) or getattr(attribute, "boolean", False):
            return "ja" if value else "nej"
        if value is None or isinstance(value, int | date):
            return value
        return html.unescape(strip_tags(str(value)))
