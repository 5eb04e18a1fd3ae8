"""Glue between addresses, querysets and templates."""

from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from interventions import entry_page, facets
from interventions.filters import InterventionFilterSet, page_number
from interventions.models import (
    Characteristic,
    EvidenceTier,
    FormerSlug,
    Intervention,
    Source,
    Theme,
)
from interventions.models.claims import Claim

PAGE_SIZE = 20


class NoSuchPage(Http404):
    """A page of the list beyond its end; the answer leads to page 1 of the same list."""

    def __init__(self, first_page):
        super().__init__("Listen har ikke så mange sider.")
        self.first_page = first_page


def intervention_list(request):
    """The list with facets. At most 20 queries, whatever is chosen."""
    filterset = InterventionFilterSet(request.GET)
    paginator = Paginator(filterset.qs.with_card(), PAGE_SIZE)
    try:
        page = paginator.page(page_number(request.GET))
    except (ValidationError, EmptyPage) as error:
        raise NoSuchPage(f"{request.path}?{filterset.address()}".rstrip("?")) from error
    return render(
        request,
        "interventions/list.html",
        {
            "filterset": filterset,
            "page": page,
            "facets": facets.facets(filterset),
            "chips": facets.chips(filterset),
            "ways_out": [] if page else facets.ways_out(filterset),
            "without_start_year": facets.without_start_year(filterset),
            "canonical": filterset.address(page=page.number),
            "previous_query": filterset.address(page=page.number - 1),
            "next_query": filterset.address(page=page.number + 1),
            "clear_query": filterset.address(without=set(filterset.filters) - {"sort"}),
        },
    )


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


def theme_list(request):
    """All themes with the number of entries. Two queries."""
    return render(request, "interventions/theme_list.html", {"themes": Theme.objects.with_counts()})


def theme_detail(request, slug):
    """A theme: rated entries first, then the rest by what their result rests on."""
    theme = get_object_or_404(Theme, slug=slug)
    entries = theme.interventions.published().in_order_of_evidence().with_card()
    return render(
        request,
        "interventions/theme_detail.html",
        {
            "theme": theme,
            "rated": [entry for entry in entries if entry.tier_slug],
            "unrated": [entry for entry in entries if not entry.tier_slug],
            "themes": Theme.objects.exclude(pk=theme.pk),
        },
    )


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
    return render(request, "interventions/source_detail.html", {"source": source, "claims": claims})
