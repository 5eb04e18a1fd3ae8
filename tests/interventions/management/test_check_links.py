import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from interventions.links import visits
from interventions.models import Claim, Intervention, Source
from tests.world import add_source


@pytest.fixture
def add(db, link_server):
    """A source at a path of the server, which answers there with this page."""

    def add(slug, page=200, **fields):
        link_server.pages[f"/{slug}"] = page
        fields.setdefault("url", link_server.url(f"/{slug}"))
        return add_source(slug, position=Source.objects.count(), **fields)

    return add


def run(*options):
    out = StringIO()
    call_command("check_links", *options, stdout=out)
    return out.getvalue().splitlines()


def link_of(slug):
    """What is stored of a source's address."""
    source = Source.objects.get(slug=slug)
    return source.link_status, source.link_answer, source.link_redirects_to


def test_one_line_for_each_broken_source_and_a_summary(add, link_server):
    add("en")
    add("to", 404)
    add("tre", 403)
    add("fire", (301, {"Location": "/en"}))
    assert run() == [
        f"to: 404, siden findes ikke ({link_server.url('/to')})",
        "4 kilder besøgt: 2 svarer, 1 svarer ikke, 1 uafklarede. "
        "1 fører videre til en anden adresse.",
    ]


def test_outcome_and_date_are_stored(add, link_server):
    add("en", (301, {"Location": "/to"}))
    add("to")
    add("tre", 404)
    run()
    assert link_of("en") == ("svarer", "200", link_server.url("/to"))
    assert link_of("to") == ("svarer", "200", "")
    assert link_of("tre") == ("svarer-ikke", "404, siden findes ikke", "")
    assert set(Source.objects.values_list("link_checked_on", "link_broken_since", "slug")) == {
        (timezone.localdate(), None, "en"),
        (timezone.localdate(), None, "to"),
        (timezone.localdate(), timezone.localdate(), "tre"),
    }


def test_nothing_but_the_addresses_of_sources_is_visited(add, link_server):
    source = add("en", note=link_server.url("/note"))
    Claim.objects.create(
        key="x", source=source, kind="what", locator="a", text=link_server.url("/udsagn")
    )
    run()
    assert link_server.lines == ["HEAD /en"]


def test_the_visitor_names_the_site_and_whom_to_write_to(add, link_server, settings):
    settings.CONTACT_EMAIL = "viden@example.dk"
    add("en")
    run()
    assert [asked.headers["User-Agent"] for asked in link_server.asked] == [
        "SOSU-videnbasen (linkkontrol; viden@example.dk)"
    ]


def test_a_broken_link_remembers_since_when(add, link_server):
    since = datetime.date(2026, 1, 2)
    add("en", 500, link_status="svarer-ikke", link_broken_since=since)
    run()
    assert Source.objects.get().link_broken_since == since

    link_server.pages["/en"] = 200
    run()
    assert Source.objects.get().link_broken_since is None


def test_entries_and_the_editors_columns_stay_as_they_are(world, link_server):
    Source.objects.update(url=link_server.url("/vaek"))
    entries = list(Intervention.objects.order_by("pk").values())
    columns = [
        field.name for field in Source._meta.concrete_fields if not field.name.startswith("link_")
    ]
    sources = list(Source.objects.values(*columns))

    run()

    assert list(Intervention.objects.order_by("pk").values()) == entries
    assert list(Source.objects.values(*columns)) == sources
    assert Source.objects.broken().count() == 3


def test_each_source_is_stored_by_itself(add, django_assert_num_queries):
    for number in range(4):
        add(f"k{number}")
    with django_assert_num_queries(5):  # the list, and a statement for each
        run()


def test_an_address_that_an_editor_changes_meanwhile_is_left_for_next_time(
    add, link_server, monkeypatch
):
    add("en", 404)
    visit = visits.Visitor.visit

    def visit_slowly(visitor, url):
        Source.objects.update(url=link_server.url("/ny"), title="Ny titel")
        return visit(visitor, url)

    monkeypatch.setattr(visits.Visitor, "visit", visit_slowly)
    assert run() == [
        "en: adressen er rettet imens og prøves næste gang.",
        "0 kilder besøgt: 0 svarer, 0 svarer ikke, 0 uafklarede. "
        "0 fører videre til en anden adresse.",
    ]
    assert link_of("en") == ("", "", "")
    assert Source.objects.get().title == "Ny titel"


def test_when_every_host_is_silent_nothing_is_stored(add, silent_port):
    add("en", url=f"http://127.0.0.1:{silent_port}/")
    add("to", url=f"http://localhost:{silent_port}/")
    with pytest.raises(CommandError) as error:
        run()
    assert str(error.value) == (
        "Ingen af 2 adresser svarede. Er maskinen på nettet? Intet er gemt."
    )
    assert [link_of("en"), link_of("to")] == 2 * [("", "", "")]


def test_silence_is_believed_when_another_host_answers_later(add, silent_port):
    add("en", url=f"http://localhost:{silent_port}/")
    add("to")
    add("tre", url=f"http://localhost:{silent_port}/")
    lines = run()
    assert [line.split(":")[0] for line in lines[:2]] == ["en", "tre"]
    assert lines[2].startswith("3 kilder besøgt: 1 svarer, 2 svarer ikke,")


def test_one_silent_host_alone_is_believed(add, silent_port):
    add("en", url=f"http://localhost:{silent_port}/")
    run("--source", "en")
    assert link_of("en") == ("svarer-ikke", "ingen forbindelse", "")


def test_only_this_machine_is_visited_in_tests(add):
    add("en", url="http://10.0.0.1/")
    run()
    assert link_of("en")[1] == "adressen ligger ikke på det åbne net og besøges ikke"


def test_outside_of_tests_this_machine_is_not_visited(add, link_server, settings):
    settings.LINK_LOOPBACK_ONLY = False
    add("en")
    run()
    assert link_of("en")[0] == "uafklaret"
    assert link_server.asked == []


def test_one_source_can_be_chosen(add, link_server):
    add("en")
    add("to")
    add("tre")
    assert run("--source", "to", "--source", "tre")[0].startswith("2 kilder besøgt")
    assert link_server.lines == ["HEAD /to", "HEAD /tre"]


def test_an_unknown_source_is_named(add):
    add("en")
    with pytest.raises(CommandError, match=r"^Ingen kilde hedder anden\.$"):
        run("--source", "anden", "--source", "en")


def test_those_visited_lately_can_be_left_out(add, link_server):
    today = timezone.localdate()
    add("aldrig")
    add("i-gaar", link_checked_on=today - datetime.timedelta(days=1))
    add("i-sidste-uge", link_checked_on=today - datetime.timedelta(days=7))
    run("--older-than", "7")
    assert link_server.lines == ["HEAD /aldrig", "HEAD /i-sidste-uge"]


@pytest.mark.parametrize("days", ["-1", "syv", "999999", "1,5"])
def test_absurd_days_are_refused_in_words(db, days):
    with pytest.raises(CommandError, match="er ikke et antal dage"):
        run(f"--older-than={days}")


def test_an_empty_base_is_no_error(db):
    assert run()[0].startswith("0 kilder besøgt")
