import pytest

from interventions import working_copy
from interventions.exchange import preview as previews
from interventions.models import Ledger
from tests.interventions.exchange.files import previewed, refusals
from tests.world import add_claim

pytestmark = pytest.mark.usefixtures("world")

CLAIM = ["Indsats", "Udsagn", "Type", "Kilde", "Sted i kilden"]


def refused(**sheets):
    shown = previewed(**sheets)
    assert not shown.can_be_confirmed
    return refusals(shown)


def refused_claim(heads, *row):
    """The one message about a new claim of `laeringsbuddy` with these cells besides."""
    row = ["laeringsbuddy", "Et nyt udsagn.", "formål", "katalog", "s. 1", *row]
    found = refused(Udsagn=[[*CLAIM, *heads], row])
    assert [key[:2] for key in found] == [("Udsagn", 2)]
    return {column: message for (_sheet, _row, column), message in found.items()}


def test_a_refusal_names_sheet_row_and_column():
    rows = [["laeringsbuddy", "trivsel", 2020], ["mentorkorps", "trivsl", "i fjor"]]
    assert refused(Indsatser=[["Adresse", "Temaer", "Startår"], *rows]) == {
        ("Indsatser", 3, "Temaer (kolonne B)"): (
            "“trivsl” findes ikke blandt temaer. Mente du “trivsel”?"
        ),
        ("Indsatser", 3, "Startår (kolonne C)"): (
            "“i fjor” er ikke et tal. Skriv et helt tal fra 0 til 32.767."
        ),
    }


def test_columns_that_nobody_knows_are_refused_by_name():
    row = ["laeringsbuddy", "rød", 2020, 2021, "løs"]
    assert refused(Indsatser=[["Adresse", "Farve", "Startår", "startaar", None], row]) == {
        ("Indsatser", 1, "Farve (kolonne B)"): (
            "Kolonnen kendes ikke. Slet den, eller ret navnet."
        ),
        ("Indsatser", 1, "startaar (kolonne D)"): "Kolonnen står der to gange.",
        ("Indsatser", 1, "kolonne E"): "Kolonnen har intet navn i række 1.",
    }


def test_a_new_row_needs_what_a_row_cannot_do_without():
    assert refused(
        Indsatser=[["Titel"], ["Ny"]], Udsagn=[["Indsats", "Udsagn"], ["ny", "Noget."]]
    ) == {
        ("Indsatser", 2, "Type"): "Skal udfyldes.",
        ("Udsagn", 2, "Type"): "Skal udfyldes.",
        ("Udsagn", 2, "Kilde"): "Skal udfyldes.",
        ("Udsagn", 2, "Sted i kilden"): "Skal udfyldes.",
    }


@pytest.mark.parametrize(
    ("slug", "title", "column", "message"),
    [
        ("", "", "Titel (kolonne B)", "Skal udfyldes."),
        ("", "???", "Adresse (kolonne A)", "Adressen kan ikke laves af titlen. Skriv en."),
        ("", "Laeringsbuddy", "Adresse (kolonne A)", "Der er allerede en indsats med adressen"),
        ("Ny Indsats", "Ny", "Adresse (kolonne A)", "“Ny Indsats” kan ikke bruges."),
        ("ny--kopi", "Ny", "Adresse (kolonne A)", "“ny--kopi” kan ikke bruges."),
        ("n" * 95, "Ny", "Adresse (kolonne A)", "højst 94 tegn."),
    ],
)
def test_an_address_that_cannot_be_is_refused(slug, title, column, message):
    found = refused(
        Indsatser=[["Adresse", "Titel", "Type", "Startår"], [slug, title, "plan", 2020]]
    )
    assert message in found["Indsatser", 2, column]


