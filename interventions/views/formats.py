"""The list and one entry in other formats, by the list's own parameters."""

from functools import wraps
from tempfile import TemporaryFile

from django.core.exceptions import TooManyFieldsSent
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.formats import date_format
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from interventions.exports import delimited, edition, listing, problems, workbook
from interventions.exports.entries import ENTRIES
from interventions.exports.tables import CHUNK
from interventions.filters import InterventionFilterSet
from interventions.models import Intervention
from interventions.selection import WELL_FORMED

STEM = "sosu-indsatser"
WRITTEN_ANEW = 2
NO_ENTRY = "Her er ingen indsats."


def as_file(view):
    """A view whose answers are read by machines: not indexed, and errors are problem documents.

    Nothing but reading is allowed, so there is nothing to forge.
    """

    @csrf_exempt
    @require_safe
    @wraps(view)
    def answer(request, *args, **kwargs):
        try:
            response = view(request, *args, **kwargs)
        except TooManyFieldsSent:
            detail = "Adressen har flere parametre, end vi læser."
            response = problems.answer(request, problems.ADDRESS, detail)
        response["X-Robots-Tag"] = "noindex"
        return response

    return answer


def without_parameters(view):
    """`as_file` for what takes no parameters: one in the address is a mistake, and named."""

    @as_file
    @wraps(view)
    def answer(request, *args, **kwargs):
        if wrong := problems.unknown(request.GET):
            return problems.in_address(request, wrong)
        return view(request, *args, **kwargs)

    return answer


def revalidated(request, make):
    """The answer that `make` gives of the present edition, unless the reader has it already."""
    now = edition.current(request)
    changed = int(now.changed_at.timestamp())
    return _stamped(get_conditional_response(request, now.etag, changed) or make(now), now)


def _stamped(response, now):
    """The answer with the marks of its edition, unless it has those of a later one."""
    response.headers.setdefault("ETag", now.etag)
    response.headers.setdefault("Last-Modified", http_date(int(now.changed_at.timestamp())))
    return response


def written(request, now, write, stem, extension, content_type):
    """A download that `write` puts into a temporary file; the answer closes it.

    A change that comes meanwhile stands in some of the tables and not in others, so the file is
    written anew, a few times at most.
    """
    file = TemporaryFile()  # noqa: SIM115
    write(file, now)
    for _again in range(WRITTEN_ANEW):
        later = edition.current(request)
        if later.number == now.number:
            break
        now = later
        file.seek(0)
        file.truncate()
        write(file, now)
    file.seek(0)
    name = now.file_name(stem, extension)
    response = FileResponse(file, as_attachment=True, filename=name, content_type=content_type)
    return _stamped(response, now)


def _list_as(make):
    """A view of the list: `make` answers a request with its FilterSet and the edition."""

    @as_file
    def view(request):
        filterset = InterventionFilterSet(request.GET)
        if wrong := problems.of_list(filterset, request.GET):
            return problems.in_address(request, wrong)
        return revalidated(request, lambda now: make(request, filterset, now))

    return view


def _rows(filterset):
    return filterset.qs.with_whole().iterator(chunk_size=CHUNK)


def _csv(request, filterset, now):
    texts = delimited.in_pieces(delimited.danish(ENTRIES, _rows(filterset), now.site))
    response = StreamingHttpResponse(texts, content_type=delimited.CONTENT_TYPE)
    name = now.file_name(STEM, "csv")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _xlsx(request, filterset, now):
    query = filterset.address()
    address = f"{now.site}{reverse('interventions')}" + (f"?{query}" if query else "")

    def write(file, now):
        workbook.write(file, filterset, now, address)

    return written(request, now, write, STEM, "xlsx", workbook.CONTENT_TYPE)


def _json(request, filterset, now):
    texts = listing.of_list(filterset, _rows(filterset), now)
    return StreamingHttpResponse(texts, content_type=listing.CONTENT_TYPE)


interventions_csv = _list_as(_csv)
interventions_xlsx = _list_as(_xlsx)
interventions_json = _list_as(_json)


def of_entry(name, entries, make):
    """A view of one entry: `make` gives the answer of a row of `entries()` and the edition.

    `name` is that of the address; former addresses redirect.
    """

    @without_parameters
    def view(request, slug):
        if not WELL_FORMED.fullmatch(slug):
            return problems.answer(request, problems.NOT_FOUND, NO_ENTRY)
        entry = entries().filter(slug=slug).first()
        if entry is None:
            return _elsewhere(request, slug, name)
        return revalidated(request, lambda now: make(entry, now))

    return view


def _elsewhere(request, slug, name):
    """410, a redirect or 404, as the page of the same entry answers."""
    entry = Intervention.objects.known_to_public().once_at(slug).first()
    if entry is None:
        return problems.answer(request, problems.NOT_FOUND, NO_ENTRY)
    if entry.is_public:
        return redirect(name, entry.slug, permanent=True)
    day = date_format(entry.withdrawn_on, "j. F Y")
    detail = f"Indsatsen stod her til den {day}. {entry.withdrawal_reason}".rstrip()
    return problems.answer(request, problems.WITHDRAWN, detail)


# One entry with all its claims. At most 16 queries.
intervention_json = of_entry(
    "intervention_json",
    lambda: Intervention.objects.published().with_whole(),
    lambda entry, now: HttpResponse(
        listing.of_entry(entry, now), content_type=listing.CONTENT_TYPE
    ),
)
