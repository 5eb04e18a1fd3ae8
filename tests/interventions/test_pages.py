import pytest

from tests.pages import read
from tests.world import add_claim, add_entry, add_many, add_theme


def cards(node):
    return [card["data-slug"] for card in node.all("article", data_slug=True)]


def section(page, heading):
    (found,) = [
        node
        for node in page.one("main").all("section")
        if [title.text for title in node.all("h2")] == [heading]
    ]
    return found


def test_themes_stand_with_question_description_and_public_count(client, world):
    page = read(client, "/temaer/")
    assert [row.text for row in page.one(class_="theme-list").all("li")] == [
        "Mentorordninger Mentorordninger? Om mentorordninger. 2 indsatser",
        "Sprogstøtte Sprogstøtte? Om sprogstoette. 2 indsatser",
        "Trivsel Trivsel? Om trivsel. 1 indsats",
    ]


def test_a_theme_lists_rated_entries_first_and_apart(client, world):
    page = read(client, "/temaer/mentorordninger/")
    assert page.one("h1").text == "Mentorordninger"
    assert page.one(class_="lede").text == "Om mentorordninger."
    assert cards(section(page, "Vurderet i en rapport")) == ["mentorkorps"]
    rest = section(page, "Cases, planer og initiativer uden vurdering")
    assert cards(rest) == ["laeringsbuddy"]
    assert "siger intet om deres egen virkning" in rest.text


def test_a_theme_without_ratings_says_so(client, world):
    page = read(client, "/temaer/trivsel/")
    entries = section(page, "Indsatser")
    assert cards(entries) == ["tid-til-vejledning"]
    assert "Ingen indsats på dette tema er vurderet i kilderne." in entries.text


def test_a_theme_with_drafts_only_is_empty(client, world):
    empty = add_theme("tomt", "Tomt", 4)
    world.draft.themes.add(empty)
    page = read(client, "/temaer/tomt/")
    assert cards(page) == []
    assert "Kilderne nævner endnu ingen indsatser på dette tema." in page.one("main").text


def test_the_other_themes_are_one_step_away(client, world):
    page = read(client, "/temaer/trivsel/")
    others = page.one("nav", class_="others").all("a")
    assert [link["href"] for link in others] == [
        "/temaer/mentorordninger/",
        "/temaer/sprogstoette/",
    ]


def test_within_a_theme_the_order_is_that_of_evidence(client, world):
    add_entry("a", "A", themes=[world.support])
    page = read(client, "/temaer/sprogstoette/")
    assert cards(page) == ["mentorkorps", "sprogindsats", "a"]


def test_each_tier_says_what_it_means_and_what_not(client, world):
    page = read(client, "/evidens/")
    tier = page.one("li", id="virksom")
    assert tier.one("h2").text == "Virksom indsats"
    assert "Det betyder virksom." in tier.text
    assert [row.text for row in tier.all("dd")] == ["Hvor meget.", "Læs rapporten."]
    assert "vores råd" in tier.text


def test_tiers_stand_from_the_top_and_unrated_last(client, world):
    page = read(client, "/evidens/")
    rungs = [node["id"] for node in page.one(class_="tiers").all("li", id=True)]
    assert rungs == ["virksom", "perspektivrigt", "ikke-vurderet"]


def test_tiers_count_public_ratings(client, world):
    page = read(client, "/evidens/")
    (link,) = [link for link in page.one("li", id="virksom").all("a") if "evidens=" in link["href"]]
    assert (link["href"], link.text) == ("/indsatser/?evidens=virksom", "Se den ene indsats")
    assert "ingen indsatser på dette niveau" in page.one("li", id="perspektivrigt").text
    unrated = page.one("li", id="ikke-vurderet").one("a")
    assert (unrated["href"], unrated.text) == (
        "/indsatser/?evidens=ikke-vurderet",
        "Se de 3 indsatser",
    )
    assert cards(page) == ["mentorkorps"]


