"""3,000 addresses that nobody in their right mind would type."""

import gc
import random
from urllib.parse import quote

import pytest
from django.db import connection

from interventions.filters import SORTS
from tests.story import begin

NUMBER = 3000
PARTS = 10
# Most of the time goes into pages, which no database makes: the second one gets two parts of the
# mixtures, and like the first every value in every parameter.
PARTS_HERE = PARTS if connection.vendor == "sqlite" else 2
SEED = 20_261_123

PARAMETERS = [
    *[
        "q",
        "evidens",
        "tema",
        "maalgruppe",
        "fase",
        "type",
        "dokumentation",
        "kommune",
        "region",
        "uddannelse",
    ],
    *["aar_fra", "aar_til", "sort", "side"],
]
UNKNOWN = ["a[]", "tema[]", "tema__slug", "page", "", "__proto__", "csrfmiddlewaretoken", "æ", "Q"]
SLUGS = """
    virksom perspektivrigt ikke-vurderet mentorordninger sprogstoette trivsel alle-elever vejledere
    oplaering overgang praksis plan projekt politik vurderet tal udsagn ingen aalborg odense aeroe
    koebenhavn syddanmark nordjylland ssh ikke-oplyst udkast skjult
""".split()  # noqa: SIM905
# Percent-encoded already, so that broken bytes arrive broken.
NASTY = [
    "%00",
    "mentor%00",
    "\x00",
    "%ff%fe",
    "%C3",
    "%E2%82",
    "%ED%A0%80",
    "%",
    "%zz",
    "%u0041",
    "%F0%9F%92%A9",
    quote("👩‍👩‍👧‍👦"),
    quote("\u202eabc\u202c"),
    quote("\u200f\u200b"),
    quote("ﷺ"),
    quote("İıſß"),
    quote("a\u0301\u0301\u0301" * 20),
    quote("٢٠٢٠"),
    quote("²"),
    quote("'"),
    quote('"'),
    quote("`"),
    quote("\\"),
    quote("' OR 1=1 --"),
    quote("'; DROP TABLE interventions_intervention; --"),
    quote("1) UNION SELECT 1,2,3 --"),
    quote("%_%"),
    quote("_"),
    quote("{{ 7*7 }}{% debug %}"),
    quote("<script>alert(1)</script>"),
    quote("../../etc/passwd"),
    quote("${jndi:ldap://x}"),
    "+",
    "%20%20",
    "%0d%0aSet-Cookie:%20x=1",
    ";",
    "=",
    "==&&==",
    "0",
    "-0",
    "-1",
    "1",
    "2",
    "1e3",
    "1.0",
    "1_000",
    "0x10",
    "NaN",
    "Infinity",
    "None",
    "null",
    "true",
    "[]",
    "2019",
    "2020",
    "2021",
    "1899",
    "2101",
    "9" * 20,
    "-" + "9" * 40,
    "9" * 5000,
    "x" * 3000,
    quote("æ" * 3000),
    "+".join(["mentor"] * 500),
    "+".join("abcdefghijklmnop"),
    "mentor",
    quote("ærø"),
    "København",
    "vejleder+elev",
    *SORTS,
    "",
]


def address(chance):
    pairs = []
    for _ in range(chance.choice([0, 1, 1, 2, 3, 3, 5, 8, 13])):
        name = chance.choice(PARAMETERS) if chance.random() < 0.9 else quote(chance.choice(UNKNOWN))
        if chance.random() < 0.04:
            name += chance.choice(NASTY)[:100]
        value = chance.choice(SLUGS) if chance.random() < 0.4 else chance.choice(NASTY)
        if chance.random() < 0.1:
            value += chance.choice(NASTY)
        pair = name if chance.random() < 0.03 else f"{name}={value}"
        pairs += [pair] * chance.choice([1, 1, 1, 1, 1, 2, 3])
    return chance.choice(["&", "&", "&", "&", "&&", ";"]).join(pairs)


def addresses():
    chance = random.Random(SEED)
    return [address(chance) for _ in range(NUMBER)]


@pytest.fixture
def rare_collection():
    """A quarter of the time of these thousands of pages would go into collecting garbage."""
    usual = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    yield
    gc.set_threshold(*usual)
    gc.unfreeze()


@pytest.mark.parametrize("part", range(PARTS_HERE))
@pytest.mark.usefixtures("rare_collection")
def test_no_address_breaks_the_list(client, world, part):
    seen = set()
    for query in addresses()[part::PARTS]:
        response = client.get("/indsatser/", QUERY_STRING=query)
        assert response.status_code in {200, 404}, query
        assert "side" in query or response.status_code == 200, query
        assert len(response.content) < 100_000, query
        seen.add(response.status_code)
    assert seen == {200, 404}


@pytest.mark.parametrize("path", ["/nyt/", "/nyt.atom", "/indsatser/laeringsbuddy/historik/"])
@pytest.mark.usefixtures("rare_collection")
def test_no_address_breaks_what_is_new(client, world, path):
    begin()
    for query in addresses()[::20]:
        if path.endswith("historik/"):
            query = query.replace("tema=", "fra=").replace("kommune=", "til=")
        response = client.get(path, QUERY_STRING=query)
        allowed = {200, 404} | ({400} if path == "/nyt.atom" else set())
        assert response.status_code in allowed, query


@pytest.mark.usefixtures("rare_collection")
def test_no_value_breaks_the_list_in_any_parameter(client, world):
    """All parameters at once: each is read for itself. A page that is none would hide the rest."""
    others = [name for name in PARAMETERS if name != "side"]
    for value in dict.fromkeys([*NASTY, *SLUGS]):
        query = "&".join(f"{name}={value}" for name in others)
        assert client.get("/indsatser/", QUERY_STRING=query).status_code == 200, query
        paged = client.get("/indsatser/", QUERY_STRING=f"side={value}")
        assert paged.status_code in {200, 404}, value


def test_the_addresses_are_many_and_the_same_each_time():
    assert addresses() == addresses()
    assert len(set(addresses())) > 2500


@pytest.mark.parametrize("pairs", ["tema=x", "tema=trivsel", "q=a", "x=1"])
def test_thousands_of_pairs_are_refused_or_answered(client, world, pairs):
    assert client.get("/indsatser/", QUERY_STRING="&".join([pairs] * 900)).status_code == 200
    response = client.get("/indsatser/", QUERY_STRING="&".join([pairs] * 1100))
    assert response.status_code == 400
    assert "Adressen kan ikke læses" in response.content.decode()


@pytest.mark.parametrize("value", ["%00", "%ff", quote("👩‍👩‍👧‍👦"), "'", "x" * 3000, "%2F", "%0a"])
@pytest.mark.parametrize("folder", ["indsatser", "kommuner", "temaer", "kilder"])
def test_no_path_breaks_a_page(client, world, folder, value):
    assert client.get(f"/{folder}/{value}/").status_code == 404


@pytest.mark.parametrize("value", ["%00", "%ff", "'", "x" * 3000, "%2F", "a.b"])
@pytest.mark.parametrize("ending", ["/historik/", ".bib", ".ris"])
def test_no_path_breaks_what_stands_beside_a_page(client, world, value, ending):
    assert client.get(f"/indsatser/{value}{ending}").status_code == 404
