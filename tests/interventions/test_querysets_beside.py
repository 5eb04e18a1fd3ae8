"""What stands beside the entries: claims, sources, themes, tiers, relations and municipalities."""

from interventions.models import Claim, EvidenceTier, Intervention, Relation, Source, Theme
from municipalities.models import Municipality
from tests.world import add_claim, add_source, relate


def in_order(queryset):
    return [entry.slug for entry in queryset]


def slugs(queryset):
    return sorted(queryset.values_list("slug", flat=True))


def test_public_claims_are_those_of_public_entries_and_of_none(world):
    public = Claim.objects.public().values_list("key", flat=True)
    assert sorted(public) == ["k01", "k05", "k07", "k24", "l01", "r15-1", "r16"]


def test_context_belongs_to_its_source(world):
    assert [claim.key for claim in Claim.objects.context_of([world.catalogue.pk])] == ["k01"]
    assert list(Claim.objects.context_of([world.report.pk])) == []


def test_sources_are_public_with_a_public_claim(world):
    assert slugs(Source.objects.public()) == ["katalog", "rapport"]


def test_sources_count_what_is_public(world):
    counts = {
        source.slug: (source.claim_count, source.entry_count)
        for source in Source.objects.public().with_counts()
    }
    assert counts == {"katalog": (5, 3), "rapport": (2, 1)}


def test_themes_count_public_entries_in_their_own_order(world):
    counts = [(theme.slug, theme.entry_count) for theme in Theme.objects.with_counts()]
    assert counts == [("mentorordninger", 2), ("sprogstoette", 2), ("trivsel", 1)]


def test_tiers_count_public_ratings_from_the_top(world):
    counts = [(tier.slug, tier.entry_count) for tier in EvidenceTier.objects.with_counts()]
    assert counts == [("virksom", 1), ("perspektivrigt", 0)]


def test_relations_lead_only_between_public_entries(world):
    assert [one.to_entry for one in world.buddy.relations_out.to_published()] == [world.corps]
    assert [one.from_entry for one in world.corps.relations_in.from_published()] == [world.buddy]


def test_a_relation_knows_its_targets_own_tier(world):
    relate(world.buddy, world.language, "samme-tema")
    tiers = {
        one.to_entry.slug: one.to_tiers
        for one in Relation.objects.filter(from_entry=world.buddy).with_ends()
    }
    assert tiers == {"mentorkorps": "Virksom indsatser", "sprogindsats": None, "udkast": None}


def test_municipalities_are_named_by_public_entries(world):
    named = Municipality.objects.named_by(Intervention.objects.published())
    assert slugs(named) == ["aalborg", "koebenhavn", "odense", "svendborg"]


def test_links_hold_public_entries_only(world):
    assert Municipality.objects.entry_links() == {
        world.aalborg.pk: [world.buddy.pk],
        world.odense.pk: [world.corps.pk],
        world.svendborg.pk: [world.corps.pk],
        world.copenhagen.pk: [world.language.pk],
    }


def test_doing_the_same_means_sharing_a_theme(world):
    others = Municipality.objects.doing_the_same
    assert in_order(others(world.aalborg, [world.mentors])) == ["odense", "svendborg"]
    assert in_order(others(world.copenhagen, [world.support])) == ["odense", "svendborg"]
    assert in_order(others(world.aalborg, [])) == []


def test_a_frame_is_public_where_no_entry_rests_on_its_source_and_not_where_drafts_do(world):
    alone = add_source("alene")
    add_claim("a1", None, alone, kind="context")
    add_claim("a2", None, world.hidden_source, kind="context")
    public = Claim.objects.public().values_list("key", flat=True)
    assert "a1" in public
    assert "a2" not in public
    assert list(Source.objects.public().filter(slug__in=["alene", "skjult"])) == [alone]
