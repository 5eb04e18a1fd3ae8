import random

import pytest
from django.utils import timezone

from interventions.models import Intervention
from tests.pages import Page, read
from tests.world import PUBLISHED, add_claim, add_entry

TWO = "i=laeringsbuddy&i=mentorkorps"
FOUR = "&".join(f"i={slug}" for slug in PUBLISHED)
MANY = "i=esbjerg-fuldtidsvejledere&i=gruppevejledning&i=vallensbaek-vejledere-som-mentorer"
FIVE = f"{MANY}&i=koebenhavn-sprogindsats&i=professionalisering-af-oplaeringsvejledere"


def alerts(page):
    return [node.text for node in page.all(role="alert")]


def links(node):
    return {link.text: link["href"] for link in node.all("a")}


def is_noindex(page):
    return page.one("meta", name="robots")["content"] == "noindex"


# The comparison


def test_the_entries_are_columns_of_a_real_table(client, world):
    table = read(client, f"/sammenlign/?{TWO}").one("table")
    assert table.one("caption").text == "2 indsatser ved siden af hinanden"
    columns = table.one("thead").all("th", scope="col")
    assert [node.all("a")[0].text for node in columns] == ["Læringsbuddy", "Fælles mentorkorps"]
    rows = table.one("tbody").all("tr")
    assert len(rows) == 12
    for row in rows:
        assert len(row.all("td")) == 2
        head = row.one("th", scope="row")
        assert {cell["data-label"] for cell in row.all("td")} == {head.text}


def test_the_table_stays_one_when_a_phone_lays_it_out_anew(client, world):
    table = read(client, f"/sammenlign/?{TWO}").one("table")
    roles = {"tr": "row", "td": "cell", "thead": "rowgroup", "tbody": "rowgroup"}
    for tag, role in roles.items():
        assert {node.get("role") for node in table.all(tag)} == {role}
    assert table["role"] == "table"
    assert {node["role"] for node in table.all("th", scope="row")} == {"rowheader"}
    assert {node["role"] for node in table.all("th", scope="col")} == {"columnheader"}


def test_a_rating_says_who_gave_it_and_what_it_holds_for(client, world):
    row = read(client, f"/sammenlign/?{TWO}").one("tr", data_row="evidens")
    unrated, rated = row.all("td")
    assert unrated.text == "Ikke vurderet i kilderne"
    assert "Virksom indsats ifølge Rambøll" in rated.text
    assert "Gælder hovedforløbet. Omtalt af Danske Regioner, marts 2022." in rated.text
    assert rated.one("sup").one("a")["href"] == "/kilder/rapport/#p-r15-1"


def test_a_result_has_its_speaker_and_date(client, world):
    cells = read(client, f"/sammenlign/?{TWO}").one("tr", data_row="resultater").all("td")
    assert cells[0].text.endswith("(KL, dato ikke oplyst)")
    assert cells[1].text == "Intet resultat oplyst"


def test_a_figure_stands_with_what_it_counts(client, world):
    page = read(client, "/sammenlign/?i=sprogindsats&i=laeringsbuddy")
    figure = page.one("tr", data_row="resultater").one(class_="figure-line")
    assert figure.one("b").text == "155 elever"
    assert figure.one(class_="counts").text == "elever med ros"


def test_footnotes_lead_to_the_claim_and_their_numbers_to_a_listed_source(client, world):
    page = read(client, f"/sammenlign/?{FOUR}")
    claims = page.one("table").all("span", class_="claim")
    assert len(claims) == 6
    for claim in claims:
        link = claim.one("sup").one("a")
        assert link["href"].endswith(f"#{claim['id']}")
        assert f"kilde-{link.text.rstrip('abc')}" in page.ids
    listed = page.one(class_="numbered-sources").all("li")
    assert "Danske Regioner, marts 2022. Læst 1. maj 2024." in listed[0].text
    assert listed[0].one("a", class_="address")["href"] == "https://example.dk/rapport"


def test_a_column_is_dropped_by_its_link(client, world):
    page = read(client, f"/sammenlign/?{TWO}&i=sprogindsats&forskelle=1")
    drops = [node.one("a") for node in page.all(class_="drop")]
    assert [(link.text, link["href"]) for link in drops] == [
        ("Fjern Læringsbuddy", "/sammenlign/?i=mentorkorps&i=sprogindsats&forskelle=1"),
        ("Fjern Fælles mentorkorps", "/sammenlign/?i=laeringsbuddy&i=sprogindsats&forskelle=1"),
        ("Fjern Ærlig sproghjælp", "/sammenlign/?i=laeringsbuddy&i=mentorkorps&forskelle=1"),
    ]


