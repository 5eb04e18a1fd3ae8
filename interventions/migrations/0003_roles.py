"""Editors, approvers and administrators; and since when the entries of an older base are public."""

from django.apps import apps as current_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.models import F

from interventions.roles import ROLES, permissions_of


def create_groups(apps, schema_editor):
    """Permissions are otherwise made after all migrations, so they are asked for here."""
    for label in ("interventions", "municipalities", "auth"):
        create_permissions(current_apps.get_app_config(label), verbosity=0)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name in ROLES:
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(permissions_of(name, Permission.objects))


def date_publications(apps, schema_editor):
    """The best that is known: an entry was published when it was created."""
    entries = apps.get_model("interventions", "Intervention").objects
    entries.filter(state="udgivet", published_at=None).update(published_at=F("created_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("interventions", "0002_editorial"),
        ("municipalities", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.RunPython(create_groups, migrations.RunPython.noop),
        migrations.RunPython(date_publications, migrations.RunPython.noop),
    ]
