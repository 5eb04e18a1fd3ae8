"""What a browser sends from /foreslaa/, and rows as they lie in the base."""

import time
from unittest import mock

from interventions import form_tokens
from interventions.models import Proposal

ADDRESS = "/foreslaa/"
THANKS = "/foreslaa/tak/"
SUGGESTION = {
    "title": "Mentorer på Ærø",
    "who": "Ærø Kommune",
    "what": "Nye elever får en mentor.",
    "documentation": "https://example.dk/mentorer",
}
REPORT = {"fault": "Startåret er forkert."}
CONTACT = {"contact_name": "En Læser", "contact_email": "laeser@example.dk", "consent": "on"}


def token(age=60):
    """A token as old as this, in seconds."""
    with mock.patch("django.core.signing.time.time", return_value=time.time() - age):
        return form_tokens.issue()


def send(client, address=ADDRESS, *, fields=SUGGESTION, age=60, headers=None, **changes):
    """The answer to a form filled in a minute ago; `changes` go on top of the fields."""
    data = {"token": token(age), **fields, **changes}
    return client.post(address, data, headers=headers or {})


def add_proposal(**fields):
    return Proposal.objects.create(**({"kind": "forslag", **SUGGESTION} | fields))


def add_report(entry, **fields):
    fields = {"kind": "fejl", "entry": entry, "page": entry.slug, **REPORT} | fields
    return Proposal.objects.create(**fields)
