"""Small guards around every answer."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.utils.cache import patch_cache_control

from sosu_kb.client_address import client_address


class ClientAddressMiddleware:
    """Puts the reader's own address into REMOTE_ADDR, which everything after it may then trust.

    So whoever counts by address (the login, the suggestions) needs to know nothing of proxies.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Replace the proxy's address by the client's."""
        request.META["REMOTE_ADDR"] = client_address(
            request.META.get("REMOTE_ADDR", ""),
            request.META.get("HTTP_X_FORWARDED_FOR", ""),
            settings.TRUSTED_PROXIES,
        )
        return self.get_response(request)


class ProbeMiddleware:
    """Answers probes before the host check: they come by address, under no name of ours."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """The probe's answer, or everybody else's."""
        from sosu_kb import views

        probes = {"/healthz": views.healthz, "/readyz": views.readyz}
        return probes.get(request.path, self.get_response)(request)


class SharedCacheMiddleware:
    """Lets shared caches keep public answers for a minute; browsers always revalidate.

    The admin, anything that sets a cookie or already says how it may be cached, and server errors
    are left alone or not stored.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Add the header on the way out."""
        response = self.get_response(request)
        if response.has_header("Cache-Control"):
            return response
        if response.status_code >= 500:
            patch_cache_control(response, no_store=True)
        elif request.path.startswith("/admin/") or response.cookies:
            patch_cache_control(response, private=True, no_cache=True)
        elif request.method in {"GET", "HEAD"}:
            patch_cache_control(response, public=True, max_age=0, s_maxage=60)
        return response


class NoNulInAdminMiddleware:
    """Stock admin filters hand query values to PostgreSQL, which refuses NUL with a 500."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer 400 before any admin code sees the value."""
        if request.path.startswith("/admin/") and "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("NUL i adressen")
        return self.get_response(request)
