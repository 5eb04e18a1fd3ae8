"""Open data: what there is, the whole base as a package, and the description for machines."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from interventions import structured_data
from interventions.exports import delimited, edition, listing, openapi, package, problems
from interventions.exports.catalogue import TABLES, package_tables
from interventions.views.formats import revalidated, without_parameters, written


def data(request):
    """What there is to take home, under which terms, and how to cite it. One query."""
    now = edition.current(request)
    return render(
        request,
        "interventions/data.html",
        {
            "edition": now,
            "dataset": structured_data.dataset(now),
            "tables": TABLES,
            "problem_kinds": problems.KINDS,
        },
    )


def data_examples(request):
    """How to fetch it from a few programs. No query."""
    site = f"{request.scheme}://{request.get_host()}"
    return render(request, "interventions/data_examples.html", {"site": site})


@without_parameters
def data_package(request):
    """The whole base in one file."""
    return revalidated(
        request,
        lambda now: written(request, now, package.write, package.STEM, "zip", package.CONTENT_TYPE),
    )


@without_parameters
def data_descriptor(request):
    """The descriptor of the package; its tables are its neighbours."""
    return revalidated(
        request, lambda now: HttpResponse(package.text(now), content_type=listing.CONTENT_TYPE)
    )


@without_parameters
def data_table(request, name):
    """One table of the package."""
    table = package_tables().get(name)
    if table is None:
        return problems.answer(request, problems.NOT_FOUND, "Her er ingen tabel.")
    return revalidated(
        request,
        lambda now: StreamingHttpResponse(
            delimited.in_pieces(delimited.plain(table)), content_type=delimited.CONTENT_TYPE
        ),
    )


@without_parameters
def data_openapi(request):
    """The description of all of this for machines. Six queries."""
    return revalidated(
        request,
        lambda now: HttpResponse(
            listing.text(openapi.document(now)),
            content_type=listing.CONTENT_TYPE,
        ),
    )
