import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from interventions.models import Proposal, ProposalQuota
from tests.proposals import add_proposal


@pytest.fixture
def run(db):
    def run():
        out = StringIO()
        call_command("delete_contacts", stdout=out)
        return out.getvalue().strip()

    return run


def closed(days, **fields):
    day = timezone.localdate() - datetime.timedelta(days=days)
    contact = {"contact_email": "l@example.dk", "consented_on": day}
    return add_proposal(status="lukket", closed_on=day, **contact, **fields)


def test_it_deletes_what_is_due_and_says_how_much(run):
    kept, old, older = closed(182), closed(183), closed(500)
    hour = timezone.now() - datetime.timedelta(hours=2)
    ProposalQuota.objects.create(mark="x", hour=hour)
    ProposalQuota.objects.take("192.0.2.1")  # forgets the one before
    ProposalQuota.objects.create(mark="y", hour=hour)
    assert run() == (
        "Kontaktoplysninger slettet på 2 henvendelser, der blev lukket for mindst 183 dage siden. "
        "1 aftryk af afsenderadresser slettet."
    )
    assert list(Proposal.objects.with_contact()) == [kept]
    for proposal in (old, older):
        proposal.refresh_from_db()
        assert (proposal.contact_email, proposal.title) == ("", "Mentorer på Ærø")
    assert ProposalQuota.objects.count() == 1


def test_with_nothing_to_do_it_says_so_and_twice_is_once(run):
    closed(183)
    assert "på 1 henvendelse, der" in run()
    assert "på 0 henvendelser, der" in run()


def test_the_setting_decides(run, settings):
    settings.SUGGESTION_CONTACT_DAYS = 0
    closed(0)
    assert "på 1 henvendelse, der blev lukket for mindst 0 dage siden." in run()
