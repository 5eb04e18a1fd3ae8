import pytest

from interventions import rules
from interventions.models import Claim
from tests.pages import read
from tests.world import add_claim


@pytest.fixture
def reserved(world):
    """A figure that its source gives with a reservation."""
    world.figure.qualifier = "over"
    world.figure.save()
    return world


@pytest.mark.parametrize(
    ("qualifier", "value", "unit", "words"),
    [
        ("", "3000", "elever", "3.000 elever"),
        ("cirka", "3000", "elever", "cirka 3.000 elever"),
        ("op til", "1.5", "timer om ugen", "op til 1,5 timer om ugen"),
        ("knap", "2692630.20", "kr.", "knap 2.692.630,20 kr."),
    ],
)
def test_the_qualifier_is_read_before_the_number(world, qualifier, value, unit, words):
    add_claim("q1", world.plan, world.catalogue, qualifier=qualifier, value=value, unit=unit)
    assert Claim.objects.get(key="q1").figure_text == words


def test_a_grant_keeps_its_qualifier_and_how_often_it_is_given(world):
    grant = {"kind": "funding", "value": "5", "unit": "mio. kr.", "recurrence": "aarligt"}
    add_claim("q1", world.plan, world.catalogue, qualifier="knap", **grant)
    assert Claim.objects.get(key="q1").amount_text == "knap 5 mio. kr. årligt"


@pytest.mark.parametrize(
    "address",
    [
        "/indsatser/sprogindsats/",
        "/tal/",
        "/kilder/katalog/",
        "/sammenlign/?i=sprogindsats&i=laeringsbuddy",
        "/notat/?i=sprogindsats",
    ],
)
def test_every_page_with_the_figure_shows_its_qualifier(client, reserved, address):
    shown = [node.text for node in read(client, address).all("b") if "155" in node.text]
    # The comparison stands twice in the page: as a table, and one entry after the other for phones.
    assert set(shown) == {"over 155 elever"}


def test_a_plotted_share_says_its_qualifier_beside_the_bar(client, world):
    share = {"kind": "context", "value": "37", "unit": "procent"}
    add_claim("q1", None, world.report, qualifier="cirka", **share)
    plot = read(client, "/tal/").one("svg", class_="row")
    assert plot.one("text").text == "cirka 37 procent"
    assert plot["aria-label"] == "cirka 37 procent på en skala fra 0 til 100"


def test_a_qualifier_without_a_number_is_refused(world):
    claim = world.result
    claim.qualifier = "cirka"
    assert rules.claim_problems(claim) == {
        "value": "Her er forbehold, enhed eller stikprøve udfyldt, men ikke tallet."
    }


def test_a_count_reaches_to_its_source_and_a_grant_runs_on(world):
    period = {"value": "5", "unit": "mio. kr.", "period_from": 2024}
    assert add_claim("q1", None, world.report, kind="target", **period).period_text == "siden 2024"
    assert add_claim("q2", None, world.report, kind="funding", **period).period_text == (
        "2024 og frem"
    )