def test_a_tier_with_two_entries_counts_them(client, world):
    add_claim("x", world.plan, world.report, kind="rating", tier=world.tier)
    tier = read(client, "/evidens/").one("li", id="virksom")
    assert tier.all("a")[-1].text == "Se de 2 indsatser"


def test_traits_can_be_linked_to(client, world):
    assert read(client, "/evidens/").one("li", id="tryghed").text.startswith("Tryghed. Tryghed.")


def test_sources_with_public_claims_stand_in_order_with_counts(client, world):
    rows = read(client, "/kilder/").one("ul", class_="source-list").all("li")
    assert [row.one("a")["href"] for row in rows] == ["/kilder/katalog/", "/kilder/rapport/"]
    assert "5 udsagn, 3 indsatser · læst 1. maj 2024" in rows[0].text
    assert "2 udsagn, 1 indsats · læst 1. maj 2024" in rows[1].text
    assert "KL, dato ikke oplyst" in rows[0].text
    assert "Danske Regioner, marts 2022" in rows[1].text


def test_a_source_lists_its_public_claims_in_its_own_order(client, world):
    page = read(client, "/kilder/katalog/")
    rows = page.one("ol", class_="claim-list").all("li")
    claims = [row["id"] for row in rows if "id" in row.attributes]
    assert claims == ["p-k01", "p-k05", "p-k24", "p-k07", "p-l01"]
    assert "5 udsagn i kildens rækkefølge" in [node.text for node in page.all("h2")]


def test_a_claim_stands_with_place_kind_words_and_use(client, world):
    row = read(client, "/kilder/katalog/").one("li", id="p-k05")
    assert row.one(class_="locator").text == "afsnit 1 · hvad det er"
    assert row.one("q").text == "en ældre elev"
    assert row.all("a")[-1].text == "Bruges i: Læringsbuddy"


def test_context_belongs_to_all_entries_of_the_source(client, world):
    row = read(client, "/kilder/katalog/").one("li", id="p-k01")
    assert [link["href"] for link in row.all("a")] == [
        "/indsatser/laeringsbuddy/#p-k01",
        "/indsatser/sprogindsats/#p-k01",
        "/indsatser/tid-til-vejledning/#p-k01",
    ]
    entries = read(client, "/kilder/katalog/").one("section", id="indsatser").all("a")
    assert [link["href"] for link in entries] == [
        "/indsatser/laeringsbuddy/",
        "/indsatser/sprogindsats/",
        "/indsatser/tid-til-vejledning/",
    ]


def test_a_figure_of_a_source_carries_its_record(client, world):
    row = read(client, "/kilder/katalog/").one("li", id="p-k24")
    assert row.one(class_="figure-line").text == "155 elever, siden 2021 elever med ros"


def test_a_rating_links_to_its_tier(client, world):
    row = read(client, "/kilder/rapport/").one("li", id="p-r15-1")
    assert [link["href"] for link in row.all("a")] == [
        "/evidens/#virksom",
        "/indsatser/mentorkorps/#p-r15-1",
    ]


def test_a_source_of_one_claim_reads_in_the_singular(client, world):
    world.rating.delete()
    page = read(client, "/kilder/rapport/")
    assert "Ét udsagn i kildens rækkefølge" in [node.text for node in page.all("h2")]


@pytest.mark.parametrize("address", ["/kilder/skjult/", "/kilder/x/", "/temaer/x/"])
def test_what_is_not_public_is_not_found(client, world, address):
    read(client, address, status=404)


def test_a_link_that_does_not_answer_is_said(client, world):
    assert read(client, "/kilder/katalog/").all(class_="alert") == []
    world.catalogue.link_status = "svarer-ikke"
    world.catalogue.link_checked_on = "2024-06-01"
    world.catalogue.save()
    alert = read(client, "/kilder/katalog/").one(class_="alert")
    assert alert.text == "Adressen svarede ikke, da vi prøvede den 1. juni 2024."


