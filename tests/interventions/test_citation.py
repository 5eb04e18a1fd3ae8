"""The citation of an entry: as a sentence, as BibTeX and as RIS."""

import datetime

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from interventions import citation
from interventions.models import Intervention
from tests.pages import read
from tests.story import begin, draft_of, republish, write

DAY = timezone.make_aware(datetime.datetime(2025, 5, 9, 23, 30))


@pytest.fixture
def begun(world):
    """A base in which `buddy` became public on 9 May 2025, late in the evening."""
    Intervention.objects.filter(pk=world.buddy.pk).update(published_at=DAY)
    begin()
    world.number = world.buddy.versions.get().number
    return world


def cited(**fields):
    values = {
        "slug": "buddy",
        "title": "Læringsbuddy",
        "summary": "Elever følges.",
        "version": 3,
        "day": datetime.date(2025, 5, 9),
        "address": "https://example.dk/indsatser/buddy/",
    }
    return citation.Citation(**values | fields)


def ris_fields(text):
    return [line.split("  - ", 1) for line in text.split("\r\n")[:-1]]


def test_the_sentence_names_version_its_day_and_the_address(client, begun):
    part = read(client, "/indsatser/laeringsbuddy/").one("section", class_="cite")
    assert part.one("p", id="henvisning").text == (
        f"SOSU-videnbasen: “Læringsbuddy”, version {begun.number}, 9. maj 2025. "
        "http://testserver/indsatser/laeringsbuddy/"
    )


def test_what_the_public_does_not_read_moves_neither_number_nor_day(client, begun, admin_user):
    before = client.get("/indsatser/laeringsbuddy.bib").content
    draft_of(begun.buddy, admin_user, title="Hemmelig")
    assert client.get("/indsatser/laeringsbuddy.bib").content == before


def test_a_published_change_is_a_version_of_its_own(client, begun, admin_user):
    number = republish(begun.buddy, admin_user, title="Buddy").version
    text = client.get("/indsatser/laeringsbuddy.ris").content.decode()
    fields = dict(ris_fields(text))
    assert (fields["TI"], fields["ET"]) == ("Buddy", f"Version {number}")
    assert fields["DA"] == f"{timezone.localdate():%Y/%m/%d}"


def test_an_entry_without_a_story_cites_itself(client, world):
    fields = dict(ris_fields(client.get("/indsatser/laeringsbuddy.ris").content.decode()))
    version = Intervention.objects.get(pk=world.buddy.pk).version
    assert fields["ET"] == f"Version {version}"


def test_bibtex_is_a_file_with_its_own_type_and_name(client, begun):
    response = client.get("/indsatser/laeringsbuddy.bib")
    assert response["Content-Type"] == "application/x-bibtex; charset=utf-8"
    name = f"laeringsbuddy-version-{begun.number}.bib"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.content.decode().splitlines() == [
        f"@misc{{sosu-videnbasen:laeringsbuddy:{begun.number},",
        "  author = {{SOSU-videnbasen}},",
        "  title = {{Læringsbuddy}},",
        "  year = {2025},",
        "  month = may,",
        f"  version = {{{begun.number}}},",
        f"  note = {{Version {begun.number}, 9. maj 2025}},",
        "  publisher = {{SOSU-videnbasen}},",
        "  langid = {danish},",
        "  url = {http://testserver/indsatser/laeringsbuddy/},",
        "}",
    ]


def test_ris_is_a_file_with_its_own_type_and_name(client, begun):
    response = client.get("/indsatser/laeringsbuddy.ris")
    assert response["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    name = f"laeringsbuddy-version-{begun.number}.ris"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert ris_fields(response.content.decode()) == [
        ["TY", "ELEC"],
        ["AU", "SOSU-videnbasen"],
        ["TI", "Læringsbuddy"],
        ["PY", "2025"],
        ["DA", "2025/05/09"],
        ["ET", f"Version {begun.number}"],
        ["AB", "Nye elever følges med en ældre elev."],
        ["PB", "SOSU-videnbasen"],
        ["LA", "da"],
        ["UR", "http://testserver/indsatser/laeringsbuddy/"],
        ["ER", ""],
    ]


def test_the_owner_of_the_site_is_the_publisher(settings):
    settings.SITE_OWNER = "Børn & Co"
    assert r"publisher = {{Børn \& Co}}" in cited().bibtex
    assert "PB  - Børn & Co\r\n" in cited().ris


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("10 % af 5 & 6", r"10 \% af 5 \& 6"),
        ("a_b #1 $", r"a\_b \#1 \$"),
        ("{æøå", r"\textbraceleft{}æøå"),
        ("C:\\x ~ ^", r"C:\textbackslash{}x \textasciitilde{} \textasciicircum{}"),
        ("to\nlinjer\x00", "to linjer"),
    ],
)
def test_what_means_something_to_tex_is_escaped(typed, written):
    assert f"  title = {{{{{written}}}}},\n" in cited(title=typed).bibtex


@given(st.text(max_size=60))
def test_no_title_breaks_out_of_its_field(title):
    lines = cited(title=title).bibtex.split("\n")
    assert len(lines) == 12
    assert lines[2].count("{") == lines[2].count("}")
    assert lines[2].startswith("  title = {{")
    assert lines[2].endswith("}},")


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_adds_a_line_to_ris(title, summary):
    fields = ris_fields(cited(title=title, summary=summary).ris)
    tags = ["TY", "AU", "TI", "PY", "DA", "ET", "AB", "PB", "LA", "UR", "ER"]
    assert [tag for tag, _ in fields] == tags


@pytest.mark.parametrize("ending", ["bib", "ris"])
def test_a_file_costs_two_queries(client, begun, django_assert_num_queries, ending):
    with django_assert_num_queries(2):
        assert client.get(f"/indsatser/laeringsbuddy.{ending}").status_code == 200


def test_the_page_offers_the_files(client, begun):
    links = read(client, "/indsatser/laeringsbuddy/").one("section", class_="cite").all("a")
    assert [link["href"] for link in links][:2] == [
        "/indsatser/laeringsbuddy.bib",
        "/indsatser/laeringsbuddy.ris",
    ]


def test_without_a_script_the_button_is_not_there(client, begun):
    part = read(client, "/indsatser/laeringsbuddy/").one("section", class_="cite")
    assert "hidden" in part.one("p", class_="copy").attributes
    assert part.one("button")["data-copy"] == "henvisning"


def test_a_preview_of_a_draft_cites_nothing(admin_client, begun, admin_user):
    write(begun.draft, admin_user, title="Et andet udkast")
    address = f"/admin/interventions/intervention/{begun.draft.pk}/forhaandsvisning/"
    page = read(admin_client, address)
    assert page.all("section", class_="cite") == []
    assert page.all("script", type="application/ld+json") == []
