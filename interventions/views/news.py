"""What is new: the page, and the feed of the same selection."""

from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from interventions import facets, feed, selection
from interventions import news as record
from interventions.exports import problems
from interventions.filters import PAGE_PARAMETER, page_number
from interventions.views.formats import as_file
from interventions.views.list import NoSuchPage

PAGE_SIZE = 50


def news(request):
    """What the public has seen change, by theme and municipality. Five queries."""
    chosen = selection.of(request)
    filterset = record.NewsFilterSet(request.GET, chosen)
    page = _page(request, filterset)
    query = filterset.address(carrying=selection.NOTHING)
    return render(
        request,
        "interventions/news.html",
        {
            "filterset": filterset,
            "address_with": lambda picked: filterset.address(page=page.number, carrying=picked),
            "problems": [*filterset.problems, *chosen.problems],
            "page": page,
            "days": record.days(record.load(page), filterset.names),
            "title": feed.title(filterset),
            "facets": facets.uncounted(filterset),
            "chips": facets.chips(filterset),
            "canonical": filterset.address(page=page.number, carrying=selection.NOTHING),
            "feed": reverse("news_feed") + (f"?{query}" if query else ""),
            "previous_query": filterset.address(page=page.number - 1),
            "next_query": filterset.address(page=page.number + 1),
        },
    )


@as_file
def news_feed(request):
    """The same as Atom; what of the address cannot be used is an error here. Five queries."""
    filterset = record.NewsFilterSet(request.GET)
    unknown = problems.unknown(request.GET, [*filterset.filters, PAGE_PARAMETER])
    if wrong := [*filterset.problems, *unknown]:
        return problems.in_address(request, wrong)
    try:
        page = _page(request, filterset)
    except NoSuchPage as error:
        return problems.answer(request, problems.NOT_FOUND, str(error))
    atom = feed.build(request, filterset, page, record.load(page))
    return HttpResponse(atom.writeString("utf-8"), content_type=feed.CONTENT_TYPE)


def _page(request, filterset):
    try:
        return Paginator(filterset.told, PAGE_SIZE).page(page_number(request.GET))
    except (ValidationError, EmptyPage) as error:
        raise NoSuchPage(f"{request.path}?{filterset.address()}".rstrip("?")) from error
