"""What each role gets at each address is written down, and a new address without a row fails."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from zeal import zeal_ignore

from tests.addresses import addresses, first_keys
from tests.proposals import add_proposal
from tests.sosu_kb.role_table import GROUPS, ROLES, TABLE, rows

LETTERS = {200: "P", 301: "M", 302: "M", 403: "D", 404: "N", 405: "R"}


def letter(answer):
    """A status as the table writes it; one that it does not know as it is."""
    if answer.status_code == 302 and answer["Location"].startswith("/admin/login/"):
        return "L"
    return LETTERS.get(answer.status_code, f" {answer.status_code} ")


def cell(role, name, path):
    """What a role gets by GET and by POST. Whatever that does to the base is undone."""
    letters = ""
    for method in ("get", "post"):
        # Users who look at users are read twice.
        with transaction.atomic(), zeal_ignore():
            letters += letter(getattr(role(name), method)(path))
            transaction.set_rollback(True)
    return letters


def test_every_address_has_a_row_and_every_row_an_address():
    names = [address.name for address in addresses()]
    assert [name for name in names if name not in rows()] == [], "add rows to role_table.py"
    assert [name for name in rows() if name not in names] == [], "take these rows out"
    assert len(names) == len(set(names)) > 140
    assert len(rows()) == sum(bool(line) and line[0] != "#" for line in TABLE.splitlines())


@pytest.mark.parametrize("name", ROLES)
def test_a_role_gets_what_the_table_says(seeded, role, name):
    get_user_model().objects.create_user("somebody else")
    Group.objects.create(name="Prøve")
    add_proposal()
    keys = first_keys()
    paths = {address.name: address.path(keys) for address in addresses()}
    expected = {row: cells[name] for row, cells in rows().items()}
    assert {row: cell(role, name, paths[row]) for row in expected} == expected


def test_a_migration_makes_the_groups(db):
    assert list(Group.objects.order_by("pk").values_list("name", flat=True)) == GROUPS


def test_the_roles_differ_where_they_should(db, role):
    assert cell(role, "anonymous", "/admin/") == "LL"
    assert cell(role, "user", "/admin/") == "LL"
    assert cell(role, "superuser", "/admin/") == "PP"
    assert cell(role, "Redaktør", "/admin/") == "PP"
    assert cell(role, "Redaktør", "/admin/auth/user/add/") == "DD"