def test_a_link_that_has_not_answered_for_long_says_since_when(client, world):
    world.catalogue.link_status = "svarer-ikke"
    world.catalogue.link_checked_on = "2026-11-03"
    world.catalogue.link_broken_since = "2026-10-20"
    world.catalogue.save()
    page = read(client, "/kilder/katalog/")
    assert page.one(class_="alert").text == (
        "Adressen svarede ikke, da vi prøvede den 3. november 2026. "
        "Første gang, den ikke svarede, var den 20. oktober 2026."
    )
    assert "https://example.dk/katalog" in page.links


def test_the_first_day_without_an_answer_is_said_once(client, world):
    world.catalogue.link_status = "svarer-ikke"
    world.catalogue.link_checked_on = world.catalogue.link_broken_since = "2026-11-03"
    world.catalogue.save()
    assert "Første gang" not in read(client, "/kilder/katalog/").one(class_="alert").text


@pytest.mark.parametrize("status", ["svarer", "uafklaret"])
def test_readers_hear_only_of_addresses_that_do_not_answer(client, world, status):
    world.catalogue.link_status = status
    world.catalogue.link_checked_on = "2026-11-03"
    world.catalogue.save()
    assert read(client, "/kilder/katalog/").all(class_="alert") == []


def test_an_entry_says_which_of_its_sources_did_not_answer_and_keeps_the_link(client, world):
    said = "Adressen svarede ikke, da vi prøvede den 3. november 2026."
    assert said not in read(client, "/indsatser/laeringsbuddy/").text
    world.catalogue.link_status = "svarer-ikke"
    world.catalogue.link_checked_on = "2026-11-03"
    world.catalogue.save()
    page = read(client, "/indsatser/laeringsbuddy/")
    assert said in page.one(class_="source").text
    assert "https://example.dk/katalog" in page.links


def test_a_broken_link_without_a_date_reads_well(client, world):
    world.catalogue.link_status = "svarer-ikke"
    world.catalogue.save()
    assert "prøvede den ." not in read(client, "/kilder/katalog/").text


def test_the_sources_of_tiers_and_traits_have_their_pages(client, world):
    world.promising.source = world.hidden_source
    world.promising.save()
    for link in read(client, "/evidens/").links:
        if link.startswith("/kilder/"):
            read(client, link)


def test_the_frame_of_a_source_of_drafts_alone_is_not_shown(client, world):
    add_claim("x", None, world.hidden_source, kind="context")
    assert "/kilder/skjult/" not in client.get("/kilder/").content.decode()
    assert client.get("/kilder/skjult/").status_code == 404


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/temaer/", 1),
        ("/temaer/mentorordninger/", 9),
        ("/evidens/", 8),
        ("/kilder/", 1),
        ("/kilder/katalog/", 3),
        ("/om/", 2),
    ],
)
def test_the_pages_cost_as_many_queries_whatever_they_show(
    client, world, django_assert_num_queries, address, queries
):
    with django_assert_num_queries(queries):
        client.get(address)
    add_many(world, 30)
    for index in range(10):
        add_theme(f"t{index}", f"T{index}", 9)
        entry = add_entry(f"v{index}", f"V{index}", themes=[world.mentors])
        add_claim(f"v{index}", entry, world.report, kind="rating", tier=world.promising)
    with django_assert_num_queries(queries):
        client.get(address)


def test_what_is_picked_goes_along_on_a_theme(client, world):
    page = read(client, "/temaer/sprogstoette/?i=laeringsbuddy&i=xyz")
    pick = page.one("article", data_slug="sprogindsats").one("p", class_="pick").one("a")
    assert pick["href"].startswith("/temaer/sprogstoette/?i=laeringsbuddy&i=sprogindsats#")
    assert page.one(id="valgt").one("b").text == "1 valgt:"
    assert "“xyz” er ikke en indsats" in page.one(role="alert").text
    others = page.one("nav", class_="others").all("a")
    assert {link["href"].partition("?")[2] for link in others} == {"i=laeringsbuddy"}
