from itertools import pairwise
from urllib.parse import urldefrag

import pytest

pytestmark = pytest.mark.django_db


def test_the_walk_reaches_every_kind_of_page(crawl):
    paths = {urldefrag(address)[0].removeprefix("http://testserver") for address in crawl.pages}
    for path in ("", "indsatser/", "temaer/", "kommuner/", "evidens/", "kilder/", "om/"):
        assert f"/{path}" in paths
    assert {"/data/", "/data/eksempler/"} <= paths
    assert {"/tilgaengelighed/", "/privatliv/", "/indsatser/?tema=simulation"} <= paths
    assert {"/nyt/", "/nyt/?kommune=aalborg", "/indsatser/gruppevejledning/historik/"} <= paths
    counts = {
        folder: sum(path.startswith(f"/{folder}/") and path.count("/") == 3 for path in paths)
        for folder in ("indsatser", "kommuner", "temaer", "kilder")
    }
    assert counts == {"indsatser": 41, "kommuner": 98, "temaer": 13, "kilder": 47}


def test_the_walk_reads_the_files_too(crawl):
    paths = {address.removeprefix("http://testserver") for address in crawl.bodies}
    assert {"/indsatser.csv", "/indsatser.xlsx", "/indsatser.json"} <= paths
    assert {"/data/sosu-videnbase.zip", "/data/openapi.json", "/data/datapackage.json"} <= paths
    assert {"/indsatser/aalborg-laeringsbuddy.json", "/data/claims.csv"} <= paths


def test_every_link_leads_to_a_page(crawl):
    assert {address: status for address, status in crawl.statuses.items() if status != 200} == {}


def test_every_fragment_is_an_id_of_its_page(crawl):
    fragments = {(source, *urldefrag(target)) for source, target in crawl.links if "#" in target}
    assert len(fragments) > 400
    visited = [one for one in fragments if one[1] in crawl.pages]
    assert len(visited) > 400
    assert [
        (source, page, fragment)
        for source, page, fragment in visited
        if fragment not in crawl.pages[page].ids
    ] == []


def test_the_markup_of_every_page_is_in_order(crawl):
    assert {address: page.faults for address, page in crawl.pages.items() if page.faults} == {}


def test_every_page_has_one_heading_a_title_of_its_own_and_a_language(crawl):
    titles = {}
    for address, page in crawl.pages.items():
        assert len(page.all("h1")) == 1, address
        assert page.one("html")["lang"] == "da"
        if "?" not in address:
            titles.setdefault(page.one("head").one("title").children[0], []).append(address)
    assert {title: pages for title, pages in titles.items() if len(pages) > 1} == {}


def test_headings_do_not_skip_a_level(crawl):
    for address, page in crawl.pages.items():
        level = 0
        for node in page.one("body").all():
            if node.tag in {"h1", "h2", "h3", "h4"}:
                assert int(node.tag[1]) <= level + 1, (address, node.text)
                level = int(node.tag[1])


def test_every_page_names_itself_as_canonical(crawl):
    for address, page in crawl.pages.items():
        if "?" not in address:
            assert page.one("link", rel="canonical")["href"] == address


def test_no_page_complains_about_a_link_of_our_own(crawl):
    assert [address for address, page in crawl.pages.items() if page.all(role="alert")] == []


def test_no_public_page_leads_to_the_admin(crawl):
    assert [link for link in crawl.links if "/admin" in link[1]] == []


def test_nothing_is_fetched_from_elsewhere_and_nothing_is_inline(crawl):
    for address, page in crawl.pages.items():
        for node in page.all():
            for name in ("src", "srcset", "poster", "data"):
                assert node.get(name, "/").startswith("/"), address
            if node.tag == "link" and node.get("rel") != "canonical":
                assert node["href"].startswith("/"), address
            assert "style" not in node.attributes, address
            assert not any(name.startswith("on") for name in node.attributes), address
            assert node.tag != "style", address
            if node.tag == "script" and not node.get("src"):  # a data block does not run
                assert node["type"] == "application/ld+json", address


def test_no_template_leaves_its_traces(crawl):
    for address, page in crawl.pages.items():
        for trace in ("{{", "{%", "None", "INVALID", "  ,", " ,"):
            assert trace not in page.text, (address, trace)


def test_one_reads_in_the_singular_and_more_in_the_plural(crawl):
    for address, page in crawl.pages.items():
        words = page.text.split()
        for number, noun in pairwise(words):
            noun = noun.strip(".,:;()")
            assert (number, noun) not in {("1", "indsatser"), ("1", "kommuner")}, address
            assert not (number.isdigit() and number != "1" and noun == "indsats"), address
