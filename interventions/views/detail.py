"""One entry."""

from django.shortcuts import get_object_or_404, redirect, render

from interventions import entry_page
from interventions.models import Claim, FormerSlug, Intervention


def intervention_detail(request, slug):
    """One entry. At most 16 queries; a former address redirects for good."""
    entries = Intervention.objects.published()
    entry = (
        entries.with_card()
        .prefetch_related("target_groups", "programmes", "characteristics")
        .filter(slug=slug)
        .first()
    )
    if entry is None:
        former = get_object_or_404(
            FormerSlug.objects.select_related("intervention"),
            slug=slug,
            intervention__in=entries,
        )
        return redirect(former.intervention, permanent=True)
    claims = list(entry.claims.with_source())
    context = Claim.objects.context_of({claim.source_id for claim in claims})
    return render(
        request,
        "interventions/detail.html",
        {
            "entry": entry,
            "page": entry_page.build(entry, claims, context),
            "resembles": entry.relations_out.to_published().with_ends(),
            "resembled_by": entry.relations_in.from_published().with_ends(),
        },
    )
