import pytest

from interventions.models import Intervention
from interventions.search import plan
from interventions.search.plan import MAX_WORDS
from tests.world import HIDDEN, PUBLISHED, add_claim, add_entry


def slugs(queryset):
    return sorted(queryset.values_list("slug", flat=True))


def in_order(queryset):
    return [entry.slug for entry in queryset]


@pytest.fixture
def published(world):
    return Intervention.objects.published()


def test_only_the_published_are_public(published):
    assert slugs(published) == PUBLISHED
    assert slugs(Intervention.objects.exclude(pk__in=published)) == sorted(HIDDEN)


def test_rated_and_unrated_divide_the_entries(published):
    assert slugs(published.rated()) == ["mentorkorps"]
    assert slugs(published.unrated()) == ["laeringsbuddy", "sprogindsats", "tid-til-vejledning"]


def test_entries_are_found_by_tier(published):
    assert slugs(published.in_tiers(["virksom"])) == ["mentorkorps"]
    assert slugs(published.in_tiers(["perspektivrigt"])) == []


def test_unrated_stands_for_no_tier(published):
    unrated = ["laeringsbuddy", "sprogindsats", "tid-til-vejledning"]
    assert slugs(published.in_tiers(["ikke-vurderet"])) == unrated
    assert slugs(published.in_tiers(["virksom", "ikke-vurderet"])) == PUBLISHED


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("vurderet", ["mentorkorps"]),
        ("tal", ["sprogindsats"]),
        ("udsagn", ["laeringsbuddy"]),
        ("ingen", ["tid-til-vejledning"]),
    ],
)
def test_documentation_is_read_from_the_claims(published, value, found):
    assert slugs(published.documented_by([value])) == found


def test_several_kinds_of_documentation_are_alternatives(published):
    assert slugs(published.documented_by(["tal", "udsagn"])) == ["laeringsbuddy", "sprogindsats"]


def test_a_rating_outweighs_figures_and_figures_outweigh_words(world, published):
    add_claim("x1", world.corps, world.report, kind="result", value=1, unit="elever")
    add_claim("x2", world.buddy, world.report, kind="result", value=0, unit="elever")
    assert slugs(published.documented_by(["vurderet"])) == ["mentorkorps"]
    assert slugs(published.documented_by(["tal"])) == ["laeringsbuddy", "sprogindsats"]


def test_a_figure_that_is_no_result_documents_nothing(world, published):
    add_claim("x1", world.plan, world.report, kind="resource", value=155, unit="elever")
    assert slugs(published.documented_by(["ingen"])) == ["tid-til-vejledning"]


def test_any_of_the_values_is_enough(published):
    found = published.related_to("themes", "slug", ["mentorordninger", "sprogstoette"])
    assert slugs(found) == ["laeringsbuddy", "mentorkorps", "sprogindsats"]


def test_an_entry_with_two_of_the_values_comes_once(published):
    found = published.related_to("themes", "slug", ["mentorordninger", "sprogstoette"])
    assert found.count() == 3


def test_no_value_at_all_is_a_value(published):
    none = published.related_to("municipalities", "slug", [], or_none=True)
    assert slugs(none) == ["tid-til-vejledning"]
    either = published.related_to("municipalities", "slug", ["aalborg"], or_none=True)
    assert slugs(either) == ["laeringsbuddy", "tid-til-vejledning"]


def test_a_region_is_reached_through_its_municipalities(published):
    found = published.related_to("municipalities", "region__slug", ["syddanmark"])
    assert in_order(found) == ["mentorkorps"]


def test_the_tier_of_an_entry_is_that_of_its_own_rating(published):
    tiers = {
        entry.slug: (entry.tier_slug, entry.tier_name, entry.tier_rater, entry.tier_rank)
        for entry in published.with_tier()
    }
    nothing = (None, None, None, 0)
    assert tiers == {
        "laeringsbuddy": nothing,
        "mentorkorps": ("virksom", "Virksom indsats", "Rambøll", 3),
        "sprogindsats": nothing,
        "tid-til-vejledning": nothing,
    }


def test_the_order_of_evidence_goes_by_tier_then_documentation(published):
    assert in_order(published.in_order_of_evidence()) == [
        "mentorkorps",
        "sprogindsats",
        "laeringsbuddy",
        "tid-til-vejledning",
    ]


def test_equal_evidence_goes_by_danish_title_then_address(world, published):
    add_entry("z", "Aalen", kind="plan")
    add_entry("b", "Ål", kind="plan")
    add_entry("a", "Ål", kind="plan")
    add_entry("c", "Zoo", kind="plan")
    add_entry("d", "Æble", kind="plan")
    tail = in_order(published.in_order_of_evidence())[3:]
    assert tail == ["c", "d", "a", "b", "z", "tid-til-vejledning"]


