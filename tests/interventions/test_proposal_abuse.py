"""Machines, floods and bodies that no form sends: never a server error, never a silent loss."""

import datetime
from unittest import mock
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from interventions.models import Proposal, ProposalQuota
from tests.pages import Page
from tests.proposals import ADDRESS, CONTACT, SUGGESTION, THANKS, send, token

NOON = datetime.datetime(2026, 5, 4, 10, 20, tzinfo=datetime.UTC)  # 12.20 in Denmark


def page_of(response, status=200):
    assert response.status_code == status
    assert response["Cache-Control"] == "no-store"
    page = Page(response.content.decode())
    assert page.faults == []
    return page


def holds_everything(page, fields=SUGGESTION):
    form = page.one("form", class_="fields")
    texts = {node["name"]: node.text for node in form.all("textarea")}
    texts |= {node["name"]: node.get("value") for node in form.all("input")}
    return {name: texts[name] for name in fields} == fields


def clock(now):
    return mock.patch("django.utils.timezone.now", return_value=now)


# The token


@pytest.mark.parametrize("age", [0, 2])
def test_a_form_filled_in_faster_than_a_person_can_comes_back_with_its_token(client, db, age):
    sent = token(age)
    page = page_of(client.post(ADDRESS, SUGGESTION | {"token": sent}))
    assert "Det gik så hurtigt" in page.one(role="alert").text
    assert holds_everything(page)
    assert page.one("input", name="token")["value"] == sent
    assert Proposal.objects.count() == 0


def test_a_form_that_is_too_old_comes_back_with_everything_and_a_fresh_token(client, db):
    page = page_of(send(client, age=8 * 3600 + 2))
    assert "Formularen har ligget i over 8 timer." in page.one(role="alert").text
    assert holds_everything(page)
    assert Proposal.objects.count() == 0
    fresh = page.one("input", name="token")["value"]
    with mock.patch("django.core.signing.time.time", return_value=NOON.timestamp() * 2):
        assert client.post(ADDRESS, SUGGESTION | {"token": fresh}).status_code == 200
    later = timezone.now().timestamp() + 10
    with mock.patch("django.core.signing.time.time", return_value=later):
        assert client.post(ADDRESS, SUGGESTION | {"token": fresh}).status_code == 302
    assert Proposal.objects.count() == 1


def test_a_form_just_young_enough_is_taken(client, db):
    assert send(client, age=8 * 3600 - 60).status_code == 302


@pytest.mark.parametrize("forged", ["", "x", "foreslaa:1:x", "a:b:c:d", "æ\x00:1", "x" * 5000])
def test_a_token_that_is_not_ours_gives_the_form_back(client, db, forged):
    page = page_of(client.post(ADDRESS, SUGGESTION | {"token": forged}))
    assert "Vi kan ikke se, hvor formularen kommer fra." in page.one(role="alert").text
    assert holds_everything(page)
    assert page.one("input", name="token")["value"] != forged
    assert Proposal.objects.count() == 0


def test_other_errors_are_said_without_a_word_of_the_token(client, db):
    alert = page_of(send(client, age=0, title="")).one(role="alert")
    assert [link["href"] for link in alert.all("a")] == ["#id_title"]
    assert "hurtigt" not in alert.text


def test_the_token_says_nothing_of_who_fetched_it(client, db):
    with mock.patch("django.core.signing.time.time", return_value=NOON.timestamp()):
        first = client.get(ADDRESS, REMOTE_ADDR="192.0.2.1", headers={"user-agent": "A"})
        second = client.get(ADDRESS, REMOTE_ADDR="192.0.2.2", headers={"user-agent": "B"})
    assert first.content == second.content


# The lure


@pytest.mark.parametrize("fields", [SUGGESTION, {}, {"title": "\x00"}])
def test_a_machine_that_fills_in_the_hidden_field_is_thanked_and_forgotten(client, db, fields):
    response = client.post(ADDRESS, {**fields, "emne": "Køb ure"})
    assert (response.status_code, response["Location"]) == (302, THANKS)
    assert Proposal.objects.count() == 0
    assert ProposalQuota.objects.count() == 0


def test_the_hidden_field_is_for_nobody_who_reads_or_fills_in_by_habit(client, db):
    field = page_of(client.get(ADDRESS)).one("input", name="emne")
    assert (field["autocomplete"], field["tabindex"]) == ("off", "-1")
    assert field.parent.text == "Lad dette felt stå tomt"
    assert (
        field.parent.parent["class"] == "left-empty"
    )  # test_proposals in the browser sees it gone


# The quota


