from io import StringIO

import pytest
from django.core.management import call_command


@pytest.fixture
def seeded(db):
    """The whole content of fixtures/, in a base of this test's own."""
    call_command("seed", stdout=StringIO())
