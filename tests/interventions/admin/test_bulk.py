import pytest
from django.test import Client

from interventions import history, working_copy
from interventions.models import Intervention
from tests.interventions.admin.conftest import add_claim
from tests.people import APPROVER, EDITOR, browser, person
from tests.whole_base import whole_base

LIST = "/admin/interventions/intervention/"


@pytest.fixture
def ane(world):
    return person("ane", APPROVER)


@pytest.fixture
def desk(ane):
    return browser(ane)


@pytest.fixture
def ready(world):
    """Two entries in review that lack nothing."""
    entries = []
    for number in (1, 2):
        entry = Intervention.objects.create(
            slug=f"klar-{number}",
            title=f"Klar {number}",
            summary="R.",
            kind="praksis",
            state="til-gennemsyn",
        )
        entry.themes.add(world.mentors)
        add_claim(f"b{number}", entry, world.source)
        entries.append(entry)
    return entries


def fresh(entry):
    return Intervention.objects.get(pk=entry.pk)


def ask(client, action, entries, address=LIST, **data):
    """Choose rows in the list: the answer is the page that asks."""
    chosen = {"action": action, "_selected_action": [entry.pk for entry in entries]}
    return client.post(address, chosen | data)


def confirm(client, action, entries, address=LIST, **data):
    """The button of that page, which tells what was seen."""
    seen = {f"seen-{entry.pk}": fresh(entry).version for entry in entries}
    return ask(client, action, entries, address, confirmed="1", **(seen | data))


def said(client, response):
    assert response.status_code == 302
    shown = client.get(response["Location"])
    return [str(message) for message in shown.context["messages"]]


@pytest.mark.parametrize(
    ("action", "title"),
    [
        ("submit", "Send til gennemsyn"),
        ("publish", "Udgiv"),
        ("archive", "Arkivér"),
        ("set_theme", "Sæt et tema på"),
        ("mark_reviewed", "Markér som gennemset i dag"),
    ],
)
def test_every_action_asks_first_and_changes_nothing(world, ready, desk, action, title):
    before = whole_base()
    response = ask(desk, action, [*ready, world.buddy, world.draft])
    assert response.status_code == 200
    assert response.context["title"] == title
    page = response.content.decode()
    assert "Klar 1" in page
    assert "Fortryd" in page
    assert whole_base() == before


def test_the_page_says_what_will_happen_to_each_row(world, ready, desk):
    response = ask(desk, "publish", [*ready, world.draft])
    assert [(str(row.entry), row.obstacle) for row in response.context["rows"]] == [
        ("Klar 1", ""),
        ("Klar 2", ""),
        ("Å, et udkast", "“Udgiv” kan ikke lade sig gøre: indsatsen er “kladde” nu."),
    ]


def test_where_nothing_can_happen_there_is_no_button(world, desk):
    page = ask(desk, "publish", [world.draft]).content.decode()
    assert '<input type="submit" class="default"' not in page


def test_publishing_goes_through_the_gate(ready, desk):
    ready[1].themes.clear()
    assert said(desk, confirm(desk, "publish", ready)) == [
        "“Klar 2” er ikke rørt. En udgivet indsats skal have mindst ét tema.",
        "Udført for 1 indsats.",
    ]
    assert [fresh(entry).state for entry in ready] == ["udgivet", "til-gennemsyn"]
    assert ready[0].versions.first().who == "Ane"


def test_publishing_asks_for_four_eyes(ready, ane, desk):
    person("carl", APPROVER)
    with history.edit(ready[0].pk, by=ane, event="gemt") as entry:
        entry.summary = "Anes ord."
        entry.save()
    found = said(desk, confirm(desk, "publish", ready))
    assert found[0].startswith("“Klar 1” er ikke rørt. Du har selv ændret indsatsen sidst")
    assert found[1] == "Udført for 1 indsats."


def test_archiving_asks_for_the_reason_at_its_field(world, ready, desk):
    response = confirm(desk, "archive", [world.buddy], note=" ")
    assert response.status_code == 200
    assert response.context["form"].errors == {
        "note": ["Skriv hvorfor. Den, der arbejder videre, skal kunne forstå det."]
    }
    assert fresh(world.buddy).state == "udgivet"
    confirm(desk, "archive", [world.buddy, *ready], note="Dubletter.")
    assert {fresh(entry).state for entry in [world.buddy, *ready]} == {"arkiveret"}
    assert world.buddy.versions.first().note == "Dubletter."


def test_a_theme_that_is_none_is_refused_at_its_field(ready, desk):
    for theme in ("", "99999", "abc", "9" * 30):
        response = confirm(desk, "set_theme", ready, theme=theme)
        assert list(response.context["form"].errors) == ["theme"]


def test_a_theme_is_set_on_drafts_and_in_working_copies(world, ready, desk):
    entries = [*ready, world.buddy, world.archived]
    found = said(desk, confirm(desk, "set_theme", entries, theme=world.language.pk))
    assert found == [
        "“Arkiveret sag” er ikke rørt. Indsatsen er arkiveret. Genåbn den først.",
        "Udført for 3 indsatser.",
    ]
    assert all(entry.themes.contains(world.language) for entry in ready)
    assert not world.buddy.themes.contains(world.language)
    assert fresh(world.buddy).running_copy.themes.contains(world.language)


