import copy
import time

import pytest

from interventions import differences, document
from interventions.models import Ledger
from tests.world import add_claim, add_entry, relate


@pytest.fixture
def content(world):
    """The document of an entry with a row of each part."""
    entry = add_entry(
        "ny", "Ny indsats", themes=[world.mentors], municipalities=[world.aalborg], start_year=2020
    )
    Ledger.objects.create(slug="tal", intervention=entry, title="Tal", sentence="S.")
    add_claim("n1", entry, world.catalogue, value="12.5", unit="elever", kind="result")
    relate(entry, world.corps)
    return document.of(entry)


def told(before, after):
    return [
        (one.place, one.label, one.before, one.after) for one in differences.between(before, after)
    ]


def changed(content, **fields):
    return copy.deepcopy(content) | fields


def changed_row(content, part, **fields):
    found = copy.deepcopy(content)
    found[part][0] |= fields
    return found


def test_equal_documents_do_not_differ(content):
    assert differences.between(content, copy.deepcopy(content)) == []
    assert differences.summary([]) == ""


@pytest.mark.parametrize(
    ("fields", "row"),
    [
        ({"title": "Anden"}, ("", "titel", "Ny indsats", "Anden")),
        ({"slug": "anden"}, ("", "adresse", "ny", "anden")),
        ({"summary": ""}, ("", "resumé", "Resumé af ny.", "(tomt)")),
        ({"kind": "plan"}, ("", "type", "Kommunal praksis", "Planlagt element")),
        ({"running_state": "i-drift"}, ("", "status", "(tomt)", "I drift")),
        ({"running_as_of": "2024-05-01"}, ("", "status pr.", "(tomt)", "1. maj 2024")),
        ({"start_year": None}, ("", "startår", "2020", "(tomt)")),
        ({"publish_from": "2026-12-24"}, ("", "offentlig fra", "(tomt)", "24. december 2026")),
        (
            {"themes": ["trivsel", "mentorordninger"]},
            ("", "temaer", "Mentorordninger", "Mentorordninger, Trivsel"),
        ),
        ({"municipalities": []}, ("", "kommuner", "Aalborg", "(tomt)")),
        ({"themes": ["findes-ikke"]}, ("", "temaer", "Mentorordninger", "findes-ikke")),
    ],
)
def test_a_field_of_the_entry_is_told_in_words(content, fields, row):
    assert told(content, changed(content, **fields)) == [row]


@pytest.mark.parametrize(
    ("part", "fields", "row"),
    [
        ("claims", {"text": "Ny."}, ("Udsagn n1", "udsagn", "Udsagnet n1 siger noget.", "Ny.")),
        ("claims", {"value": "1000"}, ("Udsagn n1", "tal", "12,5", "1.000")),
        (
            "claims",
            {"source": "rapport"},
            ("Udsagn n1", "kilde", "KL: Gode forløb på Ærø", "Danske Regioner: Rapporten"),
        ),
        ("claims", {"source": "vaek"}, ("Udsagn n1", "kilde", "KL: Gode forløb på Ærø", "vaek")),
        (
            "claims",
            {"tier": "virksom"},
            ("Udsagn n1", "evidensniveau", "(tomt)", "Virksom indsats"),
        ),
        ("claims", {"ledger": "tal"}, ("Udsagn n1", "opstilling", "(tomt)", "Tal")),
        ("claims", {"kind": "aim"}, ("Udsagn n1", "type", "oplyst resultat", "formål")),
        ("claims", {"counted_by_us": True}, ("Udsagn n1", "talt af redaktionen", "nej", "ja")),
        ("claims", {"position": 4}, ("Udsagn n1", "plads i kilden", "0", "4")),
        ("ledgers", {"title": "T"}, ("Opstilling tal", "hvad tallene handler om", "Tal", "T")),
        (
            "relations",
            {"kind": "samme-tema"},
            (
                "Forbindelse til Fælles mentorkorps",
                "slags",
                "samme slags indsats",
                "samme tema, ikke samme indsats",
            ),
        ),
    ],
)
def test_a_field_of_a_row_is_told_with_its_place(content, part, fields, row):
    assert told(content, changed_row(content, part, **fields)) == [row]


