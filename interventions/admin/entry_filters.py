"""Filters of the list of entries."""

from django.contrib import admin
from django.db.models import Q

from interventions.querysets import Documentation


class DocumentationFilter(admin.SimpleListFilter):
    """By what the result rests on."""

    title = "dokumentation"
    parameter_name = "dokumentation"

    def lookups(self, request, model_admin):
        """As on the public list."""
        return Documentation.choices

    def queryset(self, request, queryset):
        """By the derived value."""
        if self.value() in Documentation.values:
            return queryset.filter(documentation=self.value())
        return queryset


class MissingFilter(admin.SimpleListFilter):
    """By what an editor still has to do."""

    title = "mangler"
    parameter_name = "mangler"
    conditions = {
        "resume": ("resumé", Q(summary="")),
        "tema": ("tema", Q(theme_count=0)),
        "udsagn": ("udsagn", Q(claim_count=0)),
        "anker": ("anker på et udsagn", Q(unanchored__gt=0)),
        "gennemsyn": ("gennemsyn", Q(reviewed_on=None)),
    }

    def lookups(self, request, model_admin):
        """One option for each gap."""
        return [(value, label) for value, (label, _condition) in self.conditions.items()]

    def queryset(self, request, queryset):
        """Entries with this gap."""
        if self.value() in self.conditions:
            return queryset.filter(self.conditions[self.value()][1])
        return queryset


class CopyFilter(admin.SimpleListFilter):
    """Entries, or the working copies of published ones."""

    title = "arbejdskopi"
    parameter_name = "arbejdskopi"

    def lookups(self, request, model_admin):
        """Either."""
        return [("ja", "arbejdskopier"), ("nej", "indsatser")]

    def queryset(self, request, queryset):
        """By being a copy."""
        choices = {"ja": queryset.working_copies, "nej": queryset.entries}
        return choices[self.value()]() if self.value() in choices else queryset


class DueFilter(admin.SimpleListFilter):
    """Published entries that are due to be held against their sources again."""

    title = "gennemsyn"
    parameter_name = "gennemsyn"

    def lookups(self, request, model_admin):
        """Due."""
        return [("forfaldent", "forfaldent")]

    def queryset(self, request, queryset):
        """By the date of the last review."""
        return queryset.review_overdue() if self.value() == "forfaldent" else queryset


class MineFilter(admin.SimpleListFilter):
    """What the signed-in editor wrote last, and what somebody else did."""

    title = "sidst skrevet af"
    parameter_name = "skrevet-af"

    def lookups(self, request, model_admin):
        """Mine and others'."""
        return [("mig", "mig"), ("andre", "andre")]

    def queryset(self, request, queryset):
        """By the last version that somebody wrote."""
        if self.value() == "mig":
            return queryset.last_written_by(request.user)
        if self.value() == "andre":
            return queryset.exclude(pk__in=queryset.model.objects.last_written_by(request.user))
        return queryset
