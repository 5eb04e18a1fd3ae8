import datetime

import pytest

from interventions import document, history, workflow, working_copy
from interventions.models import Claim, Intervention, Ledger
from interventions.rules import Refused
from interventions.search import index
from tests.pages import read
from tests.people import APPROVER, EDITOR, person
from tests.sosu_kb.crawler import Crawl
from tests.whole_base import whole_base
from tests.world import add_claim, add_source, relate

WORD = "kanariefugl"
STARTS = [
    "/",
    "/sitemap.xml",
    "/forslag.json",
    "/tal/",
    "/evidens/",
    "/evidenskort/",
    "/kilder/nyt-hefte/",
    "/kilder/skjult/",
    "/indsatser/laeringsbuddy--kopi/",
    "/indsatser/ny-adresse/",
    f"/indsatser/?q={WORD}",
    f"/indsatser/?q={WORD[:6]}",
    "/indsatser/?q=laeringsbuddy",
    "/indsatser/?evidens=virksom&sort=titel",
    "/indsatser/?kommune=aeroe&fase=overgang&maalgruppe=vejledere&uddannelse=ssh",
    "/indsatser/?aar_fra=2001&aar_til=2002",
    "/sammenlign/?i=laeringsbuddy&i=laeringsbuddy--kopi",
    "/notat/?i=laeringsbuddy&i=ny-adresse",
]


@pytest.fixture
def ane(db):
    return person("ane", APPROVER)


@pytest.fixture
def bo(db):
    return person("bo", EDITOR)


@pytest.fixture
def copy(world, bo):
    relate(world.plan, world.buddy)
    frame = add_source("nyt-hefte", title="Et hefte", position=9)
    add_claim("frame", None, frame, kind="context")
    return working_copy.open_for(world.buddy.pk, by=bo)


def rewritten(copy):
    """The document of the copy with everything in it changed."""
    content = document.of(copy)
    kept, gone = content["claims"]
    return content | {
        "slug": "ny-adresse",
        "title": f"{WORD} titel",
        "summary": f"{WORD} resumé",
        "kind": "projekt",
        "running_state": "afsluttet",
        "running_as_of": "2025-01-02",
        "start_year": 2001,
        "start_month": 2,
        "withdraw_on": "2099-01-01",
        "themes": ["sprogstoette", "trivsel"],
        "target_groups": ["vejledere"],
        "phases": ["overgang"],
        "programmes": ["ssh"],
        "characteristics": ["tryghed"],
        "municipalities": ["aeroe"],
        "organisations": ["sosu-nord"],
        "ledgers": [{"slug": "nye-tal", "title": f"{WORD} tal", "sentence": "S.", "position": 1}],
        "claims": [
            kept | {"text": f"{WORD} rettet.", "kind": "result", "value": "7", "unit": "elever",
                    "ledger": "nye-tal"},
            gone | {"key": "ny1", "text": f"{WORD} ny.", "source": "nyt-hefte"},
            gone | {"key": "ny2", "text": f"{WORD} vurdering.", "source": "skjult",
                    "kind": "rating", "tier": "virksom"},
        ],
        "relations": [{"to": "sprogindsats", "kind": "delelement", "sentence": f"{WORD} ligner."}],
    }  # fmt: skip


def public(client):
    """Every public page as it stands now, but for those that carry the hour of their making."""
    crawl = Crawl(client, STARTS)
    stamped = ("/foreslaa/", ".xlsx", ".zip")
    return crawl.statuses, {
        one: body for one, body in crawl.bodies.items() if not any(mark in one for mark in stamped)
    }


def write(copy, content, by):
    with history.edit(copy.pk, by=by, event="gemt") as row:
        assert document.write(row, content) == []


def publish(copy, ane, bo):
    workflow.take(copy.pk, workflow.TRANSITIONS["indsend"], by=bo)
    return workflow.take(copy.pk, workflow.TRANSITIONS["udgiv"], by=ane, note="Ny viden.")


def test_the_public_sees_nothing_of_a_copy_whatever_is_written_in_it(client, copy, ane, bo):
    working_copy.drop(copy.pk, by=bo)
    statuses, before = public(client)
    assert len(before) > 50

    fresh = working_copy.open_for(copy.copy_of_id, by=bo)
    write(fresh, rewritten(fresh), bo)
    statuses_then, during = public(client)
    assert statuses_then == statuses
    assert {one for one, body in during.items() if body != before[one]} == set()


