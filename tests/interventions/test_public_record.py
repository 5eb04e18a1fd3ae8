"""What the public was told happened, and when."""

import datetime

from django.db import transaction
from django.utils import timezone

from interventions import bulk, history, public_record, working_copy
from interventions.models import Intervention, Version
from tests.story import begin, draft_of, in_days, rate, republish, step, told, wait, write
from tests.world import PUBLISHED, add_claim, add_entry, relate

BUDDY = {"entry__slug": "laeringsbuddy"}


def test_a_seeded_base_tells_of_first_publications_and_of_nothing_else(begun):
    assert sorted(told()) == [(slug, "ny", "") for slug in PUBLISHED]


def test_a_first_publication_has_its_own_date_not_that_of_the_loading(world):
    day = timezone.make_aware(datetime.datetime(2024, 3, 4, 12))
    Intervention.objects.filter(pk=world.buddy.pk).update(published_at=day)
    begin()
    (row,) = Version.objects.filter(entry=world.buddy).told()
    assert row["at"] == day


def test_the_whole_seed_is_told_with_its_dates(seeded):
    rows = list(Version.objects.told())
    assert len(rows) == 41
    assert {row["kind"] for row in rows} == {"ny"}
    published = Intervention.objects.values_list("published_at", flat=True)
    assert sorted(row["at"] for row in rows) == sorted(published)


def test_a_first_version_asks_no_query(begun, django_assert_num_queries):
    version = Version.objects.select_related("entry").get(**BUDDY)
    with django_assert_num_queries(0):
        public_record.fill(version)
    assert (version.change, version.changed) == ("ny", "")


def test_a_later_version_asks_one_query(begun, by, django_assert_num_queries):
    version = republish(begun.buddy, by, summary="Andet.").versions.first()
    earlier = begun.buddy.versions.filter(number__lt=version.number)
    with django_assert_num_queries(1):
        public_record.fill(version, earlier)
    assert (version.change, version.changed) == ("aendret", "resumé")


def test_a_draft_is_told_when_it_is_published(begun, by):
    entry = step(begun.in_review, "udgiv", by)
    assert told(entry=entry) == [("til-gennemsyn", "ny", "")]


def test_a_change_says_in_one_line_what_changed(begun, by):
    def change(row):
        row.themes.add(begun.support)
        row.claims.get(text=begun.what.text).delete()

    republish(begun.buddy, by, change, title="Buddy", summary="Andet.")
    assert told(**BUDDY)[1:] == [
        ("laeringsbuddy", "aendret", "titel, resumé, temaer, 1 udsagn"),
    ]


def test_publishing_without_a_change_tells_nothing(begun, by):
    republish(begun.buddy, by)
    assert told(**BUDDY) == [("laeringsbuddy", "ny", "")]


def test_what_lies_in_a_working_copy_is_not_told(begun, by):
    draft_of(begun.buddy, by, title="Hemmelig")
    assert told(**BUDDY) == [("laeringsbuddy", "ny", "")]


def test_a_working_copy_that_is_given_up_is_not_told(begun, by):
    working_copy.drop(draft_of(begun.buddy, by, title="Hemmelig").pk, by=by)
    assert told(**BUDDY) == [("laeringsbuddy", "ny", "")]
    assert begun.buddy.versions.count() == 4


def test_ratings_are_told_as_given_changed_and_taken(begun, by):
    republish(begun.buddy, by, rate(begun.report, begun.promising))
    republish(begun.buddy, by, rate(begun.report, begun.tier), summary="Andet.")
    republish(begun.buddy, by, rate(begun.report, None))
    assert told(**BUDDY)[1:] == [
        ("laeringsbuddy", "vurderet", "Perspektivrig indsats ifølge Rambøll"),
        ("laeringsbuddy", "vurderet", "Virksom indsats ifølge Rambøll, resumé"),
        ("laeringsbuddy", "uden-vurdering", "Virksom indsats ifølge Rambøll"),
    ]


