"""Sources for editors."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db.models import Count, Q

from interventions.models import Source
from interventions.querysets import SourceQuerySet
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


class LinkFilter(admin.SimpleListFilter):
    """By what the last visit to the address found."""

    title = "linket"
    parameter_name = "link"
    outcomes = {
        "svarer-ikke": ("svarer ikke", SourceQuerySet.broken),
        "uafklaret": ("uafklaret", SourceQuerySet.unclear),
        "foerer-videre": ("fører videre til en anden adresse", SourceQuerySet.redirected),
        "ikke-proevet": ("ikke prøvet", SourceQuerySet.never_visited),
    }

    def lookups(self, request, model_admin):
        """What there is to do something about."""
        return [(value, label) for value, (label, _narrow) in self.outcomes.items()]

    def queryset(self, request, queryset):
        """Sources with this outcome."""
        _label, narrow = self.outcomes.get(self.value(), ("", SourceQuerySet.all))
        return narrow(queryset)


class ReadFilter(admin.SimpleListFilter):
    """Sources whose text is to be read again."""

    title = "sidst læst"
    parameter_name = "laest"

    def lookups(self, request, model_admin):
        """Only those that are due: of the others there is nothing to do."""
        return [("for-laenge-siden", f"for {settings.SOURCE_READ_DAYS} dage siden eller mere")]

    def queryset(self, request, queryset):
        """By the setting."""
        due = self.value() == "for-laenge-siden"
        return queryset.not_read_for(settings.SOURCE_READ_DAYS) if due else queryset


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
        (
            "Linket",
            {
                "fields": [
                    ("link_status", "link_checked_on", "link_broken_since"),
                    ("link_answer", "link_redirects_to"),
                ],
                "description": (
                    "Skrives af linkkontrollen (manage.py check_links). Retter du adressen, "
                    "begynder den forfra."
                ),
            },
        ),
    ]
    readonly_fields = [
        "link_status",
        "link_checked_on",
        "link_broken_since",
        "link_answer",
        "link_redirects_to",
    ]
    list_display = ["title", "publisher", "kind", "claim_count", "unanchored", "read_on", "link"]
    list_filter = ["kind", "excerpt", ReadFilter, LinkFilter]
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

    def save_model(self, request, obj, form, change):
        """What was found at one address does not hold for another."""
        if "url" in form.changed_data:
            obj.forget_visits()
        super().save_model(request, obj, form, change)

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
        """Whether its address answered, and when it was asked; since when it has not."""
        status = source.get_link_status_display()
        if source.link_broken_since:
            return f"{status} siden {source.link_broken_since:%d.%m.%Y}"
        return f"{status} {source.link_checked_on:%d.%m.%Y}" if source.link_checked_on else status