@pytest.mark.parametrize(
    ("part", "row"),
    [
        ("claims", ("Udsagn n1", "udsagn", "Udsagnet n1 siger noget.")),
        ("ledgers", ("Opstilling tal", "hvad tallene handler om", "Tal")),
        (
            "relations",
            (
                "Forbindelse til Fælles mentorkorps",
                "forklaring",
                "Sætningen om ny og mentorkorps.",
            ),
        ),
    ],
)
def test_a_row_that_comes_or_goes_is_told_once(content, part, row):
    without = changed(content, **{part: []})
    (gone,) = differences.between(content, without)
    assert ((gone.place, gone.label, gone.before), gone.after, gone.change) == (
        row,
        None,
        "slettet",
    )
    (come,) = differences.between(without, content)
    assert (come.before, come.after, come.change) == (None, row[2], "nyt")


def test_they_stand_in_the_order_of_the_form(content):
    after = changed_row(changed(content, title="T", themes=[], summary="S"), "claims", text="U.")
    assert [one.field for one in differences.between(content, after)] == [
        "title",
        "summary",
        "themes",
        "text",
    ]


def test_words_that_went_are_struck_out_and_those_that_came_underlined(content):
    after = changed(content, title="Ny og bedre indsats")
    (one,) = differences.between(content, after)
    assert one.marked_words == "Ny <ins>og bedre</ins> indsats "
    (one,) = differences.between(after, content)
    assert one.marked_words == "Ny <del>og bedre</del> indsats "


def test_what_editors_typed_is_text_and_never_markup(content):
    attack = '<script>alert("x")</script>'
    after = changed_row(changed(content, title=attack), "claims", text=f"Udsagnet {attack}")
    for before, later in ((content, after), (after, content), (changed(content, claims=[]), after)):
        for one in differences.between(before, later):
            assert "<script" not in one.marked_words
            assert "&lt;script&gt;" in one.marked_words


def test_a_long_text_is_shown_whole_at_once(content):
    before = changed(content, summary="ja nej " * 20_000)
    after = changed(content, summary="nej ja " * 20_000)
    (one,) = differences.between(before, after)
    begun = time.perf_counter()
    words = one.marked_words
    assert time.perf_counter() - begun < 1
    assert words.startswith("<del>ja nej ja ")
    assert words.endswith(" nej ja</ins> ")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title": "T"}, "titel"),
        ({"title": "T", "summary": "S", "themes": []}, "titel, resumé, temaer"),
        ({"claims": [], "relations": []}, "1 udsagn, 1 forbindelse"),
        (
            {"title": "T", "summary": "S", "kind": "plan", "start_year": 1, "themes": []},
            "titel, resumé, type, startår og 1 mere",
        ),
    ],
)
def test_the_summary_names_fields_and_counts_rows(content, fields, words):
    found = differences.between(content, changed(content, **fields))
    assert differences.summary(found) == words


def test_names_are_read_once_for_each_vocabulary(content, django_assert_num_queries):
    after = changed(content, themes=["trivsel"], municipalities=["odense"])
    after["claims"][0]["source"] = "rapport"
    names = differences.Names()
    with django_assert_num_queries(4):  # themes, municipalities, sources, entries
        differences.between(content, after, names)
    with django_assert_num_queries(0):
        differences.between(after, content, names)


def test_a_document_from_before_a_field_was_made_can_be_compared(content):
    older = copy.deepcopy(content)
    del older["withdraw_on"]
    del older["claims"][0]["recurrence"]
    assert differences.between(older, content) == [
        one for one in differences.between(older, content) if one.field == "recurrence"
    ]