def test_rows_that_are_alike_can_be_left_out_by_a_link(client, world):
    pair = "i=laeringsbuddy&i=sprogindsats"
    page = read(client, f"/sammenlign/?{pair}")
    link = links(page.one(class_="compare-tools"))["Vis kun rækker, der er forskellige"]
    assert link == f"/sammenlign/?{pair}&forskelle=1"
    short = read(client, link)
    assert len(short.one("tbody").all("tr")) == 8
    assert "står ens: Evidens, Hvem gør det?, Ressourcer og penge, Kilder." in short.text
    back = links(short.one(class_="compare-tools"))["Vis alle rækker"]
    assert back == f"/sammenlign/?{pair}"


def test_one_entry_is_shown_with_the_way_to_a_second(client, world):
    page = read(client, "/sammenlign/?i=laeringsbuddy")
    assert "Der skal mindst to til en sammenligning." in page.one(class_="empty").text
    assert links(page.one(class_="empty")) == {
        "Vælg en mere på listen": "/indsatser/?i=laeringsbuddy",
        "Mentorordninger": "/indsatser/?tema=mentorordninger&i=laeringsbuddy",
    }
    assert len(page.one("table").all("th", scope="col")) == 1
    assert alerts(page) == []


def test_without_a_selection_the_pages_say_how_to_make_one(client, world):
    for address in ("/sammenlign/", "/notat/"):
        page = read(client, address)
        assert "Ingen er valgt endnu." in page.one(class_="empty").text
        assert links(page.one(class_="empty")) == {"Vælg på listen": "/indsatser/"}
        assert alerts(page) == []
        assert is_noindex(page)


@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
@pytest.mark.parametrize("slug", ["udkast", "til-gennemsyn", "findes-ikke"])
def test_what_is_not_public_is_named_and_the_rest_shown(client, world, path, slug):
    page = read(client, f"{path}?i={slug}&{TWO}")
    (alert,) = alerts(page)
    assert f"“{slug}” er ikke en indsats, vi kender." in alert
    assert "Et udkast" not in page.text
    assert "Læringsbuddy" in page.one("main").text
    assert "Fælles mentorkorps" in page.one("main").text


@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
def test_of_six_the_first_five_are_shown(client, world, path):
    for number in range(2):
        add_claim(f"x{number}", add_entry(f"x-{number}", f"Nummer {number}"), world.catalogue)
    page = read(client, f"{path}?{FOUR}&i=x-0&i=x-1")
    (alert,) = alerts(page)
    assert "Adressen nævner 6 indsatser, og der er plads til 5." in alert
    assert "Nummer 0" in page.one("main").text
    assert "Nummer 1" not in page.one("main").text


def test_a_strange_switch_is_named_and_all_rows_shown(client, world):
    page = read(client, f"/sammenlign/?{TWO}&forskelle=ja")
    (alert,) = alerts(page)
    assert "“ja” kan ikke bruges som “forskelle”." in alert
    assert len(page.one("tbody").all("tr")) == 12


def test_good_addresses_are_not_commented_but_stay_out_of_indexes(client, world):
    for path in ("/sammenlign/", "/notat/"):
        page = read(client, f"{path}?{TWO}&utm_source=x")
        assert alerts(page) == []
        assert is_noindex(page)
        assert page.one("link", rel="canonical")["href"] == f"http://testserver{path}?{TWO}"


# The brief


def test_the_brief_carries_heading_date_and_address(client, world):
    page = read(client, f"/notat/?{TWO}&titel=Fastholdelse+p%C3%A5+SOSU")
    assert page.one("h1").text == "Fastholdelse på SOSU"
    today = timezone.localdate()
    assert f"{today.day}. " in page.one("header", class_="brief-head").text
    assert str(today.year) in page.one("header", class_="brief-head").text
    link = page.one(class_="brief-address").one("a")
    assert link.text == f"http://testserver/notat/?{TWO}&titel=Fastholdelse+på+SOSU"
    assert read(client, link["href"].removeprefix("http://testserver")).one("h1").text == (
        "Fastholdelse på SOSU"
    )


