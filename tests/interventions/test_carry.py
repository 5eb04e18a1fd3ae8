"""What is picked goes along: from card to list, entry, theme and municipality, and back."""

import pytest

from tests.pages import alerts, links, read
from tests.world import PUBLISHED, add_entry

TWO = "i=laeringsbuddy&i=mentorkorps"
FOUR = "&".join(f"i={slug}" for slug in PUBLISHED)


def pick(page, slug):
    return page.one("article", data_slug=slug).one("p", class_="pick").one("a")


def test_a_card_adds_to_the_same_list(client, world):
    link = pick(read(client, "/indsatser/?tema=mentorordninger&sort=titel"), "laeringsbuddy")
    assert link.text == "Føj til sammenligning: Læringsbuddy"
    assert link["href"] == (
        "/indsatser/?tema=mentorordninger&sort=titel&i=laeringsbuddy#kort-laeringsbuddy"
    )
    assert "kort-laeringsbuddy" in read(client, link["href"].partition("#")[0]).ids


def test_a_picked_card_can_be_dropped_again(client, world):
    page = read(client, f"/indsatser/?tema=mentorordninger&{TWO}")
    link = pick(page, "laeringsbuddy")
    assert link.text == "Fjern fra sammenligning: Læringsbuddy"
    assert link["href"] == ("/indsatser/?tema=mentorordninger&i=mentorkorps#kort-laeringsbuddy")
    alone = pick(read(client, "/indsatser/?i=mentorkorps"), "mentorkorps")
    assert alone["href"] == "/indsatser/#kort-mentorkorps"


def test_a_full_selection_offers_no_more(client, world):
    for number in range(2):
        add_entry(f"x-{number}", f"Nummer {number}")
    page = read(client, f"/indsatser/?{FOUR}&i=x-0")
    card = page.one("article", data_slug="x-1")
    assert card.one("p", class_="pick").all("a") == []
    assert pick(page, "x-0").text == "Fjern fra sammenligning: Nummer 0"


def test_a_strip_counts_and_leads_on(client, world):
    assert read(client, "/indsatser/").one(id="valgt").text == ""
    bar = read(client, f"/indsatser/?fase=oplaering&{TWO}").one(id="valgt")
    assert bar.one("b").text == "2 valgt:"
    assert links(bar) == {
        "Sammenlign": f"/sammenlign/?{TWO}",
        "Lav notat": f"/notat/?{TWO}",
        "Ryd": "/indsatser/?fase=oplaering",
    }


def test_the_selection_follows_through_chips_sorts_pages_and_form(client, world):
    for number in range(40):
        add_entry(f"flere-{number:02}", f"Flere {number:02}", themes=[world.mentors])
    page = read(client, f"/indsatser/?tema=mentorordninger&side=2&{TWO}")
    for node in (page.one(class_="sorts"), page.one("nav", class_="pages")):
        assert node.all("a")
        assert all(link["href"].endswith(f"&{TWO}") for link in node.all("a"))
    chips = page.one("ul", class_="chips").all("a")
    assert [link["href"] for link in chips] == [f"/indsatser/?{TWO}"] * 2
    form = page.one(id="filtre-form")
    assert [node["value"] for node in form.all("input", name="i")] == [
        "laeringsbuddy",
        "mentorkorps",
    ]


def test_the_selection_narrows_nothing_and_leaves_the_canonical_link(client, world):
    with_it = read(client, f"/indsatser/?fase=oplaering&{TWO}")
    without = read(client, "/indsatser/?fase=oplaering")
    counts = [node["data-count"] for node in with_it.all(data_count=True)]
    assert len(counts) > 20
    assert counts == [node["data-count"] for node in without.all(data_count=True)]
    assert (
        with_it.one("link", rel="canonical")["href"]
        == without.one("link", rel="canonical")["href"]
        == "http://testserver/indsatser/?fase=oplaering"
    )


def test_an_unknown_pick_is_named_on_the_list_and_on_an_entry(client, world):
    for path in ("/indsatser/", "/indsatser/mentorkorps/"):
        page = read(client, f"{path}?i=udkast&i=laeringsbuddy")
        assert "“udkast” er ikke en indsats, vi kender." in alerts(page)[0]
        assert "i=udkast" not in "".join(page.links)


def test_an_empty_list_and_a_page_too_far_keep_the_selection(client, world):
    empty = read(client, f"/indsatser/?q=findesikke&{TWO}").one(class_="empty")
    assert [link["href"] for link in empty.all("a")][-2:] == [
        f"/indsatser/?{TWO}",
        f"/foreslaa/?{TWO}",
    ]
    page = read(client, f"/indsatser/?side=9&{TWO}", status=404)
    assert page.one("main").one("a", class_="button")["href"] == f"/indsatser/?{TWO}"


