import pytest
from django.urls import reverse

from interventions.models import Entrance
from tests.interventions.admin.conftest import errors_of, typed

LIST = "/admin/interventions/entrance/"


def send(editor, **fields):
    fields = {"question": "Elever mangler søvn", "position": "1"} | fields
    return editor.post(f"{LIST}add/", fields, follow=True)


def messages_of(response):
    return [(message.level_tag, str(message)) for message in response.context["messages"]]


def test_an_entrance_gets_its_key_of_the_question(world, editor):
    send(editor, themes=[world.mentors.pk])
    entrance = Entrance.objects.get(slug="elever-mangler-soevn")
    assert list(entrance.themes.all()) == [world.mentors]


@pytest.mark.parametrize("facet", ["themes", "target_groups", "phases"])
def test_one_facet_of_any_kind_is_enough(world, editor, facet):
    row = {"themes": world.mentors, "target_groups": world.group, "phases": world.phase}[facet]
    send(editor, **{facet: [row.pk]})
    assert Entrance.objects.filter(question="Elever mangler søvn").exists()


def test_an_entrance_to_everything_is_refused_at_the_field(world, editor):
    assert errors_of(send(editor)) == {
        "themes": ["En indgang skal vælge mindst ét tema, én målgruppe eller én fase."]
    }
    assert Entrance.objects.count() == 1


def test_the_same_problem_twice_is_refused_at_the_field(world, editor):
    response = send(editor, question="Elever mangler støtte", themes=[world.mentors.pk])
    assert "question" in errors_of(response)


def test_an_entrance_that_leads_nowhere_is_saved_with_a_word_about_it(world, editor):
    response = send(editor, themes=[world.mentors.pk], phases=[world.phase.pk])
    assert (
        "warning",
        "Ingen udgivet indsats passer på det, “Elever mangler søvn” vælger. "
        "Indgangen vises først på forsiden, når en gør.",
    ) in messages_of(response)
    response = send(editor, question="Elever mangler mad", themes=[world.mentors.pk])
    assert [tag for tag, _ in messages_of(response)] == ["success"]


def test_the_list_says_what_each_sets_and_links_to_what_it_finds(world, editor):
    lost = Entrance.objects.create(slug="tom", question="Tom", position=1)
    lost.phases.add(world.phase)
    html = editor.get(LIST).content.decode()
    assert '<td class="field-sets">Mentorordninger</td>' in html
    assert '<a href="/indsatser/?tema=mentorordninger">2</a>' in html
    assert '<td class="field-list_link">0, vises ikke</td>' in html


def test_the_list_costs_as_many_queries_however_long(world, editor, django_assert_num_queries):
    with django_assert_num_queries(8):
        editor.get(LIST)
    for index in range(20):
        entrance = Entrance.objects.create(slug=f"x{index}", question=f"X{index}")
        entrance.themes.add(world.mentors, world.language)
        entrance.phases.add(world.phase)
    with django_assert_num_queries(8):
        editor.get(LIST)


def test_a_change_reaches_the_front_page(world, editor, client):
    fields = typed(world.entrance) | {"question": "Elever vil have støtte"}
    address = reverse("admin:interventions_entrance_change", args=[world.entrance.pk])
    assert editor.post(address, fields).status_code == 302
    assert "Elever vil have støtte" in client.get("/").content.decode()