@pytest.mark.parametrize(
    ("heads", "row", "column", "message"),
    [
        (["Startmåned"], [13], "Startmåned (kolonne B)", "Startmåneden er et tal fra 1 til 12."),
        (["Startår"], [1066], "Startår (kolonne B)", "Startåret skal ligge mellem 1900 og 2100."),
        (["Startår", "Startmåned"], ["", 3], "Startår (kolonne B)", "En startmåned kræver et"),
        (
            ["Offentlig fra", "Tages af siden"],
            ["2024-05-02", "2024-05-01"],
            "Tages af siden (kolonne C)",
            "Indsatsen tages af siden, før den er offentlig.",
        ),
        (["Resumé"], ["x" * 301], "Resumé (kolonne B)", "300"),
        (["Titel"], [""], "Titel (kolonne B)", "Skal udfyldes."),
    ],
)
def test_the_rules_of_an_entry_hold(heads, row, column, message):
    found = refused(Indsatser=[["Adresse", *heads], ["laeringsbuddy", *row]])
    assert message in found["Indsatser", 2, column]


@pytest.mark.parametrize(
    ("heads", "row", "column", "message"),
    [
        (["Anker"], ["et to tre fire fem seks syv otte ni"], "Anker (kolonne F)", "har 9 ord."),
        (["Evidensniveau"], ["virksom"], "Evidensniveau (kolonne F)", "Kun et udsagn af typen"),
        (["Tal"], [5], "Enhed", "Et tal skal have en enhed"),
        (["Enhed"], ["elever"], "Tal", "men ikke tallet."),
        (["Fra år", "Til år"], [2024, 2023], "Til år (kolonne G)", "slutter, før den begynder."),
        (["Opstilling"], ["findes ikke"], "Opstilling (kolonne F)", "er ikke en opstilling i"),
        (["Nøgle"], ["K 1"], "Nøgle (kolonne F)", "“K 1” kan ikke bruges."),
        (["Nøgle"], ["r16"], "Nøgle (kolonne F)", "“r16” hører til indsatsen “mentorkorps”."),
        (["Nøgle"], ["k01"], "Nøgle (kolonne F)", "“k01” hører til en kilde, ikke en indsats."),
    ],
)
def test_the_rules_of_a_claim_hold(heads, row, column, message):
    assert message in refused_claim(heads, *row)[column]


def test_a_rating_needs_its_tier():
    found = refused(Udsagn=[CLAIM, ["laeringsbuddy", "Den er god.", "vurdering", "katalog", "s."]])
    assert "skal sige hvilket evidensniveau" in found["Udsagn", 2, "Evidensniveau"]


def test_a_second_rating_is_refused_and_a_moved_one_is_not():
    heads = [*CLAIM, "Evidensniveau"]
    second = ["mentorkorps", "Den er god.", "vurdering", "rapport", "s. 1", "virksom"]
    found = refused(Udsagn=[heads, second])
    assert found == {
        ("Udsagn", 2, "Type (kolonne C)"): (
            "Indsatsen har allerede en vurdering. Ret den i stedet for at tilføje en ny."
        )
    }
    moved = previewed(
        Udsagn=[
            ["Nøgle", "Type", "Evidensniveau"],
            ["r15-1", "udtalelse", ""],
            ["r16", "vurdering", "perspektivrigt"],
        ]
    )
    assert moved.can_be_confirmed


def test_a_claim_without_an_entry_is_refused_because_it_would_be_public():
    found = refused(Udsagn=[CLAIM, ["", "Rammen.", "ramme", "katalog", "s. 1"]])
    assert "for den er straks offentlig." in found["Udsagn", 2, "Indsats (kolonne A)"]
    found = refused(Udsagn=[["Nøgle", "Sted i kilden"], ["k01", "s. 2"]])
    assert list(found) == [("Udsagn", 2, "Indsats")]


def test_a_claim_that_is_there_already_is_not_doubled():
    found = refused(
        Udsagn=[CLAIM, ["laeringsbuddy", "Udsagnet k05 siger noget.", "formål", "katalog", "s. 1"]]
    )
    assert found["Udsagn", 2, "Nøgle"] == (
        "Det står der allerede: “k05”. Skriv nøglen her for at ændre det."
    )


