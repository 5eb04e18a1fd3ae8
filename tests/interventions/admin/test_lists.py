import pytest
from django.urls import reverse

from interventions.models import Source, Theme
from tests.interventions.admin.conftest import errors_of, typed

MODELS = {
    "interventions": [
        ("intervention", "buddy"),
        ("claim", "buddy_claim"),
        ("ledger", "ledger"),
        ("source", "source"),
        ("organisation", "school"),
        ("relation", "relation"),
        ("theme", "mentors"),
        ("targetgroup", "group"),
        ("phase", "phase"),
        ("programme", "programme"),
        ("entrance", "entrance"),
        ("synonymset", "synonyms"),
        ("characteristic", "trait"),
        ("evidencetier", "tier"),
    ],
    "municipalities": [("municipality", "aalborg"), ("region", "region")],
}
# Rows that are written in the form of their entry.
WRITTEN_IN_ENTRY = {"claim", "ledger", "relation"}
PAGES = [(app, model, row) for app, models in MODELS.items() for model, row in models]


def test_the_index_follows_the_editors_work(world, editor):
    response = editor.get("/admin/")
    expected = {app: [model for model, _row in models] for app, models in MODELS.items()}
    expected["interventions"].insert(1, "proposal")  # has no page to add one: test_proposals.py
    assert [
        (app["app_label"], [model["object_name"].lower() for model in app["models"]])
        for app in response.context["app_list"]
    ][:2] == list(expected.items())


@pytest.mark.parametrize(("app", "model", "row"), PAGES)
def test_every_page_answers_with_a_handful_of_queries(
    world, editor, django_assert_max_num_queries, app, model, row
):
    prefix = f"admin:{app}_{model}_"
    addresses = {
        reverse(prefix + "changelist"): 200,
        reverse(prefix + "changelist") + "?q=æ+%22%25": 200,
        reverse(prefix + "add"): 403 if model in WRITTEN_IN_ENTRY - {"claim"} else 200,
        reverse(prefix + "change", args=[getattr(world, row).pk]): 200,
        reverse(prefix + "delete", args=[getattr(world, row).pk]): 403
        if model in WRITTEN_IN_ENTRY | {"intervention"}
        else 200,
        reverse(prefix + "history", args=[getattr(world, row).pk]): 200,
    }
    for address, status in addresses.items():
        with django_assert_max_num_queries(32):
            assert editor.get(address).status_code == status, address


@pytest.mark.parametrize(("app", "model", "row"), PAGES)
def test_nul_in_a_filter_is_a_400(world, editor, app, model, row):
    address = reverse(f"admin:{app}_{model}_changelist")
    assert editor.get(address + "?kind__exact=%00").status_code == 400


@pytest.mark.parametrize(("app", "model", "row"), PAGES)
@pytest.mark.parametrize(
    "query",
    [
        "q=" + "9" * 400,
        "q=%ff%fe",
        "p=-1",
        "p=" + "9" * 30,
        "o=1.2.3.-99",
        "x=1",
        "id__exact=" + "9" * 30,
        "id__in=1," + "9" * 30,
        "id__exact=abc",
        "created_at__year=10000",
        "created_at__year=" + "9" * 30,
    ],
)
def test_absurd_addresses_are_no_server_errors(world, editor, app, model, row, query):
    response = editor.get(reverse(f"admin:{app}_{model}_changelist") + "?" + query)
    assert response.status_code in {200, 302, 400}


@pytest.mark.parametrize(
    ("app", "model", "row"), [page for page in PAGES if page[1] != "intervention"]
)
def test_an_unchanged_row_saves(world, editor, app, model, row):
    row = getattr(world, row)
    response = editor.post(reverse(f"admin:{app}_{model}_change", args=[row.pk]), typed(row))
    assert response.status_code == (403 if model in WRITTEN_IN_ENTRY else 302)


def add(editor, model, **fields):
    return editor.post(reverse(f"admin:interventions_{model}_add"), fields)


