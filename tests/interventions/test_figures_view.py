import datetime
import re

import pytest
from django.utils import timezone

from tests.interventions.test_figures import add_grant
from tests.pages import read
from tests.sosu_kb.test_weight import MOST, weight
from tests.world import add_claim, add_entry, relate


@pytest.fixture
def summer(monkeypatch):
    """The pages of a day in 2026, whatever day it is."""
    real, today = timezone.localdate, datetime.date(2026, 7, 2)
    monkeypatch.setattr(timezone, "localdate", lambda *moment: real(*moment) if moment else today)


@pytest.fixture
def grants(world, summer):
    world.policy = add_entry("aftale", "Aftalen", kind="politik", themes=[world.support])
    period = {"entry": world.policy, "counts": "til sprog"}
    add_grant(world, "g1", value="13.4", period_from=2024, recurrence="aarligt", **period)
    add_grant(world, "g2", period_from=2024, period_to=2025, position=1, **period)
    add_grant(world, "g3", value="23.1", position=2, does_not_count="resten", **period)
    return world


def row(page, key):
    return page.one("li", id=f"p-{key}")


def test_a_record_says_what_it_counts_and_not_who_says_it_and_where_it_is_used(client, world):
    world.figure.does_not_count = "hvor mange der blev"
    world.figure.counted_by_us = True
    world.figure.save()
    record = row(read(client, "/tal/"), "k24")
    assert record.one("b").text == "155 elever"
    assert ", siden 2021" in record.text
    assert [node.text for node in record.all(class_="counts")] == [
        "elever med ros",
        "tæller ikke: hvor mange der blev",
        "talt af os",
    ]
    assert [(link["href"], link.text) for link in record.all("a")] == [
        ("/kilder/katalog/#p-k24", "KL, dato ikke oplyst, afsnit 1"),
        ("/indsatser/sprogindsats/", "Ærlig sproghjælp"),
    ]


def test_without_figures_of_results_that_is_said(client, world):
    assert "Ingen af kilderne sætter tal" not in read(client, "/tal/").text
    world.figure.delete()
    page = read(client, "/tal/")
    assert "Ingen af kilderne sætter tal på et resultat af en indsats." in page.text


def test_an_open_grant_ends_in_an_arrow_and_carries_its_amount(client, grants):
    plot = row(read(client, "/tal/"), "g1").one("svg", class_="row")
    assert plot["aria-label"] == "13,4 mio. kr. årligt, 2024 og frem, uden slutår i kilden"
    assert plot.one("text", class_="amount").text == "13,4 mio. kr. årligt"
    assert len(plot.all("svg", class_="arrow")) == 1
    assert (plot.one("rect")["x"], plot.one("rect")["width"]) == ("0.00%", "75.00%")
    assert plot.one("rect")["class"] == "fill"


def test_a_grant_that_is_over_says_so_and_is_hollow(client, grants):
    found = row(read(client, "/tal/"), "g2")
    assert "2024–2025 · perioden er slut" in found.text
    plot = found.one("svg", class_="row")
    assert plot.one("rect")["class"] == "fill past"
    assert plot.all("svg") == []


def test_a_grant_without_a_period_says_so_and_has_no_bar(client, grants):
    found = row(read(client, "/tal/"), "g3")
    assert "perioden er ikke oplyst i kilden" in found.text
    assert "Tæller ikke: resten." in found.text
    plot = found.one("svg", class_="row")
    assert plot.all("rect") == []
    assert [node.text for node in plot.all("text")] == [
        "23,1 mio. kr.",
        "ingen søjle: perioden er ikke oplyst",
    ]


def test_amounts_are_said_not_to_add_up_and_the_day_is_named(client, grants):
    page = read(client, "/tal/")
    assert "Beløbene kan ikke lægges sammen" in page.text
    assert "datoen i dag, 2. juli 2026" in page.text
    assert "39" not in page.one("figure", class_="timeline").text


def test_the_time_line_has_its_twin(client, grants):
    twin = read(client, "/tal/").one("figure", class_="timeline").one("table")
    assert [[cell.text for cell in line.all("td")] for line in twin.one("tbody").all("tr")] == [
        [
            "13,4 mio. kr. årligt",
            "2024 og frem",
            "uden slutår i kilden",
            "Aftalen",
            "Danske Regioner, marts 2022, afsnit 1",
        ],
        [
            "2,5 mio. kr.",
            "2024–2025",
            "perioden er slut",
            "Aftalen",
            "Danske Regioner, marts 2022, afsnit 1",
        ],
        [
            "23,1 mio. kr.",
            "ikke oplyst",
            "perioden er ikke oplyst i kilden",
            "Aftalen",
            "Danske Regioner, marts 2022, afsnit 1",
        ],
    ]


def test_the_dropout_of_the_cohort_is_a_plot_with_words_and_twin(client, seeded):
    page = read(client, "/tal/")
    found = row(page, "u19a")
    assert found.one(class_="label").text == (
        "Samlet frafald på social- og sundhedshjælperuddannelsen blandt elever, der begyndte i 2018"
    )
    assert "Tæller ikke: frafaldet i løbet af ét år" in found.text
    plot = found.one("svg")
    assert plot["aria-label"] == "43 procent på en skala fra 0 til 100"
    assert plot.one("rect", class_="fill")["width"] == "43.00%"
    assert row(page, "u19b").one("svg").one("rect", class_="fill")["width"] == "55.00%"
    assert found.one("a")["href"] == "/kilder/uvm-sosu-aftale-2024/#p-u19a"
    plots = page.all("figure", class_="shares")
    twin = next(plot for plot in plots if "43 procent" in plot.text).one("table").one("tbody")
    assert [line.all("td")[0].text for line in twin.all("tr")] == ["43 procent", "55 procent"]


