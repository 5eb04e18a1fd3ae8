import pytest
from django.urls import reverse

from interventions.models import Intervention, Relation
from tests.interventions.admin.conftest import add_claim

LIST = "/admin/interventions/intervention/"


def titles(response):
    return [entry.title for entry in response.context["cl"].result_list]


def test_drafts_come_first(world, editor):
    Intervention.objects.create(slug="b", title="B", kind="plan", state="til-gennemsyn")
    assert titles(editor.get(LIST)) == [
        "Å, et udkast",
        "B",
        "Fælles mentorkorps",
        "Læringsbuddy i Aalborg",
        "Arkiveret sag",
    ]


def test_the_list_says_what_is_missing(world, editor):
    missing = {
        entry.slug: editor.get(LIST).context["cl"].model_admin.missing(entry)
        for entry in editor.get(LIST).context["cl"].result_list
    }
    assert missing == {
        "sprogindsats": "resumé, tema, udsagn",
        "laeringsbuddy": "",
        "mentorkorps": "2 ankre",
        "afsluttet": "resumé, tema, udsagn",
    }


def test_search_keeps_the_filter(world, editor):
    assert titles(editor.get(LIST, {"q": "MENTOR"})) == [
        "Fælles mentorkorps",
        "Læringsbuddy i Aalborg",
    ]
    assert titles(editor.get(LIST, {"q": "MENTOR", "kind__exact": "projekt"})) == [
        "Fælles mentorkorps"
    ]


def test_search_keeps_the_order_of_states(world, editor):
    world.draft.summary = "En mentor"
    world.draft.save()
    assert titles(editor.get(LIST, {"q": "mentor"}))[0] == "Å, et udkast"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"dokumentation": "vurderet"}, ["Fælles mentorkorps"]),
        ({"dokumentation": "tal"}, []),
        ({"mangler": "anker"}, ["Fælles mentorkorps"]),
        ({"mangler": "udsagn"}, ["Å, et udkast", "Arkiveret sag"]),
        ({"mangler": "tema"}, ["Å, et udkast", "Arkiveret sag"]),
        ({"state__exact": "udgivet"}, ["Fælles mentorkorps", "Læringsbuddy i Aalborg"]),
    ],
)
def test_a_filter_finds(world, editor, query, found):
    assert titles(editor.get(LIST, query)) == found


def test_filters_show_their_counts(world, editor):
    response = editor.get(LIST, {"kind__exact": "praksis"})
    counts = {
        (spec.title, choice["display"])
        for spec in response.context["cl"].filter_specs
        for choice in spec.choices(response.context["cl"])
    }
    assert ("tilstand", "Udgivet (1)") in counts
    assert ("type", "Navngivet projekt (1)") in counts
    assert ("mangler", "tema (2)") in counts
    assert ("dokumentation", "Intet resultat oplyst (3)") in counts
    assert ("temaer", "Mentorordninger (1)") in counts


def test_the_facet_of_a_theme_counts_entries_once(world, editor):
    response = editor.get(LIST)
    theme = next(spec for spec in response.context["cl"].filter_specs if spec.title == "temaer")
    shown = [choice["display"] for choice in theme.choices(response.context["cl"])]
    assert "Mentorordninger (2)" in shown
    assert "Sprogstøtte (1)" in shown


def test_changelist_query_count_is_constant(world, editor, django_assert_num_queries):
    with django_assert_num_queries(20):
        editor.get(LIST)
    for number in range(5):
        entry = Intervention.objects.create(
            slug=f"n{number}", title=f"N{number}", kind="praksis", summary="N.", state="udgivet"
        )
        entry.themes.add(world.mentors)
        entry.municipalities.add(world.aalborg)
        entry.organisations.add(world.school)
        add_claim(f"n{number}", entry, world.source)
    with django_assert_num_queries(20):
        editor.get(LIST)


def test_form_query_count_is_constant(world, editor, django_assert_max_num_queries):
    address = reverse("admin:interventions_intervention_change", args=[world.buddy.pk])
    for number in range(6):
        add_claim(f"n{number}", world.buddy, world.source)
    Relation.objects.create(
        from_entry=world.buddy, to_entry=world.draft, kind="samme-tema", sentence="Tema."
    )
    with django_assert_max_num_queries(32):
        assert editor.get(address).status_code == 200


def test_a_published_entry_links_to_its_page_and_a_draft_does_not(world, editor):
    for entry, link in ((world.buddy, "/indsatser/laeringsbuddy/"), (world.draft, None)):
        address = reverse("admin:interventions_intervention_change", args=[entry.pk])
        response = editor.get(address)
        assert response.context["absolute_url"] == link
        assert ("Se den offentlige side" in response.content.decode()) == bool(link)


def test_autocomplete_of_entries_uses_the_search(world, editor):
    response = editor.get(
        "/admin/autocomplete/",
        {
            "term": "laeringsbuddy",
            "app_label": "interventions",
            "model_name": "relation",
            "field_name": "to_entry",
        },
    )
    assert [row["text"] for row in response.json()["results"]] == ["Læringsbuddy i Aalborg"]
