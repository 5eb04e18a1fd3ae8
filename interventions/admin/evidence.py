"""The evidence tiers for editors."""

from django import forms
from django.contrib import admin
from django.db.models import Count

from interventions.models import EvidenceTier
from municipalities.admin import CuratedAdmin, CuratedForm


class EvidenceTierForm(CuratedForm):
    """Definitions in own words; the advice is the editors'."""

    class Meta:
        widgets = {
            name: forms.Textarea(attrs={"rows": 3, "cols": 80})
            for name in ("definition", "does_not_say", "next_step")
        }


@admin.register(EvidenceTier)
class EvidenceTierAdmin(CuratedAdmin):
    """What each tier says and does not say."""

    form = EvidenceTierForm
    fieldsets = [
        (None, {"fields": ["name", "plural", "rank", "slug"]}),
        ("Hvad niveauet siger", {"fields": ["definition", "does_not_say", "next_step"]}),
        ("Hvem der giver det", {"fields": ["rated_by", "scope", "source", "locator"]}),
    ]
    autocomplete_fields = ["source"]
    list_display = ["name", "rank", "rating_count", "source"]
    list_select_related = ["source"]
    search_fields = ["name", "plural"]

    def get_queryset(self, request):
        """With the number of ratings."""
        return super().get_queryset(request).annotate(rating_count=Count("ratings"))

    @admin.display(description="vurderinger", ordering="rating_count")
    def rating_count(self, tier):
        """How many claims give this tier."""
        return tier.rating_count
