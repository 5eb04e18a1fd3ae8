from unittest import mock

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client, RequestFactory

from sosu_kb import views
from tests.pages import Page, read
from tests.story import begin, draft_of, rate, republish
from tests.world import add_entrance, add_many, add_theme


def test_the_front_page_counts_what_is_public(client, world):
    page = read(client, "/")
    assert page.one("h1").text == "Hvad holder SOSU\u2011elever i uddannelse?"
    assert page.one(class_="hero").text.count("4 indsatser fra kommuner, skoler og staten") == 1


def test_the_problems_are_entrances_with_their_numbers(client, world):
    add_entrance("alene", position=2, themes=[world.wellbeing])
    add_entrance("sprog", position=1, themes=[world.support], phases=[world.transition])
    add_entrance("tom", themes=[world.wellbeing], phases=[world.transition])
    add_entrance("mange", position=3, themes=[world.mentors, world.support])
    tiles = read(client, "/").one("ul", class_="tiles").all("a")
    assert [(link["href"], link.text) for link in tiles] == [
        (
            "/indsatser/?tema=sprogstoette&fase=overgang",
            "Problemet sprog Sprogstøtte, Overgang · 1 indsats",
        ),
        ("/indsatser/?tema=trivsel", "Problemet alene Trivsel · 1 indsats"),
        (
            "/indsatser/?tema=mentorordninger&tema=sprogstoette",
            "Problemet mange Mentorordninger, Sprogstøtte · 3 indsatser",
        ),
    ]


def test_without_entrances_the_guide_and_the_themes_remain(client, world):
    page = read(client, "/")
    assert page.all("ul", class_="tiles") == []
    assert [link["href"] for link in page.one(class_="ways-on").all("a")] == ["/find/", "/temaer/"]


def test_the_tiers_are_explained_with_their_numbers(client, world):
    rungs = read(client, "/").one("ul", class_="rungs")
    assert [node.text for node in rungs.all("h3")] == [
        "Virksom indsats · 1",
        "Perspektivrig indsats · 0",
        "Ikke vurderet · 3",
    ]
    assert [link["href"] for link in rungs.all("a")] == [
        "/indsatser/?evidens=virksom",
        "/indsatser/?evidens=ikke-vurderet",
    ]


def test_what_is_new_is_public_and_newest_first(client, world, admin_user):
    begin()
    republish(world.plan, admin_user, summary="Andet.")
    republish(world.buddy, admin_user, rate(world.report, world.tier))
    draft_of(world.corps, admin_user, title="Hemmelig")
    latest = read(client, "/").one("ul", class_="latest").all("li")
    assert len(latest) == 4
    assert [line.one("a")["href"] for line in latest][:2] == [
        "/indsatser/laeringsbuddy/",
        "/indsatser/tid-til-vejledning/",
    ]
    assert "Ny vurdering: Virksom indsats ifølge Rambøll" in latest[0].text
    assert "Ændret: resumé" in latest[1].text


def test_the_search_leads_to_the_list(client, world):
    form = read(client, "/").one("form", role="search")
    assert (form["action"], form.one("input")["name"]) == ("/indsatser/", "q")


def test_the_front_page_costs_nine_queries_whatever_it_shows(
    client, world, django_assert_num_queries
):
    begin()
    add_entrance("sprog", themes=[world.support])
    with django_assert_num_queries(9):
        client.get("/")
    add_many(world, 30)
    begin()
    for index in range(10):
        theme = add_theme(f"t{index}", f"T{index}", 9)
        add_entrance(f"e{index}", themes=[theme, world.mentors], phases=[world.placement])
    with django_assert_num_queries(9):
        client.get("/")


@pytest.mark.parametrize("address", ["/tilgaengelighed/", "/privatliv/"])
def test_the_plain_pages_need_no_database(client, address):
    read(client, address)


def test_contact_and_owner_stand_on_the_pages_when_set(client, settings):
    assert "endnu ikke angivet" in read(client, "/tilgaengelighed/").text
    settings.CONTACT_EMAIL, settings.SITE_OWNER = "hej@example.dk", "Eksempel Kommune"
    assert "mailto:hej@example.dk" in read(client, "/tilgaengelighed/").links
    assert "Eksempel Kommune driver denne udgave" in read(client, "/privatliv/").text


