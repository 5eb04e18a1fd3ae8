from datetime import timedelta

import pytest
from django.utils import timezone

from interventions import document, history, workflow, working_copy
from interventions.exchange import confirming, reading
from interventions.exchange.preview import Preview
from interventions.models import Claim, ImportDraft, Intervention, Source, Version
from interventions.search import index
from tests.interventions.exchange.files import content_hash, xlsx
from tests.world import add_claim

pytestmark = pytest.mark.usefixtures("world")

CLAIM = ["Indsats", "Udsagn", "Type", "Kilde", "Sted i kilden"]


@pytest.fixture
def drafted(admin_user):
    """Uploads a file; the draft and what its preview has seen."""

    def upload(**sheets):
        read = reading.read(xlsx(**sheets))
        draft = ImportDraft.objects.create(
            owner=admin_user, file_name="fil.xlsx", upload=read.as_json()
        )
        return draft, Preview(read).seen

    return upload


@pytest.fixture
def imported(drafted, admin_user):
    def run(**sheets):
        draft, seen = drafted(**sheets)
        return confirming.confirm(draft.pk, by=admin_user, seen=seen)

    return run


def story(entry):
    versions = entry.versions.order_by("number")
    return [(version.number, version.event, version.state) for version in versions]


def test_a_new_entry_becomes_a_draft_in_review_with_its_first_version(imported, admin_user):
    outcome = imported(
        Indsatser=[["Titel", "Type", "Temaer"], ["Ny på Ærø", "projekt", "trivsel"]],
        Udsagn=[CLAIM, *(["Ny på Ærø", f"Udsagn {n}.", "formål", "katalog", "s."] for n in "ab")],
    )
    (entry,) = outcome.new
    entry.refresh_from_db()
    assert (entry.slug, entry.state, entry.version) == ("ny-paa-aeroe", "til-gennemsyn", 1)
    assert sorted(claim.text for claim in entry.claims.all()) == ["Udsagn a.", "Udsagn b."]
    assert len({claim.key for claim in entry.claims.all()}) == 2
    assert story(entry) == [(1, "importeret", "til-gennemsyn")]
    assert history.last_writer(entry) == admin_user
    assert list(Intervention.objects.search("ny på ærø")) == [entry]
    assert not Intervention.objects.published().filter(pk=entry.pk).exists()


def test_a_published_entry_changes_in_a_working_copy_that_is_sent_to_review(world, imported):
    public = document.of(world.buddy)
    outcome = imported(
        Indsatser=[["Adresse", "Resumé"], ["laeringsbuddy", "Nyt."]],
        Udsagn=[["Nøgle", "Anker"], ["k05", "et andet anker"]],
    )
    (copy,) = outcome.changed
    assert (copy.copy_of, copy.state) == (world.buddy, "til-gennemsyn")
    assert (copy.summary, copy.claims.get(key="k05--kopi").anchor) == ("Nyt.", "et andet anker")
    world.buddy.refresh_from_db()
    assert (world.buddy.state, document.of(world.buddy)) == ("udgivet", public)
    assert [event for _number, event, _state in story(copy)] == ["kopieret", "importeret"]
    assert copy.versions.first().note == "Fra filen fil.xlsx"


def test_the_working_copy_that_is_there_is_taken_on(world, imported, admin_user):
    copy = working_copy.open_for(world.buddy.pk, by=admin_user)
    (written,) = imported(Indsatser=[["Adresse", "Resumé"], ["laeringsbuddy", "Nyt."]]).changed
    assert written == copy
    copy.refresh_from_db()
    assert (copy.summary, copy.state) == ("Nyt.", "til-gennemsyn")


@pytest.mark.parametrize("slug", ["udkast", "til-gennemsyn"])
def test_what_is_not_published_is_changed_where_it_stands(slug, imported):
    before = Intervention.objects.get(slug=slug)
    (written,) = imported(Indsatser=[["Adresse", "Resumé"], [slug, "Nyt."]]).changed
    written.refresh_from_db()
    assert (written.pk, written.summary, written.state) == (before.pk, "Nyt.", "til-gennemsyn")
    assert written.version == before.version + 1
    assert story(written)[-1] == (written.version, "importeret", "til-gennemsyn")


