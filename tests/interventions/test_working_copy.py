import pytest
from django.db import transaction

from interventions import document, history, rules, workflow, working_copy
from interventions.models import Claim, FormerSlug, Intervention, SearchTerm
from interventions.search import index
from tests.world import add_claim

PAGES = [
    "/",
    "/indsatser/",
    "/indsatser/laeringsbuddy/",
    "/indsatser/?q=laeringsbuddy",
    "/indsatser.json",
    "/kommuner/aalborg/",
    "/temaer/mentorordninger/",
    "/kilder/katalog/",
    "/evidenskort/",
    "/tal/",
    "/forslag.json",
    "/sitemap.xml",
]


@pytest.fixture
def ane(django_user_model):
    return django_user_model.objects.create_superuser("ane")


@pytest.fixture
def bo(django_user_model):
    return django_user_model.objects.create_superuser("bo")


@pytest.fixture
def copy(world, ane):
    return working_copy.open_for(world.buddy.pk, by=ane)


def rewrite(copy, by, **changes):
    """Give the copy another content, as a save of its form does."""
    with history.edit(copy.pk, by=by, event="gemt") as row:
        document.write(row, document.of(row) | changes)
    copy.refresh_from_db()


def publish(copy, by):
    workflow.take(copy.pk, workflow.TRANSITIONS["indsend"], by=by)
    return workflow.take(copy.pk, workflow.TRANSITIONS["udgiv"], by=by)


def everything(copy):
    """Another value for every part of the copy."""
    claims = document.of(copy)["claims"]
    kept = claims[0] | {"text": "Omskrevet udsagn."}
    new = claims[0] | {"key": "helt-ny", "text": "Et nyt udsagn.", "position": 9}
    return {
        "title": "Ny titel",
        "summary": "Nyt resumé.",
        "slug": "ny-adresse",
        "themes": ["trivsel"],
        "municipalities": ["odense"],
        "start_year": 2019,
        "claims": [kept, new],
        "relations": [{"to": "sprogindsats", "kind": "samme-tema", "sentence": "Ny."}],
    }


def test_a_copy_begins_as_its_entry(world, copy):
    assert document.of(copy) == document.of(world.buddy)
    assert copy.state == "kladde"
    assert copy.slug == "laeringsbuddy--kopi"
    assert sorted(copy.claims.values_list("key", flat=True)) == ["k05--kopi", "k07--kopi"]


def test_asking_twice_gives_the_same_copy(world, copy, bo):
    assert working_copy.open_for(world.buddy.pk, by=bo) == copy


def test_only_what_is_published_has_a_copy(world, ane):
    with pytest.raises(rules.Refused):
        working_copy.open_for(world.draft.pk, by=ane)


def test_the_public_sees_nothing_of_a_copy(client, world, ane):
    before = {page: client.get(page).getvalue() for page in PAGES}
    copy = working_copy.open_for(world.buddy.pk, by=ane)
    rewrite(copy, ane, **everything(copy))
    assert {page: client.get(page).getvalue() for page in PAGES} == before
    assert client.get(f"/indsatser/{copy.slug}/").status_code == 404


def test_publishing_carries_everything_over(client, world, copy, ane, bo):
    rewrite(copy, ane, **everything(copy))
    entry = publish(copy, bo)
    assert entry.pk == world.buddy.pk
    assert document.of(entry)["title"] == "Ny titel"
    assert [row["key"] for row in document.of(entry)["claims"]] == ["helt-ny", "k05"]
    assert Claim.objects.get(key="k05").text == "Omskrevet udsagn."
    assert client.get("/indsatser/ny-adresse/").status_code == 200
    assert client.get("/indsatser/laeringsbuddy/")["Location"] == "/indsatser/ny-adresse/"
    assert FormerSlug.objects.get(slug="laeringsbuddy").intervention == entry
    assert not Intervention.objects.working_copies().exists()
    assert index.differences() == []


