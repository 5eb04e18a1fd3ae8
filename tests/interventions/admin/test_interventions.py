import re

import pytest
from django.urls import reverse

from interventions.models import Claim, FormerSlug, Intervention, Relation
from tests.interventions.admin.conftest import add_claim, errors_of

LIST = "/admin/interventions/intervention/"


def titles(response):
    return [entry.title for entry in response.context["cl"].result_list]


def new_claim(world, **fields):
    return {
        "text": "En buddy følger eleven.",
        "kind": "what",
        "source": world.source.pk,
        "locator": "Aalborg",
        "position": "1",
    } | fields


# --- what an editor saves


def test_an_unchanged_entry_saves(world, send_entry):
    assert send_entry(world.buddy).status_code == 302


def test_an_unchanged_entry_with_several_claims_saves(world, send_entry):
    assert send_entry(world.corps).status_code == 302
    assert set(world.corps.claims.values_list("key", flat=True)) == {"r15-1", "r16"}


def test_an_entry_is_published_with_its_claims_in_one_go(world, send_entry):
    response = send_entry(
        title="Øvelser på Ærø",
        summary="Elever øver sig.",
        state="udgivet",
        themes=[world.mentors.pk],
        municipalities=[world.aalborg.pk],
        new_claims=[
            new_claim(world),
            new_claim(world, kind="rating", tier=world.tier.pk, source=world.other_source.pk),
        ],
        new_relations=[
            {"to_entry": world.corps.pk, "kind": "samme-tema", "sentence": "Samme tema."}
        ],
    )
    assert response.status_code == 302
    entry = Intervention.objects.with_tier().get(slug="oevelser-paa-aeroe")
    assert (entry.tier_slug, entry.claims.count()) == ("virksom", 2)
    assert entry.relations_out.get().to_entry == world.corps


def test_slug_is_made_the_danish_way(world, send_entry):
    send_entry(title="Støtte på gaden: 2 årgange & æbler")
    assert Intervention.objects.filter(slug="stoette-paa-gaden-2-aargange-aebler").exists()


def test_a_long_title_gives_a_slug_that_fits(world, send_entry):
    send_entry(title="å" * 140)
    assert Intervention.objects.filter(slug="a" * 100).exists()


def test_a_title_without_letters_asks_for_an_address(world, send_entry):
    assert list(errors_of(send_entry(title="???"))) == ["slug"]


def test_an_address_that_exists_is_refused_at_the_field(world, send_entry):
    errors = errors_of(send_entry(title="Laeringsbuddy"))
    assert list(errors) == ["slug"]


def test_a_changed_slug_keeps_the_old_address(world, send_entry):
    send_entry(world.buddy, slug="buddy")
    assert FormerSlug.objects.get(slug="laeringsbuddy").intervention == world.buddy


def test_an_old_address_of_another_entry_cannot_be_taken(world, send_entry):
    FormerSlug.objects.create(slug="gammel", intervention=world.corps)
    errors = errors_of(send_entry(world.buddy, slug="gammel"))
    assert errors == {"slug": ["Adressen fører i dag videre til en anden indsats."]}


def test_an_entry_can_return_to_its_old_address(world, send_entry):
    FormerSlug.objects.create(slug="gammel", intervention=world.buddy)
    assert send_entry(world.buddy, slug="gammel").status_code == 302


def test_an_empty_key_is_made_of_the_address(world, send_entry):
    send_entry(world.buddy, new_claims=[new_claim(world), new_claim(world)])
    keys = sorted(world.buddy.claims.exclude(key="k05").values_list("key", flat=True))
    assert len(keys) == 2
    assert all(re.fullmatch(r"laeringsbuddy-[0-9a-f]{4}", key) for key in keys)


def test_the_key_of_a_stored_claim_stays(world, send_entry):
    send_entry(world.buddy, claims={"k05": {"key": "andet", "text": "Nyt."}})
    assert Claim.objects.get(text="Nyt.").key == "k05"


# --- what is refused, and where


def test_publishing_without_a_theme_is_refused_at_the_field(world, send_entry):
    errors = errors_of(send_entry(world.buddy, themes=[]))
    assert errors == {"themes": ["En udgivet indsats skal have mindst ét tema."]}


def test_publishing_without_a_summary_is_refused_at_the_field(world, send_entry):
    errors = errors_of(send_entry(world.buddy, summary="  "))
    assert errors == {"summary": ["En udgivet indsats skal have et resumé."]}


def test_publishing_without_a_claim_is_refused(world, send_entry):
    errors = errors_of(
        send_entry(world.draft, state="udgivet", summary="Sprog.", themes=[world.language.pk])
    )
    assert errors == {"claims": ["En udgivet indsats skal have mindst ét udsagn med kilde."]}


def test_removing_the_last_row_of_a_published_entry_is_refused(world, send_entry):
    errors = errors_of(send_entry(world.buddy, claims={"k05": {"DELETE": "on"}}))
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


