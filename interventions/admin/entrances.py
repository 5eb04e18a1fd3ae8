"""The front page's entrances for editors: a problem in the reader's words, and what it chooses."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.urls import reverse
from django.utils.html import format_html

from interventions import entrances, rules
from interventions.models import Entrance
from municipalities.admin import CuratedAdmin, CuratedForm


class EntranceForm(CuratedForm):
    """The slug is made of the question; without a facet the entrance would lead to everything."""

    slug_from = "question"

    class Meta:
        widgets = {
            "question": forms.TextInput(attrs={"size": 90}),
            **{
                name: forms.CheckboxSelectMultiple(attrs={"class": "kb-choices"})
                for name in entrances.RELATIONS.values()
            },
        }
        help_texts = {"slug": "Lad feltet stå tomt: nøglen laves af problemet."}

    def clean(self):
        """Hold the choices against the rule that the seed asks too."""
        data = super().clean()
        chosen = sum(len(data.get(name) or ()) for name in entrances.RELATIONS.values())
        self.add_problems(rules.entrance_problems(facet_count=chosen))
        return data


class EntranceChangeList(ChangeList):
    """Rows with their tiles, read for all of them at once."""

    def get_results(self, request):
        """Attach to each row what a reader sees of it."""
        super().get_results(request)
        rows = list(self.result_list)
        for row, tile in zip(rows, entrances.tiles(rows), strict=True):
            row.tile = tile
        self.result_list = rows


@admin.register(Entrance)
class EntranceAdmin(CuratedAdmin):
    """Entrances in the order of the front page, each with the list that it leads to."""

    form = EntranceForm
    fieldsets = [
        (None, {"fields": ["question", "position"]}),
        (
            "Hvad den vælger",
            {
                "fields": ["themes", "target_groups", "phases"],
                "description": "Flere temaer betyder det ene eller det andet. Vælges både temaer, "
                "målgrupper og faser, skal en indsats passe på det hele.",
            },
        ),
        ("Teknisk", {"fields": ["slug"]}),
    ]
    list_display = ["question", "sets", "list_link", "position"]
    search_fields = ["question", "slug"]

    def get_changelist(self, request, **kwargs):
        """The list that reads all tiles at once."""
        return EntranceChangeList

    def save_related(self, request, form, formsets, change):
        """Say so when the saved entrance leads to nothing and so stays off the front page."""
        super().save_related(request, form, formsets, change)
        (tile,) = entrances.tiles([form.instance])
        if not tile.count:
            self.message_user(
                request,
                f"Ingen udgivet indsats passer på det, “{tile.question}” vælger. "
                "Indgangen vises først på forsiden, når en gør.",
                messages.WARNING,
            )

    @admin.display(description="vælger")
    def sets(self, row):
        """The facets in words."""
        return row.tile.sets

    @admin.display(description="indsatser")
    def list_link(self, row):
        """How many public entries it leads to, with a link to them."""
        if not row.tile.count:
            return "0, vises ikke"
        return format_html(
            '<a href="{}?{}">{}</a>', reverse("interventions"), row.tile.query, row.tile.count
        )
