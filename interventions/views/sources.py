"""Sources, and what the tiers mean that one of them gives."""

from django.shortcuts import get_object_or_404, render

from interventions.models import Characteristic, EvidenceTier, Intervention, Source


def evidence(request):
    """The tiers: who rates, what they mean, what they do not say."""
    return render(
        request,
        "interventions/evidence.html",
        {
            "tiers": EvidenceTier.objects.with_counts().select_related("source"),
            "unrated_count": Intervention.objects.published().unrated().count(),
            "rated": Intervention.objects.published().rated().in_order_of_evidence().with_card(),
            "characteristics": Characteristic.objects.select_related("source"),
        },
    )


def source_list(request):
    """All sources with the number of public claims from each."""
    return render(
        request,
        "interventions/source_list.html",
        {"sources": Source.objects.public().with_counts()},
    )


def source_detail(request, slug):
    """A source with every public claim taken from it, in its own order."""
    source = get_object_or_404(Source.objects.public(), slug=slug)
    claims = source.claims.public().select_related("intervention", "tier")
    entries = Intervention.objects.published().filter(claims__source=source).distinct().by_title()
    return render(
        request,
        "interventions/source_detail.html",
        {"source": source, "claims": claims, "entries": entries},
    )
