"""Users of the desk by their roles, which a migration makes."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

EDITOR, APPROVER, ADMINISTRATOR = "Redaktør", "Godkender", "Administrator"


def person(name, *roles, **fields):
    """A staff user with these roles; `ane` is shown as “Ane”."""
    fields = {"is_staff": True, "first_name": name.title()} | fields
    user = get_user_model().objects.create_user(name, **fields)
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


def browser(user):
    """A browser in which this user is signed in."""
    client = Client()
    client.force_login(user)
    return client
