import pytest

from interventions import brief, comparison
from interventions.models import Ledger
from tests.world import PUBLISHED, add_claim


def build(*slugs):
    return brief.build(comparison.load(slugs))


def keys(notes):
    return [note.claim.key for note in notes]


@pytest.fixture
def talkative(world):
    """An entry with three claims of most kinds."""
    for kind in ["statement", "funding", "target", "aim", "what", "resource", "context"]:
        for number in range(3):
            add_claim(f"{kind}-{number}", world.plan, world.catalogue, kind=kind, position=number)
    world.plan.claims.filter(key="l01").delete()
    return world


def test_only_tiers_that_occur_are_defined(world):
    assert [item.tier.slug for item in build("mentorkorps", "laeringsbuddy").tiers] == ["virksom"]
    assert build("laeringsbuddy").tiers == []


def test_tiers_come_once_and_from_the_top(world):
    add_claim("x1", world.buddy, world.report, kind="rating", tier=world.promising)
    add_claim("x2", world.plan, world.report, kind="rating", tier=world.tier)
    built = build("laeringsbuddy", "mentorkorps", "tid-til-vejledning")
    assert [item.tier.slug for item in built.tiers] == ["virksom", "perspektivrigt"]


def test_the_unrated_and_the_unchecked_are_named(world):
    built = build("laeringsbuddy", "mentorkorps", "sprogindsats", "tid-til-vejledning")
    assert built.unrated == "“Læringsbuddy”, “Ærlig sproghjælp” og “Aaret med tid til vejledning”"
    assert built.unchecked == "“Læringsbuddy” og “Ærlig sproghjælp”"
    assert build("mentorkorps").unrated == ""


def test_one_claim_of_each_main_kind_comes_before_a_second_of_any(talkative):
    (part,) = build("tid-til-vejledning").entries
    assert keys(part.claims) == ["what-0", "what-1", "aim-0", "target-0", "resource-0", "funding-0"]
    assert part.left_out == 15


def test_other_kinds_only_fill_what_the_main_ones_leave(world):
    for kind in ("statement", "context", "method"):
        add_claim(f"x-{kind}", world.plan, world.catalogue, kind=kind)
    (part,) = build("tid-til-vejledning").entries
    assert keys(part.claims) == ["l01", "x-method", "x-context", "x-statement"]
    assert part.left_out == 0


def test_long_claims_make_fewer_but_never_less_than_three(world):
    for number in range(6):
        add_claim(f"x{number}", world.plan, world.catalogue, text="x" * 399 + ".", position=number)
    (part,) = build("tid-til-vejledning").entries
    assert len(part.claims) == 3
    assert part.left_out == 4


def test_long_results_leave_less_room_for_claims(world):
    for number in range(6):
        add_claim(f"x{number}", world.plan, world.catalogue, text="x" * 119 + ".", position=number)
    assert len(build("tid-til-vejledning").entries[0].claims) == 6
    add_claim("r", world.plan, world.catalogue, kind="result", text="r" * 600)
    assert len(build("tid-til-vejledning").entries[0].claims) == 4


def test_figures_of_a_ledger_come_all_or_not_at_all(ledger):
    figure = {"value": 1, "unit": "elever"}
    for kind in ("context", "target", "result"):
        row = Ledger.objects.create(
            slug=f"{kind}-tal",
            intervention=ledger.language,
            title=kind,
            sentence="Nej.",
            position=9,
        )
        for key in (f"{kind}-1", f"{kind}-2"):
            add_claim(key, ledger.language, ledger.catalogue, kind=kind, ledger=row, **figure)
    (part,) = build("sprogindsats").entries
    assert [(row.ledger.slug, keys(row.claims)) for row in part.ledgers] == [
        ("frafald", ["u3", "u2", "u1"]),
        ("result-tal", ["result-1", "result-2"]),
    ]
    assert [one.slug for one in part.more_ledgers] == ["context-tal", "target-tal"]
    assert (keys(part.claims), keys(part.results), part.left_out) == ([], ["k24"], 0)


def test_an_entry_whose_results_all_stand_in_a_ledger_states_a_result(ledger):
    ledger.figure.delete()
    (part,) = build("sprogindsats").entries
    assert (part.results, part.states_result) == ([], True)
    assert not build("tid-til-vejledning").entries[0].states_result


def test_results_and_ratings_stand_apart_from_the_claims(world):
    buddy, corps = build("laeringsbuddy", "mentorkorps").entries
    assert (keys(buddy.claims), keys(buddy.results), buddy.rating) == (["k05"], ["k07"], None)
    assert (keys(corps.claims), keys(corps.results)) == (["r16"], [])
    assert corps.rating.claim.key == "r15-1"


def test_each_thing_that_is_not_stated_is_told_once_with_the_names_of_the_entries(world):
    built = build("laeringsbuddy", "sprogindsats", "tid-til-vejledning")
    told = [gap for one in built.unknowns for gap in one.gaps]
    titles = {gap: [one.title for one in row.entries] for row in built.unknowns for gap in row.gaps}
    assert (told[0], built.unknowns[0].everywhere) == ("hvad den koster", "alle tre indsatser")
    assert titles["hvornår den begyndte"] == ["Aaret med tid til vejledning"]
    assert titles["om resultatet er fulgt over tid"] == ["Læringsbuddy"]
    assert len(set(told)) == len(told)
    assert len({tuple(one.entries) for one in built.unknowns}) == len(built.unknowns)


def test_what_most_entries_lack_comes_first(world):
    built = build(*PUBLISHED)
    numbers = [len(one.entries) for one in built.unknowns]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == 4 > numbers[-1]


def test_all_are_told_of_in_a_word(world):
    two = build("laeringsbuddy", "sprogindsats")
    assert two.unrated == two.unchecked == two.unknowns[0].everywhere == "begge indsatser"


def test_every_gap_of_every_entry_is_accounted_for(world):
    built = build(*PUBLISHED)
    for part in built.entries:
        for gap in part.gaps:
            (told,) = [one for one in built.unknowns if gap in one.gaps]
            assert part.entry in told.entries
    for one in built.unknowns:
        for part in built.entries:
            assert (part.entry in one.entries) == set(one.gaps).issubset(part.gaps)


def test_a_single_entry_tells_its_gaps_itself(world):
    built = build("laeringsbuddy")
    assert (built.unknowns, built.unrated) == ([], "“Læringsbuddy”")
    assert "hvad den koster" in built.entries[0].gaps


def test_an_empty_selection_makes_an_empty_brief(db):
    built = build()
    assert (built.entries, built.sources, built.unknowns) == ([], [], [])


def test_building_asks_nothing_of_the_database(world, django_assert_num_queries):
    entries = comparison.load(PUBLISHED)
    with django_assert_num_queries(0):
        brief.build(entries)