def test_the_grants_of_the_content_keep_how_often_they_are_given(client, seeded):
    plots = read(client, "/tal/").one("figure", class_="timeline").all("svg", class_="row")
    assert [plot.one("text", class_="amount").text for plot in plots] == [
        "13,4 mio. kr. årligt",
        "11,2 mio. kr., ét år",
        "34,8 mio. kr. årligt",
        "23,1 mio. kr.",
        "2 mio. kr., ét år",
        "0,8 mio. kr., ét år",
        "0,4 mio. kr., ét år",
        "0,2 mio. kr. varigt",
        "knap 5 mio.",
        "5 mio. kr., ét år",
        "2.692.630,20 kr.",
    ]


def test_no_number_of_the_page_is_a_sum_of_amounts(client, seeded):
    text = read(client, "/tal/").text
    amounts = set(re.findall(r"([\d.,]+) mio\. kr\.", text))
    assert amounts == {"13,4", "11,2", "34,8", "23,1", "2", "0,8", "0,4", "0,2", "5"}


def test_an_empty_base_has_no_plots(client, db):
    assert read(client, "/tal/").all("figure") == []


def test_the_page_costs_one_query(client, grants, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get("/tal/")
    for index in range(30):
        entry = add_entry(f"p{index}", f"P{index}", kind="politik", themes=[grants.support])
        add_grant(grants, f"x{index}", entry=entry, period_from=2020 + index)
        add_claim(f"y{index}", None, grants.report, kind="context", value=index, unit="procent")
    with django_assert_num_queries(1):
        client.get("/tal/")


@pytest.mark.parametrize("address", ["/tal/", "/evidenskort/"])
def test_the_whole_weighs_little(client, seeded, address):
    assert 5_000 < weight(client, address) <= MOST


def test_a_theme_shows_the_money_under_it(client, grants):
    page = read(client, "/temaer/sprogstoette/")
    found = row(page, "g2")
    assert [node.text for node in found.all("p")] == [
        "2,5 mio. kr. 2024–2025 perioden er slut",
        "Udsagnet g2 siger noget.",
        "Kilde: Danske Regioner, marts 2022, afsnit 1 · Indsats: Aftalen",
    ]
    assert [link["href"] for link in found.all("a")] == [
        "/kilder/rapport/#p-g2",
        "/indsatser/aftale/",
    ]
    assert "kan ikke lægges sammen" in page.text
    assert "siger ikke, at andre indsatser på temaet har fået del" in page.text


def test_a_theme_without_money_has_no_such_section(client, grants):
    add_grant(grants, "gd", entry=grants.draft)
    assert "Penge til området" not in read(client, "/temaer/mentorordninger/").text


def test_a_grant_without_an_amount_is_shown_in_words(client, grants):
    add_grant(grants, "g4", entry=grants.policy, value=None, unit="")
    assert [node.text for node in row(read(client, "/temaer/sprogstoette/"), "g4").all("p")] == [
        "Udsagnet g4 siger noget.",
        "Kilde: Danske Regioner, marts 2022, afsnit 1 · Indsats: Aftalen",
    ]


def test_an_entry_shows_the_grants_of_policies_like_it_and_claims_none(client, grants):
    page = read(client, "/indsatser/sprogindsats/")
    (section,) = [
        node
        for node in page.one(class_="story").all("section")
        if node.one("h2").text == "Bevillinger til den slags indsatser"
    ]
    assert "Kilderne siger ikke, at denne indsats har fået noget af dem." in section.text
    assert section.one("h3").text == "Aftalen fælles tema: sprogstøtte"
    assert [item["id"] for item in section.one("ul").all("li")] == ["p-g1", "p-g2", "p-g3"]
    assert "perioden er slut" in row(page, "g2").text


def test_an_entry_without_such_policies_has_no_such_section(client, grants):
    assert "Bevillinger til den slags" not in read(client, "/indsatser/laeringsbuddy/").text


def test_a_policys_own_grants_stand_among_its_claims_alone(client, grants):
    page = read(client, "/indsatser/aftale/")
    assert "Bevillinger til den slags" not in page.text
    records = page.one("ul", class_="figures").all("li")
    assert [bool(record.all(class_="tag")) for record in records] == [False, True, False]
    assert records[1].one(class_="tag").text == "perioden er slut"


def test_grants_cost_an_entry_one_query_and_their_themes_another(
    client, grants, django_assert_num_queries
):
    with django_assert_num_queries(14):
        client.get("/indsatser/sprogindsats/")
    for index in range(30):
        entry = add_entry(f"p{index}", f"P{index}", kind="politik", themes=[grants.support])
        add_grant(grants, f"x{index}", entry=entry, period_from=2020 + index)
    with django_assert_num_queries(14):
        client.get("/indsatser/sprogindsats/")


def test_a_theme_names_grants_of_policies_related_to_its_entries(client, grants):
    assert "Bevillinger til den slags" not in read(client, "/temaer/trivsel/").text
    relate(grants.plan, grants.policy, "samme-tema")
    text = read(client, "/temaer/trivsel/").one("main").text
    assert "Kilderne siger ikke, at indsatserne på temaet har fået noget af dem." in text
    assert "Aftalen beslægtet" in text


def test_how_an_entry_pays_for_itself_without_an_amount_is_no_grant(client, grants):
    add_claim("eget", grants.buddy, grants.catalogue, kind="funding")
    assert "Penge til området" not in read(client, "/temaer/mentorordninger/").text
