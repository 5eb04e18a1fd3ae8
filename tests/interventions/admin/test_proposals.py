import datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interventions.models import Claim, Intervention, Proposal
from tests.pages import Page
from tests.proposals import add_proposal, add_report

LIST = "/admin/interventions/proposal/"


def form_of(proposal):
    return reverse("admin:interventions_proposal_change", args=[proposal.pk])


def press(client, proposal, button, note=""):
    return client.post(form_of(proposal), {"note": note, button: "x"}, follow=True)


def buttons(client, proposal):
    page = Page(client.get(form_of(proposal)).content.decode())
    row = page.one(class_="submit-row")
    return [node["value"] for node in row.all("input", type="submit")]


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


@pytest.fixture
def sender():
    return {
        "contact_name": "En Læser",
        "contact_email": "l@example.dk",
        "consented_on": datetime.date(2026, 1, 2),
    }


@pytest.fixture
def user_with(django_user_model, client):
    """Signs in somebody with these permissions and no others."""

    def sign_in(*codenames):
        user = django_user_model.objects.create(username="konsulent", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(user)
        return client

    return sign_in


def test_new_ones_stand_first_and_the_latest_of_them_on_top(world, editor, admin_user):
    first, second, begun, closed = (add_proposal(title=title) for title in "ABCD")
    begun.begin()
    closed.close(admin_user)
    response = editor.get(LIST)
    assert list(response.context["cl"].result_list) == [second, first, begun, closed]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status__exact=ny", ["forslag", "fejl"]),
        ("status__exact=lukket", ["gammel"]),
        ("kind__exact=fejl", ["fejl"]),
        ("kontakt=har", ["gammel", "forslag"]),
        ("kontakt=skal-slettes", ["gammel"]),
        ("kontakt=findes-ikke", ["gammel", "fejl", "forslag"]),
        ("q=AEROE", ["gammel", "forslag"]),
        ("q=laeringsbuddy", ["fejl"]),
    ],
)
def test_the_list_filters_by_status_kind_and_contact(world, editor, sender, query, found):
    old = add_proposal(note="gammel", **sender, status="lukket", closed_on="2020-01-01")
    add_proposal(note="forslag", **sender)
    add_report(world.buddy, note="fejl")
    assert old in Proposal.objects.contacts_due()
    rows = editor.get(f"{LIST}?{query}").context["cl"].result_list
    assert sorted(row.note for row in rows) == sorted(found)


def test_the_list_costs_as_many_queries_however_long(world, editor, django_assert_num_queries):
    add_report(world.buddy)
    with django_assert_num_queries(8):
        editor.get(LIST)
    for _ in range(10):
        add_report(world.corps)
        add_proposal(draft=world.draft)
    with django_assert_num_queries(8):
        editor.get(LIST)


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "9" * 400,
        "q=%ff%fe",
        "p=-1",
        "p=" + "9" * 30,
        "o=1.2.-99",
        "x=1",
        "kontakt=%ff",
        "id__exact=" + "9" * 30,
        "received_at__year=" + "9" * 30,
        "status__exact=x",
    ],
)
def test_absurd_addresses_are_no_server_errors(world, editor, query):
    add_proposal()
    assert editor.get(f"{LIST}?{query}").status_code in {200, 302, 400}
    assert editor.get(f"{LIST}?kind__exact=%00").status_code == 400


def test_what_was_typed_can_be_read_and_not_changed(world, editor):
    proposal = add_proposal(what="<b>Ny</b> mentor", outcome="Godt")
    page = Page(editor.get(form_of(proposal)).content.decode())
    form = page.one("form", id="proposal_form")
    assert "<b>Ny</b> mentor" in form.text
    assert [node["name"] for node in form.all("textarea")] == ["note"]
    assert form.all("select") == []
    editor.post(form_of(proposal), {"note": "Ring", "title": "X", "status": "lukket", "_save": "x"})
    proposal.refresh_from_db()
    assert (proposal.note, proposal.title, proposal.status) == ("Ring", "Mentorer på Ærø", "ny")


def test_an_editor_can_follow_the_links_of_the_documentation(world, editor):
    proposal = add_proposal(documentation='<script>x</script> https://example.dk/a"b')
    html = editor.get(form_of(proposal)).content.decode()
    assert '<a href="https://example.dk/a" rel="nofollow">' in html
    assert "<script>x" not in html


def test_each_kind_shows_its_own_questions(world, editor):
    suggestion = editor.get(form_of(add_proposal())).content.decode()
    report = editor.get(form_of(add_report(world.buddy))).content.decode()
    assert "Hvad den går ud på" in suggestion
    assert "Hvad den går ud på" not in report
    assert "Hvad der er forkert eller mangler" in report
    entry = reverse("admin:interventions_intervention_change", args=[world.buddy.pk])
    assert f'<a href="{entry}">Læringsbuddy i Aalborg</a>' in report


def test_the_buttons_are_those_that_make_sense(world, editor, sender, admin_user):
    new, report = add_proposal(**sender), add_report(world.buddy)
    forget, save = "Slet kontaktoplysninger nu", "Gem noten"
    assert buttons(editor, new) == ["Lav en kladde", "Gå i gang", "Luk", forget, save]
    assert buttons(editor, report) == ["Gå i gang", "Luk", save]
    new.make_draft()
    new.delete_contact()
    assert buttons(editor, new) == ["Luk", save]
    new.close(admin_user)
    assert buttons(editor, new) == ["Åbn igen", save]


