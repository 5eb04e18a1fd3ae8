import pytest

from interventions import differences, working_copy
from interventions.models import FormerSlug, Intervention
from tests.interventions.exchange.files import content_hash, previewed, refusals

pytestmark = pytest.mark.usefixtures("world")


def said(shown):
    """[(entry, place, label, before, after)] of everything that would change."""
    return [
        (entry.title, line.place, one.label, one.before, one.after)
        for entry, lines in shown.shown
        for line, changes in lines
        for one in changes
    ]


def test_a_changed_cell_is_shown_as_now_and_then():
    shown = previewed(Indsatser=[["Adresse", "Startår", "Temaer"], ["laeringsbuddy", 2019, ""]])
    assert said(shown) == [
        ("Læringsbuddy", "Indsatser, række 2", "startår", "2020", "2019"),
        ("Læringsbuddy", "Indsatser, række 2", "temaer", "Mentorordninger", "(tomt)"),
    ]
    assert shown.counts == {
        "new": 0,
        "changed": 1,
        "unchanged": 0,
        "refused": 0,
        "examples": 0,
    }
    assert shown.can_be_confirmed


def test_a_column_that_is_missing_is_left_alone():
    shown = previewed(Indsatser=[["Adresse", "Resumé"], ["laeringsbuddy", "Nyt."]])
    (entry,) = shown.changed
    assert entry.after == entry.before | {"summary": "Nyt."}


def test_a_row_that_says_what_is_there_is_no_change():
    shown = previewed(Indsatser=[["Adresse", "Startår"], ["laeringsbuddy", "2020"]])
    assert (shown.counts["unchanged"], shown.changed, shown.problems) == (1, [], [])
    assert not shown.can_be_confirmed


def test_a_new_entry_gets_its_address_of_its_title_and_its_claims_by_title():
    shown = previewed(
        Indsatser=[["Titel", "Type"], ["Øvelser på Ærø", "projekt"]],
        Udsagn=[
            ["Indsats", "Udsagn", "Type", "Kilde", "Sted i kilden", "Tal", "Enhed"],
            [
                "oevelser paa aeroe",
                "Elever øver sig.",
                "oplyst resultat",
                "katalog",
                "s. 1",
                5,
                "e",
            ],
        ],
    )
    assert refusals(shown) == {}
    (entry,) = shown.changed
    assert (entry.slug, entry.path) == (
        "oevelser-paa-aeroe",
        "Ny indsats: den oprettes og sendes til gennemsyn.",
    )
    assert said(shown) == [
        ("Øvelser på Ærø", "Indsatser, række 2", "titel", "(tomt)", "Øvelser på Ærø"),
        ("Øvelser på Ærø", "Indsatser, række 2", "type", "(tomt)", "Navngivet projekt"),
        ("Øvelser på Ærø", "Udsagn, række 2", "udsagn", "(tomt)", "Elever øver sig."),
        ("Øvelser på Ærø", "Udsagn, række 2", "type", "(tomt)", "oplyst resultat"),
        ("Øvelser på Ærø", "Udsagn, række 2", "kilde", "(tomt)", "KL: Gode forløb på Ærø"),
        ("Øvelser på Ærø", "Udsagn, række 2", "sted i kilden", "(tomt)", "s. 1"),
        ("Øvelser på Ærø", "Udsagn, række 2", "tal", "(tomt)", "5"),
        ("Øvelser på Ærø", "Udsagn, række 2", "enhed", "(tomt)", "e"),
    ]


def test_a_claim_is_found_by_its_key_alone():
    shown = previewed(Udsagn=[["Nøgle", "Sted i kilden"], ["k05", "afsnit 9"]])
    assert said(shown) == [
        ("Læringsbuddy", "Udsagn, række 2", "sted i kilden", "afsnit 1", "afsnit 9")
    ]


def test_claims_that_the_file_does_not_name_stay():
    shown = previewed(Udsagn=[["Nøgle", "Sted i kilden"], ["k05", "afsnit 9"]])
    (entry,) = shown.changed
    assert [claim["key"] for claim in entry.after["claims"]] == ["k05", "k07"]


def test_a_figure_goes_into_a_ledger_that_the_same_file_makes():
    shown = previewed(
        Opstillinger=[
            ["Indsats", "Hvad tallene handler om", "Hvorfor tallene ikke kan sammenlignes"],
            ["sprogindsats", "Elever med ros", "De tæller hver sit."],
        ],
        Udsagn=[["Nøgle", "Opstilling"], ["k24", "elever med ros"]],
    )
    assert refusals(shown) == {}
    (entry,) = shown.changed
    (ledger,) = entry.after["ledgers"]
    assert next(c for c in entry.after["claims"] if c["key"] == "k24")["ledger"] == ledger["slug"]


