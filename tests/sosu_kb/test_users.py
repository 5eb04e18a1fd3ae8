"""Administrators choose permissions by Danish names; the rows keep Django's."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from zeal import zeal_ignore

from tests.pages import Page

FORMS = ["/admin/auth/group/add/", "/admin/auth/user/{}/change/"]


@pytest.fixture(params=FORMS)
def options(request, admin_client, admin_user):
    """The permissions that a form offers."""
    with zeal_ignore([{"model": "auth.User"}]):
        answer = admin_client.get(request.param.format(admin_user.pk))
    page = Page(answer.content.decode())
    name = "permissions" if "group" in request.param else "user_permissions"
    return [option.text for option in page.one("select", name=name).all("option")]


def test_the_four_permissions_read_as_danish(options):
    assert [text for text in options if text.startswith("Videnbasen | indsats |")] == [
        "Videnbasen | indsats | må tilføje",
        "Videnbasen | indsats | må rette",
        "Videnbasen | indsats | må slette",
        "Videnbasen | indsats | må udgive og arkivere",
        "Videnbasen | indsats | må se",
    ]
    assert "Kommuner og regioner | region | må rette" in options
    assert "Brugere og grupper | gruppe | må slette" in options
    assert [text for text in options if "Can " in text] == []


def test_only_what_the_admin_shows_is_offered(options):
    apps = {text.split(" | ")[0] for text in options}
    assert apps == {"Videnbasen", "Kommuner og regioner", "Brugere og grupper"}
    assert not any("rettighed |" in text for text in options)


def test_the_rows_keep_their_names(db):
    row = Permission.objects.get(codename="add_intervention")
    assert row.name == "Can add indsats"


def test_a_group_is_saved_with_what_was_chosen(admin_client):
    chosen = Permission.objects.get(codename="change_theme")
    fields = {"name": "Temafolk", "permissions": [chosen.pk]}
    assert admin_client.post("/admin/auth/group/add/", fields).status_code == 302
    assert list(Group.objects.get(name="Temafolk").permissions.all()) == [chosen]


def test_the_form_costs_eight_queries(admin_client, django_assert_num_queries):
    user = get_user_model().objects.create_user("anne")
    ContentType.objects.clear_cache()
    with django_assert_num_queries(8), zeal_ignore([{"model": "auth.User"}]):
        admin_client.get(f"/admin/auth/user/{user.pk}/change/")


@pytest.fixture
def administrator(role):
    """Looks at users, and so reads users twice."""
    with zeal_ignore([{"model": "auth.User"}]):
        yield role("Administrator")


def test_an_administrator_makes_nobody_a_superuser(administrator, django_user_model):
    user = django_user_model.objects.get(is_superuser=False)
    form = administrator.get(f"/admin/auth/user/{user.pk}/change/").context["adminform"].form
    assert "is_active" in form.fields
    assert "is_superuser" not in form.fields


def test_an_administrator_takes_over_no_superuser(administrator, admin_user):
    for page in ("change", "password", "delete"):
        address = f"/admin/auth/user/{admin_user.pk}/{page}/"
        assert administrator.post(address, {"username": "mig"}).status_code == 403