def test_a_rating_can_move_to_another_claim(world, ane, bo):
    copy = working_copy.open_for(world.corps.pk, by=ane)
    claims = {row["key"]: row for row in document.of(copy)["claims"]}
    claims["r15-1"] |= {"kind": "what", "tier": None}
    claims["r16"] |= {"kind": "rating", "tier": "virksom"}
    rewrite(copy, ane, claims=list(claims.values()))
    entry = publish(copy, bo)
    assert dict(entry.claims.values_list("key", "kind")) == {"r15-1": "what", "r16": "rating"}


def test_relations_that_lead_to_the_entry_stay(world, ane, bo):
    copy = working_copy.open_for(world.corps.pk, by=ane)
    rewrite(copy, ane, summary="Nyt.")
    entry = publish(copy, bo)
    assert entry.relations_in.filter(from_entry=world.buddy).exists()


def test_the_story_goes_on(world, copy, ane, bo):
    rewrite(copy, ane, summary="Første.")
    rewrite(copy, ane, summary="Anden.")
    entry = publish(copy, bo)
    story = entry.versions.order_by("number").values_list("event", "in_copy")
    assert [event for event, _ in story] == [
        *("indlaest", "kopieret", "gemt", "gemt", "indsendt", "udgivet"),
    ]
    assert [in_copy for _, in_copy in story] == [False, True, True, True, True, False]
    numbers = list(entry.versions.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(numbers[0], numbers[0] + 6))
    assert entry.version == numbers[-1]


def test_four_eyes_hold_for_copies_too(world, copy, ane, bo):
    rewrite(copy, ane, summary="Mit.")
    workflow.take(copy.pk, workflow.TRANSITIONS["indsend"], by=ane)
    with pytest.raises(rules.Refused, match="en anden"):
        workflow.take(copy.pk, workflow.TRANSITIONS["udgiv"], by=ane)


def test_the_gate_stands_before_copies_too(world, copy, ane, bo):
    rewrite(copy, ane, claims=[], themes=[])
    workflow.take(copy.pk, workflow.TRANSITIONS["indsend"], by=ane)
    with pytest.raises(rules.Refused) as refused:
        workflow.take(copy.pk, workflow.TRANSITIONS["udgiv"], by=bo)
    assert sorted(refused.value.problems) == ["claims", "themes"]


def test_a_failure_in_the_middle_changes_nothing(world, copy, ane, bo, monkeypatch):
    rewrite(copy, ane, **everything(copy))
    before = document.of(world.buddy)

    def fails(*args):
        raise RuntimeError

    monkeypatch.setattr(history, "adopt", fails)
    with transaction.atomic(), pytest.raises(RuntimeError):
        publish(copy, bo)
    assert document.of(Intervention.objects.get(pk=world.buddy.pk)) == before
    assert Intervention.objects.working_copies().count() == 1


def test_a_dropped_copy_leaves_its_versions(world, copy, ane):
    rewrite(copy, ane, summary="Fortrudt.")
    entry = working_copy.drop(copy.pk, by=ane, note="Fortrudt")
    assert entry.summary == "Nye elever følges med en ældre elev."
    assert [version.event for version in entry.versions.all()[:2]] == ["kasseret", "gemt"]
    assert entry.versions.all()[1].document["summary"] == "Fortrudt."
    assert not SearchTerm.objects.filter(entry=copy.pk).exists()
    assert index.differences() == []


def test_an_entry_with_a_copy_is_not_archived(world, copy, ane):
    with pytest.raises(rules.Refused, match="arbejdskopi"):
        workflow.take(world.buddy.pk, workflow.TRANSITIONS["arkiver"], by=ane, note="Væk.")


def test_a_copy_is_dropped_and_not_archived(world, copy, ane):
    steps = [step.name for step in workflow.open_to(ane, copy)]
    assert steps == ["indsend"]


def test_a_new_claim_of_a_copy_gets_a_key_that_stays_free(world, copy):
    claim = add_claim(None, copy, world.catalogue)
    assert claim.key.endswith("--kopi")
    assert not Claim.objects.filter(key=rules.bare(claim.key)).exists()