def test_a_relation_is_changed_and_another_made():
    shown = previewed(
        Forbindelser=[
            ["Fra indsats", "Til indsats", "Slags", "Forklaring"],
            ["laeringsbuddy", "mentorkorps", "samme slags indsats", "Mentorer begge."],
            ["Læringsbuddy", "Ærlig sproghjælp", "samme-tema", "Støtte begge."],
        ]
    )
    assert refusals(shown) == {}
    assert (shown.counts["new"], shown.counts["changed"]) == (1, 1)


def test_an_old_address_means_the_entry_that_it_leads_to(world):
    FormerSlug.objects.create(slug="buddy", intervention=world.buddy)
    shown = previewed(Indsatser=[["Adresse", "Startår"], ["buddy", 2019]])
    (entry,) = shown.changed
    assert (entry.slug, entry.after["slug"]) == ("laeringsbuddy", "laeringsbuddy")


def test_what_is_compared_of_a_published_entry_is_its_working_copy(world, admin_user):
    copy = working_copy.open_for(world.buddy.pk, by=admin_user)
    copy.summary = "Kopiens resumé."
    copy.save()
    shown = previewed(Indsatser=[["Adresse", "Resumé"], ["laeringsbuddy", "Nyt resumé."]])
    ((_title, _place, _label, before, _after),) = said(shown)
    assert before == "Kopiens resumé."
    assert shown.changed[0].path == (
        "Udgivet: der rettes i den arbejdskopi, der er, og den sendes til gennemsyn."
    )


@pytest.mark.parametrize(
    ("slug", "path"),
    [
        ("laeringsbuddy", "Udgivet: der rettes i en arbejdskopi, der sendes til gennemsyn."),
        ("udkast", "Kladde: den rettes og sendes til gennemsyn."),
        ("til-gennemsyn", "Til gennemsyn: den rettes og bliver ved med at være til gennemsyn."),
    ],
)
def test_the_preview_says_where_a_change_goes(slug, path):
    shown = previewed(Indsatser=[["Adresse", "Resumé"], [slug, "Nyt resumé."]])
    assert shown.changed[0].path == path


def test_entries_stand_in_the_order_of_the_file():
    rows = [["sprogindsats", 2001], ["ny", 2002], ["laeringsbuddy", 2003]]
    shown = previewed(Indsatser=[["Adresse", "Startår"], *rows])
    assert [entry.slug for entry in shown.changed] == ["sprogindsats", "ny", "laeringsbuddy"]


def test_the_example_of_the_template_is_left_out():
    shown = previewed(
        Indsatser=[["Adresse", "Titel"], ["eksempel-fra-skabelonen", "X"]],
        Udsagn=[["Nøgle", "Indsats"], ["", "eksempel-fra-skabelonen"]],
    )
    assert (shown.counts["examples"], shown.lines, shown.problems) == (2, [], [])


def test_a_preview_remembers_the_versions_of_what_it_would_write(world):
    Intervention.objects.filter(pk=world.buddy.pk).update(version=7)
    rows = [["laeringsbuddy", "Nyt."], ["mentorkorps", world.corps.summary], ["ny", "x"]]
    shown = previewed(Indsatser=[["Adresse", "Resumé"], *rows])
    assert shown.seen == {"laeringsbuddy": 7, "ny": 0}


def test_a_preview_changes_nothing():
    before = content_hash()
    shown = previewed(
        Indsatser=[["Adresse", "Titel", "Type"], ["laeringsbuddy", "Ny titel", "plan"]],
        Udsagn=[["Nøgle", "Anker"], ["k05", "et andet anker"]],
    )
    assert said(shown)
    assert content_hash() == before


def test_the_hash_of_the_content_sees_a_change(world):
    before = content_hash()
    world.buddy.themes.add(world.wellbeing)
    assert content_hash() != before


def test_the_number_of_queries_does_not_follow_the_rows(django_assert_num_queries):
    rows = [["mentorkorps", 2001], ["laeringsbuddy", 2002], ["sprogindsats", 2003]]
    with django_assert_num_queries(13):
        previewed(Indsatser=[["Adresse", "Startår"], rows[0]])
    with django_assert_num_queries(13):
        previewed(Indsatser=[["Adresse", "Startår"], *rows])


def test_names_are_read_once_for_the_page(django_assert_num_queries):
    rows = [[slug, "trivsel"] for slug in ("laeringsbuddy", "mentorkorps", "sprogindsats")]
    shown = previewed(Indsatser=[["Adresse", "Temaer"], *rows])
    names = differences.Names()
    with django_assert_num_queries(1):
        for line in shown.lines:
            assert len(line.differences(names)) == 1