def test_about_names_the_public_sources(client, world):
    links = read(client, "/om/").one("main").all("a")
    pages = [link["href"] for link in links if "#" not in link["href"]]
    assert [page for page in pages if "/kilder/" in page] == [
        "/kilder/katalog/",
        "/kilder/rapport/",
    ]


def test_was_redirects_to_the_statement(client, settings):
    response = client.get("/was")
    assert (response.status_code, response["Location"]) == (302, "/tilgaengelighed/")
    settings.WAS_URL = "https://was.digst.dk/x"
    assert client.get("/was")["Location"] == "https://was.digst.dk/x"


def test_robots_may_read_all_but_the_admin(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_healthz_asks_no_database(client):  # no `db`: a query would fail
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")
    assert "no-store" in response["Cache-Control"]


def test_readyz_is_ready_when_all_migrations_are_in(client, db):
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ok")
    assert "no-store" in response["Cache-Control"]


def test_readyz_waits_for_migrations(client, db):
    (latest,) = MigrationLoader(connection).graph.leaf_nodes("interventions")
    MigrationRecorder(connection).record_unapplied(*latest)
    response = client.get("/readyz")
    assert (response.status_code, response.content.decode()) == (503, "migreringer mangler")


def readyz_when_the_database_raises(client, error):
    with mock.patch.object(connection, "cursor", side_effect=error("nej")):
        return client.get("/readyz")


def test_readyz_says_when_the_database_does_not_answer(client, db):
    response = readyz_when_the_database_raises(client, OperationalError)
    assert (response.status_code, response.content.decode()) == (503, "database svarer ikke")


def test_readyz_says_when_the_connection_is_gone(client, db):
    assert readyz_when_the_database_raises(client, InterfaceError).status_code == 503


def is_ours(html, heading):
    page = Page(html)
    assert page.faults == []
    assert page.one("html")["lang"] == "da"
    assert page.one("h1").text == heading
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert page.all("link", rel="canonical") == []
    assert "/indsatser/" in [link["href"] for link in page.one("header").all("a")]
    assert "/privatliv/" in [link["href"] for link in page.one("footer").all("a")]
    return page


def test_a_missing_page_is_told_in_danish_with_a_search(client):
    response = client.get("/findes/ikke/")
    assert response.status_code == 404
    page = is_ours(response.content.decode(), "Siden findes ikke")
    assert page.one("form", role="search")["action"] == "/indsatser/"


def test_an_unreadable_request_is_told_in_danish(client):
    response = client.get("/", headers={"host": "someone-elses.example"})
    assert response.status_code == 400
    is_ours(response.content.decode(), "Adressen kan ikke læses")


def test_a_nul_in_the_admin_is_a_400(client):
    response = client.get("/admin/?x=%00")
    assert response.status_code == 400
    is_ours(response.content.decode(), "Adressen kan ikke læses")


def test_no_access_is_told_in_danish(client):
    with mock.patch("sosu_kb.views.settings") as settings:
        type(settings).CONTACT_EMAIL = mock.PropertyMock(side_effect=PermissionDenied)
        response = client.get("/privatliv/")
    assert response.status_code == 403
    is_ours(response.content.decode(), "Du har ikke adgang")


def test_a_form_that_is_too_old_is_told_in_danish(db):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert response.status_code == 403
    is_ours(response.content.decode(), "Du har ikke adgang")


def test_the_500_page_needs_no_database():  # no `db`: a query would fail
    response = views.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    page = is_ours(response.content.decode(), "Noget gik galt hos os")
    assert page.one("main").one("a")["href"] == "/"


def test_an_error_of_ours_gives_the_500_page_and_is_not_stored(client):
    client.raise_request_exception = False
    with mock.patch("sosu_kb.views.settings") as settings:
        type(settings).CONTACT_EMAIL = mock.PropertyMock(side_effect=ZeroDivisionError)
        response = client.get("/privatliv/")
    assert response.status_code == 500
    assert response["Cache-Control"] == "no-store"
    is_ours(response.content.decode(), "Noget gik galt hos os")


def test_an_address_without_its_slash_leads_to_the_page(client):
    response = client.get("/om")
    assert (response.status_code, response["Location"]) == (301, "/om/")