def test_a_theme_gets_its_slug_the_danish_way(world, editor):
    add(editor, "theme", name="Fællesskab på Ø", description="A.", question="B?", position="3")
    assert Theme.objects.filter(slug="faellesskab-paa-oe").exists()


@pytest.mark.parametrize("slug", ["ikke-oplyst", "ikke-vurderet"])
def test_a_reserved_slug_is_refused_at_the_field(world, editor, slug):
    response = add(
        editor, "theme", name="X", slug=slug, description="A.", question="B?", position="3"
    )
    assert list(errors_of(response)) == ["slug"]


def test_a_name_that_gives_a_reserved_slug_is_refused_at_the_field(world, editor):
    response = add(editor, "phase", name="Ikke oplyst", description="A.", position="3")
    assert list(errors_of(response)) == ["slug"]


def test_a_theme_of_a_published_entry_cannot_be_deleted(world, editor):
    response = editor.post(
        reverse("admin:interventions_theme_delete", args=[world.mentors.pk]), {"post": "yes"}
    )
    assert "“Mentorordninger” står på 2 udgivne indsatser" in response.content.decode()
    assert Theme.objects.filter(pk=world.mentors.pk).exists()


def test_a_theme_that_only_drafts_have_can_be_deleted(world, editor):
    theme = Theme.objects.create(slug="kort", name="Kort", description="K.", question="?")
    world.draft.themes.add(theme)
    response = editor.post(
        reverse("admin:interventions_theme_delete", args=[theme.pk]), {"post": "yes"}
    )
    assert response.status_code == 302
    assert not Theme.objects.filter(pk=theme.pk).exists()


def test_an_organisation_of_a_published_entry_cannot_be_deleted(world, editor):
    world.buddy.organisations.add(world.school)
    response = editor.post(
        reverse("admin:interventions_organisation_delete", args=[world.school.pk]),
        {"post": "yes"},
    )
    assert "“SOSU Nord” står på 1 udgivet indsats" in response.content.decode()
    assert world.buddy.organisations.exists()


def test_a_source_in_use_is_protected(world, editor):
    response = editor.post(
        reverse("admin:interventions_source_delete", args=[world.source.pk]), {"post": "yes"}
    )
    assert response.status_code == 200
    assert Source.objects.filter(pk=world.source.pk).exists()


def test_a_date_without_precision_is_refused_at_the_field(world, editor):
    fields = typed(world.source) | {"published": "2024-01-01"}
    response = editor.post(
        reverse("admin:interventions_source_change", args=[world.source.pk]), fields
    )
    assert errors_of(response) == {"published_precision": ["Sig, hvor nøjagtig datoen er."]}


def test_a_precision_without_a_date_is_refused_at_the_field(world, editor):
    fields = typed(world.source) | {"published_precision": "dag"}
    response = editor.post(
        reverse("admin:interventions_source_change", args=[world.source.pk]), fields
    )
    assert errors_of(response) == {"published": ["Angiv datoen, eller vælg “ikke oplyst”."]}


def test_two_tiers_on_one_rank_are_refused_at_the_field(world, editor):
    fields = typed(world.tier) | {"slug": "andet"}
    assert list(errors_of(editor.post("/admin/interventions/evidencetier/add/", fields))) == [
        "rank"
    ]


def test_search_in_sources_folds_danish_letters(world, editor):
    response = editor.get("/admin/interventions/source/", {"q": "aeroe FORLØB"})
    assert [source.slug for source in response.context["cl"].result_list] == ["katalog"]


def test_search_in_a_vocabulary_keeps_the_filter(world, editor):
    response = editor.get(
        "/admin/interventions/organisation/", {"q": "nord", "kind__exact": "stat"}
    )
    assert list(response.context["cl"].result_list) == []


def test_the_source_list_counts_claims(world, editor):
    response = editor.get("/admin/interventions/source/")
    assert {
        source.slug: (source.claim_count, source.unanchored)
        for source in response.context["cl"].result_list
    } == {"katalog": (3, 2), "rapport": (1, 1)}
