import pytest
from django.test import Client
from django.urls import reverse

from interventions import document, history, working_copy
from interventions.models import Intervention, Version
from tests.interventions.admin.conftest import add_claim, change_address
from tests.people import EDITOR, browser, person
from tests.whole_base import whole_base


@pytest.fixture
def bo(world):
    return person("bo", EDITOR)


@pytest.fixture
def desk(bo):
    return browser(bo)


def write(entry, by, **fields):
    with history.edit(entry.pk, by=by, event="gemt") as row:
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()


@pytest.fixture
def entry(world, bo):
    """The draft with four versions: as it was, a title, a claim, and the claim gone again."""
    write(world.draft, bo, title="Anden titel")
    with history.edit(world.draft.pk, by=bo, event="gemt") as row:
        add_claim("n1", row, world.source, text="Første <b>sætning</b>.")
        row.themes.add(world.mentors)
    with history.edit(world.draft.pk, by=bo, event="gemt") as row:
        row.claims.all().delete()
        row.relations_out.create(to_entry=world.corps, kind="samme-tema", sentence="Tema.")
    return Intervention.objects.get(pk=world.draft.pk)


def address(entry, page="history", **query):
    link = reverse(f"admin:interventions_intervention_{page}", args=[entry.pk])
    return link + "?" + "&".join(f"{name}={value}" for name, value in query.items())


def numbers(entry):
    return list(entry.versions.order_by("number").values_list("number", flat=True))


def messages_of(client, response):
    shown = client.get(response["Location"], follow=True)
    return [str(message) for message in shown.context["messages"]]


def test_one_story_tells_who_when_and_what_changed(entry, desk):
    response = desk.get(address(entry))
    rows = [
        (version.get_event_display(), version.who, getattr(version, "changes", None))
        for version in response.context["versions"]
    ]
    assert rows == [
        ("Gemt", "Bo", "1 udsagn, 1 forbindelse"),
        ("Gemt", "Bo", "temaer, 1 udsagn"),
        ("Gemt", "Bo", "titel"),
        ("Indlæst", "videnbasen selv", None),
    ]


def test_any_two_versions_are_compared_oldest_first(entry, desk):
    first, _second, third, last = numbers(entry)
    for query in ({"fra": first, "til": third}, {"fra": third, "til": first}):
        page = desk.get(address(entry, **query)).content.decode()
        assert f"Fra version {first} til version {third}" in page
        assert "<del>Å, et udkast</del> <ins>Anden titel</ins>" in page
        assert "Udsagn n1: udsagn" in page
        assert "<ins>Første &lt;b&gt;sætning&lt;/b&gt;.</ins>" in page
        assert "Forbindelse til" not in page
    page = desk.get(address(entry, fra=first, til=last)).content.decode()
    assert "Forbindelse til Fælles mentorkorps: forklaring" in page


def test_a_version_compared_with_itself_does_not_differ(entry, desk):
    (first, *_rest) = numbers(entry)
    page = desk.get(address(entry, fra=first, til=first)).content.decode()
    assert "Ingen forskel i indholdet." in page


@pytest.mark.parametrize("number", ["0", "-1", "9" * 40, "x", "", "%C2%B2", "1.5", "<b>"])
def test_absurd_numbers_in_the_address_get_a_message(entry, desk, number):
    response = desk.get(address(entry, fra=number, til=number))
    assert response.status_code == 200
    assert [str(message) for message in response.context["messages"]] == [
        "Vælg to versioner, der findes, i listen herunder."
    ]
    for page in ("revert", "preview"):
        assert desk.get(address(entry, page, version=number)).status_code == 404


def test_nul_in_the_address_is_a_400(entry, desk):
    assert desk.get(address(entry, "revert", version="%00")).status_code == 400


def test_the_story_costs_the_same_however_long_it_is(
    world, entry, bo, desk, django_assert_num_queries
):
    query = dict(zip(("fra", "til"), numbers(entry)[:2], strict=True))
    with django_assert_num_queries(12):
        desk.get(address(entry, **query))
    for number in range(6):
        write(entry, bo, title=f"Titel {number}")
    with django_assert_num_queries(12):
        desk.get(address(entry, **query))


def test_a_story_without_versions_says_so(world, desk):
    page = desk.get(address(world.buddy)).content.decode()
    assert "Der er ingen gemte versioner endnu." in page


def test_posting_to_the_story_is_harmless(entry, desk):
    before = whole_base()
    assert desk.post(address(entry), {"fra": "1"}).status_code == 200
    assert whole_base() == before