def test_a_button_saves_the_note_too_and_leaves_a_line_in_the_history(world, editor, admin_user):
    proposal = add_proposal()
    press(editor, proposal, "_begin", note="Ringet")
    proposal.refresh_from_db()
    assert (proposal.status, proposal.note) == ("i-gang", "Ringet")
    assert messages_of(press(editor, proposal, "_close")) == ["Henvendelsen er lukket."]
    proposal.refresh_from_db()
    assert (proposal.status, proposal.closed_on) == ("lukket", timezone.localdate())
    assert proposal.closed_by == admin_user
    press(editor, proposal, "_begin")
    proposal.refresh_from_db()
    assert (proposal.status, proposal.closed_on) == ("i-gang", None)
    lines = [entry.get_change_message() for entry in LogEntry.objects.order_by("pk")]
    assert lines == [
        "Ændrede Intern note.",
        "Henvendelsen er i gang.",
        "Ændrede Intern note.",
        "Henvendelsen er lukket.",
        "Ingen felter ændret.",
        "Henvendelsen er i gang.",
    ]


def test_closing_says_when_the_sender_is_forgotten(world, editor, sender, settings):
    settings.SUGGESTION_CONTACT_DAYS = 0
    proposal = add_proposal(**sender)
    (message,) = messages_of(press(editor, proposal, "_close"))
    assert message.startswith("Henvendelsen er lukket. Kontaktoplysningerne slettes ")
    assert "l@example.dk" in editor.get(form_of(proposal)).content.decode()


def test_the_sender_can_be_forgotten_now(world, editor, sender):
    proposal = add_proposal(**sender)
    response = press(editor, proposal, "_delete_contact")
    assert messages_of(response) == ["Kontaktoplysningerne er slettet."]
    assert "l@example.dk" not in response.content.decode()
    assert not Proposal.objects.with_contact().exists()


def test_the_senders_of_ticked_rows_can_be_forgotten(world, editor, sender):
    rows = [add_proposal(**sender), add_proposal(**sender), add_proposal()]
    kept = add_proposal(**sender)
    data = {"action": "delete_contacts", "_selected_action": [row.pk for row in rows]}
    response = editor.post(LIST, data, follow=True)
    assert messages_of(response) == ["Kontaktoplysninger slettet på 2 henvendelser."]
    assert list(Proposal.objects.with_contact()) == [kept]


def test_one_click_makes_a_draft_and_opens_its_form(world, editor):
    proposal = add_proposal()
    claims = Claim.objects.count()
    response = press(editor, proposal, "_draft", note="God")
    draft = Intervention.objects.get(slug="mentorer-paa-aeroe")
    opened = reverse("admin:interventions_intervention_change", args=[draft.pk])
    assert response.redirect_chain == [(opened, 302)]
    assert messages_of(response) == [
        "Kladden “Mentorer på Ærø” er lavet af en henvendelse. Kun titlen er taget med."
    ]
    assert (draft.kind, draft.state, Claim.objects.count()) == ("praksis", "kladde", claims)
    proposal.refresh_from_db()
    assert (proposal.draft, proposal.status, proposal.note) == (draft, "i-gang", "God")
    assert list(Proposal.objects.material_for(draft)) == [proposal]


def test_a_report_makes_no_draft(world, editor):
    assert press(editor, add_report(world.buddy), "_draft").status_code == 403


@pytest.mark.parametrize(
    ("permissions", "status"),
    [
        (["change_proposal", "add_intervention", "change_intervention"], 200),
        (["change_proposal"], 403),
        (["view_proposal", "add_intervention"], 403),
        (["add_intervention", "change_intervention"], 403),
    ],
)
def test_a_draft_needs_the_right_to_add_entries(world, user_with, permissions, status):
    proposal = add_proposal()
    response = press(user_with(*permissions), proposal, "_draft", note="Min")
    assert response.status_code == status
    proposal.refresh_from_db()
    made = status == 200
    assert (proposal.draft is not None, proposal.note) == (made, "Min" if made else "")


def test_without_that_right_there_is_no_button_and_with_view_alone_none_at_all(world, user_with):
    proposal = add_proposal()
    client = user_with("change_proposal")
    assert buttons(client, proposal) == ["Gå i gang", "Luk", "Gem noten"]


def test_who_may_only_look_finds_no_button_and_no_action(world, user_with):
    client = user_with("view_proposal")
    assert buttons(client, add_proposal()) == []
    assert "delete_contacts" not in client.get(LIST).content.decode()


def test_a_draft_needs_a_csrf_token(world, admin_user):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(admin_user)
    assert strict.post(form_of(add_proposal()), {"_draft": "x"}).status_code == 403
    assert not Intervention.objects.filter(slug="mentorer-paa-aeroe").exists()


def test_nobody_adds_one_by_hand_and_the_public_sees_none(world, editor, client):
    assert editor.get(f"{LIST}add/").status_code == 403
    client.logout()
    assert client.get(LIST).status_code == 302
    assert client.get(form_of(add_proposal())).status_code == 302


def test_the_material_shows_the_text_without_the_sender(world, sender):
    proposal = add_proposal(
        **sender, what="<i>Ny</i>\nmentor", documentation="Se https://example.dk/a", note="Ring"
    )
    material = render_to_string(
        "admin/interventions/intervention/material.html", {"proposal": proposal}
    )
    page = Page(material)
    assert page.faults == []
    assert page.one("h2").text == "Forslag fra en læser"
    assert [node.text for node in page.all("dd")][2] == "<i>Ny</i> mentor"
    assert [link["href"] for link in page.all("a")] == ["https://example.dk/a", form_of(proposal)]
    assert "Læser" not in material.replace("fra en læser", "")
    assert "l@example.dk" not in material
