"""The admin site of this project."""

from django.contrib.admin.apps import AdminConfig


class CuratedAdminConfig(AdminConfig):
    """Django's admin, arranged in the order an editor works."""

    default_site = "sosu_kb.admin_site.CuratedAdminSite"

    def ready(self):
        """Take over users and groups once Django has registered its own forms for them."""
        super().ready()
        from sosu_kb import users  # noqa: F401  (it registers itself)
