import pytest

from interventions import bulk, differences, document, history, reverting, rules
from interventions.models import Claim, Intervention, Source, Theme
from tests.world import add_claim, add_source


@pytest.fixture
def ane(django_user_model):
    return django_user_model.objects.create_superuser("ane", first_name="Ane", last_name="A.")


def edit(entry, by, **changes):
    with history.edit(entry.pk, by=by, event="gemt") as row:
        lost = document.write(row, document.of(row) | changes)
    entry.refresh_from_db()
    return lost


def events(entry):
    return list(entry.versions.order_by("number").values_list("event", flat=True))


def test_the_first_edit_keeps_what_was_there_before(world, ane):
    before = document.of(world.draft)
    edit(world.draft, ane, summary="Nyt.")
    first, second = world.draft.versions.order_by("number")
    assert (first.event, first.document) == ("indlaest", before)
    assert (second.event, second.document["summary"], second.who) == ("gemt", "Nyt.", "Ane A.")


def test_one_save_is_one_version_however_many_rows_it_writes(world, ane):
    edit(world.draft, ane, summary="Nyt.")
    number = world.draft.version
    claims = [row | {"text": "Nyt udsagn."} for row in document.of(world.draft)["claims"]]
    edit(world.draft, ane, claims=claims, title="Ny", themes=["trivsel"])
    assert world.draft.version == number + 1
    assert world.draft.versions.first().number == number + 1


def test_a_save_without_a_change_is_no_version(world, ane):
    edit(world.draft, ane, summary="Nyt.")
    number = world.draft.version
    edit(world.draft, ane)
    assert (world.draft.version, len(events(world.draft))) == (number, 2)


def test_what_was_changed_past_the_desk_is_told(world, ane):
    edit(world.draft, ane, summary="Nyt.")
    Claim.objects.filter(intervention=world.draft).update(text="Rettet i basen.")
    edit(world.draft, ane, summary="Nyere.")
    assert events(world.draft) == ["indlaest", "gemt", "udefra", "gemt"]


def test_the_story_outlives_its_writers(world, ane):
    edit(world.draft, ane, summary="Nyt.")
    ane.delete()
    version = world.draft.versions.first()
    assert (version.made_by, version.who) == (None, "Ane A.")


def test_a_document_gives_back_what_it_was_read_from(world, ane):
    for entry in (world.buddy, world.language, world.plan):
        content = document.of(entry)
        edit(entry, ane, title="Noget andet", claims=[], relations=[], themes=[])
        assert edit(entry, ane, **content) == []
        assert document.of(entry) == content


def test_reverting_is_a_new_version(world, ane):
    before = document.of(world.draft)
    edit(world.draft, ane, summary="Nyt.", claims=[], themes=[])
    first = world.draft.versions.last()
    row, lost = reverting.revert(world.draft.pk, first.number, by=ane, seen=world.draft.version)
    assert (document.of(row), lost) == (before, [])
    assert events(row) == ["indlaest", "gemt", "tilbagefoert"]


def test_the_address_stays_when_an_entry_is_taken_back(world, ane):
    edit(world.draft, ane, slug="nyt-navn")
    first = world.draft.versions.last()
    row, _ = reverting.revert(world.draft.pk, first.number, by=ane, seen=world.draft.version)
    assert row.slug == "nyt-navn"


def test_a_published_entry_is_taken_back_in_a_copy(world, ane):
    history.begin(Intervention.objects.all())
    world.buddy.refresh_from_db()
    row, _ = reverting.revert(world.buddy.pk, world.buddy.version, by=ane, seen=world.buddy.version)
    assert row.copy_of == world.buddy


def test_an_old_page_takes_nothing_back(world, ane):
    edit(world.draft, ane, summary="Nyt.")
    seen = world.draft.version
    edit(world.draft, ane, summary="Nyere.")
    with pytest.raises(history.Conflict, match="Ane A"):
        reverting.revert(world.draft.pk, 1, by=ane, seen=seen)


@pytest.mark.parametrize("number", [0, 99])
def test_a_version_that_never_was_is_refused(world, ane, number):
    history.begin(Intervention.objects.all())
    entry = Intervention.objects.get(pk=world.draft.pk)
    with pytest.raises(rules.Refused, match="findes ikke"):
        reverting.revert(entry.pk, number, by=ane, seen=entry.version)


def test_what_is_gone_from_the_base_is_named(world, ane):
    add_claim("x", world.draft, add_source("forgaengelig"))
    world.draft.themes.add(Theme.objects.create(slug="kort", name="Kort", description="K."))
    history.begin(Intervention.objects.all())
    world.draft.refresh_from_db()
    number = world.draft.version
    edit(world.draft, ane, claims=[], themes=[])
    Source.objects.get(slug="forgaengelig").delete()
    Theme.objects.get(slug="kort").delete()
    _row, lost = reverting.revert(world.draft.pk, number, by=ane, seen=world.draft.version)
    assert any("forgaengelig" in sentence for sentence in lost)
    assert any("kort" in sentence for sentence in lost)


def test_a_deleted_claim_comes_back_alone(world, ane):
    edit(world.draft, ane, claims=[], summary="Nyt.")
    first = world.draft.versions.last()
    row, _ = reverting.restore_claim(
        world.draft.pk, first.number, "h0", by=ane, seen=world.draft.version
    )
    assert list(row.claims.values_list("key", flat=True)) == ["h0"]
    assert row.summary == "Nyt."


def test_a_review_is_noted_on_what_is_public(world, ane):
    entry = bulk.mark_reviewed(world.buddy.pk, by=ane)
    assert entry.reviewed_on is not None
    assert entry.versions.first().event == "gennemset"


def test_a_difference_reads_in_words(world, ane):
    before = document.of(world.language)
    after = before | {
        "kind": "projekt",
        "themes": ["sprogstoette", "trivsel"],
        "start_month": None,
        "claims": [before["claims"][0] | {"value": "1155.5"}],
    }
    found = differences.between(before, after)
    assert [(one.place, one.label, one.before, one.after) for one in found] == [
        ("", "type", "Kommunal praksis", "Navngivet projekt"),
        ("", "startmåned", "8", "(tomt)"),
        ("", "temaer", "Sprogstøtte", "Sprogstøtte, Trivsel"),
        ("Udsagn k24", "tal", "155", "1.155,5"),
    ]
    assert differences.summary(found) == "type, startmåned, temaer, 1 udsagn"


def test_a_difference_shows_markup_as_text(world):
    before = document.of(world.draft)
    (found,) = differences.between(before, before | {"title": "<script>alert(1)</script>"})
    assert "<script>" not in found.marked_words
    assert "&lt;script&gt;" in found.marked_words
