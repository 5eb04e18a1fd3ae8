"""Themes: what an approach is, and who tries it."""

from django.shortcuts import get_object_or_404, render

from interventions import figures
from interventions.models import Claim, Theme


def theme_list(request):
    """All themes with the number of entries. Two queries."""
    return render(request, "interventions/theme_list.html", {"themes": Theme.objects.with_counts()})


def theme_detail(request, slug):
    """A theme: rated entries first, then the rest by what their result rests on.

    Nine queries, with picked entries in the address two more at most.
    """
    theme = get_object_or_404(Theme, slug=slug)
    entries = list(theme.interventions.published().in_order_of_evidence().with_card())
    funding = Claim.objects.grants().with_entry()
    return render(
        request,
        "interventions/theme_detail.html",
        {
            "theme": theme,
            "rated": [entry for entry in entries if entry.tier_slug],
            "unrated": [entry for entry in entries if not entry.tier_slug],
            "grants": figures.grants(funding.under_theme(theme)),
            "policies": figures.policies(funding.of_policies_beside(theme), [theme]),
            "themes": Theme.objects.exclude(pk=theme.pk),
        },
    )
