import gzip

import pytest

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'; manifest-src 'self'"
)
PAGES = [
    "/",
    "/indsatser/",
    "/indsatser/?tema=trivsel&q=tid&aar_fra=x",
    "/indsatser/mentorkorps/",
    "/indsatser/mentorkorps/historik/",
    "/nyt/",
    "/nyt/?tema=trivsel&kommune=x",
    "/temaer/",
    "/temaer/mentorordninger/",
    "/kommuner/",
    "/kommuner/aalborg/",
    "/kommuner/aeroe/",
    "/evidens/",
    "/kilder/",
    "/kilder/katalog/",
    "/data/",
    "/data/eksempler/",
    "/om/",
    "/tilgaengelighed/",
    "/privatliv/",
    "/foreslaa/tak/",
]
# Their token grows old, so no cache may keep them.
FORMS = ["/foreslaa/", "/foreslaa/?indsats=laeringsbuddy", "/foreslaa/?indsats=udkast"]
OTHERS = ["/was", "/robots.txt", "/sitemap.xml", "/findes/ikke/", "/indsatser/?side=9", "/om"]
OTHERS += ["/nyt.atom", "/nyt.atom?tema=x", "/nyt/?side=9", "/opensearch.xml"]
OTHERS += ["/indsatser/mentorkorps.bib", "/indsatser/mentorkorps.ris", "/.well-known/security.txt"]

pytestmark = pytest.mark.usefixtures("world")


def directives(response):
    return sorted(part.strip() for part in response["Content-Security-Policy"].split(";"))


@pytest.mark.parametrize(
    "address", [*PAGES, *FORMS, *OTHERS, "/healthz", "/admin/", "/admin/login/"]
)
def test_every_answer_carries_the_policy(client, address):
    assert directives(client.get(address)) == sorted(POLICY.split("; "))


def test_the_admin_carries_the_policy_for_editors_too(admin_client, world):
    for address in ("/admin/", f"/admin/interventions/intervention/{world.buddy.pk}/change/"):
        response = admin_client.get(address)
        assert response.status_code == 200
        assert directives(response) == sorted(POLICY.split("; "))


@pytest.mark.parametrize("address", [*PAGES, *FORMS, *OTHERS])
def test_a_visit_leaves_no_cookie_and_does_not_vary_by_one(client, address):
    response = client.get(address)
    assert not response.cookies
    assert "Set-Cookie" not in response.headers
    assert "cookie" not in response.get("Vary", "").lower()
    assert "csrfmiddlewaretoken" not in response.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_an_editor_gets_the_same_page_as_everybody(client, admin_client, address):
    assert admin_client.get(address).content == client.get(address).content


@pytest.mark.parametrize("address", [*PAGES, *OTHERS])
def test_public_answers_may_be_shared_and_must_be_revalidated(client, address):
    cache = {part.strip() for part in client.get(address)["Cache-Control"].split(",")}
    assert {"public", "max-age=0", "s-maxage=60"} == cache


@pytest.mark.parametrize("address", FORMS)
def test_a_page_with_a_form_token_is_stored_nowhere(client, address):
    for response in (client.get(address), client.post(address), client.head(address)):
        assert response["Cache-Control"] == "no-store"
        assert "ETag" not in response


def test_the_admin_is_never_shared(client, admin_client):
    for answer in (client.get("/admin/login/"), client.get("/admin/"), admin_client.get("/admin/")):
        assert "public" not in answer["Cache-Control"]
        assert "private" in answer["Cache-Control"]


@pytest.mark.parametrize("address", PAGES)
def test_the_same_page_has_the_same_etag_and_need_not_be_sent_again(client, address):
    first, second = client.get(address), client.get(address)
    assert first.status_code == 200
    assert first["ETag"] == second["ETag"]
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert "public" in again["Cache-Control"]


@pytest.mark.parametrize("address", PAGES)
def test_compressed_pages_have_a_weak_etag_that_stays(client, address):
    packed = {"accept-encoding": "gzip"}
    first, second = client.get(address, headers=packed), client.get(address, headers=packed)
    assert first["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in first["Vary"]
    assert first["ETag"] == second["ETag"] == f"W/{client.get(address)['ETag']}"
    assert gzip.decompress(first.content) == client.get(address).content
    again = client.get(address, headers=packed | {"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_another_content_has_another_etag(client, world):
    before = client.get("/indsatser/laeringsbuddy/")["ETag"]
    world.buddy.title = "Nyt navn"
    world.buddy.save()
    assert client.get("/indsatser/laeringsbuddy/")["ETag"] != before


@pytest.mark.parametrize("address", [*PAGES, *FORMS, "/robots.txt"])
def test_head_answers_like_get_without_a_body(client, address):
    head = client.head(address)
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize("address", ["/", "/admin/login/"])
def test_browsers_are_told_not_to_guess_frame_or_tell(client, address):
    response = client.get(address)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
