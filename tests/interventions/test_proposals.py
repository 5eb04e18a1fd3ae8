import datetime
import threading
from unittest import mock

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from interventions.models import Claim, FormerSlug, Intervention, Proposal, ProposalQuota
from tests.proposals import add_proposal, add_report

TODAY = datetime.date(2026, 11, 25)
NOON = datetime.datetime(2026, 11, 25, 11, 20, tzinfo=datetime.UTC)


@pytest.fixture
def editor(django_user_model, db):
    return django_user_model.objects.create(username="redaktør")


@pytest.fixture
def clock():
    with mock.patch("django.utils.timezone.now", return_value=NOON) as now:
        yield now


def with_contact(**fields):
    return add_proposal(
        contact_name="En Læser", contact_email="l@example.dk", consented_on=TODAY, **fields
    )


# What is kept


@pytest.mark.parametrize("name", ["contact_name", "contact_email"])
def test_the_database_keeps_no_contact_without_consent(db, name):
    with pytest.raises(IntegrityError), transaction.atomic():
        add_proposal(**{name: "x@example.dk"})


@pytest.mark.parametrize(
    "fields", [{"status": "lukket"}, {"closed_on": TODAY}, {"status": "i-gang", "closed_on": TODAY}]
)
def test_the_database_keeps_a_day_of_closing_with_closed_cases_alone(db, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        add_proposal(**fields)


def test_the_texts_are_those_that_were_typed_under_their_questions(world):
    assert add_proposal(since="2019").texts == [
        ("hvad den kaldes", "Mentorer på Ærø"),
        ("hvem der gør det", "Ærø Kommune"),
        ("hvad den går ud på", "Nye elever får en mentor."),
        ("siden hvornår", "2019"),
        ("hvor det står", "https://example.dk/mentorer"),
    ]
    report = add_report(world.buddy)
    assert [text for _, text in report.texts] == ["laeringsbuddy", "Startåret er forkert."]
    assert str(report) == "Fejl: laeringsbuddy"


# Open and closed


def test_a_case_is_taken_up_closed_and_opened_again(editor, clock):
    proposal = add_proposal()
    proposal.begin()
    assert (proposal.status, proposal.closed_on) == ("i-gang", None)
    proposal.close(editor)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.closed_on, proposal.closed_by) == ("lukket", TODAY, editor)
    proposal.begin()
    proposal.refresh_from_db()
    assert (proposal.status, proposal.closed_on, proposal.closed_by) == ("i-gang", None, None)


def test_a_closed_case_outlives_the_user_who_closed_it(editor):
    proposal = add_proposal()
    proposal.close(editor)
    editor.delete()
    proposal.refresh_from_db()
    assert (proposal.status, proposal.closed_by) == ("lukket", None)


def test_only_new_ones_wait(editor):
    new, begun, closed = add_proposal(), add_proposal(), add_proposal()
    begun.begin()
    closed.close(editor)
    assert list(Proposal.objects.waiting()) == [new]


def test_the_material_of_an_entry_is_what_it_was_made_of_and_open_reports_on_it(world, editor):
    origin, other = add_proposal(draft=world.draft), add_proposal(draft=world.buddy)
    origin.close(editor)
    report, done = add_report(world.draft), add_report(world.draft)
    done.close(editor)
    add_report(world.buddy)
    assert list(Proposal.objects.material_for(world.draft)) == [report, origin]
    assert other in Proposal.objects.material_for(world.buddy)


# Contact details


@pytest.mark.parametrize(("days", "due"), [(182, False), (183, True), (400, True)])
def test_contact_details_are_due_183_days_after_the_closing(db, clock, days, due):
    closed_on = TODAY - datetime.timedelta(days=days)
    proposal = with_contact(status="lukket", closed_on=closed_on)
    assert proposal.contact_leaves_on == closed_on + datetime.timedelta(days=183)
    assert Proposal.objects.contacts_due().exists() == due


