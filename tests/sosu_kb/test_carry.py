"""No public page loses what a reader has picked, whichever way the reader goes."""

from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from django.urls import reverse

from sosu_kb.sitemaps import SITEMAPS
from tests.pages import Page
from tests.world import add_entrance

PICKED = ["laeringsbuddy", "mentorkorps"]
CARRIED = "i=laeringsbuddy&i=mentorkorps&titel=Til+udvalget"
# Links that change what is picked, by their words.
CHANGES = ("Føj til sammenligning", "Fjern", "Ryd", "Begynd forfra")


def onward(page):
    """The links to other pages; files have a dot in their names and carry nothing."""
    return [
        link
        for link in page.all("a")
        if link["href"].startswith("/")
        and "." not in urlsplit(link["href"]).path
        and not link.text.startswith(CHANGES)
    ]


class Walk:
    """Every page that a reader can come to from the front page with two entries picked."""

    def __init__(self, client):
        self.pages = {}
        waiting = [f"/?{CARRIED}", f"/findes/ikke/?{CARRIED}", f"/indsatser/?side=9&{CARRIED}"]
        while waiting:
            address = waiting.pop()
            path = urlsplit(address).path
            if path in self.pages and "side=9" not in address:
                continue
            response = client.get(address)
            page = self.pages[address if "side=9" in address else path] = Page(
                response.content.decode()
            )
            assert page.faults == [], address
            waiting += [link["href"] for link in onward(page)]


@pytest.fixture
def walk(client, world):
    world.result.value, world.result.unit = 12, "elever"
    world.result.save()
    add_entrance("sprog", themes=[world.support])
    return Walk(client)


def test_every_public_page_is_reached(walk):
    for sitemap in SITEMAPS.values():
        for item in sitemap().items():
            path = reverse(item) if isinstance(item, str) else item.get_absolute_url()
            assert path in walk.pages
    assert {"/kommuner/aeroe/", "/sammenlign/", "/notat/"} <= set(walk.pages)


def test_every_link_to_a_page_takes_along_what_is_picked(walk):
    lost = [
        (path, link["href"])
        for path, page in walk.pages.items()
        for link in onward(page)
        if parse_qs(urlsplit(link["href"]).query).get("i") != PICKED
    ]
    assert lost == []


def test_every_link_and_change_keeps_the_heading_but_the_ways_to_begin_anew(walk):
    for path, page in walk.pages.items():
        for link in page.all("a"):
            parts = urlsplit(link["href"])
            ours = link["href"].startswith("/") and "." not in parts.path
            if ours and link.text not in {"Ryd", "Begynd forfra"}:
                assert parse_qs(parts.query).get("titel") == ["Til udvalget"], (path, link["href"])


def test_every_form_takes_along_what_is_picked(walk):
    forms = [
        form
        for page in walk.pages.values()
        for form in page.all("form")
        if form.get("method", "get") == "get"
    ]
    assert len(forms) >= 5
    for form in forms:
        assert [field["value"] for field in form.all("input", name="i")] == PICKED
        assert form.one("input", name="titel")["value"] == "Til udvalget"


def test_every_page_shows_what_is_picked_and_its_canonical_link_does_not(walk):
    for path, page in walk.pages.items():
        if path in {"/sammenlign/", "/notat/"}:
            continue  # they are about what is picked
        assert page.one(id="valgt").one("b").text == "2 valgt:", path
        for link in page.all("link", rel="canonical"):
            names = dict(parse_qsl(urlsplit(link["href"]).query))
            assert not {"i", "titel"} & set(names), path


ADDRESSES = [
    "/",
    "/indsatser/",
    "/indsatser/laeringsbuddy/",
    "/find/",
    "/temaer/",
    "/temaer/mentorordninger/",
    "/kommuner/",
    "/kommuner/aalborg/",
    "/kommuner/aeroe/",
    "/evidens/",
    "/evidenskort/",
    "/tal/",
    "/kilder/",
    "/kilder/katalog/",
    "/om/",
    "/privatliv/",
    "/tilgaengelighed/",
    "/findes/ikke/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_carrying_costs_one_query_on_any_page(
    client, world, django_assert_max_num_queries, address
):
    with django_assert_max_num_queries(20) as plain:
        client.get(address)
    with django_assert_max_num_queries(20) as carrying:
        client.get(f"{address}?{CARRIED}")
    assert len(carrying) == len(plain) + 1


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_unknown_pick_is_named_on_any_page_and_goes_no_further(client, world, address):
    page = Page(client.get(f"{address}?i=udkast&i=laeringsbuddy").content.decode())
    (alert,) = [node.text for node in page.all(role="alert")]
    assert "“udkast” er ikke en indsats, vi kender." in alert
    assert [link for link in page.links if "udkast" in link] == []
    assert page.one("meta", name="robots")["content"] == "noindex"


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_that_carries_can_be_cached_and_leaves_nothing(client, world, address):
    response = client.get(f"{address}?{CARRIED}")
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60"
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


@pytest.mark.parametrize("address", ["/om/", "/findes/ikke/", "/indsatser/", "/kommuner/"])
def test_a_flood_of_parameters_is_no_fault_of_ours(client, world, address):
    response = client.get(f"{address}?{'i=x&' * 1001}")
    assert response.status_code in {200, 400, 404}
