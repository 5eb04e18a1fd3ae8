import datetime
import socket

import pytest
from django.utils import timezone

from interventions.models import Intervention, Ledger
from tests.link_server import LinkServer
from tests.story import begin
from tests.world import add_claim, add_source


@pytest.fixture
def ledger(world):
    """Four figures of four sources on the language entry, not in the order of time."""
    world.ledger = Ledger.objects.create(
        slug="frafald",
        intervention=world.language,
        title="Frafald blandt deltagerne",
        sentence="Tallene har hver sin tæller og kan ikke sammenlignes.",
    )
    dated = {"published": datetime.date(2023, 9, 13), "published_precision": "dag"}
    supplier = add_source("leverandoer", publisher="Skolen", kind="leverandoer", **dated)
    partly = add_source("blad", publisher="Bladet", kind="presse", excerpt=True)
    figure = {"kind": "result", "unit": "procent", "ledger": world.ledger}
    add_claim("u1", world.language, partly, value="10", counts="deltagere", **figure)
    add_claim("u2", world.language, supplier, value="7.5", comparison="nejsigere", **figure)
    add_claim("u3", world.language, world.report, value="8", period_from=2021, **figure)
    return world


@pytest.fixture
def link_server():
    server = LinkServer()
    yield server
    server.close()


@pytest.fixture
def silent_port():
    """A port of this machine where nobody answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]  # bound, so that no other takes it, but not listening


@pytest.fixture
def by(admin_user):
    """Whoever writes, where it does not matter who."""
    return admin_user


@pytest.fixture
def begun(world):
    """The world with its stories begun: what is public was published a moment ago."""
    Intervention.objects.filter(state="udgivet").update(published_at=timezone.now())
    begin()
    return world
