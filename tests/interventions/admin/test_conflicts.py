"""Two editors on one entry: `opened` is what the second one has open when the first one saves."""

import pytest
from zeal import zeal_ignore

from interventions.models import Claim
from tests.interventions.admin.conftest import change_address, entry_form, new_claim
from tests.pages import Page

pytestmark = pytest.mark.usefixtures("unpublished")


@pytest.fixture(autouse=True)
def read_again():
    """The one entry is read before the lock, under it, and for the comparison: no N+1."""
    with zeal_ignore([{"model": "interventions.Intervention"}]):
        yield


@pytest.fixture
def opened(world):
    """The version that both have open."""
    world.corps.refresh_from_db()
    return world.corps.version


def conflict(response):
    """The box that says who saved meanwhile, as text; fails where the save went through."""
    assert response.status_code == 200, "saved over somebody else's work"
    return Page(response.content.decode()).one(id="sammenstoed")


def test_the_second_gets_everything_back(world, send_entry, opened):
    assert send_entry(world.corps, summary="Den første.").status_code == 302
    world.corps.refresh_from_db()
    response = send_entry(
        world.corps,
        seen=opened,
        summary="Den anden.",
        title="Anden titel",
        claims={"r16": {"text": "Anden sætning."}},
        new_claims=[new_claim(world, text="Et helt nyt udsagn.")],
    )
    box = conflict(response)
    assert "admin har lavet version" in box.text
    page = response.content.decode()
    for typed in ("Den anden.", "Anden titel", "Anden sætning.", "Et helt nyt udsagn."):
        assert typed in page
    world.corps.refresh_from_db()
    assert (world.corps.summary, world.corps.title) == ("Den første.", "Fælles mentorkorps")
    assert not Claim.objects.filter(text__in=["Anden sætning.", "Et helt nyt udsagn."]).exists()


def test_theirs_stands_beside_mine(world, send_entry, opened):
    send_entry(world.corps, summary="Deres.")
    world.corps.refresh_from_db()
    box = conflict(send_entry(world.corps, seen=opened, summary="Mit."))
    rows = [[cell.text for cell in row.all("td")] for row in box.one("tbody").all("tr")]
    assert rows == [["Deres.", "Mit."]]


def test_saving_again_is_knowing(world, send_entry, opened):
    send_entry(world.corps, summary="Deres.")
    world.corps.refresh_from_db()
    response = send_entry(world.corps, seen=opened, summary="Mit.")
    form = response.context["adminform"].form
    again = send_entry(world.corps, seen=form["seen"].value(), summary="Mit.")
    assert again.status_code == 302
    world.corps.refresh_from_db()
    assert world.corps.summary == "Mit."
    assert [version.document["summary"] for version in world.corps.versions.all()[:2]] == [
        "Mit.",
        "Deres.",
    ]


@pytest.mark.parametrize("seen", ["", "0", "999", "abc", "9" * 30])
def test_a_form_that_does_not_say_what_it_saw_changes_nothing(world, send_entry, seen):
    response = send_entry(world.corps, seen=seen, summary="Nyt.")
    assert response.status_code == 200
    world.corps.refresh_from_db()
    assert world.corps.summary == "Kommuner deler mentorer."


def test_a_claim_that_the_first_deleted_comes_back_with_its_key(world, editor, send_entry, opened):
    row = {"r16": {"text": "Anden sætning.", "stored_key": "r16"}}
    mine = entry_form(world.corps, claims=row, seen=opened)
    send_entry(world.corps, claims={"r16": {"DELETE": "on"}})
    assert not Claim.objects.filter(key="r16").exists()
    response = editor.post(change_address(world.corps), mine)
    assert "Anden sætning." in conflict(response).text
    mine["seen"] = response.context["adminform"].form["seen"].value()
    assert editor.post(change_address(world.corps), mine).status_code == 302
    assert Claim.objects.get(key="r16").text == "Anden sætning."


def test_a_claim_that_the_first_added_stays(world, editor, send_entry, opened):
    mine = entry_form(world.corps, seen=opened, summary="Mit.")
    send_entry(world.corps, new_claims=[new_claim(world, key="deres")])
    response = editor.post(change_address(world.corps), mine)
    mine["seen"] = response.context["adminform"].form["seen"].value()
    assert editor.post(change_address(world.corps), mine).status_code == 302
    assert sorted(world.corps.claims.values_list("key", flat=True)) == ["deres", "r15-1", "r16"]


def test_one_save_of_many_rows_is_one_version(world, send_entry, opened):
    send_entry(
        world.corps,
        summary="Nyt.",
        claims={"r16": {"text": "Ny sætning."}},
        new_claims=[new_claim(world), new_claim(world)],
        new_relations=[{"to_entry": world.draft.pk, "kind": "samme-tema", "sentence": "Ny."}],
    )
    world.corps.refresh_from_db()
    assert world.corps.version == opened + 1
