"""Signing in: the form, and the answer to a user name that is locked from one address."""

import math
from datetime import timedelta

from axes.helpers import get_client_username
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.validators import MaxLengthValidator
from django.db.models import Max
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers


class LoginForm(AdminAuthenticationForm):
    """Django's form, which only tells the browser how long a user name may be.

    A longer one would reach the record of failed attempts, and PostgreSQL would refuse to keep it.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        username = self.fields["username"]
        username.validators.append(MaxLengthValidator(username.max_length))


def _opens_at(username, address):
    """When the lock opens. Attempts that come while it holds are not counted."""
    attempts = AccessAttempt.objects.filter(username=username, ip_address=address)
    last = attempts.aggregate(last=Max("attempt_time"))["last"] or timezone.now()
    return last + settings.AXES_COOLOFF_TIME


def locked_out(request, response, credentials):
    """429 in the admin's look: how long it takes and what helps. The password is not looked at."""
    username = get_client_username(request, credentials) or ""
    opens_at = _opens_at(username, request.META["REMOTE_ADDR"])
    seconds = max(1, math.ceil((opens_at - timezone.now()).total_seconds()))
    answer = render(
        request,
        "admin/locked_out.html",
        {
            **admin.site.each_context(request),
            "title": "For mange forsøg",
            "username": username,
            "limit": settings.AXES_FAILURE_LIMIT,
            "minutes": math.ceil(seconds / 60),
            # Rounded up, so that nobody who trusts the clock is refused again.
            "opens_at": opens_at + timedelta(seconds=59),
        },
        status=settings.AXES_HTTP_RESPONSE_CODE,
    )
    answer["Retry-After"] = str(seconds)
    add_never_cache_headers(answer)
    return answer
