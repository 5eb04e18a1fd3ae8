import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from interventions.models import AnchorFinding, Source
from tests.interventions.admin.conftest import typed

LIST = "/admin/interventions/source/"
TODAY = datetime.date(2026, 11, 3)
FOUND = {
    "link_status": "svarer-ikke",
    "link_checked_on": TODAY,
    "link_broken_since": datetime.date(2026, 10, 20),
    "link_answer": "404, siden findes ikke",
    "link_redirects_to": "https://example.dk/vaek",
}


def listed(response):
    return [source.slug for source in response.context["cl"].result_list]


@pytest.fixture
def visited(world):
    Source.objects.filter(slug="katalog").update(**FOUND)
    return Source.objects.get(slug="katalog")


@pytest.fixture
def send(editor):
    def send(source, **changes):
        address = reverse("admin:interventions_source_change", args=[source.pk])
        return editor.post(address, typed(source) | changes)

    return send


def stored():
    return Source.objects.filter(slug="katalog").values(*FOUND).get()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"link": "svarer-ikke"}, ["katalog"]),
        ({"link": "foerer-videre"}, ["katalog"]),
        ({"link": "ikke-proevet"}, ["rapport"]),
        ({"link": "uafklaret"}, []),
        ({"link": "noget-andet"}, ["katalog", "rapport"]),
        ({"link": ""}, ["katalog", "rapport"]),
    ],
)
def test_the_list_by_link(editor, visited, query, found):
    assert listed(editor.get(LIST, query)) == found


def test_the_list_of_what_is_to_be_read_again_follows_the_setting(editor, world, settings):
    today = timezone.localdate()
    Source.objects.filter(slug="katalog").update(read_on=today - datetime.timedelta(days=30))
    Source.objects.filter(slug="rapport").update(read_on=today - datetime.timedelta(days=29))
    settings.SOURCE_READ_DAYS = 30
    response = editor.get(LIST, {"laest": "for-laenge-siden"})
    assert listed(response) == ["katalog"]
    assert "for 30 dage siden eller mere" in response.content.decode()
    assert listed(editor.get(LIST, {"laest": "x"})) == ["katalog", "rapport"]


def test_the_list_says_since_when_an_address_is_silent(editor, visited):
    assert "svarer ikke siden 20.10.2026" in editor.get(LIST).content.decode()


def test_the_form_shows_what_the_visit_found(editor, visited):
    page = editor.get(f"{LIST}{visited.pk}/change/").content.decode()
    assert "404, siden findes ikke" in page
    assert "https://example.dk/vaek" in page


def test_what_the_visit_found_cannot_be_typed(send, visited):
    send(visited, note="Ny note", link_status="svarer", link_broken_since="", link_answer="200")
    assert stored() == FOUND
    assert Source.objects.get(slug="katalog").note == "Ny note"


def test_another_address_begins_anew(send, visited):
    assert send(visited, url="https://example.dk/ny").status_code == 302
    assert stored() == {
        "link_status": "",
        "link_checked_on": None,
        "link_broken_since": None,
        "link_answer": "",
        "link_redirects_to": "",
    }


def test_the_list_takes_the_same_queries_however_many_sources(
    editor, visited, django_assert_num_queries
):
    with django_assert_num_queries(14):
        editor.get(LIST)
    for number in range(5):
        Source.objects.create(
            slug=f"k{number}",
            title="K",
            publisher="KL",
            kind="praksis",
            url="https://example.dk/k",
            read_on=TODAY,
        )
    with django_assert_num_queries(14):
        editor.get(LIST)


@pytest.fixture
def finding(world):
    return AnchorFinding.objects.create(
        claim=world.buddy_claim, what="tal", message="tallet 9 står ikke i kilden.", found_on=TODAY
    )


def test_claims_with_findings_are_listed_with_them(editor, finding, django_assert_num_queries):
    for message in ("et fund til.", "og et til."):
        AnchorFinding.objects.create(
            claim=finding.claim, what="tal", message=message, found_on=TODAY
        )
    with django_assert_num_queries(12):  # one more than without the findings
        response = editor.get("/admin/interventions/claim/", {"ankerkontrol": "fund"})
    assert [claim.key for claim in response.context["cl"].result_list] == ["k05"]
    page = response.content.decode()
    assert "03.11.2026: tallet 9 står ikke i kilden.<br>03.11.2026: et fund til.<br>" in page


def test_the_form_of_a_claim_shows_its_findings(editor, finding, world):
    page = editor.get(f"/admin/interventions/claim/{finding.claim_id}/change/").content.decode()
    assert "03.11.2026: tallet 9 står ikke i kilden." in page
    assert editor.get("/admin/interventions/claim/add/").status_code == 200


def test_a_frame_with_findings_can_be_deleted(editor, finding, world):
    AnchorFinding.objects.update(claim=world.context)
    address = f"/admin/interventions/claim/{world.context.pk}/delete/"
    assert editor.post(address, {"post": "yes"}).status_code == 302
    assert not AnchorFinding.objects.exists()
