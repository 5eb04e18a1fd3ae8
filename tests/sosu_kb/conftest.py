from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from tests.sosu_kb.crawler import Crawl


@pytest.fixture(scope="session")
def crawl(django_db_setup, django_db_blocker):
    """One walk over the whole content, kept in memory; the base is empty again afterwards.

    It takes half a minute, once a process. Who asks for it also marks itself with `django_db`:
    without such a test nobody makes the tests' database.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed", stdout=StringIO())
        walked = Crawl(Client())
        transaction.set_rollback(True)
    return walked
