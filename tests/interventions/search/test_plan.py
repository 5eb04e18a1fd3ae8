"""How a search is understood, in the small world."""

import pytest

from interventions.models import Intervention
from interventions.models.search import SynonymSet
from interventions.search import plan
from tests.interventions.search.asking import hits, in_order
from tests.world import PUBLISHED, add_entry, add_municipality


def build(text):
    return plan.build(text, Intervention.objects.published())


def synonyms(slug, words, related=""):
    return SynonymSet.objects.create(slug=slug, words=words, related=related)


def test_a_synonym_finds_and_is_told(world):
    synonyms("trivsel", "trivsel, tryghed, hygge", "fravær")

    search_plan = build("hygge")

    assert hits("hygge") == {"tid-til-vejledning"}
    assert search_plan.also == ["trivsel"]  # nothing says tryghed, so it is not told
    assert search_plan.related == ["fravær"]
    assert search_plan.corrected == search_plan.missing == []


def test_related_words_are_not_searched_for(world):
    synonyms("hygge", "hygge, hyggestund", "trivsel")

    assert hits("hygge") == set()


def test_a_hit_by_a_synonym_comes_after_the_word_itself(world):
    synonyms("korps", "mentorkorps, læringsbuddy")

    assert in_order("læringsbuddy") == ["laeringsbuddy", "mentorkorps"]
    assert in_order("mentorkorps") == ["mentorkorps", "laeringsbuddy"]


def test_a_phrase_is_one_group_whatever_small_words_it_has(world):
    synonyms("buddy", "læringsbuddy, kammerat med tid")

    search_plan = build("en kammerat med god vilje, kammerat med tid")

    assert [group.typed for group in search_plan.groups][-1] == "kammerat tid"
    assert hits("kammerat med tid") == {"laeringsbuddy"}


def test_a_slip_gets_the_nearest_known_word_and_says_so(world):
    search_plan = build("mentorkrops")

    assert search_plan.corrected == [("mentorkrops", "mentorkorps")]
    assert hits("mentorkrops") == {"mentorkorps"}


@pytest.mark.parametrize("typed", ["tuddy", "senior"])
def test_another_word_is_no_slip(world, typed):
    """One letter off at the front of a short word, two off with another first letter."""
    assert build(typed).corrected == []


def test_a_beginning_that_is_a_word_by_itself_still_begins_longer_words(world):
    assert "tid-til-vejledning" in hits("vejled")


def test_two_letters_that_fold_into_a_small_word_are_no_small_word(world):
    assert build("fæ").missing == ["fæ"]


def test_nothing_is_corrected_to_a_word_that_only_hidden_entries_use(world):
    world.draft.title = "Kvantefysikken"
    world.draft.save()

    assert build("kvantefysikkn").corrected == []
    assert build("kvantefysikken").missing == ["kvantefysikken"]
    assert hits("kvantefysikken") == set()


@pytest.mark.parametrize("begin", ["mentork", "mentorko", "fæll", "faell"])
def test_the_beginning_of_a_word_finds_it(world, begin):
    assert hits(begin) == {"mentorkorps"}


@pytest.mark.parametrize("begin", ["aalb", "ålbo", "aalbor"])
def test_the_beginning_of_a_name_counts_the_letters_that_were_typed(world, begin):
    assert hits(begin) == {"laeringsbuddy"}


@pytest.mark.parametrize("begin", ["ods", "aal", "sve"])
def test_fewer_than_four_letters_are_no_beginning(world, begin):
    assert hits(begin) == set()


def test_all_words_have_to_match(world):
    assert hits("mentorordninger aalborg") == {"laeringsbuddy"}
    assert not build("mentorordninger aalborg").relaxed


def test_if_no_entry_has_all_words_most_of_them_do(world):
    search_plan = build("læringsbuddy ældre odense")

    assert search_plan.relaxed
    assert search_plan.required == 2
    assert hits("læringsbuddy ældre odense") == {"laeringsbuddy"}


def test_a_municipality_without_a_case_is_named_and_finds_nothing(world):
    """Only hidden entries are from Ærø."""
    search_plan = build("Ærø")

    assert [(one.name, one.slug) for one in search_plan.without_case] == [("Ærø", "aeroe")]
    assert search_plan.missing == search_plan.corrected == []
    assert hits("Ærø") == hits("Ærø Kommune") == hits("aeroe kommune") == set()


