"""The page of what is new."""

import pytest
from django.db import transaction
from django.utils import timezone

from interventions import history, news
from interventions.models import Intervention, Version
from tests.pages import read
from tests.story import begin, in_days, rate, republish, step
from tests.world import add_many


def changes(page):
    """{heading of a sort: [what stands in its lines]} of the first day."""
    day = page.all("section", class_="day")[0]
    headings = [node.text for node in day.all("h3")]
    lists = [[line.text for line in node.all("li")] for node in day.all("ul")]
    return dict(zip(headings, lists, strict=True))


def titles(page):
    days = page.all("section", class_="day")
    return [line.all("a")[0].text for day in days for line in day.all("li")]


def links_about(page, slug):
    hrefs = [link["href"] for link in page.one("main").all("a")]
    return [href for href in hrefs if f"/{slug}/" in href]


def test_first_publications_of_a_day_stand_together_in_danish_order(client, begun):
    assert changes(read(client, "/nyt/")) == {
        "Nye indsatser": [
            "Fælles mentorkorps Odense, Svendborg",
            "Læringsbuddy Aalborg",
            "Ærlig sproghjælp København",
            "Aaret med tid til vejledning",
        ]
    }


def test_the_whole_seed_is_one_short_list(client, seeded):
    page = read(client, "/nyt/")
    (day,) = page.all("section", class_="day")
    assert [node.text for node in day.all("h3")] == ["Nye indsatser"]
    assert len(day.all("li")) == 41
    assert "Fælles Fynsk Mentorkorps 10 kommuner" in [line.text for line in day.all("li")]
    assert page.all("nav", class_="pages") == []


def test_a_day_tells_sort_by_sort_what_happened(client, begun, by):
    republish(begun.buddy, by, rate(begun.report, begun.tier))
    republish(begun.plan, by, title="Tid", summary="Andet.")
    step(begun.corps, "arkiver", by)
    found = changes(read(client, "/nyt/"))
    assert list(found) == ["Nye indsatser", "Ny vurdering", "Ændret", "Taget ned"]
    assert found["Ny vurdering"] == [
        "Læringsbuddy Aalborg Virksom indsats ifølge Rambøll · Se forskellen i Læringsbuddy"
    ]
    assert found["Ændret"] == ["Tid Titel, resumé · Se forskellen i Tid"]
    assert found["Taget ned"] == ["Fælles mentorkorps Odense, Svendborg"]


def test_a_change_leads_to_the_entry_and_to_what_differs(client, begun, by):
    number = republish(begun.plan, by, summary="Andet.").version
    links = links_about(read(client, "/nyt/"), "tid-til-vejledning")
    assert links[1:] == [
        "/indsatser/tid-til-vejledning/",
        f"/indsatser/tid-til-vejledning/historik/?til={number}",
    ]
    for link in links:
        read(client, link)


def test_what_was_taken_down_leads_to_the_page_that_says_so(client, begun, by):
    step(begun.corps, "arkiver", by, note="Kilden er trukket tilbage.")
    begun.corps.refresh_from_db()
    step(begun.corps, "genaabn", by)
    with history.edit(begun.corps.pk, by=by, event="gemt") as row:
        row.title, row.slug = "Hemmelig titel", "hemmelig-adresse"
        row.save()
    page = read(client, "/nyt/")
    assert changes(page)["Taget ned"] == ["Fælles mentorkorps Odense, Svendborg"]
    assert "emmelig" not in page.text
    link = links_about(page, "mentorkorps")[0]
    assert "Kilden er trukket tilbage." in read(client, link, status=410).text


def test_a_withdrawal_has_the_title_that_was_read_last(client, begun):
    Intervention.objects.filter(pk=begun.corps.pk).update(
        title="Hemmelig", withdraw_on=in_days(-1), published_at=timezone.now()
    )
    with transaction.atomic():
        history.lock(begun.corps.pk)
    assert changes(read(client, "/nyt/"))["Taget ned"] == ["Fælles mentorkorps Odense, Svendborg"]
    assert "emmelig" not in client.get("/nyt.atom").content.decode()


def test_of_an_entry_that_is_deleted_meanwhile_nothing_is_told(begun):
    rows = list(Version.objects.told())
    begun.buddy.delete()
    assert [change.title for change in news.load(rows)] == [
        "Fælles mentorkorps",
        "Ærlig sproghjælp",
        "Aaret med tid til vejledning",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tema=mentorordninger", ["Fælles mentorkorps", "Læringsbuddy"]),
        ("tema=mentorordninger&kommune=aalborg", ["Læringsbuddy"]),
        ("kommune=aalborg&kommune=koebenhavn", ["Læringsbuddy", "Ærlig sproghjælp"]),
        ("kommune=ikke-oplyst", ["Aaret med tid til vejledning"]),
        ("tema=trivsel&kommune=aalborg", []),
        ("tema=", ["Fælles mentorkorps", "Læringsbuddy", "Ærlig sproghjælp"]),
    ],
)
def test_or_within_a_facet_and_between_them(client, begun, query, found):
    page = read(client, f"/nyt/?{query}")
    assert titles(page)[:3] == found
    assert page.all(role="alert") == []


