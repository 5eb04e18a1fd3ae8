"""One entry."""

from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render

from interventions import citation, entry_page, figures, selection, structured_data
from interventions.models import Claim, Intervention


def intervention_detail(request, slug):
    """One entry. At most 16 queries; a former address redirects for good.

    The address of an entry that the public could read once says that it was withdrawn (410).
    """
    entries = Intervention.objects.published()
    entry = entries.with_page().filter(slug=slug).first()
    if entry is None:
        return elsewhere(request, slug)
    chosen = selection.read(request.GET)
    context = page_context(entry)
    site = f"{request.scheme}://{request.get_host()}"
    sources = [item.source for item in context["page"].sources]
    return render(
        request,
        "interventions/detail.html",
        context
        | {
            "selection": chosen,
            "choice": chosen.choice(entry.slug),
            "citation": citation.of(entry, site + entry.get_absolute_url()),
            "article": structured_data.article(site, entry, sources),
        },
    )


def elsewhere(request, slug, name="intervention"):
    """What stands at an address without a public entry: 410, a redirect or 404. One query.

    `name` is that of the address. One that was withdrawn redirects nowhere: where it would be now,
    only the desk knows.
    """
    named = Q(slug=slug) | Q(former_slugs__slug=slug)
    entry = Intervention.objects.entries().filter(named).order_by().first()
    if entry is None or not (entry.is_public or entry.withdrawn_on):
        raise Http404("Her er ingen indsats.")
    if entry.is_public:
        return redirect(name, entry.slug, permanent=True)
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