def test_without_a_heading_it_has_a_plain_one(client, world):
    for titel in ("", "&titel=", "&titel=%00%0a+"):
        page = read(client, f"/notat/?{TWO}{titel}")
        assert page.one("h1").text == "Notat om indsatser mod frafald på SOSU-uddannelserne"
        assert alerts(page) == []


def test_the_heading_is_cleaned_and_stays_text(client, world):
    page = read(client, f"/notat/?{TWO}&titel=%3Cb%3E%0d%0a%00x%E2%80%AEy")
    assert page.one("h1").text == "<b> x y"
    assert page.one("h1").all("b") == []
    assert page.one("input", name="titel")["value"] == "<b> x y"


def test_a_long_heading_is_cut_and_that_is_said(client, world):
    page = read(client, f"/notat/?{TWO}&titel={'x' * 3000}")
    assert page.one("h1").text == "x" * 120
    (alert,) = alerts(page)
    assert "Overskriften er længere end 120 tegn." in alert
    assert alerts(read(client, f"/notat/?{TWO}&titel={'x' * 120}")) == []


def test_of_two_headings_the_last_is_used(client, world):
    page = read(client, f"/notat/?{TWO}&titel=en&titel=to")
    assert page.one("h1").text == "to"
    assert "“titel” står flere gange i adressen." in alerts(page)[0]


def test_the_form_keeps_the_selection(client, world):
    form = read(client, f"/notat/?{TWO}").one("form")
    assert (form["method"], form["action"]) == ("get", "/notat/")
    assert [node["value"] for node in form.all("input", name="i")] == [
        "laeringsbuddy",
        "mentorkorps",
    ]


def test_the_brief_explains_the_tiers_that_occur(client, world):
    text = read(client, f"/notat/?{TWO}").one(class_="brief-tiers")
    assert [node.text for node in text.all("dt")] == [
        "Virksom indsats ifølge Rambøll",
        "Ikke vurderet i kilderne",
    ]
    assert "Det betyder virksom." in text.text
    rated = read(client, "/notat/?i=mentorkorps").one(class_="brief-tiers")
    assert [node.text for node in rated.all("dt")] == ["Virksom indsats ifølge Rambøll"]


def test_each_entry_of_the_brief_says_what_it_rests_on_and_what_is_missing(client, world):
    page = read(client, f"/notat/?{TWO}")
    buddy, corps = page.all("section", data_slug=True)
    assert (buddy["data-slug"], corps["data-slug"]) == ("laeringsbuddy", "mentorkorps")
    lines = {
        row.one("dt").text: row.one("dd").text
        for row in buddy.all("div")
        if row.parent.get("class") == "brief-lines"
    }
    assert lines["Evidens"] == "Ikke vurderet i kilderne"
    assert lines["Resultatet bygger på"] == "Resultat udtalt uden tal"
    assert lines["Oplyste resultater"].endswith("(KL, dato ikke oplyst)")
    assert lines["Ikke oplyst i kilden"].startswith("hvad den koster; ")
    assert "omtalt af Danske Regioner, marts 2022. Gælder hovedforløbet." in corps.text


def test_every_sentence_of_the_brief_has_its_footnote_and_every_number_its_source(client, seeded):
    page = read(client, f"/notat/?{FIVE}")
    claims = page.one("article").all("span", class_="claim")
    assert len(claims) > 20
    for claim in claims:
        assert claim.one("sup").one("a")["href"].endswith(f"#{claim['id']}")
    for note in page.one("article").all("sup"):
        assert f"kilde-{note.text.rstrip('abcdefghijklmnopqrstuvwxyz')}" in page.ids
    for source in page.one(class_="numbered-sources").all("li"):
        assert "Læst 22. november 2026." in source.text
        assert source.one("a", class_="address").text.startswith("https://")


def test_what_is_not_known_has_a_section_of_its_own(client, world):
    page = read(client, "/notat/?i=laeringsbuddy&i=sprogindsats&i=tid-til-vejledning")
    text = page.one(class_="brief-unknowns").text
    assert "Om ingen af indsatserne siger kilderne: hvad den koster;" in text
    assert "Om “Læringsbuddy” siger kilderne heller ikke: om resultatet er fulgt over tid" in text
    assert "siden vi læste kilderne (1. maj 2024)" in text


# What they cost, and what nobody should be able to break


@pytest.mark.parametrize("number", [2, 3, 4])
@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
def test_both_pages_cost_nine_queries_however_many_are_picked(
    client, world, django_assert_num_queries, path, number
):
    query = "&".join(f"i={slug}" for slug in PUBLISHED[:number])
    with django_assert_num_queries(9):
        client.get(f"{path}?{query}")