def test_taking_back_asks_first_and_changes_nothing(entry, desk):
    before = whole_base()
    page = desk.get(address(entry, "revert", version=numbers(entry)[0])).content.decode()
    assert "<del>Anden titel</del> <ins>Å, et udkast</ins>" in page
    assert "Adressen bliver" in page
    assert whole_base() == before


def test_taking_back_is_a_new_version(entry, desk):
    first = numbers(entry)[0]
    response = desk.post(address(entry, "revert", version=first), {"seen": entry.version})
    assert response["Location"] == change_address(entry)
    assert messages_of(desk, response) == ["Indsatsen er ført tilbage som en ny version."]
    entry.refresh_from_db()
    assert entry.title == "Å, et udkast"
    assert entry.versions.first().event == "tilbagefoert"


def test_a_deleted_claim_is_brought_back_from_the_comparison(entry, desk):
    *_older, third, last = numbers(entry)
    page = desk.get(address(entry, fra=third, til=last)).content.decode()
    link = address(entry, "revert", version=third) + "&amp;udsagn=n1"
    assert link in page
    back = link.replace("&amp;", "&")
    assert "Første &lt;b&gt;sætning&lt;/b&gt;." in desk.get(back).content.decode()
    response = desk.post(back, {"seen": entry.version})
    assert messages_of(desk, response) == ["Udsagnet n1 er hentet tilbage som en ny version."]
    assert entry.claims.get().key == "n1"


def test_a_claim_that_is_not_there_is_told(entry, desk):
    link = address(entry, "revert", version=numbers(entry)[0], udsagn="<script>")
    page = desk.get(link).content.decode()
    assert "Udsagnet &lt;script&gt; står ikke i version" in page
    response = desk.post(link, {"seen": entry.version})
    assert messages_of(desk, response) == ["Udsagnet står ikke i den version."]


def test_what_was_lost_is_told(world, entry, desk):
    third = numbers(entry)[2]
    world.mentors.delete()
    Version.objects.filter(number=third).update(
        document=entry.versions.get(number=third).document
        | {"claims": [entry.versions.get(number=third).document["claims"][0] | {"source": "x"}]}
    )
    response = desk.post(address(entry, "revert", version=third), {"seen": entry.version})
    assert messages_of(desk, response) == [
        "Indsatsen er ført tilbage som en ny version.",
        "“mentorordninger” findes ikke længere og er ikke sat på.",
        "Udsagnet n1 mangler: “x” findes ikke længere.",
    ]


@pytest.mark.parametrize("seen", ["1", "", "abc", "9" * 30])
def test_an_overtaken_page_takes_nothing_back(entry, desk, seen):
    before = document.of(entry)
    response = desk.post(address(entry, "revert", version=numbers(entry)[0]), {"seen": seen})
    assert "Intet er overskrevet." in messages_of(desk, response)[0]
    assert document.of(entry) == before


def test_a_published_entry_is_taken_back_in_a_working_copy(world, bo, desk):
    write(world.buddy, bo, title="Anden titel")
    entry = Intervention.objects.get(pk=world.buddy.pk)
    page = desk.get(address(entry, "revert", version=numbers(entry)[0])).content.decode()
    assert "Offentligheden ser den nuværende version, til kopien er udgivet" in page
    response = desk.post(
        address(entry, "revert", version=numbers(entry)[0]), {"seen": entry.version}
    )
    copy = Intervention.objects.get(pk=entry.pk).running_copy
    assert response["Location"] == change_address(copy)
    assert messages_of(desk, response) == [
        "Indsatsen er ført tilbage i en arbejdskopi som en ny version."
    ]
    assert document.of(entry)["title"] == "Anden titel"


def test_the_story_of_an_entry_tells_which_versions_were_a_copy(world, bo, desk):
    copy = working_copy.open_for(world.buddy.pk, by=bo)
    write(copy, bo, title="Kasseret")
    assert desk.get(address(copy)).content.decode().count("(arbejdskopi)") == 2
    working_copy.drop(copy.pk, by=bo, note="Ikke <nu>.")
    page = desk.get(address(world.buddy)).content.decode()
    assert page.count("(arbejdskopi)") == 2
    assert "Ikke &lt;nu&gt;." in page


def test_only_who_may_see_and_write(entry):
    reader = Client()
    reader.force_login(person("carl", is_staff=True))
    first = numbers(entry)[0]
    assert reader.get(address(entry)).status_code == 403
    assert reader.get(address(entry, "revert", version=first)).status_code == 403
    assert reader.get(address(entry, "preview")).status_code == 403
    for page in ("history", "revert", "preview"):
        response = Client().get(address(entry, page, version=first))
        assert response["Location"].startswith("/admin/login/")
