"""Two editors on one row that has no versions. `ane` saves while `bo` has the form open."""

import pytest
from django.contrib import admin
from django.urls import reverse

from interventions.models import Claim, Entrance, Source, Theme
from municipalities.models import Municipality
from tests.admin_form import AdminForm
from tests.interventions.admin.conftest import errors_of, typed
from tests.interventions.admin.test_lists import PAGES, WRITTEN_IN_ENTRY
from tests.people import ADMINISTRATOR, browser, person

TOLD = "En anden har gemt imens."


@pytest.fixture
def ane(world):
    return browser(person("ane", ADMINISTRATOR))


@pytest.fixture
def bo(world):
    return browser(person("bo", ADMINISTRATOR))


def address(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def save(client, row, **fields):
    form = AdminForm(client, address(row))
    form.type(**fields)
    assert form.send().status_code == 302


def table(form):
    assert TOLD in form.sent.content.decode()
    return {row.label: (row.stored, row.typed) for row in form.sent.context["overtaken_rows"]}


def test_the_second_is_told_who_saved_and_when_and_keeps_everything(world, ane, bo):
    form = AdminForm(bo, address(world.source))
    save(ane, world.source, title="Anes titel", note="Anes note")
    form.type(title="Bos titel", publisher="Bos forlag", read_on="2025-03-04", kind="presse")
    before = dict(form.values)
    assert form.send().status_code == 200
    assert errors_of(form.sent) == {
        "__all__": ["Intet er gemt endnu. Se ovenfor, hvad en anden har gjort imens."]
    }
    said = form.sent.context["overtaken_by"]
    assert said.startswith(
        "Rækken er ændret, efter at du åbnede formularen. Sidst gemt af Ane den "
    )
    assert said.endswith(
        ". Intet er overskrevet, og alt, du har skrevet, står her endnu. "
        "Gemmer du igen, gælder dit."
    )
    assert table(form) == {
        "Titel": ("Anes titel", "Bos titel"),
        "Udgiver": ("KL", "Bos forlag"),
        "Slags": ("kommunal praksis, selvrapporteret", "presse"),
        "Læst den": ("1. maj 2024", "4. marts 2025"),
        "Note til læseren": ("Anes note", "(tomt)"),
    }
    for name in ("stored", "csrfmiddlewaretoken"):
        before.pop(name), form.values.pop(name)
    assert form.values == before
    assert Source.objects.get(pk=world.source.pk).title == "Anes titel"


def test_saving_again_overwrites_knowingly(world, ane, bo):
    form = AdminForm(bo, address(world.source))
    save(ane, world.source, title="Anes titel", note="Anes note")
    form.type(title="Bos titel")
    form.send()
    assert form.send().status_code == 302
    stored = Source.objects.get(pk=world.source.pk)
    assert (stored.title, stored.note) == ("Bos titel", "")


def test_a_third_save_in_between_is_told_too(world, ane, bo):
    form = AdminForm(bo, address(world.mentors))
    save(ane, world.mentors, name="Et")
    form.send()
    save(ane, world.mentors, name="To")
    assert form.send().status_code == 200
    assert table(form) == {"Navn": ("To", "Mentorordninger")}


def test_an_unchanged_row_is_nobodys_conflict(world, ane, bo):
    form = AdminForm(bo, address(world.mentors))
    save(ane, world.mentors)
    form.type(name="Bos navn")
    assert form.send().status_code == 302


def test_links_are_compared_by_name(world, ane, bo):
    form = AdminForm(bo, address(world.entrance))
    save(ane, world.entrance, themes=[world.mentors.pk, world.language.pk])
    form.type(themes=[], target_groups=[world.group.pk])
    form.send()
    assert table(form) == {
        "Temaer": ("Mentorordninger, Sprogstøtte", "(tomt)"),
        "Målgrupper": ("(tomt)", "Alle"),
    }
    form.send()
    assert list(Entrance.objects.get().themes.all()) == []


def test_a_frame_is_kept_too(world, ane, bo):
    form = AdminForm(bo, address(world.context))
    save(ane, world.context, text="Anes ramme.", source=world.other_source.pk)
    form.type(text="Bos ramme.", value="1000.5", unit="kr.", counted_by_us="on")
    form.send()
    assert table(form) == {
        "Udsagn": ("Anes ramme.", "Bos ramme."),
        "Kilde": ("Danske Regioner: Rapporten", "KL: Gode forløb på Ærø"),
        "Tal": ("(tomt)", "1.000,5"),
        "Enhed": ("(tomt)", "kr."),
        "Talt af redaktionen": ("nej", "ja"),
    }
    assert Claim.objects.get(key="k01").text == "Anes ramme."


def test_faults_and_the_other_save_are_told_together(world, ane, bo):
    form = AdminForm(bo, address(world.source))
    save(ane, world.source, title="Anes titel")
    form.type(title="", read_on="i går")
    errors = errors_of(form.send())
    assert set(errors) == {"__all__", "title", "read_on"}
    assert table(form)["Læst den"] == ("1. maj 2024", "i går")


def test_what_was_typed_is_shown_as_text(world, ane, bo):
    form = AdminForm(bo, address(world.source))
    save(ane, world.source, title="<script>ane()</script>")
    form.type(title="<script>bo()</script>")
    page = form.send().content.decode()
    assert "<script>ane" not in page
    assert "<script>bo" not in page


def test_a_row_that_was_changed_past_the_desk_has_no_name_to_tell(world, bo):
    form = AdminForm(bo, address(world.aalborg))
    Municipality.objects.filter(pk=world.aalborg.pk).update(map_label="Aalb")
    form.send()
    assert form.sent.context["overtaken_by"].startswith(
        "Rækken er ændret, efter at du åbnede formularen. Intet er overskrevet"
    )


@pytest.mark.parametrize("stored", [None, "", "x", "0" * 32, "\x00"])
def test_a_form_that_does_not_say_what_it_saw_is_refused(world, bo, stored):
    form = AdminForm(bo, address(world.mentors))
    form.type(stored=stored, name="Bos navn")
    assert form.send().status_code == 200
    assert TOLD in form.sent.content.decode()
    assert Theme.objects.get(pk=world.mentors.pk).name == "Mentorordninger"
    assert form.send().status_code == 302


@pytest.mark.parametrize(
    ("model", "row"),
    [(model, row) for _app, model, row in PAGES if model not in {*WRITTEN_IN_ENTRY, "intervention"}]
    + [("claim", "context")],
)
def test_every_curated_form_tells_what_it_was_opened_with(world, bo, model, row):
    row = getattr(world, row)
    form = AdminForm(bo, address(row))
    form.type(stored="x")
    assert form.send().status_code == 200
    assert table(form) == {}
    assert bo.post(address(row), typed(row)).status_code == 302


def test_a_new_row_and_one_that_is_gone_are_no_conflict(world, bo):
    page = "/admin/interventions/theme/"
    fields = {"name": "Ny", "question": "Q?", "description": "D.", "position": "0"}
    assert bo.post(f"{page}add/", fields).status_code == 302
    for key in ("99999", "abc", "9" * 30, "_2F"):
        assert bo.post(f"{page}{key}/change/", fields)["Location"] == "/admin/"


def test_the_answer_costs_little_more_than_the_form(world, ane, bo, django_assert_max_num_queries):
    form = AdminForm(bo, address(world.entrance))
    save(ane, world.entrance, themes=[world.language.pk])
    with django_assert_max_num_queries(38):
        form.send()
    assert TOLD in form.sent.content.decode()


def test_no_list_is_written_without_such_a_form():
    lists = {type(one).__name__: one.list_editable for one in admin.site._registry.values()}
    assert len(lists) > 15
    assert set(lists.values()) == {()}


def test_what_was_typed_in_a_row_that_was_deleted_comes_back_as_a_new_row(world, ane, bo):
    unused = Theme.objects.create(slug="ubrugt", name="Ubrugt", description="D.", question="S?")
    form = AdminForm(bo, address(unused))
    delete = address(unused).replace("/change/", "/delete/")
    assert ane.post(delete, {"post": "yes"}).status_code == 302
    form.type(name="Bos navn", description="Bos beskrivelse.")
    assert form.send().status_code == 200
    assert not Theme.objects.filter(name="Bos navn").exists()
    text = form.sent.content.decode()
    assert "En anden har slettet rækken imens." in text
    assert form.sent.context["overtaken_by"].startswith("Rækken er slettet af Ane den ")
    assert (form["name"], form["description"]) == ("Bos navn", "Bos beskrivelse.")
    assert form.send().status_code == 302
    made = Theme.objects.get(name="Bos navn")
    assert (made.slug, made.description) == ("ubrugt", "Bos beskrivelse.")
