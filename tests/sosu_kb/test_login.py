"""Five wrong passwords lock a user name from one address, for a quarter of an hour."""

import datetime
import re
from unittest import mock

import pytest
from axes.models import AccessAttempt
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from tests.pages import Page

LOGIN = "/admin/login/"
PASSWORD = "korrekt hest batteri"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def users():
    for name in ("anne", "bo"):
        get_user_model().objects.create_superuser(name, password=PASSWORD)


def log_in(name="anne", password=PASSWORD, address="10.0.0.1", **headers):
    """What a new browser at this address gets; as a browser does, it says where to go on to."""
    fields = {"username": name, "password": password, "next": "/admin/"}
    return Client(REMOTE_ADDR=address).post(LOGIN, fields, headers=headers)


def fail(times, **attempt):
    return [log_in(password=f"gæt {number}", **attempt) for number in range(times)]


def statuses(answers):
    return [answer.status_code for answer in answers]


def later(minutes):
    """The clock that dates the attempts, put forward."""
    moment = timezone.now() + datetime.timedelta(minutes=minutes)
    return mock.patch("axes.handlers.proxy.now", return_value=moment)


def test_the_fifth_wrong_password_locks():
    assert statuses(fail(5)) == [200, 200, 200, 200, 429]


def test_the_right_password_is_refused_inside_the_cool_off():
    *_others, last = fail(5)
    answer = log_in()
    assert answer.status_code == 429
    assert "_auth_user_id" not in answer.client.session
    assert Page(answer.content.decode()).one("main").text == (
        Page(last.content.decode()).one("main").text
    )


def test_another_user_from_the_same_address_gets_in():
    fail(5)
    assert log_in("bo").status_code == 302


def test_the_same_user_from_another_address_gets_in():
    fail(5)
    assert log_in(address="10.0.0.2").status_code == 302
    assert log_in().status_code == 429


def test_another_browser_is_no_way_around():
    for number in range(5):
        answer = log_in(password="gæt", user_agent=f"browser {number}")
    assert answer.status_code == 429
    assert log_in(user_agent="endnu en").status_code == 429


def test_a_forged_header_is_no_way_around():
    for number in range(5):
        answer = log_in(password="gæt", x_forwarded_for=f"1.2.3.{number}")
    assert answer.status_code == 429


def test_behind_a_proxy_each_reader_has_an_address_of_its_own(settings):
    settings.TRUSTED_PROXIES = 1
    assert statuses(fail(5, x_forwarded_for="1.2.3.4"))[-1] == 429
    assert log_in(x_forwarded_for="1.2.3.4").status_code == 429
    assert log_in(x_forwarded_for="1.2.3.5").status_code == 302


def test_a_name_that_no_user_has_is_locked_alike():
    assert statuses(fail(5, name="ingen")) == [200, 200, 200, 200, 429]


def test_the_lock_opens_after_a_quarter_of_an_hour():
    fail(5)
    with later(minutes=14):
        assert log_in().status_code == 429
    with later(minutes=16):
        assert log_in().status_code == 302


def test_knocking_on_the_locked_door_does_not_lengthen_the_wait():
    fail(5)
    with later(minutes=14):
        assert statuses(fail(3)) == [429, 429, 429]
    with later(minutes=16):
        assert log_in().status_code == 302


def test_success_sets_the_count_back():
    fail(4)
    assert log_in().status_code == 302
    assert statuses(fail(4)) == [200, 200, 200, 200]


def test_the_message_says_in_danish_how_long_and_what_helps():
    *_others, answer = fail(5)
    page = Page(answer.content.decode())
    assert page.faults == []
    assert page.one("html")["lang"] == "da"
    assert page.one("h1").text == "For mange forsøg"
    assert re.fullmatch(
        "For mange forsøg 5 forkerte adgangskoder i træk: brugernavnet “anne” er låst fra denne "
        r"adresse. Vent 15 minutter, og prøv igen. Før kl. \d\d\.\d\d hjælper det ikke at taste "
        "den rigtige adgangskode. Har du glemt adgangskoden, så bed en administrator om at give "
        "dig en ny. Var det ikke dig, der prøvede, så sig det til en administrator. Andre brugere "
        "kan stadig logge ind herfra. Til login",
        page.one("main").text,
    )
    assert page.one("main").one("a")["href"] == LOGIN


def test_the_wait_is_what_is_left_and_machines_are_told_too():
    fail(5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - datetime.timedelta(minutes=14.5))
    answer = log_in()
    assert "Vent 1 minut, " in Page(answer.content.decode()).one("main").text
    assert 0 < int(answer["Retry-After"]) <= 30
    assert "no-store" in answer["Cache-Control"]


def test_a_script_gets_the_same_page():
    *_others, answer = fail(5, x_requested_with="XMLHttpRequest")
    assert answer.status_code == 429
    assert answer["Content-Type"].startswith("text/html")
    assert "Access-Control-Allow-Origin" not in answer


def test_what_was_typed_as_a_name_is_text():
    *_others, answer = fail(5, name="<b>x")
    assert "“&lt;b&gt;x”" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("anne\x00", "Null-tegn er ikke tilladte."),
        ("x" * 10_000, "Denne værdi må højst have 150 tegn (den har 10000)."),
        ("ﷺ" * 100, "Denne værdi må højst have 150 tegn (den har 1800)."),
    ],
)
def test_an_impossible_name_is_refused_at_the_field(name, message):
    answer = log_in(name)
    assert answer.status_code == 200
    assert answer.context["form"].errors["username"] == [message]
    assert not AccessAttempt.objects.exists()


@pytest.mark.parametrize(
    "name", ["anne\x00", "\x00", "x" * 10_000, "x" * 150, "ﷺ" * 100, "👩‍👩‍👧" * 30, "' OR 1=1 --"]
)
def test_an_absurd_name_or_password_is_no_server_error(name):
    answers = [log_in(name, secret) for secret in ("gæt", name) for _ in range(4)]
    assert set(statuses(answers)) <= {200, 429}


def test_absurd_headers_are_no_server_error(settings):
    settings.TRUSTED_PROXIES = 1
    junk = "x" * 10_000
    answers = fail(6, x_forwarded_for=junk, user_agent=junk, accept=junk, address="")
    assert statuses(answers) == [200, 200, 200, 200, 429, 429]


def test_no_password_and_no_token_is_kept():
    fields = {"username": "anne", "password": "hemmelig", "csrfmiddlewaretoken": "token"}
    Client().post(LOGIN, fields)
    (kept,) = AccessAttempt.objects.values_list("post_data", flat=True)
    assert "hemmelig" not in kept
    assert "=token" not in kept


def test_the_attempts_are_forgotten_when_they_no_longer_count():
    fail(3)
    with later(minutes=16):
        log_in("bo")
    assert not AccessAttempt.objects.exists()


def test_the_attempts_are_no_list_for_editors():
    assert not any(model._meta.app_label == "axes" for model in admin.site._registry)
