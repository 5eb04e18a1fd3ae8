import pytest
from django.contrib.auth import get_user_model

from interventions.models import Intervention
from tests.interventions.admin.conftest import build
from tests.parallel.own_base import SignedIn, own_base


@pytest.fixture
def transactional_db(django_db_setup, django_db_blocker, tmp_path):
    """A base of the test's own; pytest-django's fixture would empty the one of all tests."""
    with django_db_blocker.unblock(), own_base(tmp_path):
        yield


@pytest.fixture
def world(transactional_db):
    """The desk's world, where `corps` waits for review."""
    world = build()
    Intervention.objects.filter(pk=world.corps.pk).update(state="til-gennemsyn")
    for entry in (world.buddy, world.corps, world.draft):
        entry.refresh_from_db()
    return world


@pytest.fixture
def users(world):
    """Three who may do everything, so that four eyes are asked for."""
    create = get_user_model().objects.create_superuser
    return [create(name, first_name=name.title()) for name in ("ane", "bo", "carl")]


@pytest.fixture
def ane(users):
    return SignedIn(users[0])


@pytest.fixture
def bo(users):
    return SignedIn(users[1])