def test_open_cases_and_those_without_contact_are_not_due(db, clock, settings):
    settings.SUGGESTION_CONTACT_DAYS = 0
    assert with_contact().contact_leaves_on is None
    add_proposal(status="lukket", closed_on=TODAY)
    assert not Proposal.objects.contacts_due().exists()


def test_forgetting_the_sender_leaves_the_rest(db):
    proposal, other = with_contact(since="2019"), with_contact()
    proposal.delete_contact()
    for row in (proposal, Proposal.objects.get(pk=proposal.pk)):
        assert (row.contact_name, row.contact_email, row.consented_on) == ("", "", None)
        assert row.since == "2019"
    assert list(Proposal.objects.with_contact()) == [other]


# Drafts


def test_a_draft_takes_the_title_and_nothing_that_has_no_source(db):
    proposal = add_proposal(for_whom="Elever", since="2019", outcome="Godt")
    draft = proposal.make_draft()
    assert (draft.title, draft.kind, draft.state) == ("Mentorer på Ærø", "praksis", "kladde")
    assert (draft.slug, draft.summary, draft.start_year) == ("mentorer-paa-aeroe", "", None)
    assert Claim.objects.count() == 0
    assert not Intervention.objects.published().exists()
    assert (proposal.draft, proposal.status) == (draft, "i-gang")


def test_a_second_click_leads_to_the_same_draft(db):
    proposal = add_proposal()
    stale = Proposal.objects.get(pk=proposal.pk)
    assert proposal.make_draft() == stale.make_draft()
    assert Intervention.objects.count() == 1


def test_a_deleted_draft_can_be_made_anew(db):
    proposal = add_proposal()
    proposal.make_draft().delete()
    proposal.refresh_from_db()
    assert proposal.draft is None
    assert proposal.make_draft().slug == "mentorer-paa-aeroe"


def test_a_draft_takes_no_address_that_is_or_was_in_use(world):
    Intervention.objects.create(slug="mentorer-paa-aeroe", title="X", kind="plan")
    FormerSlug.objects.create(slug="mentorer-paa-aeroe-2", intervention=world.buddy)
    assert add_proposal().make_draft().slug == "mentorer-paa-aeroe-3"
    assert FormerSlug.objects.filter(slug="mentorer-paa-aeroe-2").exists()


@pytest.mark.parametrize(("title", "slug"), [("???", "kladde"), ("ø" * 140, "oe" * 47 + "o")])
def test_any_title_gives_an_address(db, title, slug):
    assert add_proposal(title=title).make_draft().slug == slug


# The quota


def test_the_quota_is_counted_by_hour_and_forgets_the_hours_before(db, clock, settings):
    settings.SUGGESTIONS_PER_HOUR = 2
    take = ProposalQuota.objects.take
    assert [take("192.0.2.1") for _ in range(3)] == [True, True, False]
    assert take("192.0.2.2")
    (first, second) = ProposalQuota.objects.values_list("mark", flat=True)
    clock.return_value = NOON + datetime.timedelta(minutes=40)
    assert take("192.0.2.1")
    (later,) = ProposalQuota.objects.values_list("mark", flat=True)
    assert len({first, second, later}) == 3


def test_no_address_can_be_read_from_what_is_stored(db, clock, settings):
    ProposalQuota.objects.take("192.0.2.1")
    (row,) = ProposalQuota.objects.values()
    assert "192" not in row["mark"]
    assert len(row["mark"]) == 64
    settings.SECRET_KEY = "another"
    ProposalQuota.objects.take("192.0.2.1")
    assert ProposalQuota.objects.count() == 2, "the mark does not depend on our key"


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="the tests' SQLite lies in memory, for one writer"
)
@pytest.mark.django_db(transaction=True)
def test_parallel_senders_share_one_quota():
    start, results = threading.Barrier(12), []

    def take():
        start.wait()
        try:
            with transaction.atomic():
                results.append(ProposalQuota.objects.take("192.0.2.1"))
        finally:
            connection.close()

    now = timezone.now()
    with mock.patch("interventions.querysets.proposals.timezone.now", return_value=now):
        threads = [threading.Thread(target=take) for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(results) == [False] * 7 + [True] * 5
