import socket

import pytest

from tests.link_server import LinkServer


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
