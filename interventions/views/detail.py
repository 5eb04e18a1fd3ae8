"""One entry."""

from django.shortcuts import get_object_or_404, redirect, render

from interventions import entry_page, figures, selection
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
        address = f"{former.intervention.get_absolute_url()}?{selection.of(request).query}"
        return redirect(address.rstrip("?"), permanent=True)
    claims = list(entry.claims.with_source().with_ledger())
    context = Claim.objects.context_of({claim.source_id for claim in claims})
    funding = Claim.objects.none()
    if entry.kind != Intervention.Kind.POLICY:  # a policy's own grants are among its claims
        funding = Claim.objects.grants().of_policies_like(entry).with_entry()
    return render(
        request,
        "interventions/detail.html",
        {
            "entry": entry,
            "page": entry_page.build(entry, claims, context),
            "policies": figures.policies(funding, entry.themes.all()),
            "resembles": entry.relations_out.to_published().with_ends(),
            "resembled_by": entry.relations_in.from_published().with_ends(),
        },
    )
