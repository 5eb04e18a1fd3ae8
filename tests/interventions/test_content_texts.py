"""The content as text: held against its sources, in our own words, without names."""

import hashlib
import json
import os
import re
from pathlib import Path

import pytest
from django.conf import settings

from interventions import anchors
from interventions.models import Claim, Source
from municipalities import danish

SOURCES = Path(os.environ.get("SOSU_SOURCES", settings.BASE_DIR / "../shared/sources"))
FIXTURES = settings.BASE_DIR / "fixtures"
LONGEST_RUN = 11
FORBIDDEN = ["evidensbaseret", "dokumenteret effekt", "anbefalet", "virker"]

# The words of all names of persons in the source texts, except "rosa", which is a colour too.
NAME_SALT = "sosu-videnbasen:"
NAME_HASHES = set(
    """
    090b5b39f4b103eed884d0551f799d9db8743b03be39831f1a01508e942b7401
    0949a9b914d254e25afceec487269e10987875f77c81e25f2ee49fbc859a369d
    094a12169c71167554e9b42439c347fc8f699379d819020d396dac2fcc716f02
    1cd7b58a1a8ae9be68e5b39824dc2b23bed89f5036636484f251b9f2198c1fd8
    214792ec042e26557183e590963973376077e44aebcaaa6c7cc3b4c78b3d5368
    275f0a18afb37f02f081ada34a6206c4289e603bcbfd9227e00ebcf638e90dc1
    4bc0f9e1746c7c65d4f873ff9aaaa03e5b466553d13155820637057d81d68191
    52aad59e5448555992c7405c4fb6e1a81ad0bc54afef3d7c080e0a4b6541e062
    5cd1045efb98f29c5b4608581768067fb040057329a26470bbf6048615c0851b
    7a3690c4a8f30d6a43ff4690c2d39f2359f3b5f1f59f375dea6be6d4fd38c602
    9a0a4f33fbd23900f185a50371727ba6bd8ca5c401d9d2fb1a16d33627101ae9
    a7fdfebe27683d14b145c9f61d1e84c052e31a032fb1e149c6e722168c266c72
    c471a2d9e80287716c6ec19932f15605bac97501f7c09cc3ded249d227a11722
    c7f979ad72fd3c7b4ca9b8d42c9f445de2334e3248421f09e1cb09f0240b7d45
    e2aa5c2d220bca61ca325799ce4e2e1f115d128b147dab39abd47abf6f461f2e
    f15fa9746b608363420476d4be8395d72be8488bf43340cd8d526ccd4574b841
""".split()  # noqa: SIM905
)


def strings(value):
    """Every string of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def fixture_rows():
    """(file, what the row is called, fields) of all rows of fixtures/."""
    for path in sorted(FIXTURES.glob("*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            fields = row["fields"]
            name = fields.get("key") or fields.get("slug") or str(fields.get("from_entry"))
            yield path.stem, name, fields


def own_texts():
    """(where, text) of everything that readers see; anchors are the source's own words."""
    for file, name, fields in fixture_rows():
        for field, value in fields.items():
            if field not in {"anchor", "url"}:
                yield from ((f"{file} {name} {field}", text) for text in strings(value))


def hashed_names(text):
    """The hashes of those words of the text that are names of persons in the sources."""
    words = re.findall(r"\w+", danish.normalise(text).casefold())
    return {hashlib.sha256((NAME_SALT + word).encode()).hexdigest() for word in words} & NAME_HASHES


def runs(text):
    """Every run of one word more than the longest that is allowed."""
    words = danish.words(text)
    size = LONGEST_RUN + 1
    return {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}


@pytest.fixture(scope="session")
def texts():
    """The source texts, normalised, by slug."""
    if not SOURCES.is_dir():
        pytest.skip(f"no source texts in {SOURCES} (SOSU_SOURCES names their folder)")
    return anchors.read_texts(SOURCES)


@pytest.fixture
def claims(seeded):
    return Claim.objects.select_related("source")


def found(claims, texts, what):
    return [str(finding) for finding in anchors.check_claims(claims, texts) if finding.what == what]


def test_a_source_is_an_excerpt_exactly_when_there_is_no_text_to_hold_it_against(claims, texts):
    excerpts = Source.objects.filter(excerpt=True).order_by("slug")
    assert len(texts) == 5
    assert excerpts.count() == 42
    assert anchors.sources_not_held(claims, texts) == list(excerpts.values_list("slug", flat=True))


def test_every_anchor_is_in_its_source(claims, texts):
    assert found(claims, texts, "anker") == []


def test_every_figure_is_in_its_source(claims, texts):
    assert found(claims, texts, "tal") == []


def test_no_text_shares_twelve_words_in_a_row_with_a_source(texts):
    sources = set().union(*(runs(text) for text in texts.values()))
    assert [where for where, text in own_texts() if runs(text) & sources] == []


def test_no_text_says_that_a_measure_works():
    # The title of a source is the publisher's word, not ours.
    assert [
        (where, word)
        for where, text in own_texts()
        for word in FORBIDDEN
        if not re.fullmatch(r"sources \S+ title", where)
        and re.search(rf"\b{word}\b", text.casefold())
    ] == []


def test_no_person_is_named():
    named = [
        (file, name)
        for file, name, fields in fixture_rows()
        if any(hashed_names(text) for text in strings(fields))
    ]
    assert named == []


def test_the_hashes_are_those_of_names_in_the_sources(texts):
    assert set().union(*(hashed_names(text) for text in texts.values())) == NAME_HASHES
