import pytest

from interventions.models import Claim, Intervention, Relation
from tests.interventions.admin.conftest import errors_of, new_claim

pytestmark = pytest.mark.usefixtures("unpublished")


def test_publishing_without_a_theme_is_refused_at_the_field(world, send_entry):
    errors = errors_of(send_entry(world.buddy, themes=[], _step="udgiv"))
    assert errors == {"themes": ["En udgivet indsats skal have mindst ét tema."]}


def test_publishing_without_a_summary_is_refused_at_the_field(world, send_entry):
    errors = errors_of(send_entry(world.buddy, summary="  ", _step="udgiv"))
    assert errors == {"summary": ["En udgivet indsats skal have et resumé."]}


def test_publishing_without_a_claim_is_refused(world, send_entry):
    Intervention.objects.filter(pk=world.draft.pk).update(state="til-gennemsyn")
    errors = errors_of(
        send_entry(world.draft, _step="udgiv", summary="Sprog.", themes=[world.language.pk])
    )
    assert errors == {"claims": ["En udgivet indsats skal have mindst ét udsagn med kilde."]}


def test_removing_the_last_row_while_publishing_is_refused(world, send_entry):
    errors = errors_of(send_entry(world.buddy, claims={"k05": {"DELETE": "on"}}, _step="udgiv"))
    assert errors == {"claims": ["En udgivet indsats skal have mindst ét udsagn med kilde."]}


def test_the_last_row_may_be_exchanged(world, send_entry):
    response = send_entry(
        world.buddy, claims={"k05": {"DELETE": "on"}}, new_claims=[new_claim(world, key="ny")]
    )
    assert response.status_code == 302
    assert list(world.buddy.claims.values_list("key", flat=True)) == ["ny"]


def test_a_draft_may_be_empty(world, send_entry):
    assert send_entry(world.draft).status_code == 302


def test_second_rating_is_refused(world, send_entry):
    errors = errors_of(
        send_entry(world.corps, claims={"r16": {"kind": "rating", "tier": world.tier.pk}})
    )
    assert errors == {
        ("claims", 1, "kind"): [
            "Indsatsen har allerede en vurdering. Ret den i stedet for at tilføje en ny."
        ]
    }


def test_two_new_ratings_in_one_form_are_refused(world, send_entry):
    rating = new_claim(world, kind="rating", tier=world.tier.pk)
    errors = errors_of(send_entry(world.draft, new_claims=[rating, rating]))
    assert errors == {
        ("claims", 1, "kind"): [
            "Indsatsen har allerede en vurdering. Ret den i stedet for at tilføje en ny."
        ]
    }


@pytest.mark.parametrize(("old", "new"), [("r15-1", "r16"), ("r16", "r15-1")])
def test_a_rating_can_move_to_another_row(world, send_entry, old, new):
    Claim.objects.filter(key="r15-1").update(kind="what", tier=None)
    Claim.objects.filter(key=old).update(kind="rating", tier=world.tier)
    rating = {"kind": "rating", "tier": world.tier.pk}
    response = send_entry(world.corps, claims={old: {"kind": "what", "tier": ""}, new: rating})
    assert response.status_code == 302
    assert dict(world.corps.claims.values_list("key", "kind")) == {old: "what", new: "rating"}


def test_a_rating_can_be_exchanged_for_a_new_one(world, send_entry):
    response = send_entry(
        world.corps,
        claims={"r15-1": {"DELETE": "on"}},
        new_claims=[new_claim(world, key="ny", kind="rating", tier=world.tier.pk)],
    )
    assert response.status_code == 302
    assert dict(world.corps.claims.values_list("key", "kind")) == {"r16": "what", "ny": "rating"}


def test_a_rating_without_a_tier_is_refused_at_the_tier(world, send_entry):
    errors = errors_of(send_entry(world.draft, new_claims=[new_claim(world, kind="rating")]))
    assert errors == {
        ("claims", 0, "tier"): ["En vurdering skal sige hvilket evidensniveau kilden giver."]
    }


def test_a_tier_without_a_rating_is_refused_at_the_tier(world, send_entry):
    errors = errors_of(send_entry(world.draft, new_claims=[new_claim(world, tier=world.tier.pk)]))
    assert errors == {
        ("claims", 0, "tier"): ["Kun et udsagn af typen vurdering kan give et evidensniveau."]
    }


def test_anchor_of_nine_words_is_refused(world, send_entry):
    errors = errors_of(
        send_entry(world.buddy, claims={"k05": {"anchor": "et to tre fire fem seks syv otte ni"}})
    )
    assert errors == {
        ("claims", 0, "anchor"): ["Ankeret har 9 ord. Højst 8 ord må tages ordret fra kilden."]
    }


def test_anchor_of_eight_words_is_accepted(world, send_entry):
    anchor = "et to tre fire fem seks syv otte"
    assert send_entry(world.buddy, claims={"k05": {"anchor": anchor}}).status_code == 302