def test_the_public_sees_nothing_of_a_dropped_copy(client, copy, ane, bo):
    before = read(client, "/indsatser/laeringsbuddy/").one("main").text
    write(copy, rewritten(copy), bo)
    working_copy.drop(copy.pk, by=ane)
    assert read(client, "/indsatser/laeringsbuddy/").one("main").text == before


def test_the_address_of_a_copy_is_not_found(client, copy):
    assert client.get("/indsatser/laeringsbuddy--kopi/").status_code == 404
    copy.slug = "andet--kopi"
    copy.save()
    assert client.get("/indsatser/andet/").status_code == 404
    assert client.get("/indsatser/andet--kopi/").status_code == 404


def test_publishing_carries_everything_over(client, copy, ane, bo):
    content = rewritten(copy)
    write(copy, content, bo)
    entry = publish(copy, ane, bo)
    assert entry.pk == copy.copy_of_id
    assert document.of(entry) == content | {
        "claims": sorted(content["claims"], key=lambda claim: claim["key"])
    }
    assert Intervention.objects.working_copies().count() == 0
    page = read(client, "/indsatser/ny-adresse/")
    assert page.one("h1").text == f"{WORD} titel"


def test_the_old_address_leads_to_the_new_one(client, copy, ane, bo):
    write(copy, rewritten(copy), bo)
    publish(copy, ane, bo)
    response = client.get("/indsatser/laeringsbuddy/")
    assert (response.status_code, response["Location"]) == (301, "/indsatser/ny-adresse/")


def test_claims_that_stay_keep_their_rows_keys_and_places_on_the_page(world, client, copy, ane, bo):
    rows = dict(world.buddy.claims.values_list("key", "pk"))
    write(copy, rewritten(copy), bo)
    publish(copy, ane, bo)
    after = dict(world.buddy.claims.values_list("key", "pk"))
    assert set(after) == {"k05", "ny1", "ny2"}
    assert after["k05"] == rows["k05"]
    assert {"p-k05", "p-ny1"} <= set(read(client, "/indsatser/ny-adresse/").ids)
    assert "p-k05" in read(client, "/kilder/katalog/").ids
    assert not Claim.objects.filter(key__endswith="--kopi").exists()
    assert [row.slug for row in Ledger.objects.all()] == ["nye-tal"]


def test_relations_from_other_entries_stay(world, client, copy, ane, bo):
    write(copy, rewritten(copy), bo)
    publish(copy, ane, bo)
    assert [row.from_entry.slug for row in world.buddy.relations_in.all()] == ["tid-til-vejledning"]
    assert [row.to_entry.slug for row in world.buddy.relations_out.all()] == ["sprogindsats"]


def test_the_story_goes_on_with_the_versions_of_the_copy(world, copy, ane, bo):
    number = Intervention.objects.get(pk=world.buddy.pk).version
    write(copy, rewritten(copy), bo)
    shown = Intervention.objects.get(pk=copy.pk).version
    publish(copy, ane, bo)
    story = world.buddy.versions.order_by("number").values_list("number", "event", "in_copy")
    assert list(story) == [
        (number, "indlaest", False),
        (number + 1, "kopieret", True),
        (number + 2, "gemt", True),
        (number + 3, "indsendt", True),
        (number + 4, "udgivet", False),
    ]
    assert shown == number + 2  # the number that its writer saw is the one that it keeps
    assert Intervention.objects.get(pk=world.buddy.pk).version == number + 4
    latest = world.buddy.versions.first()
    assert (latest.who, latest.note) == ("Ane", "Ny viden.")


def test_a_rating_moves_with_its_copy(world, ane, bo):
    copy = working_copy.open_for(world.corps.pk, by=bo)
    content = document.of(copy)
    first, second = content["claims"]
    first |= {"kind": "what", "tier": None}
    second |= {"kind": "rating", "tier": "perspektivrigt"}
    write(copy, content, bo)
    assert Intervention.objects.published().in_tiers(["virksom"]).count() == 1
    publish(copy, ane, bo)
    tiers = dict(world.corps.claims.values_list("key", "tier__slug"))
    assert tiers == {"r15-1": None, "r16": "perspektivrigt"}