# --- the list


def test_drafts_come_first(world, editor):
    Intervention.objects.create(slug="b", title="B", kind="plan", state="til-gennemsyn")
    assert titles(editor.get(LIST)) == [
        "Å, et udkast",
        "B",
        "Fælles mentorkorps",
        "Læringsbuddy i Aalborg",
        "Arkiveret sag",
    ]


def test_the_list_says_what_is_missing(world, editor):
    missing = {
        entry.slug: editor.get(LIST).context["cl"].model_admin.missing(entry)
        for entry in editor.get(LIST).context["cl"].result_list
    }
    assert missing == {
        "sprogindsats": "resumé, tema, udsagn",
        "laeringsbuddy": "",
        "mentorkorps": "2 ankre",
        "afsluttet": "resumé, tema, udsagn",
    }


def test_search_keeps_the_filter(world, editor):
    assert titles(editor.get(LIST, {"q": "MENTOR"})) == [
        "Fælles mentorkorps",
        "Læringsbuddy i Aalborg",
    ]
    assert titles(editor.get(LIST, {"q": "MENTOR", "kind__exact": "projekt"})) == [
        "Fælles mentorkorps"
    ]


def test_search_keeps_the_order_of_states(world, editor):
    world.draft.summary = "En mentor"
    world.draft.save()
    assert titles(editor.get(LIST, {"q": "mentor"}))[0] == "Å, et udkast"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"dokumentation": "vurderet"}, ["Fælles mentorkorps"]),
        ({"dokumentation": "tal"}, []),
        ({"mangler": "anker"}, ["Fælles mentorkorps"]),
        ({"mangler": "udsagn"}, ["Å, et udkast", "Arkiveret sag"]),
        ({"mangler": "tema"}, ["Å, et udkast", "Arkiveret sag"]),
        ({"state__exact": "udgivet"}, ["Fælles mentorkorps", "Læringsbuddy i Aalborg"]),
    ],
)
def test_a_filter_finds(world, editor, query, found):
    assert titles(editor.get(LIST, query)) == found


def test_filters_show_their_counts(world, editor):
    response = editor.get(LIST, {"kind__exact": "praksis"})
    counts = {
        (spec.title, choice["display"])
        for spec in response.context["cl"].filter_specs
        for choice in spec.choices(response.context["cl"])
    }
    assert ("tilstand", "Udgivet (1)") in counts
    assert ("type", "Navngivet projekt (1)") in counts
    assert ("mangler", "tema (2)") in counts
    assert ("dokumentation", "Intet resultat oplyst (3)") in counts
    assert ("temaer", "Mentorordninger (1)") in counts


def test_the_facet_of_a_theme_counts_entries_once(world, editor):
    response = editor.get(LIST)
    theme = next(spec for spec in response.context["cl"].filter_specs if spec.title == "temaer")
    shown = [choice["display"] for choice in theme.choices(response.context["cl"])]
    assert "Mentorordninger (2)" in shown
    assert "Sprogstøtte (1)" in shown


def test_changelist_query_count_is_constant(world, editor, django_assert_num_queries):
    with django_assert_num_queries(17):
        editor.get(LIST)
    for number in range(5):
        entry = Intervention.objects.create(
            slug=f"n{number}", title=f"N{number}", kind="praksis", summary="N.", state="udgivet"
        )
        entry.themes.add(world.mentors)
        entry.municipalities.add(world.aalborg)
        entry.organisations.add(world.school)
        add_claim(f"n{number}", entry, world.source)
    with django_assert_num_queries(17):
        editor.get(LIST)


def test_form_query_count_is_constant(world, editor, django_assert_max_num_queries):
    address = reverse("admin:interventions_intervention_change", args=[world.buddy.pk])
    for number in range(6):
        add_claim(f"n{number}", world.buddy, world.source)
    Relation.objects.create(
        from_entry=world.buddy, to_entry=world.draft, kind="samme-tema", sentence="Tema."
    )
    with django_assert_max_num_queries(26):
        assert editor.get(address).status_code == 200


def test_a_published_entry_links_to_its_page_and_a_draft_does_not(world, editor):
    for entry, link in ((world.buddy, "/indsatser/laeringsbuddy/"), (world.draft, None)):
        address = reverse("admin:interventions_intervention_change", args=[entry.pk])
        response = editor.get(address)
        assert response.context["absolute_url"] == link
        assert ("Se den offentlige side" in response.content.decode()) == bool(link)


def test_autocomplete_of_entries_uses_the_search(world, editor):
    response = editor.get(
        "/admin/autocomplete/",
        {
            "term": "laeringsbuddy",
            "app_label": "interventions",
            "model_name": "relation",
            "field_name": "to_entry",
        },
    )
    assert [row["text"] for row in response.json()["results"]] == ["Læringsbuddy i Aalborg"]
