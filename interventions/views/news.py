"""What is new: the page, and the feed of the same selection."""

from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, Paginator
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.urls import reverse

from interventions import facets, feed
from interventions import news as record
from interventions.filters import page_number
from interventions.views.list import NoSuchPage

PAGE_SIZE = 50


def news(request):
    """What the public has seen change, by theme and municipality. Five queries."""
    filterset = record.NewsFilterSet(request.GET)
    page = _page(request, filterset)
    query = filterset.address()
    return render(
        request,
        "interventions/news.html",
        {
            "filterset": filterset,
            "problems": filterset.problems,
            "page": page,
            "days": record.days(record.load(page), filterset.names),
            "title": feed.title(filterset),
            "facets": facets.uncounted(filterset),
            "chips": facets.chips(filterset),
            "canonical": filterset.address(page=page.number),
            "feed": reverse("news_feed") + (f"?{query}" if query else ""),
            "previous_query": filterset.address(page=page.number - 1),
            "next_query": filterset.address(page=page.number + 1),
        },
    )


def news_feed(request):
    """The same as Atom; what of the address cannot be used is an error here. Five queries."""
    filterset = record.NewsFilterSet(request.GET)
    if filterset.problems:
        messages = "\n".join(problem.message for problem in filterset.problems)
        return HttpResponseBadRequest(messages, content_type="text/plain; charset=utf-8")
    page = _page(request, filterset)
    atom = feed.build(request, filterset, page, record.load(page))
    return HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)


def _page(request, filterset):
    try:
        return Paginator(filterset.told, PAGE_SIZE).page(page_number(request.GET))
    except (ValidationError, EmptyPage) as error:
        raise NoSuchPage(f"{request.path}?{filterset.address()}".rstrip("?")) from error
