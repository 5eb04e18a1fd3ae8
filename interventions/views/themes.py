"""Themes: what an approach is, and who tries it."""

from django.shortcuts import get_object_or_404, render

from interventions import figures, selection
from interventions.models import Claim, Theme


def theme_list(request):
    """All themes with the number of entries. Two queries."""
    return render(request, "interventions/theme_list.html", {"themes": Theme.objects.with_counts()})


def theme_detail(request, slug):
    """A theme: rated entries first, then the rest by what their result rests on.

    Nine queries, with picked entries in the address two more at most.
    """
    theme = get_object_or_404(Theme, slug=slug)
    chosen = selection.read(request.GET)
    entries = list(theme.interventions.published().in_order_of_evidence().with_card())
    for entry in entries:
        entry.choice = chosen.choice(entry.slug)
    funding = Claim.objects.grants().with_entry()
    return render(
        request,
        "interventions/theme_detail.html",
        {
            "theme": theme,
            "rated": [entry for entry in entries if entry.tier_slug],
            "unrated": [entry for entry in entries if not entry.tier_slug],
            "selection": chosen,
            "grants": figures.grants(funding.under_theme(theme)),
            "policies": figures.policies(funding.of_policies_beside(theme), [theme]),
            "themes": Theme.objects.exclude(pk=theme.pk),
        },
    )
