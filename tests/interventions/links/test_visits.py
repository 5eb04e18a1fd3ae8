import socket
import time

import pytest

from interventions.links import network, visits


@pytest.fixture
def visitor():
    return visits.Visitor(allowed=network.is_loopback, pause=0, agent="prøve", seconds=1)


def hang_up(handler):
    """Says nothing."""
    handler.close_connection = True


def mumble(handler):
    """Says what is no HTTP."""
    handler.wfile.write(b"hej\r\n\r\n")
    handler.close_connection = True


def trickle(handler):
    """A header that never ends, byte by byte, each well within a time-out."""
    try:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Tid: ")
        for _ in range(100):
            handler.wfile.write(b"a")
            time.sleep(0.1)
    except OSError:
        handler.close_connection = True


def test_a_page_that_answers_is_asked_once_for_its_head(visitor, link_server):
    link_server.pages["/side?a=1"] = 200
    assert visitor.visit(link_server.url("/side?a=1")) == visits.Answer("svarer", "200", heard=True)
    assert link_server.lines == ["HEAD /side?a=1"]


def test_the_visitor_says_who_it_is(link_server):
    visitor = visits.Visitor(allowed=network.is_loopback, pause=0, agent="SOSU (linkkontrol)")
    visitor.visit(link_server.url("/"))
    assert {asked.headers["User-Agent"] for asked in link_server.asked} == {"SOSU (linkkontrol)"}


@pytest.mark.parametrize("refusal", [400, 403, 404, 405, 500, 501, hang_up, mumble])
def test_a_refused_head_is_no_verdict(visitor, link_server, refusal):
    link_server.pages = {("HEAD", "/side"): refusal, ("GET", "/side"): 200}
    assert visitor.visit(link_server.url("/side")).status == "svarer"
    assert link_server.lines == ["HEAD /side", "GET /side"]


@pytest.mark.parametrize(
    ("code", "status", "wording"),
    [
        (404, "svarer-ikke", "404, siden findes ikke"),
        (410, "svarer-ikke", "410, siden er fjernet"),
        (418, "svarer-ikke", "418, uventet svar"),
        (500, "svarer-ikke", "500, serveren melder fejl"),
        (502, "svarer-ikke", "502, serveren melder fejl"),
        (401, "uafklaret", "401, siden kræver login"),
        (403, "uafklaret", "403, serveren afviser vores besøg"),
        (429, "uafklaret", "429, serveren beder os komme igen senere"),
        (503, "uafklaret", "503, serveren er optaget"),
    ],
)
def test_what_a_code_says(visitor, link_server, code, status, wording):
    link_server.pages["/side"] = code
    assert visitor.visit(link_server.url("/side")) == visits.Answer(status, wording, heard=True)


@pytest.mark.parametrize("location", ["/ny", "ny", "//127.0.0.1:{port}/ny#afsnit"])
@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_noted(visitor, link_server, code, location):
    location = location.format(port=link_server.port)
    link_server.pages = {"/gammel": (code, {"Location": location}), "/ny": 200}
    answer = visitor.visit(link_server.url("/gammel"))
    assert (answer.status, answer.redirects_to) == ("svarer", link_server.url("/ny"))


def test_a_redirect_to_a_page_that_is_gone_is_broken_and_says_where_it_led(visitor, link_server):
    link_server.pages = {"/gammel": (301, {"Location": "/vaek"})}
    answer = visitor.visit(link_server.url("/gammel"))
    assert (answer.status, answer.redirects_to) == ("svarer-ikke", link_server.url("/vaek"))


def test_danish_letters_in_a_redirect_are_understood(visitor, link_server):
    as_sent = "/ærø".encode().decode("latin-1")
    link_server.pages = {"/gammel": (301, {"Location": as_sent}), "/%C3%A6r%C3%B8": 200}
    assert visitor.visit(link_server.url("/gammel")).status == "svarer"


def test_redirects_have_a_limit(visitor, link_server):
    link_server.pages["/ring"] = (302, {"Location": "/ring"})
    answer = visitor.visit(link_server.url("/ring"))
    assert (answer.status, answer.wording) == ("uafklaret", "viderestiller mere end 5 gange")
    assert link_server.lines == 6 * ["HEAD /ring"] + 6 * ["GET /ring"]


def test_five_redirects_are_followed(visitor, link_server):
    for number in range(5):
        link_server.pages[f"/{number}"] = (301, {"Location": f"/{number + 1}"})
    link_server.pages["/5"] = 200
    assert visitor.visit(link_server.url("/0")).redirects_to == link_server.url("/5")


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:1"])
def test_a_redirect_to_another_protocol_is_not_followed(visitor, link_server, location):
    link_server.pages["/"] = (302, {"Location": location})
    answer = visitor.visit(link_server.url("/"))
    assert (answer.status, answer.wording) == ("uafklaret", "kun http- og https-adresser besøges")