@pytest.mark.parametrize(
    "text", ["Aalborg", "Aalborg Kommune", "ålborg kommune", "AALBORG KOMMUNES"]
)
def test_a_municipality_is_found_with_and_without_its_kind(world, text):
    assert hits(text) == {"laeringsbuddy"}


@pytest.mark.parametrize(
    "text",
    [
        "hvad virker i Aalborg",
        "hjælp til Aalborg",
        "gode råd om indsatser i Aalborg",
        "hvordan gør de i Aalborg",
        "jeg leder efter erfaringer fra Aalborg",
        "hvad har Aalborg brug for",
        "Kan man finde noget om Aalborg?",
    ],
)
def test_words_that_only_ask_do_not_spoil_a_search(world, text):
    assert hits(text) == {"laeringsbuddy"}
    assert not build(text).relaxed


def test_words_that_only_ask_are_searched_for_where_there_are_no_others(world):
    assert [group.typed for group in build("hvad virker?").groups] == ["virker"]


def test_a_noun_that_leads_to_nothing_is_what_the_search_is_about(world):
    assert [group.typed for group in build("særlige behov").groups] == ["særlige", "behov"]


def test_a_misspelt_municipality_without_a_case_is_named(world):
    add_municipality("746", "Skanderborg", "skanderborg", world.north, 4, 7)

    search_plan = build("Skanderbogr")

    assert [one.name for one in search_plan.without_case] == ["Skanderborg"]
    assert search_plan.corrected == []


def test_a_last_part_that_adds_nothing_leaves_the_synonyms(world):
    synonyms("buddy", "læringsbuddy, kammerat")

    assert hits("kammeratordning") == hits("SOSU-kammerat") == {"laeringsbuddy"}


def test_a_word_nobody_uses_is_named(world):
    search_plan = build("kvantefysik")

    assert search_plan.missing == ["kvantefysik"]
    assert search_plan.groups
    assert hits("kvantefysik") == set()


@pytest.mark.parametrize("text", ["", " ", "og i på", "?", "\x00", "---", "«»"])
def test_a_text_without_words_finds_everything(world, text):
    assert build(text).groups == []
    assert hits(text) == set(PUBLISHED)


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "'",
        "men'",
        '"mentor',
        "mentor\x00korps",
        "\x00\x00",
        "%_\\",
        "'; DROP TABLE",
        "👩‍👩‍👧‍👦 mentor",
        "\u202ementor\u202c",
        "\u200f\u200b",
        "ﷺ",
        "İıſß",
        "a\u0301\u0301\u0301" * 20,
        "²",
        "\ud800",
        "a" * 3000,
        "-" * 3000,
        "a-" * 1500,
        "tid" * 1000,
        "elev-" * 600,
        "skoletid" * 25,
        "falder " * 500 + "fra",
        "9.999" * 400,
    ],
)
def test_any_input_is_answered(world, text):
    assert in_order(text) is not None
    assert hits(text) <= set(PUBLISHED)


def test_two_thousand_words_are_answered_by_the_first_dozen(world):
    assert len(build("mentor " + "ukendt " * 2000).groups) == plan.MAX_WORDS
    assert hits("læringsbuddy " * 2000) == {"laeringsbuddy"}


def test_known_words_cost_three_queries_and_unknown_ones_at_most_six(
    world, django_assert_num_queries
):
    with django_assert_num_queries(3):
        build("mentor aalborg")
    with django_assert_num_queries(4):
        build("mentor kvantefysik mentorkrops Ærø")


def test_the_title_comes_before_theme_and_place_before_summary_before_claims(world):
    world.what.text = "Noget om hygge."
    world.what.save()
    add_entry("resume", "B", summary="Det er hygge.")
    world.support.name = "Hygge"
    world.support.save()
    add_entry("titel", "Hygge")

    # Both with the theme: the rated one first.
    assert in_order("hygge") == ["titel", "mentorkorps", "sprogindsats", "resume", "laeringsbuddy"]


def test_equals_stand_in_the_order_of_their_titles(world):
    for slug, title in [("c", "Hygge å"), ("a", "Hygge z"), ("b", "Hygge æ")]:
        add_entry(slug, title)

    assert in_order("hygge") == ["a", "b", "c"]