def test_a_review_is_told_as_one(begun, by):
    bulk.mark_reviewed(begun.buddy.pk, by=by)
    assert told(**BUDDY)[1:] == [("laeringsbuddy", "gennemset", "")]


def test_a_review_that_is_taken_back_is_a_change(begun):
    for day in (in_days(-3), None):
        Intervention.objects.filter(pk=begun.buddy.pk).update(reviewed_on=day)
        with transaction.atomic():
            history.lock(begun.buddy.pk)
    assert told(**BUDDY)[1:] == [
        ("laeringsbuddy", "gennemset", ""),
        ("laeringsbuddy", "aendret", "gennemset den"),
    ]


def test_a_clock_that_was_set_back_hides_nothing(begun, by):
    first = republish(begun.buddy, by, summary="Andet.").versions.first()
    republish(begun.buddy, by, title="Buddy")
    before = first.made_at - datetime.timedelta(milliseconds=1)
    Version.objects.filter(entry=begun.buddy, number__gt=first.number).update(made_at=before)
    assert told(**BUDDY)[1:] == [
        ("laeringsbuddy", "aendret", "resumé"),
        ("laeringsbuddy", "aendret", "titel"),
    ]


def test_archiving_is_told_of_what_was_public_and_only_of_that(begun, by):
    Intervention.objects.filter(pk=begun.buddy.pk).update(published_at=timezone.now())
    step(begun.buddy, "arkiver", by)
    step(begun.draft, "arkiver", by)
    assert told(**BUDDY) == [("laeringsbuddy", "ny", ""), ("laeringsbuddy", "taget-ned", "")]
    assert told(entry=begun.draft) == []


def test_what_comes_back_is_told_with_what_changed_meanwhile(begun, by):
    Intervention.objects.filter(pk=begun.buddy.pk).update(published_at=timezone.now())
    step(begun.buddy, "arkiver", by)
    step(begun.buddy, "genaabn", by)
    write(begun.buddy, by, summary="Andet.")
    assert told(**BUDDY)[2:] == []
    step(begun.buddy, "indsend", by)
    step(begun.buddy, "udgiv", by)
    assert told(**BUDDY)[2:] == [("laeringsbuddy", "igen", "resumé")]


def test_a_scheduled_entry_is_told_on_its_day(begun, by, monkeypatch):
    write(begun.in_review, by, publish_from=in_days(3))
    entry = step(begun.in_review, "udgiv", by)
    assert told(entry=entry) == []
    day = in_days(3)
    wait(monkeypatch, 3)
    assert told(entry=entry) == [("til-gennemsyn", "ny", "")]
    (row,) = Version.objects.filter(entry=entry).told()
    assert timezone.localtime(row["at"]).isoformat() == f"{day}T00:00:00+01:00"


def test_a_version_that_was_replaced_before_its_day_was_never_told(begun, by, monkeypatch):
    write(begun.in_review, by, publish_from=in_days(3))
    entry = step(begun.in_review, "udgiv", by)
    republish(entry, by, title="Den rigtige titel")
    wait(monkeypatch, 4)
    assert told(entry=entry) == [("til-gennemsyn", "ny", "")]
    (row,) = Version.objects.filter(entry=entry).told()
    assert Version.objects.get(pk=row["pk"]).document["title"] == "Den rigtige titel"


def test_a_scheduled_entry_that_is_archived_before_its_day_is_never_told(begun, by, monkeypatch):
    write(begun.in_review, by, publish_from=in_days(3))
    entry = step(begun.in_review, "udgiv", by)
    step(entry, "arkiver", by)
    wait(monkeypatch, 4)
    assert told(entry=entry) == []


def test_an_end_that_was_set_is_told_on_its_day_without_a_new_version(begun, by, monkeypatch):
    Intervention.objects.filter(pk=begun.buddy.pk).update(published_at=timezone.now())
    republish(begun.buddy, by, withdraw_on=in_days(3))
    assert told(**BUDDY) == [("laeringsbuddy", "ny", "")]
    number = begun.buddy.versions.count()
    wait(monkeypatch, 3)
    assert told(**BUDDY)[1:] == [("laeringsbuddy", "taget-ned", "")]
    assert begun.buddy.versions.count() == number


