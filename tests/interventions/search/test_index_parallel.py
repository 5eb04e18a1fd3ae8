"""Two who save at the same time do not get in each other's way."""

import threading

import pytest
from django.db import connection, transaction

from interventions.models import Intervention
from interventions.models.search import SearchTerm
from interventions.search import index
from tests.world import add_entry


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one write at a time")
def test_an_entry_that_is_read_anew_twice_at_once_is_read_twice_in_turn():
    add_entry("ny", "Kanariefugl")
    entries = Intervention.objects.filter(slug="ny")
    failures = []

    def second():
        try:
            index.refresh(entries)
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    with transaction.atomic():
        index.refresh(entries)
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(timeout=1)
        assert thread.is_alive()  # it waits for its turn
    thread.join(timeout=20)

    assert failures == []
    assert index.differences() == []
    assert SearchTerm.objects.filter(term="kanariefugl").count() == 1
