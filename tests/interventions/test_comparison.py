import pytest

from interventions import comparison
from tests.world import PUBLISHED, add_claim, add_many

HEADINGS = [
    "Evidens",
    "Hvad resultatet bygger på",
    "Hvad er det?",
    "For hvem?",
    "Hvor?",
    "Hvornår i uddannelsen?",
    "Siden hvornår?",
    "Hvem gør det?",
    "Ressourcer og penge",
    "Oplyste resultater",
    "Ikke oplyst i kilden",
    "Kilder",
]


def table(*slugs, **options):
    return comparison.build(comparison.load(slugs), **options)


def rows(built):
    return {row.name: row for row in built.rows}


def facts(row):
    return [[fact.text for fact in cell.facts] for cell in row.cells]


def keys(row):
    return [[note.claim.key for note in cell.notes] for cell in row.cells]


def test_the_rows_stand_in_the_order_of_a_reader(world):
    assert [row.heading for row in table("mentorkorps", "laeringsbuddy").rows] == HEADINGS


def test_columns_follow_the_order_asked_for(world):
    asked = ["tid-til-vejledning", "laeringsbuddy", "sprogindsats"]
    assert [entry.slug for entry in table(*asked).entries] == asked


def test_only_published_entries_are_loaded(world):
    assert [entry.slug for entry in comparison.load(["udkast", "laeringsbuddy", "arkiveret"])] == [
        "laeringsbuddy"
    ]


def test_a_rating_stands_only_under_the_entry_that_has_it(world):
    row = rows(table("laeringsbuddy", "mentorkorps"))["evidens"]
    assert keys(row) == [[], ["r15-1"]]
    assert row.absent == "Ikke vurderet i kilderne"
    assert [cell.is_empty for cell in row.cells] == [True, False]


def test_claims_stand_in_the_row_of_their_kind_and_no_context_in_any(world):
    kinds = ["what", "target", "setting", "start", "deliverer", "resource", "funding", "result"]
    for kind in [*kinds, "context", "method", "statement"]:
        add_claim(f"alle-{kind}", world.plan, world.report, kind=kind)
    built = rows(table("tid-til-vejledning", "laeringsbuddy"))
    assert {name: keys(row)[0] for name, row in built.items() if keys(row)[0]} == {
        "hvad": ["alle-what", "l01"],
        "for-hvem": ["alle-target"],
        "hvornaar": ["alle-setting"],
        "siden": ["alle-start"],
        "hvem": ["alle-deliverer"],
        "ressourcer": ["alle-resource", "alle-funding"],
        "resultater": ["alle-result"],
    }


def test_facts_of_the_vocabularies_stand_beside_the_claims(world):
    built = rows(table("laeringsbuddy", "tid-til-vejledning"))
    assert facts(built["dokumentation"]) == [
        ["Resultat udtalt uden tal"],
        ["Intet resultat oplyst"],
    ]
    assert facts(built["hvad"]) == [
        ["Kommunal praksis", "Mentorordninger"],
        ["Planlagt element", "Trivsel"],
    ]
    assert facts(built["for-hvem"]) == [["Alle elever"], ["Vejledere"]]
    assert facts(built["hvor"]) == [["Aalborg"], ["SOSU Nord"]]
    assert facts(built["hvornaar"]) == [["Oplæring"], []]
    assert facts(built["siden"]) == [["Siden 2020", "I drift pr. 3. februar 2021"], []]


def test_what_is_missing_is_named_for_each_entry(world):
    with_figure, plan = facts(rows(table("sprogindsats", "tid-til-vejledning"))["ikke-oplyst"])
    assert "hvornår den begyndte" not in with_figure
    assert "hvornår den begyndte" in plan
    assert "hvad den koster" in with_figure


def test_rows_know_whether_the_entries_differ(world):
    built = rows(table("laeringsbuddy", "sprogindsats"))
    alike = [name for name, row in built.items() if not row.differs]
    assert alike == ["evidens", "hvem", "ressourcer", "kilder"]


def test_two_entries_on_the_same_tier_are_alike_though_each_has_its_sentence(world):
    add_claim("r15-2", world.buddy, world.report, kind="rating", tier=world.tier, text="En anden.")
    assert not rows(table("laeringsbuddy", "mentorkorps"))["evidens"].differs
    add_claim("r15-3", world.plan, world.report, kind="rating", tier=world.promising)
    assert rows(table("tid-til-vejledning", "mentorkorps"))["evidens"].differs


def test_only_differing_rows_leave_the_others_named(world):
    built = table("laeringsbuddy", "sprogindsats", only_differing=True)
    assert all(row.differs for row in built.rows)
    assert built.alike == ["Evidens", "Hvem gør det?", "Ressourcer og penge", "Kilder"]
    assert len(built.rows) + len(built.alike) == len(HEADINGS)
    assert table("laeringsbuddy", "sprogindsats").alike == []


def test_every_claim_keeps_its_footnote_and_sources_are_numbered_as_they_are_met(world):
    built = table("laeringsbuddy", "mentorkorps")
    assert [listing.source.slug for listing in built.sources] == ["rapport", "katalog"]
    for row in built.rows:
        for cell in row.cells:
            for note in cell.notes:
                listing = built.sources[int(note.number.rstrip("abc")) - 1]
                assert listing.source == note.claim.source
    assert [[one.number for one in cell.sources] for cell in rows(built)["kilder"].cells] == [
        [2],
        [1],
    ]


@pytest.mark.parametrize("number", [2, 3, 4])
def test_loading_costs_eight_queries_and_building_none(world, django_assert_num_queries, number):
    with django_assert_num_queries(8):
        entries = comparison.load(PUBLISHED[:number])
    with django_assert_num_queries(0):
        assert len(comparison.build(entries).entries) == number


def test_nothing_is_loaded_for_others_than_the_asked(world, django_assert_num_queries):
    add_many(world, 30)
    with django_assert_num_queries(8):
        assert len(comparison.load(PUBLISHED)) == 4
