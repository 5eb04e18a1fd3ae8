"""One entry."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from interventions import citation, entry_page, figures, structured_data
from interventions.models import Claim, Intervention


def intervention_detail(request, slug):
    """One entry. At most 16 queries; a former address redirects for good.

    The address of an entry that the public could read once says that it was withdrawn (410).
    """
    entries = Intervention.objects.published()
    entry = entries.with_page().filter(slug=slug).first()
    if entry is None:
        return elsewhere(request, slug)
    context = page_context(entry)
    site = f"{request.scheme}://{request.get_host()}"
    sources = [item.source for item in context["page"].sources]
    context |= {
        "citation": citation.of(entry, site + entry.get_absolute_url()),
        "article": structured_data.article(site, entry, sources),
    }
    return render(request, "interventions/detail.html", context)


def elsewhere(request, slug, name="intervention"):
    """What stands at an address without a public entry: 410, a redirect or 404. One query.

    `name` is that of the address. One that was withdrawn redirects nowhere: where it would be now,
    only the desk knows.
    """
    entry = Intervention.objects.known_to_public().once_at(slug).first()
    if entry is None:
        raise Http404("Her er ingen indsats.")
    if entry.is_public:
        address = f"{reverse(name, args=[entry.slug])}?{request.META['QUERY_STRING']}"
        return redirect(address.rstrip("?"), permanent=True)
    return render(request, "410.html", {"entry": entry}, status=410)


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