@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
def test_five_of_the_content_cost_as_much_as_two(client, seeded, django_assert_num_queries, path):
    for query in ("i=gruppevejledning&i=esbjerg-fuldtidsvejledere", FIVE):
        with django_assert_num_queries(9):
            client.get(f"{path}?{query}")


@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
def test_every_entry_of_the_content_fits_either_page(client, seeded, path):
    slugs = list(Intervention.objects.values_list("slug", flat=True))
    assert len(slugs) == 41
    for start in range(0, 41, 5):
        page = read(client, f"{path}?" + "&".join(f"i={slug}" for slug in slugs[start : start + 5]))
        assert alerts(page) == []
        for trace in ("None", "{{", " ,", "()"):
            assert trace not in page.text


NASTY = ["%00", "%ff", "'", '"', "x" * 3000, "%F0%9F%92%A9", "%E2%80%AE", "{{7*7}}", "-1", "9" * 50]


def test_no_address_breaks_the_pages(client, world):
    chance = random.Random(3)
    for path in ("/sammenlign/", "/notat/", "/indsatser/", "/indsatser/mentorkorps/"):
        for _ in range(30):
            pairs = [
                f"{chance.choice(['i', 'titel', 'forskelle', 'i[]'])}="
                f"{chance.choice([*NASTY, *PUBLISHED, '1', ''])}"
                for _ in range(chance.randrange(9))
            ]
            response = client.get(path, QUERY_STRING="&".join(pairs))
            assert response.status_code == 200, pairs
            assert Page(response.content.decode()).faults == [], pairs


@pytest.mark.parametrize("path", ["/sammenlign/", "/notat/"])
def test_the_pages_leave_no_cookie(client, world, path):
    response = client.get(f"{path}?{TWO}")
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


# The selection on the way: list, cards and entries


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


def test_the_bar_counts_and_leads_on(client, world):
    assert read(client, "/indsatser/").all(class_="picked-bar") == []
    bar = read(client, f"/indsatser/?fase=oplaering&{TWO}").one(class_="picked-bar")
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
    assert empty.all("a")[-1]["href"] == f"/indsatser/?{TWO}"
    page = read(client, f"/indsatser/?side=9&{TWO}", status=404)
    assert page.one("main").one("a", class_="button")["href"] == f"/indsatser/?{TWO}"


def test_cards_carry_the_selection_to_entries_and_entries_back(client, world):
    card = read(client, f"/indsatser/?{TWO}").one("article", data_slug="sprogindsats")
    address = card.one("h3").one("a")["href"]
    assert address == f"/indsatser/sprogindsats/?{TWO}"
    page = read(client, address)
    assert page.one(class_="crumbs").all("a")[0]["href"] == f"/indsatser/?{TWO}"
    assert links(page.one(class_="carry")) == {
        "Føj til sammenligning": f"/sammenlign/?{TWO}&i=sprogindsats",
        "Lav notat": f"/notat/?{TWO}&i=sprogindsats",
    }
    assert page.one("link", rel="canonical")["href"] == "http://testserver/indsatser/sprogindsats/"


def test_an_entry_without_a_selection_starts_one(client, world):
    page = read(client, "/indsatser/sprogindsats/")
    assert links(page.one(class_="carry"))["Føj til sammenligning"] == "/sammenlign/?i=sprogindsats"
    assert [link for link in page.links if "?i=" in link] == [
        "/sammenlign/?i=sprogindsats",
        "/notat/?i=sprogindsats",
    ]


def test_a_picked_entry_can_be_dropped_on_its_own_page(client, world):
    page = read(client, f"/indsatser/laeringsbuddy/?{TWO}")
    assert links(page.one(class_="carry")) == {
        "Se sammenligningen": f"/sammenlign/?{TWO}",
        "Fjern fra sammenligning": "/indsatser/laeringsbuddy/?i=mentorkorps",
        "Lav notat": f"/notat/?{TWO}",
    }
    related = page.one(class_="related").one("a")
    assert related["href"] == f"/indsatser/mentorkorps/?{TWO}"


def test_cards_elsewhere_start_a_comparison(client, world):
    page = read(client, "/kommuner/aalborg/")
    assert pick(page, "laeringsbuddy")["href"] == "/sammenlign/?i=laeringsbuddy"


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
