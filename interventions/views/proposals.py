"""Suggest a measure or report an error: the form, and the thanks for it."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpResponseRedirect
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from interventions import reported, selection
from interventions.client_address import sender_network
from interventions.proposal_forms import LURE, ReportForm, SuggestionForm
from interventions.querysets.proposals import this_hour

UNREADABLE = (
    "Det, du sendte, kunne vi ikke læse: det fylder for meget, eller det er ikke sendt fra "
    "formularen her. Gør teksten kortere, og send den herfra."
)


# Exempt, because nothing is done in anybody's name: no session is read, and what is stored would be
# the same from any sender. A CSRF token would cost every reader a cookie; a signed, dated token in
# the form does without. No cache may keep the page, for a token grows old.
@csrf_exempt
@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def proposal_form(request):
    """The form; one query at most. A sent one is stored and leads to the thanks."""
    about = reported.read(request.GET)
    form_class = ReportForm if about.slug else SuggestionForm
    if request.method != "POST":
        return _page(request, about, form_class(about))
    try:
        data = _sent(request)
    # What is raised over size, number of fields, broken multipart and a length that is no number.
    except (SuspiciousOperation, BadRequest, MultiPartParserError, ValueError):
        return _page(request, about, form_class(about), refusal=UNREADABLE, status=400)
    thanks = HttpResponseRedirect(
        _address(request, "proposal_thanks", about.query if about.entry else "")
    )
    if data.get(LURE):
        return thanks
    form = form_class(about, data)
    if not form.is_valid():
        return _page(request, about, form)
    if not form.save_from(sender_network(request)):
        return _over_quota(request, about, form)
    return thanks


@require_http_methods(["GET", "HEAD"])
def proposal_thanks(request):
    """What happens now. The address says nothing of who sent what."""
    about = reported.read(request.GET)
    return render(request, "interventions/proposal_thanks.html", {"entry": about.entry})


def _sent(request):
    """The fields of the request. Files are refused by size, before they are written to disk."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise BadRequest
    return request.POST


def _address(request, name, query):
    """The address of a page here, with what the reader has picked."""
    queries = "&".join(filter(None, [query, selection.of(request).query]))
    return f"{reverse(name)}?{queries}".rstrip("?")


def _page(request, about, form, *, refusal="", status=200):
    return render(
        request,
        "interventions/proposal_form.html",
        {
            "about": about,
            "action": _address(request, "proposal", about.query),
            "form": form,
            "refusal": refusal,
            "lure": LURE,
            "contact_days": settings.SUGGESTION_CONTACT_DAYS,
        },
        status=status,
    )


def _over_quota(request, about, form):
    """Nothing is stored, everything typed is still there, and the time to try again is named."""
    again = this_hour() + timedelta(hours=1)
    response = _page(
        request,
        about,
        form,
        refusal="Der er allerede kommet flere henvendelser fra din netforbindelse i denne time, "
        f"og vi tager først imod igen klokken {date_format(timezone.localtime(again), 'H.i')}. "
        "Alt, du har skrevet, står her endnu: send det igen til den tid.",
        status=429,
    )
    response["Retry-After"] = str(int((again - timezone.now()).total_seconds()) + 1)
    return response
