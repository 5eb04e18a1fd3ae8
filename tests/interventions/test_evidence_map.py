from interventions import evidence_map
from tests.world import add_entry, add_many


def row(whole, slug):
    (found,) = [row for row in whole.rows if row.theme.slug == slug]
    return {cell.phase.slug: [entry.slug for entry in cell.entries] for cell in found.cells}


def test_themes_and_phases_stand_in_their_order_and_unknown_last(world):
    whole = evidence_map.build()
    assert [row.theme.slug for row in whole.rows] == ["mentorordninger", "sprogstoette", "trivsel"]
    assert [phase.slug for phase in whole.phases] == ["oplaering", "overgang", "ikke-oplyst"]
    assert whole.phases[-1].name == "Fase ikke oplyst"


def test_every_public_entry_stands_wherever_it_belongs_and_no_draft_does(world):
    whole = evidence_map.build()
    assert row(whole, "mentorordninger") == {
        "oplaering": ["mentorkorps", "laeringsbuddy"],
        "overgang": ["mentorkorps"],
        "ikke-oplyst": [],
    }
    assert row(whole, "sprogstoette") == {
        "oplaering": ["mentorkorps"],
        "overgang": ["mentorkorps"],
        "ikke-oplyst": ["sprogindsats"],
    }
    assert row(whole, "trivsel") == {
        "oplaering": [],
        "overgang": [],
        "ikke-oplyst": ["tid-til-vejledning"],
    }


def test_a_row_names_each_of_its_entries_once(world):
    rows = evidence_map.build().rows
    names = {row.theme.slug: [entry.slug for entry in row.entries] for row in rows}
    assert names["mentorordninger"] == ["mentorkorps", "laeringsbuddy"]


def test_entries_with_several_marks_are_counted_as_entries(world):
    whole = evidence_map.build()
    assert (whole.total, whole.repeated) == (4, 1)


def test_an_entry_without_a_theme_gets_a_row_of_its_own(world):
    add_entry("hjemloes", "Hjemløs")
    whole = evidence_map.build()
    assert whole.rows[-1].theme.name == "Tema ikke oplyst"
    assert row(whole, "ikke-oplyst")["ikke-oplyst"] == ["hjemloes"]


def test_the_map_costs_five_queries_however_much_it_shows(world, django_assert_num_queries):
    with django_assert_num_queries(5):
        evidence_map.build()
    add_many(world, 40)
    with django_assert_num_queries(5):
        evidence_map.build()


def test_every_entry_of_the_content_has_a_mark(seeded):
    whole = evidence_map.build()
    marked = {entry.slug for row in whole.rows for cell in row.cells for entry in cell.entries}
    assert (len(marked), len(whole.rows), len(whole.phases)) == (41, 13, 8)
    assert row(whole, "simulation") == {
        "rekruttering": [],
        "grundforloeb": [],
        "hovedforloeb": ["simulation-i-foerste-oplaering"],
        "overgang": ["simulation-i-foerste-oplaering", "sosu-h-simulation"],
        "skoleperiode": ["sosu-h-simulation"],
        "oplaering": ["simulation-i-foerste-oplaering"],
        "ansaettelse": [],
        "ikke-oplyst": ["sosu-nord-simulationstraening"],
    }