def test_who_follows_a_theme_learns_that_an_entry_left_it(client, begun, by):
    republish(begun.buddy, by, lambda row: row.themes.set([begun.wellbeing]))
    assert changes(read(client, "/nyt/?tema=mentorordninger"))["Ændret"] == [
        "Læringsbuddy Aalborg Temaer · Se forskellen i Læringsbuddy"
    ]


def test_bad_values_are_named_as_on_the_list_and_the_rest_applies(client, begun):
    query = "kommune=aalborg&tema=findes-ikke&kommune=x&q=&sort=relevans&i=1"
    page, listed = (
        read(client, f"/nyt/?{query}"),
        read(client, "/indsatser/?tema=findes-ikke&kommune=x&i=1"),
    )
    assert page.one(role="alert").text == listed.one(role="alert").text
    assert titles(page) == ["Læringsbuddy"]
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert page.one("link", rel="canonical")["href"] == "http://testserver/nyt/?kommune=aalborg"


def test_chips_take_one_choice_away(client, begun):
    page = read(client, "/nyt/?tema=trivsel&kommune=aalborg")
    assert [(chip.text, chip["href"]) for chip in page.all("a", class_="chip")] == [
        ("Tema: Trivsel ✕", "/nyt/?kommune=aalborg"),
        ("Kommune: Aalborg ✕", "/nyt/?tema=trivsel"),
    ]
    assert [box["value"] for box in page.all("input", checked=True)] == ["trivsel", "aalborg"]
    assert "Der er endnu ikke sket noget under det, I har valgt." in page.text


def test_the_feed_of_the_same_choice_is_named_to_machines_and_people(client, begun):
    page = read(client, "/nyt/?kommune=aalborg")
    link = page.one("link", rel="alternate")
    assert (link["type"], link["href"]) == ("application/atom+xml", "/nyt.atom?kommune=aalborg")
    assert link["title"] == "Nyt i SOSU-videnbasen: Aalborg"
    assert "/nyt.atom?kommune=aalborg" in page.links


@pytest.mark.parametrize(
    ("page", "follow"),
    [
        ("/", "/nyt/"),
        ("/om/", "/nyt/"),
        ("/temaer/trivsel/", "/nyt/?tema=trivsel"),
        ("/kommuner/aalborg/", "/nyt/?kommune=aalborg"),
        ("/kommuner/aeroe/", "/nyt/?kommune=aeroe"),
    ],
)
def test_pages_lead_to_what_is_new_about_them(client, begun, page, follow):
    assert follow in read(client, page).links


def test_a_page_holds_fifty_changes_and_leads_on_with_the_filters(client, begun):
    add_many(begun, 60)
    begin()
    first = read(client, "/nyt/?tema=mentorordninger")
    assert len(titles(first)) == 50
    following = first.one("a", rel="next")["href"]
    assert following == "/nyt/?tema=mentorordninger&side=2"
    second = read(client, following)
    assert len(titles(second)) == 12
    assert second.one("a", rel="prev")["href"] == "/nyt/?tema=mentorordninger"
    assert second.one("link", rel="canonical")["href"] == f"http://testserver{following}"


@pytest.mark.parametrize("side", ["0", "-1", "abc", "3", "9" * 400, "%00"])
def test_a_page_that_is_none_is_not_found_and_leads_to_the_first(client, begun, side):
    page = read(client, f"/nyt/?tema=trivsel&side={side}", status=404)
    assert page.one("main").one("a", class_="button")["href"] == "/nyt/?tema=trivsel"


@pytest.mark.parametrize("query", ["", "?tema=mentorordninger&kommune=aalborg&kommune=odense"])
def test_the_page_costs_five_queries_whatever_it_shows(
    client, begun, by, django_assert_num_queries, query
):
    with django_assert_num_queries(5):
        client.get(f"/nyt/{query}")
    add_many(begun, 60)
    begin()
    for number in range(3):
        republish(begun.buddy, by, summary=f"Nummer {number}.")
    with django_assert_num_queries(5):
        client.get(f"/nyt/{query}")


def test_an_empty_base_says_so(client, db):
    assert "Der er ikke udgivet noget endnu." in read(client, "/nyt/").text


def test_documents_stay_in_the_base(begun):
    assert Version.objects.with_words().first().get_deferred_fields() == {"document"}
