"""One entry."""

from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render

from interventions import entry_page, figures, selection
from interventions.models import Claim, Intervention


def intervention_detail(request, slug):
    """One entry. At most 16 queries; a former address redirects for good.

    The address of an entry that the public could read once says that it was withdrawn (410).
    """
    entries = Intervention.objects.published()
    entry = entries.with_page().filter(slug=slug).first()
    if entry is None:
        return _elsewhere(request, slug)
    return render(request, "interventions/detail.html", page_context(entry))


def _elsewhere(request, slug):
    """What stands at an address without a public entry: 410, a redirect or 404. One query."""
    named = Q(slug=slug) | Q(former_slugs__slug=slug)
    entry = Intervention.objects.entries().filter(named).order_by().first()
    if entry is None or not (entry.is_public or entry.withdrawn_on):
        raise Http404("Her er ingen indsats.")
    if entry.slug == slug:
        return render(request, "410.html", {"entry": entry}, status=410)
    address = f"{entry.get_absolute_url()}?{selection.of(request).query}"
    return redirect(address.rstrip("?"), permanent=True)


def page_context(entry):
    """What the page of an entry is made of, whatever its state; read `with_page`. Nine queries."""
    claims = list(entry.claims.with_source().with_ledger())
    context = Claim.objects.context_of({claim.source_id for claim in claims})
    funding = Claim.objects.none()
    if entry.kind != Intervention.Kind.POLICY:  # a policy's own grants are among its claims
        funding = Claim.objects.grants().of_policies_like(entry).with_entry()
    return {
        "entry": entry,
        "page": entry_page.build(entry, claims, context),
        "policies": figures.policies(funding, entry.themes.all()),
        "resembles": entry.relations_out.to_published().with_ends(),
        "resembled_by": entry.relations_in.from_published().with_ends(),
    }
