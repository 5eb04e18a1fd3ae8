"""An import and a form of the same working copy never wait for each other in a ring."""

import threading
import time

import pytest
from django.db import OperationalError, connection, transaction

from interventions import history, working_copy
from interventions.exchange import confirming
from interventions.models import Intervention
from tests.interventions.admin.conftest import build
from tests.parallel.own_base import own_base

SECONDS = 3


@pytest.fixture
def copy(django_db_setup, django_db_blocker, tmp_path):
    """A working copy in a base of the test's own, which other threads can see."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one write at a time")
    with django_db_blocker.unblock(), own_base(tmp_path):
        world = build()
        yield working_copy.open_for(world.buddy.pk, by=None)


def test_nobody_waits_in_a_ring(copy):
    slug = Intervention.objects.get(pk=copy.copy_of_id).slug
    failed, done, end = [], [], time.monotonic() + SECONDS

    def over_and_over(lock):
        try:
            while time.monotonic() < end:
                with transaction.atomic():
                    lock()
                done.append(lock)
        except OperationalError as error:
            failed.append(str(error))
        finally:
            connection.close()

    locks = [lambda: history.lock(copy.pk), lambda: confirming._lock([slug])] * 2
    threads = [threading.Thread(target=over_and_over, args=[lock]) for lock in locks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(done) > len(locks)