def test_a_higher_tier_comes_first(world, published):
    low = add_entry("lav", "A")
    add_claim("x1", low, world.report, kind="rating", tier=world.promising)
    assert in_order(published.in_order_of_evidence())[:2] == ["mentorkorps", "lav"]


def test_the_newest_come_first_and_those_without_a_year_last(world, published):
    add_entry("maj", "Maj", start_year=2021, start_month=5)
    add_entry("ukendt", "Ukendt måned", start_year=2021)
    add_entry("a-lige", "Maj", start_year=2021, start_month=5)
    assert in_order(published.newest_first()) == [
        "sprogindsats",
        "a-lige",
        "maj",
        "ukendt",
        "laeringsbuddy",
        "mentorkorps",
        "tid-til-vejledning",
    ]


def test_titles_go_by_the_danish_alphabet(published):
    assert in_order(published.by_title()) == [
        "mentorkorps",
        "laeringsbuddy",
        "sprogindsats",
        "tid-til-vejledning",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mentor", ["laeringsbuddy", "mentorkorps"]),  # title; and the theme's name
        ("MENTOR", ["laeringsbuddy", "mentorkorps"]),
        ("fælles", ["mentorkorps"]),
        ("faelles", ["mentorkorps"]),
        ("FALLES", ["mentorkorps"]),
        ("københavn", ["sprogindsats"]),
        ("koebenhavn", ["sprogindsats"]),
        ("kobenhavn", ["sprogindsats"]),
        ("ærlig", ["sprogindsats"]),
        ("årlig", ["sprogindsats"]),  # å, æ and a are one letter
        ("året", ["tid-til-vejledning"]),
        ("aaret", ["tid-til-vejledning"]),
        ("ældre", ["laeringsbuddy"]),  # summary
        ("deler", ["mentorkorps"]),  # claim
        ("mentor fælles", ["mentorkorps"]),  # each word, anywhere
        # nothing has both words, so one is enough
        ("mentor københavn", ["laeringsbuddy", "mentorkorps", "sprogindsats"]),
        ("odense", ["mentorkorps"]),
        ("ærø", []),  # only drafts name it
        ("100%", []),
        ("m_ntor", []),
        ("'", PUBLISHED),  # no word: no restriction
        ("", PUBLISHED),
    ],
)
def test_search_finds_words_and_parts_of_words(published, text, found):
    assert slugs(published.search(text)) == found


def ranked(published, text):
    understood = plan.build(text, published)
    return published.found_by(understood).with_relevance(understood).by_relevance()


def test_the_place_of_a_hit_is_its_weight(published):
    assert [(entry.slug, entry.relevance) for entry in ranked(published, "mentor")] == [
        ("mentorkorps", 380),  # part of a word of the title
        ("laeringsbuddy", 280),  # part of the theme's name
    ]


def test_words_in_summary_and_claims_weigh_less(published):
    assert ranked(published, "ældre").get().relevance == 200
    assert ranked(published, "deler").get().relevance == 100


def test_the_weights_of_all_words_are_added(published):
    assert ranked(published, "mentor deler fælles").get().relevance == 380 + 100 + 400


def test_the_best_hit_comes_first_and_rated_first_among_equals(world, published):
    add_entry("a", "Fælles mentorgang")
    assert in_order(ranked(published, "mentor")) == ["mentorkorps", "a", "laeringsbuddy"]


def test_a_claim_of_another_entry_is_no_hit(world, published):
    add_claim("x1", world.draft, world.catalogue, text="Bøgetræ.")
    add_claim("x2", None, world.catalogue, kind="context", text="Bøgetræ.")
    assert slugs(published.search("bøgetræ")) == []


def test_words_beyond_the_twelfth_do_not_count(published):
    known = " ".join(["mentor"] * MAX_WORDS)
    assert len(plan.build(f"{known} findesikke", published).groups) == MAX_WORDS
    assert plan.build(f"{known} findesikke", published).missing == []
    assert plan.build(f"findesikke {known}", published).missing == ["findesikke"]


def test_gaps_count_claims_anchors_and_themes(world):
    gaps = {
        entry.slug: (entry.claim_count, entry.unanchored, entry.theme_count)
        for entry in Intervention.objects.with_gaps()
    }
    assert gaps["laeringsbuddy"] == (2, 1, 1)
    assert gaps["mentorkorps"] == (2, 2, 2)
    assert gaps["udkast"] == (3, 3, 2)
    bare = add_entry("bar", "Bar", themes=[])
    entry = Intervention.objects.with_gaps().get(pk=bare.pk)
    assert (entry.claim_count, entry.unanchored, entry.theme_count) == (0, 0, 0)
