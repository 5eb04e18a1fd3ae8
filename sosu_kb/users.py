"""Users and groups for administrators: Django's own forms, with permissions that read as Danish."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.forms import ModelMultipleChoiceField

from municipalities.deletion import NamesLinks

ACTIONS = {"add": "må tilføje", "change": "må rette", "delete": "må slette", "view": "må se"}


class PermissionField(ModelMultipleChoiceField):
    """Names Django's four permissions when they are shown: their rows are written in English."""

    def label_from_instance(self, permission):
        """App, model and what may be done; permissions of our own are stored in Danish."""
        content_type = permission.content_type
        action = permission.codename.removesuffix(f"_{content_type.model}")
        return f"{content_type} | {ACTIONS.get(action, permission.name)}"


class DanishPermissions:
    """For an admin: its choice of permissions, for what the admin shows and in Danish."""

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Leave out what no screen asks for: sessions, content types and the like."""
        if db_field.related_model is not Permission:
            return super().formfield_for_manytomany(db_field, request, **kwargs)
        kwargs["form_class"] = PermissionField
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        shown = ContentType.objects.get_for_models(*self.admin_site._registry).values()
        field.queryset = field.queryset.filter(content_type__in=shown)
        return field


admin.site.unregister([User, Group])


@admin.register(User)
class DanishUserAdmin(NamesLinks, DanishPermissions, UserAdmin):
    """Users; when somebody was created or last signed in is nothing to type."""

    readonly_fields = ["last_login", "date_joined"]

    def get_readonly_fields(self, request, obj=None):
        """Nobody makes a superuser, of themselves either, who is not one."""
        own = super().get_readonly_fields(request, obj)
        return own if request.user.is_superuser else [*own, "is_superuser"]

    def has_change_permission(self, request, obj=None):
        """An administrator cannot take over a superuser, whose password stands in the same form."""
        return not _stands_above(obj, request) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        """As for changing."""
        return not _stands_above(obj, request) and super().has_delete_permission(request, obj)


def _stands_above(user, request):
    return user is not None and user.is_superuser and not request.user.is_superuser


@admin.register(Group)
class DanishGroupAdmin(NamesLinks, DanishPermissions, GroupAdmin):
    """Groups."""
