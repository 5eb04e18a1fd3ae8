"""The site map."""

from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from sosu_kb import views
from sosu_kb.sitemaps import SITEMAPS

urlpatterns = [
    path("", views.front_page, name="front"),
    path("", include("interventions.urls")),
    path("", include("municipalities.urls")),
    path("om/", views.about, name="about"),
    path("tilgaengelighed/", views.accessibility, name="accessibility"),
    path("privatliv/", views.privacy, name="privacy"),
    path("was", views.was, name="was"),
    path("admin/", admin.site.urls),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
    path(".well-known/security.txt", views.security, name="security"),
]

handler400 = "sosu_kb.views.bad_request"
handler403 = "sosu_kb.views.forbidden"
handler404 = "sosu_kb.views.not_found"
handler500 = "sosu_kb.views.server_error"