def test_what_is_imported_may_be_published_by_somebody_else_alone(
    world, imported, admin_user, django_user_model
):
    (copy,) = imported(Indsatser=[["Adresse", "Resumé"], ["laeringsbuddy", "Nyt."]]).changed
    other = django_user_model.objects.create_superuser("anden")
    with pytest.raises(workflow.Refused):
        workflow.take(copy.pk, workflow.TRANSITIONS["udgiv"], by=admin_user)
    entry = workflow.take(copy.pk, workflow.TRANSITIONS["udgiv"], by=other)
    assert (entry, entry.summary) == (world.buddy, "Nyt.")


def test_ledgers_claims_and_relations_come_along(world, imported):
    imported(
        Indsatser=[["Titel", "Type"], ["Ny", "projekt"], ["Anden", "projekt"]],
        Opstillinger=[
            ["Indsats", "Hvad tallene handler om", "Hvorfor tallene ikke kan sammenlignes"],
            ["ny", "Ros", "De tæller hver sit."],
        ],
        Udsagn=[
            [*CLAIM, "Tal", "Enhed", "Opstilling", "Evidensniveau"],
            ["ny", "Fem.", "oplyst resultat", "katalog", "s.", 5, "elever", "Ros", ""],
            ["ny", "God.", "vurdering", "rapport", "s.", "", "", "", "virksom"],
        ],
        Forbindelser=[
            ["Fra indsats", "Til indsats", "Slags", "Forklaring"],
            ["ny", "anden", "samme-type", "Begge."],
            ["anden", "laeringsbuddy", "samme-tema", "Begge."],
        ],
    )
    entry = Intervention.objects.with_tier().get(slug="ny")
    assert entry.claims.get(value=5).ledger == entry.ledgers.get(slug="ros")
    assert entry.tier_slug == "virksom"
    assert entry.relations_out.get().to_entry.slug == "anden"


def test_a_file_that_was_imported_is_no_change_any_more(imported, drafted):
    rows = [["Adresse", "Titel", "Type"], ["ny", "Ny", "projekt"]]
    imported(Indsatser=rows)
    _draft, seen = drafted(Indsatser=rows)
    assert seen == {}


def test_an_entry_that_was_saved_since_stops_the_whole_import(world, drafted, admin_user):
    draft, seen = drafted(
        Indsatser=[["Adresse", "Resumé"], ["udkast", "Mit."], ["til-gennemsyn", "Mit."]]
    )
    with history.edit(world.draft.pk, by=admin_user, event=Version.Event.SAVED) as row:
        row.summary = "Deres."
        row.save()
    before = content_hash()
    with pytest.raises(confirming.Overtaken) as stopped:
        confirming.confirm(draft.pk, by=admin_user, seen=seen)
    (sentence,) = stopped.value.sentences
    latest = row.versions.first()
    assert sentence == (
        f"“Et udkast”: admin har lavet version {latest.number} (gemt) den "
        f"{history.when(latest.made_at)}, efter at du åbnede den. Intet er overskrevet."
    )
    assert content_hash() == before
    assert ImportDraft.objects.filter(pk=draft.pk).exists()


def test_a_save_that_the_file_would_undo_stops_it_too(world, drafted, admin_user):
    """The row was no change in the preview, so the preview did not say that it would be one."""
    rows = [["udkast", world.draft.summary], ["til-gennemsyn", "Mit."]]
    draft, seen = drafted(Indsatser=[["Adresse", "Resumé"], *rows])
    with history.edit(world.draft.pk, by=admin_user, event=Version.Event.SAVED) as row:
        row.summary = "Deres."
        row.save()
    with pytest.raises(confirming.Overtaken, match="Et udkast"):
        confirming.confirm(draft.pk, by=admin_user, seen=seen)


def test_a_working_copy_that_was_opened_and_written_since_stops_it(world, drafted, admin_user):
    draft, seen = drafted(Indsatser=[["Adresse", "Resumé"], ["laeringsbuddy", "Mit."]])
    copy = working_copy.open_for(world.buddy.pk, by=admin_user)
    with history.edit(copy.pk, by=admin_user, event=Version.Event.SAVED) as row:
        row.summary = "Deres."
        row.save()
    with pytest.raises(confirming.Overtaken, match="Læringsbuddy"):
        confirming.confirm(draft.pk, by=admin_user, seen=seen)


