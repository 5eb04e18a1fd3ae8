"""What a file costs: queries, memory, and what a cache saves."""

import gc
import gzip
import tracemalloc
from tempfile import TemporaryFile

import pytest
from django.http import QueryDict
from django.test import Client

from interventions import content_version
from interventions.exports import edition, workbook
from interventions.filters import InterventionFilterSet
from interventions.models import Intervention, SynonymSet
from tests.world import add_many

FILES = [
    *("/indsatser.csv", "/indsatser.xlsx", "/indsatser.json", "/indsatser/mentorkorps.json"),
    *("/data/sosu-videnbase.zip", "/data/datapackage.json", "/data/claims.csv"),
    "/data/openapi.json",
]


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/indsatser.csv", 13),
        ("/indsatser.csv?tema=mentorordninger&q=udsagnet&kommune=aalborg&sort=titel", 16),
        ("/indsatser.json", 15),
        ("/indsatser.json?tema=mentorordninger&q=udsagnet&kommune=aalborg", 19),
        ("/indsatser.xlsx", 22),
        ("/indsatser.xlsx?tema=mentorordninger&kommune=aalborg", 22),
        ("/indsatser/flere-000.json", 16),
        ("/data/sosu-videnbase.zip", 36),
        ("/data/claims.csv", 2),
        ("/data/datapackage.json", 1),
        ("/data/openapi.json", 6),
    ],
)
def test_a_file_costs_as_many_queries_however_long_it_is(
    client, world, django_assert_num_queries, address, queries
):
    for number in (1, 60):
        Intervention.objects.filter(slug__startswith="flere").delete()
        add_many(world, number)
        with django_assert_num_queries(queries):
            response = client.get(address)
            assert response.status_code == 200
            assert response.getvalue()


@pytest.mark.parametrize("address", FILES)
def test_who_has_it_already_is_told_so_for_few_queries(
    client, world, django_assert_max_num_queries, address
):
    first = client.get(address)
    first.getvalue()
    with django_assert_max_num_queries(13 if address.endswith("mentorkorps.json") else 3):
        again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    since = client.get(address, headers={"if-modified-since": first["Last-Modified"]})
    assert since.status_code == 304


@pytest.mark.parametrize("address", FILES)
def test_whatever_the_public_sees_changes_the_etag(client, world, address):
    def etag():
        response = client.get(address)
        response.getvalue()
        return response["ETag"]

    before = etag()
    world.draft.title = "Noget andet"
    world.draft.save()
    assert etag() == before
    world.report.title = "Noget nyt"
    world.report.save()
    after = etag()
    assert after != before
    SynonymSet.objects.create(slug="ord", words="mentor, makker")
    assert etag() != after


def test_another_release_or_licence_changes_the_etag(client, world, monkeypatch, settings):
    before = client.get("/data/datapackage.json")["ETag"]
    settings.DATA_LICENCE = "CC0-1.0"
    licensed = client.get("/data/datapackage.json")["ETag"]
    monkeypatch.setattr(edition, "_code", lambda: "another")
    assert len({before, licensed, client.get("/data/datapackage.json")["ETag"]}) == 3


@pytest.mark.parametrize("address", [*FILES, "/indsatser.json?x=1", "/indsatser/x.json"])
def test_files_are_shared_by_caches_without_cookies_and_not_indexed(client, world, address):
    response = client.get(address)
    response.getvalue()
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("address", FILES)
def test_an_editor_gets_the_same_file(client, admin_client, world, address):
    if not address.endswith(".xlsx"):  # its parts carry the time
        assert admin_client.get(address).getvalue() == client.get(address).getvalue()


@pytest.mark.parametrize("address", FILES)
def test_files_are_compressed_and_then_have_the_same_etag(client, world, address):
    plain = client.get(address)
    packed = client.get(address, headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert packed["ETag"] == plain["ETag"]
    assert gzip.decompress(packed.getvalue())[:2] == plain.getvalue()[:2]


@pytest.mark.parametrize("address", FILES)
def test_head_answers_like_get_without_a_body(client, world, address):
    head = client.head(address)
    assert (head.status_code, head.getvalue()) == (200, b"")


def peak(address):
    """The most memory that an answer takes while it is read and thrown away."""
    response = Client().get(address)
    gc.collect()
    tracemalloc.start()
    for _piece in response.streaming_content:
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_three_times_as_many_rows_take_no_more_memory(world, monkeypatch):
    """All the rows at once would take three times as much."""
    monkeypatch.setattr("tests.world.search_index.refresh", lambda entries: None)
    streamed = ["/indsatser.csv", "/indsatser.json"]
    peaks = []
    for number in (200, 600):
        Intervention.objects.filter(slug__startswith="flere").delete()
        add_many(world, number)
        peaks.append([peak(address) for address in streamed])
    few, many = peaks
    assert min(few) > 100_000
    assert [most < 2.5 * least for least, most in zip(few, many, strict=True)] == [True] * 2, peaks


def test_a_workbook_is_written_a_row_at_a_time(world, monkeypatch):
    """What is written stands on disk: the memory that is left does not grow with the rows."""
    monkeypatch.setattr("tests.world.search_index.refresh", lambda entries: None)
    peaks = []
    for number in (100, 300):
        Intervention.objects.filter(slug__startswith="flere").delete()
        add_many(world, number)
        filterset = InterventionFilterSet(QueryDict())
        now = edition.Edition(content_version.current(), "http://testserver")
        with TemporaryFile() as file:
            gc.collect()
            tracemalloc.start()
            workbook.write(file, filterset, now, "http://testserver/indsatser/")
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < 2.5 * peaks[0], peaks