def test_a_theme_that_is_there_makes_no_version_and_no_copy(world, ready, desk):
    found = said(desk, confirm(desk, "set_theme", [ready[0], world.buddy], theme=world.mentors.pk))
    assert found == [
        "“Klar 1” er ikke rørt. Indsatsen har temaet allerede.",
        "“Læringsbuddy i Aalborg” er ikke rørt. Indsatsen har temaet allerede.",
    ]
    assert fresh(world.buddy).running_copy is None
    assert not ready[0].versions.exclude(event="indlaest").exists()


def test_a_review_stamps_published_entries_only(world, ready, desk):
    found = said(desk, confirm(desk, "mark_reviewed", [world.buddy, *ready]))
    assert found == [
        "“Klar 1” er ikke rørt. Kun en udgivet indsats kan gennemses.",
        "“Klar 2” er ikke rørt. Kun en udgivet indsats kan gennemses.",
        "Udført for 1 indsats.",
    ]
    assert fresh(world.buddy).reviewed_on is not None


def test_rows_that_were_overtaken_are_told_and_left(ready, ane, desk):
    seen = {f"seen-{entry.pk}": fresh(entry).version for entry in ready}
    with history.edit(ready[0].pk, by=person("bo", EDITOR), event="gemt") as entry:
        entry.title = "Bos titel"
        entry.save()
    found = said(desk, ask(desk, "publish", ready, confirmed="1", **seen))
    assert found[0].startswith("“Bos titel” er ikke rørt. “Bos titel”: Bo har lavet version ")
    assert found[0].endswith("Intet er overskrevet.")
    assert found[1] == "Udført for 1 indsats."


def test_rows_that_left_the_filtered_list_meanwhile_are_told_too(ready, desk):
    address = f"{LIST}?state__exact=til-gennemsyn"
    seen = {f"seen-{entry.pk}": fresh(entry).version for entry in ready}
    Intervention.objects.filter(pk=ready[0].pk).update(state="kladde")
    found = said(desk, ask(desk, "publish", ready, address, confirmed="1", **seen))
    assert found == [
        "“Klar 1” er ikke rørt. “Udgiv” kan ikke lade sig gøre: indsatsen er “kladde” nu.",
        "Udført for 1 indsats.",
    ]


def test_a_copy_that_is_gone_is_told(world, ready, ane, desk):
    copy = working_copy.open_for(world.buddy.pk, by=ane)
    data = {f"seen-{copy.pk}": copy.version, f"seen-{ready[0].pk}": fresh(ready[0]).version}
    working_copy.drop(copy.pk, by=ane)
    found = said(desk, ask(desk, "publish", [copy, ready[0]], confirmed="1", **data))
    assert found == ["1 indsats findes ikke længere.", "Udført for 1 indsats."]


@pytest.mark.parametrize("seen", ["", "abc", "-1", "9" * 30])
def test_a_row_that_was_not_seen_is_left(ready, desk, seen):
    data = {f"seen-{ready[0].pk}": seen}
    found = said(desk, ask(desk, "publish", ready[:1], confirmed="1", **data))
    assert found[0].endswith("Intet er overskrevet.")
    assert fresh(ready[0]).state == "til-gennemsyn"


@pytest.mark.parametrize("key", ["abc", "-1", "9" * 30, "", "1.5", "\x00"])
def test_absurd_rows_are_no_server_errors(ready, desk, key):
    for extra in ({}, {"confirmed": "1"}):
        data = {"action": "publish", "_selected_action": [key, ready[0].pk], **extra}
        assert desk.post(LIST, data).status_code in {200, 302}


def test_an_action_that_does_not_exist_changes_nothing(ready, desk):
    before = whole_base()
    assert ask(desk, "delete_selected", ready).status_code == 302
    assert ask(desk, "x", ready).status_code == 302
    assert whole_base() == before


def test_at_most_two_hundred_at_a_time(world, desk):
    Intervention.objects.bulk_create(
        Intervention(slug=f"m{n}", title=f"M{n}", kind="plan", sort_key=f"m{n}") for n in range(201)
    )
    response = ask(desk, "submit", [world.draft], select_across="1")
    assert said(desk, response) == ["Vælg højst 200 ad gangen."]


def test_the_actions_are_those_of_the_role(world, ready):
    writer = Client()
    writer.force_login(person("bo", EDITOR))
    choices = dict(writer.get(LIST).context["action_form"].fields["action"].choices)
    assert {"submit", "set_theme", "mark_reviewed"} <= set(choices)
    assert not {"publish", "archive", "delete_selected"} & set(choices)
    confirm(writer, "publish", ready)
    assert {fresh(entry).state for entry in ready} == {"til-gennemsyn"}
    reader = Client()
    reader.force_login(person("carl", is_staff=True))
    assert confirm(reader, "submit", [world.draft]).status_code == 403


def test_the_page_costs_the_same_for_many_rows(world, ready, desk, django_assert_max_num_queries):
    more = [
        Intervention.objects.create(slug=f"m{n}", title=f"M{n}", kind="plan") for n in range(10)
    ]
    with django_assert_max_num_queries(20):
        ask(desk, "submit", [*more, *ready])
