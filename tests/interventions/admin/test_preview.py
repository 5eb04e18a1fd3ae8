import pytest

from interventions import history, working_copy
from interventions.models import Source
from tests.interventions.admin.conftest import add_claim, change_address
from tests.pages import Page
from tests.people import EDITOR, browser, person
from tests.whole_base import whole_base


@pytest.fixture
def bo(world):
    return person("bo", EDITOR)


@pytest.fixture
def desk(bo):
    return browser(bo)


@pytest.fixture
def entry(world, bo):
    """A draft whose first version has a theme, a claim and an address of its own."""
    world.draft.themes.add(world.mentors)
    add_claim("n1", world.draft, world.source, text="Første sætning.")
    with history.edit(world.draft.pk, by=bo, event="gemt") as row:
        row.title, row.slug = "Anden titel", "andet"
        row.save()
        row.themes.clear()
        row.claims.all().delete()
    return world.draft


def preview(client, entry, **query):
    return client.get(f"/admin/interventions/intervention/{entry.pk}/forhaandsvisning/", query)


def read(client, entry, **query):
    response = preview(client, entry, **query)
    assert response.status_code == 200
    page = Page(response.content.decode())
    assert page.faults == []
    return page


def first(entry):
    return entry.versions.last().number


def test_a_draft_is_shown_in_the_public_template(entry, desk):
    page = read(desk, entry)
    assert page.one("h1").text == "Anden titel"
    assert page.one(class_="preview").text.startswith(
        "Forhåndsvisning, som kun redaktionen kan se. Kladde, version "
    )
    assert change_address(entry) in page.links


@pytest.mark.parametrize("name", ["buddy", "archived", "draft"])
def test_every_state_can_be_seen(world, desk, name):
    entry = getattr(world, name)
    assert read(desk, entry).one("h1").text == entry.title


def test_a_working_copy_is_shown_under_the_names_of_its_entry(world, bo, desk):
    copy = working_copy.open_for(world.buddy.pk, by=bo)
    add_claim("ny--kopi", copy, world.source, text="Ny sætning.")
    response = preview(desk, copy)
    assert "Ny sætning." in response.content.decode()
    assert "--kopi" not in response.content.decode()


def test_an_old_version_is_shown_and_nothing_is_changed(entry, desk):
    before = whole_base()
    page = read(desk, entry, version=first(entry))
    assert page.one("h1").text == "Å, et udkast"
    assert "Første sætning." in page.one("main").text
    assert "Mentorordninger" in page.one("main").text
    assert page.one(class_="preview").text.startswith(
        f"Forhåndsvisning, som kun redaktionen kan se. Version {first(entry)}: indlæst, "
    )
    assert whole_base() == before


def test_a_version_of_an_address_that_another_entry_has_now_is_shown(world, entry, desk):
    world.corps.slug = "sprogindsats"
    world.corps.save()
    assert read(desk, entry, version=first(entry)).one("h1").text == "Å, et udkast"


def test_what_is_gone_from_the_base_is_named(world, entry, desk):
    world.mentors.delete()
    Source.objects.filter(slug="katalog").update(slug="andet")
    page = read(desk, entry, version=first(entry))
    assert page.one(class_="preview").text.endswith(
        "Tilbage til formularen “mentorordninger” findes ikke længere og er ikke sat på. "
        "Udsagnet n1 mangler: “katalog” findes ikke længere."
    )
    assert "Første sætning." not in page.one("main").text


def test_it_is_never_stored_never_indexed_and_under_the_strict_policy(entry, desk):
    for query in ({}, {"version": first(entry)}):
        response = preview(desk, entry, **query)
        assert "no-store" in response["Cache-Control"]
        assert "private" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex"
        assert 'name="robots" content="noindex"' in response.content.decode()
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "'unsafe" not in policy
        page = response.content.decode()
        assert " style=" not in page
        assert "<style" not in page


def test_it_takes_as_many_queries_however_much_it_shows(
    world, entry, desk, django_assert_num_queries
):
    add_claim("x", world.draft, world.other_source)
    with django_assert_num_queries(18):
        preview(desk, entry)
    for number in range(5):
        add_claim(f"x{number}", world.draft, world.source)
    with django_assert_num_queries(18):
        preview(desk, entry)
