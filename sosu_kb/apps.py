"""The admin site of this project."""

from django.contrib.admin.apps import AdminConfig


class CuratedAdminConfig(AdminConfig):
    """Django's admin, arranged in the order an editor works."""

    default_site = "sosu_kb.admin_site.CuratedAdminSite"