def test_a_review_of_the_public_entry_meanwhile_is_kept(world, copy, ane, bo):
    Intervention.objects.filter(pk=world.buddy.pk).update(reviewed_on=datetime.date(2026, 1, 2))
    publish(copy, ane, bo)
    world.buddy.refresh_from_db()
    assert world.buddy.reviewed_on == datetime.date(2026, 1, 2)


def test_dropping_leaves_the_entry_and_keeps_the_versions(world, copy, ane, bo):
    before = document.of(world.buddy)
    write(copy, rewritten(copy), bo)
    entry = working_copy.drop(copy.pk, by=ane, note="Ikke nu.")
    assert document.of(entry) == before
    assert Intervention.objects.working_copies().count() == 0
    assert list(entry.versions.values_list("event", flat=True)) == [
        "kasseret",
        "gemt",
        "kopieret",
        "indlaest",
    ]
    assert entry.versions.get(event="gemt").document["title"] == f"{WORD} titel"
    assert entry.versions.first().note == "Ikke nu."


@pytest.mark.parametrize("step", ["_write_relations", "_write_ledgers"])
def test_a_failure_in_the_middle_changes_nothing(copy, ane, bo, monkeypatch, step):
    write(copy, rewritten(copy), bo)
    workflow.take(copy.pk, workflow.TRANSITIONS["indsend"], by=bo)
    before = whole_base()

    def fail(*args):
        raise OSError("the disk is full")

    monkeypatch.setattr(document, step, fail)
    with pytest.raises(OSError, match="the disk is full"):
        workflow.take(copy.pk, workflow.TRANSITIONS["udgiv"], by=ane)
    assert whole_base() == before


def test_index_and_content_agree_at_every_moment(copy, ane, bo):
    assert index.differences() == []
    write(copy, rewritten(copy), bo)
    assert index.differences() == []
    publish(copy, ane, bo)
    assert index.differences() == []
    again = working_copy.open_for(copy.copy_of_id, by=bo)
    working_copy.drop(again.pk, by=bo)
    assert index.differences() == []


@pytest.mark.parametrize("name", ["draft", "in_review", "archived"])
def test_only_what_is_published_has_copies(world, bo, name):
    with pytest.raises(Refused, match="Kun en udgivet indsats har brug for en arbejdskopi"):
        working_copy.open_for(getattr(world, name).pk, by=bo)


def test_a_copy_has_no_copy(copy, bo):
    with pytest.raises(Refused, match="Kun en udgivet indsats har brug for en arbejdskopi"):
        working_copy.open_for(copy.pk, by=bo)


def test_there_is_one_copy_at_a_time(world, copy, ane):
    assert working_copy.open_for(world.buddy.pk, by=ane).pk == copy.pk


def test_an_entry_is_not_dropped_as_a_copy(world, copy, bo):
    with pytest.raises(Refused, match="Det er ikke en arbejdskopi"):
        working_copy.drop(world.buddy.pk, by=bo)
    with pytest.raises(history.Conflict):
        working_copy.drop(copy.pk, by=bo, seen=1)


def test_an_entry_with_a_copy_is_not_archived_and_neither_is_the_copy(world, copy, ane):
    step = workflow.TRANSITIONS["arkiver"]
    with pytest.raises(Refused, match="Der er en arbejdskopi"):
        workflow.take(world.buddy.pk, step, by=ane, note="Væk.")
    with pytest.raises(Refused, match="En arbejdskopi arkiveres ikke"):
        workflow.take(copy.pk, step, by=ane, note="Væk.")


def test_a_long_address_has_room_for_the_mark(world, bo):
    Intervention.objects.filter(pk=world.buddy.pk).update(slug="a" * 94)
    assert working_copy.open_for(world.buddy.pk, by=bo).slug == "a" * 94 + "--kopi"


def test_a_new_claim_of_a_copy_gets_a_key_that_stays_free(world, copy):
    claim = add_claim(None, copy, world.catalogue)
    assert claim.key.endswith("--kopi")
    assert not Claim.objects.filter(key=claim.key.removesuffix("--kopi")).exists()
