import html
import json
import re

import pytest
from django.urls import reverse

from interventions.models import Claim
from tests.interventions.admin.conftest import add_claim, errors_of, typed

LIST = "/admin/interventions/claim/"
FORMSETS = re.compile(r'data-inline-formset="([^"]*)"')


def keys(response):
    return [claim.key for claim in response.context["cl"].result_list]


@pytest.fixture
def send_claim(editor):
    def send(claim=None, **changes):
        name = "admin:interventions_claim_" + ("change" if claim else "add")
        address = reverse(name, args=[claim.pk] if claim else [])
        return editor.post(address, (typed(claim) if claim else {"position": "0"}) | changes)

    return send


def test_the_button_for_one_more_row_reads_as_danish(editor, world):
    page = editor.get("/admin/interventions/intervention/add/").content.decode()
    shown = [json.loads(html.unescape(data)) for data in FORMSETS.findall(page)]
    assert [data["options"]["addText"] for data in shown] == [
        "Tilføj endnu et udsagn",
        "Tilføj endnu en opstilling",
        "Tilføj endnu en forbindelse",
    ]


def test_the_list_stands_in_the_order_of_the_sources(world, editor):
    assert keys(editor.get(LIST)) == ["k01", "k05", "r15-1", "r16"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"anker": "mangler"}, ["k01", "r15-1", "r16"]),
        ({"anker": "har"}, ["k05"]),
        ({"hoerer-til": "ramme"}, ["k01"]),
        ({"hoerer-til": "udgivet"}, ["k05", "r15-1", "r16"]),
        ({"hoerer-til": "kladde"}, []),
        ({"q": "UDSAGNET r15"}, ["r15-1"]),
        ({"q": "k05"}, ["k05"]),
        ({"q": "siger", "anker": "har"}, ["k05"]),
    ],
)
def test_a_filter_or_search_finds(world, editor, query, found):
    assert keys(editor.get(LIST, query)) == found


def test_search_folds_danish_letters(world, editor):
    add_claim("ny", world.draft, world.source, text="Oplæring på Ærø")
    assert keys(editor.get(LIST, {"q": "oplaering aeroe"})) == ["ny"]


def test_a_context_claim_gets_a_key_from_its_source(world, send_claim):
    response = send_claim(
        text="Der mangler hænder.", kind="context", source=world.source.pk, locator="indledning"
    )
    assert response.status_code == 302
    key = Claim.objects.get(text="Der mangler hænder.").key
    assert re.fullmatch(r"katalog-[0-9a-f]{4}", key)


def test_a_rating_of_a_frame_is_refused(world, send_claim):
    errors = errors_of(send_claim(world.context, kind="rating", tier=world.tier.pk))
    assert errors == {"kind": ["En vurdering hører til en bestemt indsats."]}


@pytest.mark.parametrize("page", ["change", "delete"])
def test_a_claim_of_an_entry_is_written_in_its_entry(world, editor, page):
    address = reverse(f"admin:interventions_claim_{page}", args=[world.buddy_claim.pk])
    assert editor.post(address, typed(world.buddy_claim) | {"post": "yes"}).status_code == 403
    assert Claim.objects.get(key="k05").text == "Udsagnet k05 siger noget."


def test_the_list_leads_to_the_entry_of_a_claim(world, editor):
    link = f'<a href="/admin/interventions/intervention/{world.buddy.pk}/change/">'
    assert link in editor.get(LIST).content.decode()


def test_a_frame_can_go(world, editor):
    address = reverse("admin:interventions_claim_delete", args=[world.context.pk])
    assert editor.post(address, {"post": "yes"}).status_code == 302
    assert not Claim.objects.filter(key="k01").exists()


def test_a_claim_of_a_draft_has_no_public_link(world, editor):
    claim = add_claim("ny", world.draft, world.source)
    shown = {}
    for one in (claim, world.buddy_claim, world.context):
        response = editor.get(reverse("admin:interventions_claim_change", args=[one.pk]))
        shown[one.key] = response.context["absolute_url"]
    assert shown == {
        "ny": None,
        "k05": "/kilder/katalog/#p-k05",
        "k01": "/kilder/katalog/#p-k01",
    }


def test_changelist_query_count_is_constant(world, editor, django_assert_num_queries):
    with django_assert_num_queries(11):
        editor.get(LIST)
    for number in range(5):
        add_claim(f"n{number}", world.draft, world.source)
    with django_assert_num_queries(11):
        editor.get(LIST)


def test_a_key_in_the_address_that_is_none_is_left_out(editor, world):
    response = editor.get("/admin/interventions/claim/add/?source=abc&locator=afsnit 9")

    assert response.status_code == 200
    assert response.context["adminform"].form.initial["locator"] == "afsnit 9"
    assert "source" not in response.context["adminform"].form.initial


def test_an_editor_chooses_what_the_source_says_before_the_number(world, editor, send_claim):
    claim = world.context
    address = reverse("admin:interventions_claim_change", args=[claim.pk])
    field = editor.get(address).context["adminform"].form["qualifier"]
    assert [label for _, label in field.field.choices] == [
        "intet forbehold",
        "cirka",
        "knap",
        "over",
        "mindst",
        "under",
        "op til",
    ]
    figure = {"qualifier": "op til", "value": "6", "unit": "elever"}
    assert send_claim(claim, **figure).status_code == 302
    claim.refresh_from_db()
    assert claim.figure_text == "op til 6 elever"


def test_a_qualifier_without_a_number_is_refused_at_the_number(world, send_claim):
    errors = errors_of(send_claim(world.context, qualifier="cirka"))
    assert errors == {
        "value": ["Her er forbehold, enhed eller stikprøve udfyldt, men ikke tallet."]
    }


@pytest.mark.parametrize(("stored", "shown"), [("10", "10"), ("1.5", "1.5"), ("3000", "3000")])
def test_ten_does_not_read_as_ten_thousand(world, editor, stored, shown):
    claim = add_claim("ny", None, world.source, value=stored, unit="elever", kind="context")
    address = reverse("admin:interventions_claim_change", args=[claim.pk])
    form = editor.get(address).context["adminform"].form
    assert str(form.initial["value"]) == shown
    assert f'value="{shown}"' in str(form["value"])
