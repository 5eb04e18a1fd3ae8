import re

import pytest

from interventions.models import Claim, FormerSlug, Intervention
from tests.interventions.admin.conftest import errors_of, new_claim

pytestmark = pytest.mark.usefixtures("unpublished")


def test_an_unchanged_entry_saves(world, send_entry):
    assert send_entry(world.buddy).status_code == 302


def test_an_unchanged_entry_with_several_claims_saves(world, send_entry):
    assert send_entry(world.corps).status_code == 302
    assert set(world.corps.claims.values_list("key", flat=True)) == {"r15-1", "r16"}


def test_an_entry_is_published_with_its_claims_in_one_go(world, send_entry):
    response = send_entry(
        title="Øvelser på Ærø",
        summary="Elever øver sig.",
        _step="indsend",
        themes=[world.mentors.pk],
        municipalities=[world.aalborg.pk],
        new_claims=[
            new_claim(world),
            new_claim(world, kind="rating", tier=world.tier.pk, source=world.other_source.pk),
        ],
        new_relations=[
            {"to_entry": world.corps.pk, "kind": "samme-tema", "sentence": "Samme tema."}
        ],
    )
    assert response.status_code == 302
    entry = Intervention.objects.with_tier().get(slug="oevelser-paa-aeroe")
    assert (entry.tier_slug, entry.claims.count()) == ("virksom", 2)
    assert entry.relations_out.get().to_entry == world.corps


def test_slug_is_made_the_danish_way(world, send_entry):
    send_entry(title="Støtte på gaden: 2 årgange & æbler")
    assert Intervention.objects.filter(slug="stoette-paa-gaden-2-aargange-aebler").exists()


def test_a_long_title_gives_a_slug_that_fits(world, send_entry):
    send_entry(title="å" * 140)
    assert Intervention.objects.filter(slug="a" * 94).exists()


def test_a_title_without_letters_asks_for_an_address(world, send_entry):
    assert list(errors_of(send_entry(title="???"))) == ["slug"]


def test_an_address_that_exists_is_refused_at_the_field(world, send_entry):
    errors = errors_of(send_entry(title="Laeringsbuddy"))
    assert list(errors) == ["slug"]


def test_a_changed_slug_keeps_the_old_address(world, send_entry):
    send_entry(world.buddy, slug="buddy")
    assert FormerSlug.objects.get(slug="laeringsbuddy").intervention == world.buddy


def test_an_old_address_of_another_entry_cannot_be_taken(world, send_entry):
    FormerSlug.objects.create(slug="gammel", intervention=world.corps)
    errors = errors_of(send_entry(world.buddy, slug="gammel"))
    assert errors == {"slug": ["Adressen fører i dag videre til en anden indsats."]}


def test_an_entry_can_return_to_its_old_address(world, send_entry):
    FormerSlug.objects.create(slug="gammel", intervention=world.buddy)
    assert send_entry(world.buddy, slug="gammel").status_code == 302


def test_an_empty_key_is_made_of_the_address(world, send_entry):
    send_entry(world.buddy, new_claims=[new_claim(world), new_claim(world)])
    keys = sorted(world.buddy.claims.exclude(key="k05").values_list("key", flat=True))
    assert len(keys) == 2
    assert all(re.fullmatch(r"laeringsbuddy-[0-9a-f]{4}", key) for key in keys)


def test_the_key_of_a_stored_claim_stays(world, send_entry):
    send_entry(world.buddy, claims={"k05": {"key": "andet", "text": "Nyt."}})
    assert Claim.objects.get(text="Nyt.").key == "k05"
