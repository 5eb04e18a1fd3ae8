"""The list of entries."""

from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.shortcuts import render

from interventions import facets, selection
from interventions.filters import InterventionFilterSet, page_number

PAGE_SIZE = 20


class NoSuchPage(Http404):
    """A page of the list beyond its end; the answer leads to page 1 of the same list."""

    def __init__(self, first_page):
        super().__init__("Så mange sider er der ikke.")
        self.first_page = first_page


def intervention_list(request):
    """The list with facets. At most 20 queries, whatever is chosen."""
    chosen = selection.of(request)
    filterset = InterventionFilterSet(request.GET, selection=chosen)
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
            "search_terms": filterset.search_plan and filterset.search_plan.terms,
            "address_with": lambda picked: filterset.address(page=page.number, carrying=picked),
            "problems": [*filterset.problems, *chosen.problems],
            "page": page,
            "facets": facets.facets(filterset),
            "chips": facets.chips(filterset),
            "ways_out": [] if page else facets.ways_out(filterset),
            "without_start_year": facets.without_start_year(filterset),
            "file_query": filterset.address(carrying=selection.NOTHING),
            "canonical": filterset.address(page=page.number, carrying=selection.NOTHING),
            "previous_query": filterset.address(page=page.number - 1),
            "next_query": filterset.address(page=page.number + 1),
            "clear_query": filterset.address(without=set(filterset.filters) - {"sort"}),
        },
    )
