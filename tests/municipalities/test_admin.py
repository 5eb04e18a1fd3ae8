import pytest

from municipalities.models import Municipality, Region
from municipalities.overtaken import fingerprint


@pytest.fixture
def region(db):
    return Region.objects.create(code="1083", name="Syddanmark", slug="syddanmark")


@pytest.fixture
def fields(region):
    return {
        "code": "492",
        "name": "Ærø",
        "long_name": "Ærø Kommune",
        "region": region.pk,
        "map_label": "Ærø",
        "tile_column": "5",
        "tile_row": "11",
    }


def add(client, fields):
    return client.post("/admin/municipalities/municipality/add/", fields)


def test_a_municipality_gets_its_slug_the_danish_way(admin_client, fields):
    assert add(admin_client, fields).status_code == 302
    assert Municipality.objects.get().slug == "aeroe"


def test_two_municipalities_on_one_tile_are_refused_at_the_column(admin_client, fields):
    add(admin_client, fields)
    other = fields | {"code": "461", "name": "Odense", "map_label": "Ode"}
    assert list(add(admin_client, other).context["adminform"].errors) == ["tile_column"]


@pytest.mark.parametrize("field", ["code", "map_label"])
def test_what_tells_municipalities_apart_is_refused_at_the_field(admin_client, fields, field):
    add(admin_client, fields)
    other = fields | {"code": "461", "name": "Odense", "map_label": "Ode", "tile_row": "3"}
    other[field] = fields[field]
    assert list(add(admin_client, other).context["adminform"].errors) == [field]


@pytest.mark.parametrize("number", ["-1", "9" * 30])
def test_absurd_tiles_get_a_message(admin_client, fields, number):
    response = add(admin_client, fields | {"tile_row": number})
    assert list(response.context["adminform"].errors) == ["tile_row"]


def test_a_municipality_can_move_to_another_region(admin_client, fields):
    add(admin_client, fields)
    east = Region.objects.create(code="9999", name="Østdanmark", slug="oestdanmark")
    row = Municipality.objects.get()
    address = f"/admin/municipalities/municipality/{row.pk}/change/"
    moved = fields | {"region": east.pk, "stored": fingerprint(row)}
    assert admin_client.post(address, moved).status_code == 302
    row.refresh_from_db()
    assert (row.region, row.slug) == (east, "aeroe")


def test_a_region_with_municipalities_is_protected(admin_client, fields, region):
    add(admin_client, fields)
    admin_client.post(f"/admin/municipalities/region/{region.pk}/delete/", {"post": "yes"})
    assert Region.objects.filter(pk=region.pk).exists()


@pytest.mark.parametrize("term", ["ærø", "AEROE", "aero", "492"])
def test_search_folds_danish_letters(admin_client, fields, term):
    add(admin_client, fields)
    response = admin_client.get("/admin/municipalities/municipality/", {"q": term})
    assert [row.name for row in response.context["cl"].result_list] == ["Ærø"]


def test_the_region_list_counts_its_municipalities(admin_client, fields):
    add(admin_client, fields)
    response = admin_client.get("/admin/municipalities/region/")
    assert [row.municipality_count for row in response.context["cl"].result_list] == [1]


def test_changelist_query_count_is_constant(admin_client, region, django_assert_num_queries):
    for number in range(2, 12):
        Municipality.objects.create(
            code=f"{number:03}",
            name=f"By {number}",
            long_name=f"By {number} Kommune",
            slug=f"by-{number}",
            region=region,
            map_label=f"B{number}",
            tile_column=number,
            tile_row=1,
        )
        if number in {2, 11}:
            with django_assert_num_queries(7):
                admin_client.get("/admin/municipalities/municipality/")
