import re
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def ensure_admin():
    out = StringIO()
    call_command("ensure_admin", stdout=out)
    return out.getvalue()


def password_in(output):
    match = re.search(r"adgangskode  (\S+)", output)
    return match and match[1]


def test_an_empty_base_gets_an_administrator_who_can_sign_in(client):
    password = password_in(ensure_admin())
    client.post("/admin/login/", {"username": "admin", "password": password})
    assert client.get("/admin/").status_code == 200


def test_two_bases_get_different_passwords():
    first = password_in(ensure_admin())
    get_user_model().objects.all().delete()
    second = password_in(ensure_admin())
    assert len(first) >= 16
    assert first != second


def test_the_second_time_changes_nothing_and_shows_no_password():
    ensure_admin()
    before = list(get_user_model().objects.values())
    output = ensure_admin()
    assert password_in(output) is None
    assert list(get_user_model().objects.values()) == before


def test_a_base_with_any_user_gets_none():
    get_user_model().objects.create_user("redaktør")
    assert password_in(ensure_admin()) is None
    assert get_user_model().objects.count() == 1