def test_two_rows_about_the_same_are_refused():
    rows = [["laeringsbuddy", 2019], ["laeringsbuddy", 2018]]
    assert refused(Indsatser=[["Adresse", "Startår"], *rows]) == {
        ("Indsatser", 3, "Adresse (kolonne A)"): "Samme som række 2. Skriv det på én række."
    }
    rows = [
        ["ny1", *row, "formål", "katalog", "s."]
        for row in (["laeringsbuddy", "A"], ["mentorkorps", "B"])
    ]
    found = refused(Udsagn=[["Nøgle", *CLAIM], *rows])
    assert list(found) == [("Udsagn", 3, "Nøgle (kolonne A)")]


@pytest.mark.parametrize(
    ("start", "end", "column", "message"),
    [
        ("laeringsbuddy", "laeringsbuddy", "Til indsats (kolonne B)", "kan ikke ligne sig selv."),
        ("mentorkorps", "laeringsbuddy", "Til indsats (kolonne B)", "fra den anden side."),
        ("mentorkorps", "ingen", "Til indsats (kolonne B)", "“ingen” findes ikke blandt indsat"),
        ("", "mentorkorps", "Fra indsats (kolonne A)", "Skal udfyldes."),
    ],
)
def test_the_rules_of_a_relation_hold(start, end, column, message):
    row = [start, end, "samme-tema", "Begge."]
    heads = ["Fra indsats", "Til indsats", "Slags", "Forklaring"]
    assert message in refused(Forbindelser=[heads, row])["Forbindelser", 2, column]


def test_a_relation_both_ways_in_one_file_is_refused():
    heads = ["Fra indsats", "Til indsats", "Slags", "Forklaring"]
    ways = [("sprogindsats", "mentorkorps"), ("mentorkorps", "sprogindsats")]
    found = refused(Forbindelser=[heads, *([*way, "samme-tema", "Begge."] for way in ways)])
    assert {row for _sheet, row, _column in found} == {2, 3}


def test_an_archived_entry_is_refused_unless_nothing_changes(world):
    found = refused(Indsatser=[["Adresse", "Resumé"], ["arkiveret", "Nyt."]])
    assert found["Indsatser", 2, "Adresse (kolonne A)"].startswith("Indsatsen er arkiveret.")
    same = previewed(Indsatser=[["Adresse", "Resumé"], ["arkiveret", world.archived.summary]])
    assert same.problems == []


def test_a_ledger_of_another_entry_or_of_the_same_name_is_refused(world):
    Ledger.objects.create(slug="ros", intervention=world.language, title="Ros", sentence="X.")
    heads = [
        *("Nøgle", "Indsats"),
        *("Hvad tallene handler om", "Hvorfor tallene ikke kan sammenlignes"),
    ]
    rows = [["ros", "laeringsbuddy", "Ros", "Y."], ["", "sprogindsats", "Ros", "Z."]]
    assert refused(Opstillinger=[heads, *rows]) == {
        ("Opstillinger", 2, "Nøgle (kolonne A)"): "“ros” hører til indsatsen “sprogindsats”.",
        ("Opstillinger", 3, "Nøgle (kolonne A)"): (
            "Det står der allerede: “ros”. Skriv nøglen her for at ændre det."
        ),
    }


def test_the_key_of_a_claim_in_another_working_copy_is_taken(world, admin_user):
    copy = working_copy.open_for(world.corps.pk, by=admin_user)
    add_claim("x1--kopi", copy, world.catalogue)
    assert (
        "hører til indsatsen “mentorkorps”" in (refused_claim(["Nøgle"], "x1")["Nøgle (kolonne F)"])
    )


def test_more_entries_than_may_wait_for_each_other_are_refused(monkeypatch):
    monkeypatch.setattr(previews, "MOST_ENTRIES", 2)
    rows = [["laeringsbuddy", 2001], ["mentorkorps", 2002]]
    assert previewed(Indsatser=[["Adresse", "Startår"], *rows]).can_be_confirmed
    found = refused(Indsatser=[["Adresse", "Startår"], *rows, ["sprogindsats", 2003]])
    assert found == {
        ("Filen", None, ""): "Filen ændrer 3 indsatser. Højst 2 ad gangen: del den i flere."
    }