def test_an_entry_that_somebody_has_made_since_stops_it(drafted, admin_user, imported):
    rows = [["Adresse", "Titel", "Type"], ["ny", "Ny", "projekt"]]
    draft, seen = drafted(Indsatser=rows)
    imported(Indsatser=[rows[0], ["ny", "Deres", "projekt"]])
    with pytest.raises(confirming.Overtaken, match="admin oprettede “Deres”"):
        confirming.confirm(draft.pk, by=admin_user, seen=seen)


def test_a_source_that_is_gone_since_stops_it(drafted, admin_user):
    spare = Source.objects.get(slug="skjult")
    draft, seen = drafted(Udsagn=[CLAIM, ["udkast", "Nyt.", "formål", "skjult", "s."]])
    Claim.objects.filter(source=spare).delete()
    spare.delete()
    before = content_hash()
    with pytest.raises(confirming.Overtaken) as stopped:
        confirming.confirm(draft.pk, by=admin_user, seen=seen | {"udkast": version("udkast")})
    assert stopped.value.sentences == (confirming.NO_LONGER,)
    assert content_hash() == before


def version(slug):
    return Intervention.objects.get(slug=slug).version


def test_what_was_changed_past_the_desk_does_not_stop_an_import_for_ever(
    world, drafted, admin_user
):
    """Such a change counts as a version only when somebody next writes the entry."""
    with history.edit(world.draft.pk, by=admin_user, event=Version.Event.SAVED) as row:
        row.summary = "Før."
        row.save()
    Intervention.objects.filter(pk=world.draft.pk).update(start_year=2011)
    draft, seen = drafted(Indsatser=[["Adresse", "Resumé"], ["udkast", "Efter."]])
    (written,) = confirming.confirm(draft.pk, by=admin_user, seen=seen).changed
    assert [event for _number, event, _state in story(written)][-2:] == ["udefra", "importeret"]


def test_if_one_row_fails_nothing_is_written(world, drafted, admin_user, monkeypatch):
    draft, seen = drafted(
        Indsatser=[["Adresse", "Titel", "Type"], ["ny", "Ny", "plan"], ["udkast", "Om", "plan"]]
    )
    before = content_hash()
    monkeypatch.setattr(index, "refresh", lambda entries: 1 / 0)  # the last thing that is done
    with pytest.raises(ZeroDivisionError):
        confirming.confirm(draft.pk, by=admin_user, seen=seen)
    assert content_hash() == before


def test_a_key_that_is_taken_in_the_same_moment_stops_it(drafted, admin_user, monkeypatch):
    draft, seen = drafted(Indsatser=[["Adresse", "Titel", "Type"], ["ny", "Ny", "plan"]])
    begin = confirming._begin

    def second(entry):
        Intervention.objects.create(slug=entry.slug, title="Deres", kind="plan")
        return begin(entry)

    monkeypatch.setattr(confirming, "_begin", second)
    with pytest.raises(confirming.Overtaken) as stopped:
        confirming.confirm(draft.pk, by=admin_user, seen=seen)
    assert stopped.value.sentences == (confirming.RACED,)


def test_an_import_is_carried_out_once_by_its_owner_within_a_day(
    drafted, admin_user, django_user_model
):
    draft, seen = drafted(Indsatser=[["Adresse", "Resumé"], ["udkast", "Nyt."]])
    other = django_user_model.objects.create_superuser("anden")
    with pytest.raises(ImportDraft.DoesNotExist):
        confirming.confirm(draft.pk, by=other, seen=seen)
    ImportDraft.objects.update(made_at=timezone.now() - timedelta(hours=25))
    with pytest.raises(ImportDraft.DoesNotExist):
        confirming.confirm(draft.pk, by=admin_user, seen=seen)
    ImportDraft.objects.update(made_at=timezone.now() - timedelta(hours=23))
    confirming.confirm(draft.pk, by=admin_user, seen=seen)
    with pytest.raises(ImportDraft.DoesNotExist):
        confirming.confirm(draft.pk, by=admin_user, seen=seen)


def test_new_keys_do_not_meet_those_that_are_there(world, imported, monkeypatch):
    tokens = iter(["aaaa", "aaaa", "bbbb"])
    monkeypatch.setattr("secrets.token_hex", lambda size: next(tokens))
    add_claim("udkast-0000", world.draft, world.catalogue)
    imported(Udsagn=[CLAIM, *(["udkast", f"Nyt {n}.", "formål", "katalog", "s."] for n in "ab")])
    assert set(world.draft.claims.values_list("key", flat=True)) >= {"udkast-aaaa", "udkast-bbbb"}