def test_a_figure_without_a_unit_is_refused_at_the_unit(world, send_entry):
    errors = errors_of(send_entry(world.buddy, claims={"k05": {"value": "7"}}))
    assert errors == {
        ("claims", 0, "unit"): ["Et tal skal have en enhed, fx elever eller mio. kr."]
    }


def test_a_period_that_ends_before_it_begins_is_refused_at_its_end(world, send_entry):
    errors = errors_of(
        send_entry(world.buddy, claims={"k05": {"period_from": "2021", "period_to": "2020"}})
    )
    assert errors == {("claims", 0, "period_to"): ["Perioden slutter, før den begynder."]}


def test_two_rows_with_one_key_are_refused(world, send_entry):
    errors = errors_of(
        send_entry(world.draft, new_claims=[new_claim(world, key="z1"), new_claim(world, key="z1")])
    )
    assert errors == {("claims", 1, "key"): ["To udsagn har samme nøgle."]}


def test_the_key_of_another_entrys_claim_is_refused(world, send_entry):
    errors = errors_of(send_entry(world.draft, new_claims=[new_claim(world, key="k05")]))
    assert list(errors) == [("claims", 0, "key")]


def test_a_claim_without_source_locator_or_text_is_refused(world, send_entry):
    empty = {"text": " ", "kind": "what", "locator": " ", "position": "1"}
    errors = errors_of(send_entry(world.draft, new_claims=[empty]))
    assert {field for _prefix, _row, field in errors} == {"text", "source", "locator"}


@pytest.mark.parametrize("source", ["999999", "x", "-1", "9" * 30, "\x00"])
def test_a_source_that_does_not_exist_is_refused(world, send_entry, source):
    errors = errors_of(send_entry(world.draft, new_claims=[new_claim(world, source=source)]))
    assert list(errors) == [("claims", 0, "source")]


@pytest.mark.parametrize(
    ("field", "number"),
    [
        ("value", "1" * 30),
        ("value", "NaN"),
        ("value", "1e400"),
        ("value", "0.0001"),
        ("sample_size", "-1"),
        ("sample_size", "9" * 30),
        ("position", "-1"),
        ("position", "9" * 30),
        ("period_from", "9" * 30),
        ("period_to", "-5"),
    ],
)
def test_absurd_numbers_get_a_message(world, send_entry, field, number):
    claim = new_claim(world, **({"value": "1", "unit": "elever"} | {field: number}))
    assert ("claims", 0, field) in errors_of(send_entry(world.draft, new_claims=[claim]))


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"start_year": "1899"}, "start_year", "Startåret skal ligge mellem 1900 og 2100."),
        ({"start_year": "30000"}, "start_year", "Startåret skal ligge mellem 1900 og 2100."),
        (
            {"start_year": "2020", "start_month": "13"},
            "start_month",
            "Startmåneden er et tal fra 1 til 12.",
        ),
        ({"start_month": "5"}, "start_year", "En startmåned kræver et startår."),
    ],
)
def test_an_impossible_start_is_refused_at_the_field(world, send_entry, typed, field, message):
    assert errors_of(send_entry(world.draft, **typed)) == {field: [message]}


@pytest.mark.parametrize("year", ["9" * 30, "-1", "år"])
def test_an_absurd_start_year_gets_a_message(world, send_entry, year):
    assert list(errors_of(send_entry(world.draft, start_year=year))) == ["start_year"]


def test_nul_in_a_text_gets_a_message(world, send_entry):
    assert list(errors_of(send_entry(world.draft, title="a\x00b"))) == ["title"]


def test_a_relation_to_itself_is_refused_at_the_field(world, send_entry):
    relation = {"to_entry": world.draft.pk, "kind": "samme-tema", "sentence": "Sig selv."}
    errors = errors_of(send_entry(world.draft, new_relations=[relation]))
    assert errors == {("relations_out", 0, "to_entry"): ["En indsats kan ikke ligne sig selv."]}


def test_the_same_relation_twice_in_one_form_is_refused(world, send_entry):
    relation = {"to_entry": world.corps.pk, "kind": "samme-tema", "sentence": "Tema."}
    errors = errors_of(send_entry(world.draft, new_relations=[relation, relation]))
    assert errors == {
        ("relations_out", 1, "to_entry"): ["De to indsatser er allerede sat i forbindelse."]
    }


def test_the_end_of_a_stored_relation_stays(world, send_entry):
    send_entry(world.buddy, relations={"to_entry": world.draft.pk, "sentence": "Ny."})
    relation = Relation.objects.get()
    assert (relation.to_entry, relation.sentence) == (world.corps, "Ny.")


def test_the_mirror_of_a_relation_is_refused(world, send_entry):
    relation = {"to_entry": world.buddy.pk, "kind": "samme-tema", "sentence": "Tema."}
    errors = errors_of(send_entry(world.corps, new_relations=[relation]))
    assert errors == {
        ("relations_out", 0, "to_entry"): [
            "De to indsatser er allerede sat i forbindelse, fra den anden side."
        ]
    }
    assert Relation.objects.count() == 1
