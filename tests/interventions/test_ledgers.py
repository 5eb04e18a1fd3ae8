import pytest

from interventions import rules
from interventions.models import Claim, Ledger
from tests.pages import read
from tests.world import add_claim

PAGE = "/indsatser/sprogindsats/"


def cards(page):
    return page.one("section", class_="ledger").all("li")


def test_figures_stand_in_time_and_without_a_date_last(client, ledger):
    found = cards(read(client, PAGE))
    assert [card["id"] for card in found] == ["p-u3", "p-u2", "p-u1"]
    assert [card.one(class_="when").text for card in found] == [
        "siden 2021 tallets periode",
        "13. september 2023 kildens dato",
        "dato ikke oplyst",
    ]


def test_each_figure_answers_the_same_questions(client, ledger):
    card = cards(read(client, PAGE))[2]
    assert [node.text for node in card.all("dt")] == [
        "Hvad og hvem det tæller",
        "Sammenlignet med",
        "Hvem der siger det",
    ]
    assert card.one(class_="number").one("b").text == "10 procent"
    assert [node.text for node in card.all("dd")] == [
        "deltagere",
        "ikke oplyst",
        "Bladet, dato ikke oplyst, afsnit 1 (læst som uddrag) presse",
    ]


def test_the_sentence_is_read_before_the_figures(client, ledger):
    node = read(client, PAGE).one("section", class_="ledger")
    assert node.one("h3").text == "Frafald blandt deltagerne"
    assert node.all("a", href=PAGE) == []
    assert node.all("p")[0].text == "Tallene har hver sin tæller og kan ikke sammenlignes."


@pytest.mark.parametrize("address", [PAGE, "/tal/"])
def test_links_lead_to_each_of_several_ledgers(client, ledger, address):
    assert read(client, address).all(class_="ledger-links") == []
    row = Ledger.objects.create(
        slug="antal",
        intervention=ledger.language,
        title="Hvor mange elever",
        sentence="Antallene tæller hver sit.",
        position=9,
    )
    for key in ("n1", "n2"):
        figure = {"kind": "target", "ledger": row, "value": 1, "unit": "elever"}
        add_claim(key, ledger.language, ledger.catalogue, **figure)
    page = read(client, address)
    links = page.one(class_="ledger-links").all("a")
    assert [link.text for link in links] == ["Frafald blandt deltagerne", "Hvor mange elever"]
    for link in links:
        assert page.one(id=link["href"].removeprefix("#")).text == link.text


@pytest.mark.parametrize("address", [PAGE, "/tal/"])
def test_a_figure_in_a_ledger_stands_once_on_the_page(client, ledger, address):
    page = read(client, address)
    for key in ("u1", "u2", "u3"):
        assert len(page.all(id=f"p-{key}")) == 1


def test_the_figures_have_footnotes_in_the_order_of_the_page(client, ledger):
    numbers = [card.one("sup").text for card in cards(read(client, PAGE))]
    assert numbers == ["3", "4", "5"]


def test_the_page_of_figures_names_the_entry(client, ledger):
    node = read(client, "/tal/").one("section", class_="ledger")
    assert node.all("a")[0]["href"] == PAGE
    assert node.all("sup") == []


def test_one_figure_alone_stands_where_its_kind_belongs(client, ledger):
    Claim.objects.filter(key__in=["u1", "u2"]).update(ledger=None)
    page = read(client, PAGE)
    assert page.all("section", class_="ledger") == []
    assert len(page.all(id="p-u3")) == 1


def test_a_deleted_ledger_leaves_its_claims(ledger):
    ledger.ledger.delete()
    assert Claim.objects.filter(key__in=["u1", "u2", "u3"], ledger=None).count() == 3


def test_only_figures_of_its_entry_stand_in_a_ledger(ledger):
    claim = Claim.objects.get(key="u1")
    claim.intervention = ledger.buddy
    assert list(rules.claim_problems(claim)) == ["ledger"]
    claim = Claim.objects.get(key="u1")
    claim.value, claim.unit = None, ""
    assert rules.claim_problems(claim) == {
        "ledger": "Kun et udsagn med et tal kan stå i en opstilling af tal."
    }


def test_ledgers_cost_no_query(client, ledger, django_assert_num_queries):
    with django_assert_num_queries(13):
        client.get(PAGE)
    with django_assert_num_queries(1):
        client.get("/tal/")


def test_a_figure_for_the_result_moves_an_entry_from_words_to_figures(client, world):
    address = "/indsatser/?dokumentation=tal"
    assert "laeringsbuddy" not in client.get(address).content.decode()
    claim = world.result
    claim.value, claim.unit = 12, "elever"
    claim.save()
    assert "laeringsbuddy" in client.get(address).content.decode()
    gaps = read(client, "/indsatser/laeringsbuddy/").one("section", class_="unknown").text
    assert "hvad der kom ud af den" not in gaps


@pytest.mark.parametrize("address", ["/kilder/", "/kilder/katalog/", "/indsatser/laeringsbuddy/"])
def test_a_source_that_was_read_in_part_says_so_with_a_link(client, world, address):
    world.catalogue.excerpt = True
    world.catalogue.save()
    tags = read(client, address).all("a", class_="tag")
    assert {(node.text, node["href"]) for node in tags} == {("læst som uddrag", "/om/#uddrag")}
    assert "uddrag" in read(client, "/om/").ids
