import pytest
from django.contrib.auth.models import Group, Permission

from interventions.models import Phase
from tests.pages import Page

pytestmark = pytest.mark.usefixtures("world")


def lists(client, address):
    """What the page says is deleted: the numbers and the rows."""
    page = Page(client.get(address).content.decode())
    numbers, rows, *_others = page.one("main").all("ul")
    return [item.text for item in numbers.all("li")], rows.text


@pytest.fixture
def phase(world):
    """A phase that only drafts carry: what is public cannot be deleted from under an entry."""
    phase = Phase.objects.create(slug="kort", name="Kort", description="Kort.")
    world.draft.phases.add(phase)
    return phase


def test_links_are_a_number_with_a_danish_name(admin_client, phase):
    numbers, rows = lists(admin_client, f"/admin/interventions/phase/{phase.pk}/delete/")
    uses = phase.interventions.count()
    assert uses > 0
    assert numbers == ["Faser: 1", f"Faser på indsatser: {uses}"]
    assert rows == f"Fase: {phase.name}"


def test_the_bulk_action_says_the_same(admin_client, phase):
    keys = [phase.pk]
    answer = admin_client.post(
        "/admin/interventions/phase/", {"action": "delete_selected", "_selected_action": keys}
    )
    text = Page(answer.content.decode()).one("main").text
    assert "Faser på indsatser: " in text
    assert "object" not in text


def test_a_group_names_its_permissions(admin_client):
    group = Group.objects.create(name="Prøve")
    group.permissions.set(Permission.objects.all()[:2])
    numbers, _rows = lists(admin_client, f"/admin/auth/group/{group.pk}/delete/")
    assert numbers == ["Grupper: 1", "Rettigheder på grupper: 2"]


def test_the_links_go_with_their_row(admin_client, phase):
    admin_client.post(f"/admin/interventions/phase/{phase.pk}/delete/", {"post": "yes"})
    assert not Phase.objects.filter(pk=phase.pk).exists()