def test_the_sixth_in_an_hour_comes_back_with_everything_and_the_time(client, db):
    with clock(NOON):
        for _ in range(5):
            assert send(client).status_code == 302
        response = send(client, **CONTACT)
    page = page_of(response, 429)
    assert "vi tager først imod igen klokken 13.00." in page.one(role="alert").text
    assert response["Retry-After"] == "2401"
    assert holds_everything(page, SUGGESTION | {"contact_email": "laeser@example.dk"})
    assert Proposal.objects.count() == 5
    with clock(NOON + datetime.timedelta(minutes=40)):
        assert send(client).status_code == 302


def test_the_limit_is_a_setting_and_faulty_forms_do_not_count(client, db, settings):
    settings.SUGGESTIONS_PER_HOUR = 1
    for _ in range(3):
        assert send(client, title="").status_code == 200
    assert send(client).status_code == 302
    assert send(client).status_code == 429


def test_each_address_has_its_own_quota(client, db, settings):
    settings.SUGGESTIONS_PER_HOUR = 1
    data = SUGGESTION | {"token": token()}
    statuses = [
        client.post(ADDRESS, data, REMOTE_ADDR=address).status_code
        for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2")
    ]
    assert statuses == [302, 429, 302, 302, 429]


def test_a_header_gives_no_new_quota_unless_a_proxy_of_ours_wrote_it(client, db, settings):
    settings.SUGGESTIONS_PER_HOUR = 1

    def status(forwarded):
        return send(client, headers={"x-forwarded-for": forwarded}).status_code

    assert [status("192.0.2.1"), status("192.0.2.2")] == [302, 429]
    settings.TRUSTED_PROXIES = 1
    assert [status("192.0.2.1"), status("192.0.2.2")] == [302, 302]
    assert status("198.51.100.7, 192.0.2.2") == 429


# Bodies


@pytest.mark.parametrize("name", ["what", "title", "token", "emne ", "ukendt"])
def test_two_megabytes_in_a_field_are_answered_with_a_message(client, db, name):
    response = send(client, **{name: "x" * 2_000_000})
    if name in {"emne ", "ukendt"}:
        assert response.status_code == 302
        return
    assert page_of(response).all(role="alert")
    assert Proposal.objects.count() == 0


@pytest.mark.parametrize("what", ["x" * 3_000_000, SimpleUploadedFile("a.txt", b"x" * 3_000_000)])
def test_more_than_that_is_not_read_and_said_so(client, db, what):
    alert = page_of(send(client, what=what), 400).one(role="alert").text
    assert alert.startswith("Det er ikke sendt endnu. Det, du sendte, kunne vi ikke læse")
    assert Proposal.objects.count() == 0


def test_a_thousand_and_one_fields_are_not_read_and_said_so(client, db):
    many = {f"f{index}": "x" for index in range(1001)}
    assert page_of(send(client, **many), 400).all(role="alert")


@pytest.mark.parametrize(
    "kind",
    [
        "application/json",
        "text/plain",
        "",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=æ",
        "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=x; charset=utf-8",
        "application/x-www-form-urlencoded; charset=findes-ikke",
        "x" * 3000,
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00\xff\xfe",
        b'{"title": "x"}',
        urlencode(SUGGESTION).encode(),
        b"what=%00%ff%ED%A0%80&title=%u0041&=&&&",
        b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nx\r\n--x--\r\n',
        b'--x\r\nContent-Disposition: form-data; name="title"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n!!\r\n--x--\r\n",
    ],
)
def test_no_body_breaks_the_form(client, db, kind, body):
    response = client.generic("POST", ADDRESS, body, content_type=kind)
    assert response.status_code in {200, 400}
    assert page_of(response, response.status_code).all(role="alert")
    assert Proposal.objects.count() == 0


@pytest.mark.parametrize("length", ["-1", "x", "9" * 30, "²"])
def test_no_length_breaks_the_form(client, db, length):
    response = client.post(ADDRESS, SUGGESTION, CONTENT_LENGTH=length)
    assert response.status_code in {200, 400}


@pytest.mark.parametrize("query", ["", "?indsats=%00", "?indsats=%ff&indsats=x", "?indsats[]=x"])
def test_no_repeated_or_broken_field_breaks_the_form(client, world, query):
    for value in ("\x00", "\ud83d", "٢٠٢٠", "\u202eabc", "', --", "{{ 7*7 }}", "\r\n" * 500):
        body = (
            urlencode(dict.fromkeys(SUGGESTION, value), errors="surrogatepass")
            + "&"
            + (
                urlencode(
                    {
                        "token": token(),
                        "contact_email": value,
                        "consent": "on",
                        "page": value,
                        "fault": value,
                        "since": value,
                    },
                    errors="surrogatepass",
                )
            )
        )
        response = client.generic(
            "POST", ADDRESS + query, body, content_type="application/x-www-form-urlencoded"
        )
        assert response.status_code in {200, 302}
