"""The admin's frame: Danish titles, and the models in the order an editor needs them."""

from django.contrib.admin import AdminSite

from interventions import desk
from sosu_kb.login import LoginForm

MODEL_ORDER = [
    "Intervention",
    "Proposal",
    "Claim",
    "Ledger",
    "Source",
    "Organisation",
    "Relation",
    "Theme",
    "TargetGroup",
    "Phase",
    "Programme",
    "Entrance",
    "SynonymSet",
    "Characteristic",
    "EvidenceTier",
    "Municipality",
    "Region",
]
APP_ORDER = ["interventions", "municipalities", "auth"]


def _place(order, name):
    return order.index(name) if name in order else len(order)


class CuratedAdminSite(AdminSite):
    """The editors' site."""

    site_header = "SOSU-videnbasen: redaktion"
    site_title = "SOSU-videnbasen"
    index_title = "Redaktionens bord"
    site_url = "/"
    login_form = LoginForm
    # The lists and the rows of claims need the width; the front page of the admin lists the same.
    enable_nav_sidebar = False

    def index(self, request, extra_context=None):
        """The desk: what waits, before the list of everything."""
        return super().index(request, {"desk": desk.tasks(request.user)} | (extra_context or {}))

    def get_app_list(self, request, app_label=None):
        """Entries first, vocabularies after them, users last; the rest keeps Django's order."""
        apps = super().get_app_list(request, app_label)
        apps.sort(key=lambda app: _place(APP_ORDER, app["app_label"]))
        for app in apps:
            app["models"].sort(key=lambda model: _place(MODEL_ORDER, model["object_name"]))
        return apps