def test_this_machine_is_not_visited_from_the_open_internet(link_server):
    visitor = visits.Visitor(allowed=network.is_public, pause=0, agent="a", seconds=1)
    answer = visitor.visit(link_server.url("/"))
    assert answer.wording == "adressen ligger ikke på det åbne net og besøges ikke"
    assert answer.status == "uafklaret"
    assert link_server.asked == []


def test_a_redirect_does_not_get_around_the_guard(link_server):
    visitor = visits.Visitor(
        allowed=lambda ip: str(ip) == "127.0.0.1", pause=0, agent="a", seconds=1
    )
    link_server.pages["/"] = (302, {"Location": link_server.url("/hemmeligt", host="127.0.0.2")})
    answer = visitor.visit(link_server.url("/"))
    assert answer.wording == "adressen ligger ikke på det åbne net og besøges ikke"
    assert link_server.lines == ["HEAD /", "GET /"]


def test_a_server_that_trickles_is_left_in_time(visitor, link_server):
    link_server.pages["/"] = trickle
    began = time.monotonic()
    assert visitor.visit(link_server.url("/")).wording == "intet svar inden for 1 sekunder"
    assert 2 <= time.monotonic() - began < 4


def test_a_page_without_end_is_not_read_to_the_end(visitor, link_server):
    written = []

    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(1000):
                handler.wfile.write(b"x" * 100_000)
                written.append(100_000)
        except OSError:
            handler.close_connection = True

    link_server.pages = {("HEAD", "/"): 405, ("GET", "/"): endless}
    assert visitor.visit(link_server.url("/")).status == "svarer"
    link_server.close()
    assert sum(written) < 20_000_000  # what fits into the buffers between the two


def test_headers_without_a_page_are_no_answer(visitor, link_server):
    def headers_only(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "2")
        handler.end_headers()
        time.sleep(1.5)

    link_server.pages = {("HEAD", "/"): 405, ("GET", "/"): headers_only}
    assert visitor.visit(link_server.url("/")).wording == "intet svar inden for 1 sekunder"


def test_a_server_without_tls_is_no_secure_connection(visitor, link_server):
    answer = visitor.visit(link_server.url("/").replace("http:", "https:"))
    assert answer.wording == "den sikre forbindelse kan ikke godkendes"
    assert answer.status == "uafklaret"


def test_nobody_at_the_port_is_silence(visitor, silent_port):
    answer = visitor.visit(f"http://127.0.0.1:{silent_port}/")
    assert answer == visits.Answer("svarer-ikke", "ingen forbindelse")


def test_a_name_that_nobody_knows_is_silence(visitor, monkeypatch):
    def unknown(*args, **kwargs):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    answer = visitor.visit("http://findes-ikke.invalid/")
    assert answer == visits.Answer("svarer-ikke", "navnet kan ikke slås op")


def test_one_host_gets_a_pause_and_another_does_not_wait(link_server):
    visitor = visits.Visitor(allowed=network.is_loopback, pause=0.3, agent="a", seconds=1)
    link_server.pages = {"/a": 200, "/b": 200, "/c": 200}
    visitor.visit(link_server.url("/a"))
    visitor.visit(link_server.url("/b", host="localhost"))
    visitor.visit(link_server.url("/c"))
    first, other, second = (asked.asked_at for asked in link_server.asked)
    assert other - first < 0.3
    assert second - first >= 0.3


def test_password_and_fragment_are_not_sent(visitor, link_server):
    link_server.pages["/side"] = 200
    address = link_server.url("/side#afsnit").replace("http://", "http://navn:kode@")
    assert visitor.visit(address).status == "svarer"
    assert link_server.lines == ["HEAD /side"]
    assert "Authorization" not in link_server.asked[0].headers


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("https://ærø.dk", "https://xn--r-3fa9c.dk/"),
        ("HTTPS://KL.dk/Æ b?q=ø#x", "https://kl.dk/%C3%86%20b?q=%C3%B8"),
        ("https://kl.dk/a%20b", "https://kl.dk/a%20b"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
    ],
)
def test_an_address_is_sent_as_ascii(address, sent):
    assert visits.standard(address) == sent


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("", "kun http- og https-adresser besøges"),
        ("kl.dk", "kun http- og https-adresser besøges"),
        ("file:///etc/passwd", "kun http- og https-adresser besøges"),
        ("http://", "adressen kan ikke læses"),
        ("http://[::1", "adressen kan ikke læses"),
        ("http://kl.dk:99999/", "adressen kan ikke læses"),
        ("http://a..dk/", "adressen kan ikke læses"),
        ("http://k l.dk/", "adressen kan ikke læses"),
        ("http://kl\0.dk/", "adressen kan ikke læses"),
        (f"http://{'a' * 64}.dk/", "adressen kan ikke læses"),
        (f"http://kl.dk/{'a' * 2000}", "adressen er for lang"),
    ],
)
def test_an_absurd_address_is_not_visited_and_says_why(visitor, address, reason):
    answer = visitor.visit(address)
    assert answer == visits.Answer("uafklaret", reason)