def test_cards_carry_the_selection_to_entries_and_entries_back(client, world):
    card = read(client, f"/indsatser/?{TWO}").one("article", data_slug="sprogindsats")
    address = card.one("h3").one("a")["href"]
    assert address == f"/indsatser/sprogindsats/?{TWO}"
    page = read(client, address)
    assert page.one(class_="crumbs").all("a")[0]["href"] == f"/indsatser/?{TWO}"
    assert links(page.one(class_="carry")) == {
        "Føj til sammenligning": f"/indsatser/sprogindsats/?{TWO}&i=sprogindsats",
    }
    assert page.one("link", rel="canonical")["href"] == "http://testserver/indsatser/sprogindsats/"


def test_an_entry_without_a_selection_starts_one(client, world):
    page = read(client, "/indsatser/sprogindsats/")
    assert [link for link in page.links if "?i=" in link] == [
        "/indsatser/sprogindsats/?i=sprogindsats",
        "/notat/?i=sprogindsats",
    ]


def test_a_picked_entry_can_be_dropped_on_its_own_page(client, world):
    page = read(client, f"/indsatser/laeringsbuddy/?{TWO}")
    assert links(page.one(class_="carry")) == {
        "Fjern fra sammenligning": "/indsatser/laeringsbuddy/?i=mentorkorps",
    }
    related = page.one(class_="related").one("a")
    assert related["href"] == f"/indsatser/mentorkorps/?{TWO}"


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("/kommuner/aalborg/", "laeringsbuddy"),
        ("/kommuner/odense/", "mentorkorps"),
        ("/temaer/sprogstoette/", "sprogindsats"),
        ("/evidens/", "mentorkorps"),
    ],
)
def test_a_card_elsewhere_is_picked_and_dropped_where_it_stands(client, world, address, slug):
    there = pick(read(client, f"{address}?i=tid-til-vejledning"), slug)
    assert there["href"] == f"{address}?i=tid-til-vejledning&i={slug}#kort-{slug}"
    picked = read(client, there["href"].partition("#")[0])
    assert picked.one(id="valgt").one("b").text == "2 valgt:"
    assert pick(picked, slug)["href"] == f"{address}?i=tid-til-vejledning#kort-{slug}"


def test_the_guide_lets_go_without_losing_its_answers(client, world):
    page = read(client, f"/find/?fase=oplaering&trin=2&{TWO}")
    assert links(page.one(id="valgt"))["Ryd"] == "/find/?fase=oplaering&trin=2"


def test_no_link_of_the_list_with_a_selection_leads_to_a_complaint(client, world):
    page = read(client, f"/indsatser/?tema=mentorordninger&fase=oplaering&{TWO}")
    ours = {link.partition("#")[0] for link in page.links if "i=" in link}
    assert len(ours) > 8
    assert [link for link in ours if alerts(read(client, link))] == []


def test_a_selection_costs_the_list_one_query(client, world, django_assert_max_num_queries):
    with django_assert_max_num_queries(20) as plain:
        client.get("/indsatser/?q=mentor")
    with django_assert_max_num_queries(20) as carried:
        client.get(f"/indsatser/?q=mentor&{FOUR}")
    assert len(carried) == len(plain) + 1


def test_the_heading_of_the_brief_goes_along_on_the_list(client, world):
    page = read(client, f"/indsatser/?tema=mentorordninger&{TWO}&titel=Til+udvalget")
    assert pick(page, "laeringsbuddy")["href"] == (
        "/indsatser/?tema=mentorordninger&i=mentorkorps&titel=Til+udvalget#kort-laeringsbuddy"
    )
    assert links(page.one(id="valgt")) == {
        "Sammenlign": f"/sammenlign/?{TWO}&titel=Til+udvalget",
        "Lav notat": f"/notat/?{TWO}&titel=Til+udvalget",
        "Ryd": "/indsatser/?tema=mentorordninger",
    }
    form = page.one(id="filtre-form")
    assert form.one("input", name="titel")["value"] == "Til udvalget"
    canonical = page.one("link", rel="canonical")["href"]
    assert canonical == "http://testserver/indsatser/?tema=mentorordninger"


def test_the_heading_stays_when_the_last_entry_is_dropped(client, world):
    page = read(client, "/indsatser/?i=mentorkorps&titel=Til+udvalget")
    assert pick(page, "mentorkorps")["href"] == "/indsatser/?titel=Til+udvalget#kort-mentorkorps"


def test_a_heading_that_is_too_long_is_told_of_on_the_list(client, world):
    page = read(client, f"/indsatser/?i=mentorkorps&titel={'x' * 3000}")
    assert "Notatets overskrift er længere end 120 tegn." in alerts(page)[0]
    assert pick(page, "laeringsbuddy")["href"].endswith(f"&titel={'x' * 120}#kort-laeringsbuddy")
