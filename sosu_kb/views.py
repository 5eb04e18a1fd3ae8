"""The front page, the plain pages, health checks, and the pages for errors."""

from datetime import timedelta
from urllib.parse import quote

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.cache import never_cache

from interventions import entrances, glossary, news
from interventions.models import EvidenceTier, Intervention, Source, Version
from municipalities import tile_map

LATEST = 4
# How long security.txt may be relied on; the standard advises less than a year.
SECURITY_DAYS = 200


def front_page(request):
    """What this is, problems as entrances, tiers, map, what is new. At most 10 queries."""
    published = Intervention.objects.published()
    tiers = list(EvidenceTier.objects.with_counts())
    total = published.count()
    return render(
        request,
        "front.html",
        {
            "entrances": entrances.load(),
            "tiers": tiers,
            "total": total,
            "unrated_count": total - sum(tier.entry_count for tier in tiers),
            "panels": tile_map.panels(tile_map.tiles()),
            "latest": news.load(Version.objects.told()[:LATEST]),
        },
    )


def about(request):
    """What the knowledge base is, how it is made, and which sources it rests on."""
    return render(
        request,
        "about.html",
        {
            "sources": Source.objects.public(),
            "words": glossary.load(),
            "contact": settings.CONTACT_EMAIL,
        },
    )


def accessibility(request):
    """The accessibility statement."""
    return render(request, "accessibility.html", {"contact": settings.CONTACT_EMAIL})


def privacy(request):
    """What is (not) stored about readers."""
    return render(
        request,
        "privacy.html",
        {
            "contact": settings.CONTACT_EMAIL,
            "owner": settings.SITE_OWNER,
            "contact_days": settings.SUGGESTION_CONTACT_DAYS,
        },
    )


def was(request):
    """The short address that Danish rules reserve for the accessibility statement."""
    return redirect(settings.WAS_URL)


def favicon(request):
    """The address that browsers try by themselves, in the admin too."""
    return redirect(static("img/icon.svg"), permanent=True)


def robots(request):
    """What crawlers may read, and where the sitemap is."""
    sitemap = request.build_absolute_uri("/sitemap.xml")
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def opensearch(request):
    """What a browser needs to search here from its own field."""
    return render(request, "opensearch.xml", content_type="application/opensearchdescription+xml")


def security(request):
    """Whom to tell of a weakness (RFC 9116). Without a contact there is nothing to say: 404."""
    if not settings.CONTACT_EMAIL:
        raise Http404("CONTACT_EMAIL er ikke sat.")
    # The first of a month, half a year ahead: the file stays the same for a month.
    month = timezone.localdate().replace(day=1) + timedelta(days=SECURITY_DAYS)
    lines = [
        f"Contact: mailto:{quote(settings.CONTACT_EMAIL, safe='@')}",
        f"Expires: {month.replace(day=1).isoformat()}T00:00:00Z",
        "Preferred-Languages: da, en",
        # The standard asks for https, whatever this process itself speaks.
        f"Canonical: https://{request.get_host()}{request.path}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@never_cache
def healthz(request):
    """The process answers. Touches no database."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
def readyz(request):
    """The database answers and its tables are those of this code; 503 until then."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error:
        return HttpResponse("database svarer ikke", status=503, content_type="text/plain")
    if waiting:
        return HttpResponse("migreringer mangler", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


def bad_request(request, exception):
    """400 in the site's look."""
    return render(request, "400.html", status=400)


def forbidden(request, exception=None, reason=""):
    """403 in the site's look, also for a form whose token is too old."""
    return render(request, "403.html", status=403)


def not_found(request, exception):
    """404 in the site's look; a page beyond the end of a list leads to its first page."""
    first_page = getattr(exception, "first_page", None)
    return render(request, "404.html", {"first_page": first_page}, status=404)


def server_error(request):
    """500 without context processors, database or anything else that may be what broke."""
    return HttpResponse(render_to_string("500.html"), status=500)
