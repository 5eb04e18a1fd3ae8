import datetime

import pytest

from interventions import completeness
from interventions.models import Claim, Intervention
from tests.world import add_claim

TODAY = datetime.date(2024, 6, 1)  # a month after the sources of the world were read


@pytest.fixture
def hints(world):
    """The hints of an entry, loaded as its page loads it, as text."""

    def hints(entry, today=TODAY):
        entry, claims, context = load(entry)
        return [str(hint) for hint in completeness.hints(entry, claims, context, today)]

    return hints


def load(entry):
    entry = (
        Intervention.objects.with_card()
        .prefetch_related("target_groups", "programmes")
        .get(pk=entry.pk)
    )
    claims = list(entry.claims.with_source().with_ledger())
    context = list(Claim.objects.context_of({claim.source_id for claim in claims}))
    return entry, claims, context


def about(found, start):
    return [hint for hint in found if hint.startswith(start)]


def test_headings_without_claims_are_named_as_the_page_has_them(world, hints):
    assert hints(world.buddy)[0] == (
        "Uden udsagn og derfor ikke på siden: “For hvem, hvor og hvornår?”, "
        "“Hvem gør det, og med hvad?”, “Hvad der ellers bliver sagt”."
    )


def test_a_heading_that_the_frame_of_a_source_fills_is_not_empty(world, hints):
    assert "“Rammen”" not in hints(world.buddy)[0]
    world.context.delete()
    assert "“Rammen”" in hints(world.buddy)[0]


def test_an_entry_with_all_headings_has_no_hint_of_them(world, hints):
    for kind in ("aim", "target", "deliverer", "statement"):
        add_claim(f"x-{kind}", world.buddy, world.catalogue, kind=kind)
    assert about(hints(world.buddy), "Uden udsagn") == []


def test_what_the_page_will_call_not_stated_is_named(world, hints):
    (gaps,) = about(hints(world.buddy), "Under “Ikke oplyst i kilden” står: ")
    assert "hvad den koster, hvor mange der arbejder med den" in gaps


def test_claims_without_anchor_are_named_by_key(world, hints):
    assert about(hints(world.buddy), "Udsagn uden anker") == ["Udsagn uden anker: k07."]
    Claim.objects.update(anchor="et anker")
    assert about(hints(world.buddy), "Udsagn uden anker") == []


def test_a_figure_without_period_or_words_for_what_it_counts(world, hints):
    assert about(hints(world.language), "Tal uden") == []
    world.figure.period_from, world.figure.counts = None, ""
    world.figure.save()
    assert about(hints(world.language), "Tal uden") == [
        "Tal uden periode: k24.",
        "Tal uden ord for, hvad de tæller: k24.",
    ]
    world.figure.period_to = 2022
    world.figure.save()
    assert about(hints(world.language), "Tal uden periode") == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Frafaldet er faldet.", False),
        ("Frafaldet er ifølge kommunen faldet.", True),
        ("Ifølge KL er frafaldet faldet.", True),
        ("Kommunen oplyser, at frafaldet er faldet.", True),
        ("Eleverne er uopsigeligt glade.", False),
    ],
)
def test_a_result_without_words_for_who_says_so(world, hints, text, named):
    world.result.text = text
    world.result.save()
    found = about(hints(world.buddy), "Resultater uden ord for, hvem der siger det")
    assert [hint.rpartition(": ")[2] for hint in found] == ([] if named else ["k07."])


def test_only_results_need_a_speaker(world, hints):
    assert about(hints(world.plan), "Resultater") == []


def test_a_source_that_is_to_be_read_again_is_named_once(world, hints, settings):
    settings.SOURCE_READ_DAYS = 31
    assert about(hints(world.buddy), "Kilden") == [
        "Kilden “Gode forløb på Ærø” er ikke læst siden 1. maj 2024."
    ]
    settings.SOURCE_READ_DAYS = 32
    assert about(hints(world.buddy), "Kilden") == []


def test_an_address_that_does_not_answer_is_named(world, hints):
    assert about(hints(world.buddy), "Adressen") == []
    world.catalogue.link_status = "svarer-ikke"
    world.catalogue.save()
    assert about(hints(world.buddy), "Adressen") == [
        "Adressen på kilden “Gode forløb på Ærø” svarer ikke."
    ]
    world.catalogue.link_broken_since = datetime.date(2024, 5, 20)
    world.catalogue.save()
    assert about(hints(world.buddy), "Adressen") == [
        "Adressen på kilden “Gode forløb på Ærø” svarer ikke, første gang den 20. maj 2024."
    ]


def test_a_hint_leads_to_its_claims(world):
    found = completeness.hints(*load(world.buddy), TODAY)
    assert [hint.claims for hint in found if hint.text == "Udsagn uden anker"] == [(world.result,)]


def test_hints_ask_the_database_nothing(world, django_assert_num_queries):
    loaded = load(world.language)
    with django_assert_num_queries(0):
        assert completeness.hints(*loaded)


def test_an_entry_without_anything_gets_its_hints(world, hints):
    entry = Intervention.objects.create(slug="tom", title="Tom", kind="praksis")
    assert hints(entry)[0].startswith("Uden udsagn og derfor ikke på siden: “Hvad er det?”")


def test_every_result_of_the_seed_names_its_speaker(seeded):
    results = Claim.objects.filter(kind="result")
    assert [one.key for one in results if not completeness.SPEAKS.search(one.text)] == []