def test_an_end_that_was_put_off_is_not_told(begun, by, monkeypatch):
    republish(begun.buddy, by, withdraw_on=in_days(3))
    republish(begun.buddy, by, withdraw_on=None)
    wait(monkeypatch, 4)
    assert told(**BUDDY) == [("laeringsbuddy", "ny", "")]


def test_nothing_is_told_of_an_entry_that_was_hidden_past_the_desk(begun, monkeypatch):
    Intervention.objects.filter(pk=begun.buddy.pk).update(publish_from=in_days(3))
    with transaction.atomic():
        history.lock(begun.buddy.pk)
    assert told(**BUDDY) == []
    wait(monkeypatch, 3)
    assert told(**BUDDY) == [("laeringsbuddy", "ny", ""), ("laeringsbuddy", "igen", "")]


def test_a_relation_is_told_only_when_its_other_end_is_public(begun, by):
    def hidden(row):
        relate(row, begun.in_review)

    def public(row):
        relate(row, begun.language)

    republish(begun.plan, by, hidden)
    assert told(entry=begun.plan) == [("tid-til-vejledning", "ny", "")]
    republish(begun.plan, by, public)
    assert told(entry=begun.plan)[1:] == [("tid-til-vejledning", "aendret", "1 forbindelse")]


def test_what_comes_past_the_desk_is_told_with_the_next_lock(begun, by):
    add_claim("udefra", begun.buddy, begun.catalogue)
    draft_of(begun.buddy, by)
    assert told(**BUDDY)[1:] == [("laeringsbuddy", "aendret", "1 udsagn")]


def test_an_entry_that_is_no_longer_found_leaves_the_record(begun):
    begun.buddy.state = "kladde"
    begun.buddy.save()
    assert told(**BUDDY) == []


def test_the_entries_told_of_are_those_whose_address_answers(begun, by, monkeypatch):
    entries = [
        begun.buddy,
        add_entry("foer", "Før", publish_from=in_days(5)),
        add_entry("slut", "Slut", withdraw_on=in_days(2), published_at=timezone.now()),
        step(add_entry("arkiv", "Arkiv", published_at=timezone.now()), "arkiver", by),
        begun.draft,
        working_copy.open_for(begun.corps.pk, by=by),
    ]
    for days in (0, 3, 6):
        with monkeypatch.context() as patch:
            wait(patch, days)
            known = set(Intervention.objects.known_to_public())
            for entry in entries:
                answers = bool(entry.is_public or entry.withdrawn_on)
                assert (entry in known) == answers, (entry, days)


def test_of_what_happens_at_once_the_one_made_later_stands_first(db, by):
    before = timezone.now() - datetime.timedelta(days=9)
    for slug in ("en", "to", "tre"):
        add_entry(slug, "Samme titel", publish_from=in_days(-1), published_at=before)
    begin()
    assert [slug for slug, *_ in reversed(told())] == ["tre", "to", "en"]


def test_topics_are_those_before_and_after_a_change(begun, by):
    republish(begun.buddy, by, lambda row: row.themes.set([begun.support]))
    changed = begun.buddy.versions.get(change="aendret")
    assert changed.topics == "|kommune:aalborg|tema:mentorordninger|tema:sprogstoette|"


def test_the_migration_finds_what_the_desk_would_have_noted(begun, by):
    republish(begun.buddy, by, rate(begun.report, begun.tier), summary="Andet.")
    step(begun.corps, "arkiver", by)
    columns = ("pk", "public_from", "public_until", "change", "changed", "topics")
    before = list(Version.objects.order_by("pk").values_list(*columns))
    Version.objects.update(public_from=None, public_until=None, change="", changed="", topics="")
    for version in Version.objects.order_by("entry", "number").select_related("entry"):
        public_record.fill(
            version, Version.objects.filter(entry=version.entry, number__lt=version.number)
        )
        version.save()
    assert list(Version.objects.order_by("pk").values_list(*columns)) == before
