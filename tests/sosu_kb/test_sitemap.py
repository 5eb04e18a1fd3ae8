from xml.etree import ElementTree

import pytest
from django.utils import timezone

from interventions import content_version
from interventions.models import ContentVersion
from tests.pages import read
from tests.story import begin, draft_of, republish, step
from tests.world import add_many

SITEMAP_QUERIES = 11
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def sitemap(client):
    def read():
        response = client.get("/sitemap.xml")
        assert response.status_code == 200
        assert response["Content-Type"].startswith("application/xml")
        root = ElementTree.fromstring(response.content)
        return {
            url.find("s:loc", NAMES).text: url.findtext("s:lastmod", None, NAMES)
            for url in root.findall("s:url", NAMES)
        }

    return read


def test_only_public_pages_are_named(world, sitemap):
    pages = ["", "indsatser/", "find/", "temaer/", "kommuner/", "evidens/", "kilder/", "om/"]
    pages += ["tilgaengelighed/", "privatliv/", "evidenskort/", "tal/", "foreslaa/", "nyt/"]
    pages += ["data/", "data/eksempler/"]
    pages += [
        f"indsatser/{slug}/"
        for slug in ("laeringsbuddy", "mentorkorps", "sprogindsats", "tid-til-vejledning")
    ]
    pages += [f"temaer/{slug}/" for slug in ("mentorordninger", "sprogstoette", "trivsel")]
    pages += [f"kommuner/{slug}/" for slug in ("aalborg", "koebenhavn", "odense", "svendborg")]
    pages += ["kilder/katalog/", "kilder/rapport/"]
    assert sorted(sitemap()) == sorted(f"http://testserver/{page}" for page in pages)


def test_everything_named_answers(client, seeded, sitemap):
    addresses = sitemap()
    assert len(addresses) > 60
    for address in addresses:
        assert client.get(address.removeprefix("http://testserver")).status_code == 200, address


def test_each_page_is_described_by_words_of_its_own(client, seeded, sitemap):
    described = {}
    for address in sitemap():
        page = read(client, address.removeprefix("http://testserver"))
        words = page.one("meta", name="description")["content"]
        assert described.setdefault(words, address) == address


@pytest.fixture
def days_ago(world):
    """A base whose entries became public on four days: `buddy` last."""
    entries = (world.plan, world.language, world.corps, world.buddy)
    for day, entry in enumerate(entries, start=1):
        moment = timezone.make_aware(timezone.datetime(2024, 3, day, 12))
        type(entry).objects.filter(pk=entry.pk).update(published_at=moment)
    begin()
    return world


def test_an_entry_carries_the_day_of_the_version_that_the_public_reads(
    days_ago, sitemap, admin_user
):
    page = "http://testserver/indsatser/laeringsbuddy/"
    assert sitemap()[page] == "2024-03-04"
    draft_of(days_ago.buddy, admin_user, title="Hemmelig")
    assert sitemap()[page] == "2024-03-04"
    republish(days_ago.buddy, admin_user, title="Buddy")
    assert sitemap()[page] == timezone.localdate().isoformat()


def test_pages_about_entries_carry_the_day_of_the_last_of_them(days_ago, sitemap):
    found = sitemap()
    for page, day in {
        "temaer/mentorordninger/": 4,
        "temaer/sprogstoette/": 3,
        "temaer/trivsel/": 1,
        "kommuner/aalborg/": 4,
        "kommuner/odense/": 3,
        "kommuner/koebenhavn/": 2,
    }.items():
        assert found[f"http://testserver/{page}"] == f"2024-03-0{day}", page


def test_what_an_entry_left_carries_the_day_of_that(days_ago, sitemap, admin_user):
    today = timezone.localdate().isoformat()
    step(days_ago.corps, "arkiver", admin_user)
    republish(days_ago.plan, admin_user, lambda row: row.themes.set([days_ago.mentors]))
    found = sitemap()
    assert found["http://testserver/temaer/sprogstoette/"] == today
    assert found["http://testserver/temaer/trivsel/"] == today
    assert found["http://testserver/kommuner/koebenhavn/"] == "2024-03-02"


def test_pages_of_the_whole_carry_the_day_of_the_content(world, sitemap):
    ContentVersion.objects.update(changed_at=timezone.make_aware(timezone.datetime(2024, 3, 9, 12)))
    found = sitemap()
    for page in ("", "indsatser/", "nyt/", "temaer/", "kommuner/", "evidens/", "kilder/", "tal/"):
        assert found[f"http://testserver/{page}"] == "2024-03-09", page


def test_pages_without_a_known_change_carry_no_date(world, sitemap):
    for page in ("om/", "find/", "foreslaa/", "tilgaengelighed/", "privatliv/", "kilder/katalog/"):
        assert sitemap()[f"http://testserver/{page}"] is None


def test_the_sitemap_costs_as_many_queries_however_much_there_is(
    client, world, django_assert_num_queries
):
    content_version.current()
    with django_assert_num_queries(SITEMAP_QUERIES):
        client.get("/sitemap.xml")
    add_many(world, 30)
    with django_assert_num_queries(SITEMAP_QUERIES):
        client.get("/sitemap.xml")


def test_an_entry_leaves_with_its_publication(world, sitemap):
    world.buddy.state = "arkiveret"
    world.buddy.save()
    assert "http://testserver/indsatser/laeringsbuddy/" not in sitemap()
    assert "http://testserver/kommuner/aalborg/" not in sitemap()
