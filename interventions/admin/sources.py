"""Sources for editors."""

from django import forms
from django.contrib import admin
from django.db.models import Count, Q

from interventions.models import Source
from municipalities.admin import CuratedAdmin, CuratedForm


class SourceForm(CuratedForm):
    """The slug of a source is made of its title."""

    slug_from = "title"

    class Meta:
        widgets = {
            "title": forms.TextInput(attrs={"size": 90}),
            "publisher": forms.TextInput(attrs={"size": 60}),
            "url": forms.URLInput(attrs={"size": 90}),
            "note": forms.Textarea(attrs={"rows": 2, "cols": 80}),
        }
        help_texts = {
            "slug": "Lad feltet stå tomt: adressen laves af titlen. Den er permanent.",
            "publisher": "Den, der står bag teksten, ikke den, der omtaler den.",
            "read_on": "Den dag, teksten sidst blev læst mod udsagnene.",
            "note": "Det en læser skal vide om kilden, fx at den er en omtale af en rapport.",
        }


@admin.register(Source)
class SourceAdmin(CuratedAdmin):
    """The public texts, each with how much rests on it."""

    form = SourceForm
    fieldsets = [
        (None, {"fields": ["title", "publisher", "kind", "url", "slug"]}),
        (
            "Hvornår",
            {
                "fields": [("published", "published_precision"), ("read_on", "excerpt")],
                "description": "Datoen er så nøjagtig, som kilden selv er, og ikke mere.",
            },
        ),
        ("På siden", {"fields": ["note", "position"]}),
        ("Linket", {"fields": [("link_checked_on", "link_status")]}),
    ]
    list_display = ["title", "publisher", "kind", "claim_count", "unanchored", "read_on", "link"]
    list_filter = ["kind", "excerpt", "link_status"]
    search_fields = ["title", "publisher", "slug"]

    def get_queryset(self, request):
        """With the number of claims and of those without an anchor."""
        return (
            super()
            .get_queryset(request)
            .annotate(
                claim_count=Count("claims"),
                unanchored=Count("claims", filter=Q(claims__anchor="")),
            )
        )

    @admin.display(description="udsagn", ordering="claim_count")
    def claim_count(self, source):
        """How many sentences rest on it."""
        return source.claim_count

    @admin.display(description="uden anker", ordering="unanchored")
    def unanchored(self, source):
        """How many of them cannot be found again."""
        return source.unanchored

    @admin.display(description="link", ordering="link_status")
    def link(self, source):
        """Whether its address answered, and when it was asked."""
        status = source.get_link_status_display()
        return f"{status} {source.link_checked_on:%d.%m.%Y}" if source.link_checked_on else status
