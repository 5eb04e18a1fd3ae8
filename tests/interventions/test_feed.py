"""The feed of what is new."""

import html

import pytest
from django.utils import timezone

from interventions.models import Intervention
from tests import atom
from tests.story import begin, rate, republish, step
from tests.world import add_claim, add_entry, add_many


def read(client, query=""):
    response = client.get(f"/nyt.atom{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = atom.parse(response.content)
    assert atom.faults(root) == []
    return root


def test_the_check_sees_what_is_wrong():
    root = atom.parse(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><updated>i går</updated>'
        '<link rel="self" href="/nyt.atom"/><entry><id>a</id><content/></entry></feed>'
    )
    assert len(atom.faults(root)) >= 8


def test_the_feed_of_the_seed_is_valid_and_whole(client, seeded):
    root = read(client)
    assert len(atom.entries(root)) == 41
    assert root.get(f"{atom.XML}lang") == "da"


def test_an_empty_feed_is_valid_too(client, db):
    assert atom.entries(read(client)) == []


def test_an_entry_says_what_happened_and_leads_there(client, begun, by):
    number = republish(begun.buddy, by, rate(begun.report, begun.tier), summary="A & <b>.").version
    title, link, summary, identity = atom.entries(read(client, "?kommune=aalborg"))[0]
    assert title == "Ny vurdering: Læringsbuddy"
    assert link == f"http://testserver/indsatser/laeringsbuddy/historik/?til={number}"
    # Readers show a summary as HTML, so it is escaped once more than the rest.
    assert summary == html.escape(
        "Ny vurdering: Virksom indsats ifølge Rambøll, resumé. A & <b>.", quote=False
    )
    assert identity == f"tag:testserver,2026:{begun.buddy.pk}/{number}/vurderet"


def test_a_first_publication_tells_what_the_entry_is_about(client, begun):
    entries = atom.entries(read(client, "?kommune=aalborg"))
    assert [(title, link, summary) for title, link, summary, _ in entries] == [
        (
            "Ny indsats: Læringsbuddy",
            "http://testserver/indsatser/laeringsbuddy/",
            "Ny indsats. Nye elever følges med en ældre elev.",
        )
    ]


def test_of_what_was_taken_down_only_the_title_is_left(client, begun, by):
    step(begun.buddy, "arkiver", by)
    entries = atom.entries(read(client, "?kommune=aalborg"))
    assert [(title, summary) for title, _, summary, _ in entries] == [
        ("Taget ned: Læringsbuddy", "Taget ned."),
        ("Ny indsats: Læringsbuddy", "Ny indsats."),
    ]


def test_categories_are_the_themes_and_municipalities(client, begun):
    root = read(client, "?kommune=odense")
    found = [
        (node.get("scheme"), node.get("term"), node.get("label"))
        for node in root.iter(f"{atom.ATOM}category")
    ]
    assert found == [
        ("http://testserver/temaer/", "mentorordninger", "Mentorordninger"),
        ("http://testserver/temaer/", "sprogstoette", "Sprogstøtte"),
        ("http://testserver/kommuner/", "odense", "Odense"),
        ("http://testserver/kommuner/", "svendborg", "Svendborg"),
    ]


def test_ids_stay_when_title_and_address_change(client, begun, by):
    before = {identity for *_, identity in atom.entries(read(client))}
    republish(begun.buddy, by, title="Nyt navn", slug="nyt-navn--kopi")
    after = {identity for *_, identity in atom.entries(read(client))}
    assert before < after
    assert len(after - before) == 1


def test_ids_stay_apart_when_another_entry_takes_an_address(client, begun, by):
    republish(begun.buddy, by, summary="Andet.")
    republish(begun.buddy, by, slug="nyt-navn--kopi")
    other = add_entry("laeringsbuddy", "En anden", published_at=timezone.now())
    other.themes.add(begun.mentors)
    add_claim("anden", other, begun.catalogue)
    Intervention.objects.filter(pk=other.pk).update(version=begun.buddy.versions.last().number)
    begin()
    republish(other, by, summary="Noget nyt.")
    versions = [
        set(row.versions.exclude(change="").values_list("number", "change"))
        for row in (begun.buddy, other)
    ]
    assert len(versions[0] & versions[1]) > 1
    read(client)


def test_the_feed_is_filtered_as_the_page_and_says_so(client, begun):
    root = read(client, "?tema=trivsel&tema=sprogstoette")
    assert len(atom.entries(root)) == 3
    assert root.findtext(f"{atom.ATOM}title") == "Nyt i SOSU-videnbasen: Sprogstøtte, Trivsel"
    assert atom.links(root) == {
        "self": "http://testserver/nyt.atom?tema=sprogstoette&tema=trivsel",
        "alternate": "http://testserver/nyt/?tema=sprogstoette&tema=trivsel",
    }


def test_a_bad_value_is_an_error_with_the_messages_of_the_list(client, begun):
    response = client.get("/nyt.atom?tema=findes-ikke&kommune=aalborg&kommune=x&ukendt=1")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert [one["message"] for one in response.json()["problems"]] == [
        "“findes-ikke” findes ikke under tema.",
        "“x” findes ikke under kommune.",
        "“ukendt” er ikke en parameter, vi kender her.",
    ]


def test_pages_of_the_feed_lead_to_each_other(client, begun):
    add_many(begun, 60)
    begin()
    first, second = read(client), read(client, "?side=2")
    assert len(atom.entries(first)) == 50
    assert len(atom.entries(second)) == 14
    assert atom.links(first)["next"] == "http://testserver/nyt.atom?side=2"
    assert atom.links(second)["previous"] == "http://testserver/nyt.atom"
    assert client.get("/nyt.atom?side=3").status_code == 404


def test_the_same_news_are_the_same_bytes_and_need_not_be_sent_again(client, begun):
    first, second = client.get("/nyt.atom"), client.get("/nyt.atom")
    assert first.content == second.content
    again = client.get("/nyt.atom", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("query", ["", "?tema=mentorordninger&kommune=aalborg"])
def test_the_feed_costs_five_queries_whatever_it_shows(
    client, begun, django_assert_num_queries, query
):
    add_many(begun, 60)
    begin()
    with django_assert_num_queries(5):
        client.get(f"/nyt.atom{query}")


@pytest.mark.parametrize("char", ["\x0b", "\x1f", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_does_not_break_the_feed_wherever_it_stands(client, begun, by, char):
    begun.tier.name, begun.mentors.name = f"Virk{char}som", f"Men{char}torer"
    begun.tier.save()
    begun.mentors.save()
    rated = rate(begun.report, begun.tier)
    republish(begun.buddy, by, rated, title=f"Bud{char}dy", summary=f"El{char}ever.")
    root = read(client, "?tema=mentorordninger")
    assert "torer" in root.findtext(f"{atom.ATOM}title")
    title, _, summary, _ = atom.entries(root)[0]
    assert title in {"Ny vurdering: Bud dy", "Ny vurdering: Buddy"}
    assert "som ifølge Rambøll" in summary
