"""Lists of what is written in the form of an entry, where its versions are kept."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from interventions.exchange import writing
from municipalities import danish, spreadsheets


def entry_link(entry):
    """The entry, as a link to its form."""
    address = reverse("admin:interventions_intervention_change", args=[entry.pk])
    copy = " (arbejdskopi)" if entry.is_working_copy else ""
    return format_html('<a href="{}">{}{}</a>', address, entry, copy)


class ExportsRows(admin.ModelAdmin):
    """Exports rows of entries in the form that the import reads."""

    # The sheet of the exchange, and the field that leads to the entry.
    exported = None

    def export(self, request, queryset):
        """Instead of what the list shows; without rows that belong to no entry."""
        sheet, owner = self.exported
        return spreadsheets.response(
            writing.part(sheet, queryset, owner), danish.slug(str(sheet.title))
        )


class WrittenInEntry(admin.ModelAdmin):
    """Rows that can be found and read here, and are added, changed and deleted in their entry."""

    def has_add_permission(self, request):
        """In the form of an entry."""
        return False

    def has_change_permission(self, request, obj=None):
        """In the form of an entry."""
        return False

    def has_delete_permission(self, request, obj=None):
        """In the form of an entry."""
        return False
