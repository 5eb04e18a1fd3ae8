import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from sosu_kb.client_address import client_address
from sosu_kb.middleware import ClientAddressMiddleware


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "", "10.0.0.9"),
        (0, "1.2.3.4", "10.0.0.9"),
        (1, "1.2.3.4", "1.2.3.4"),
        (1, "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (2, "6.6.6.6, 1.2.3.4, 10.0.0.1", "1.2.3.4"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(proxies, forwarded, address):
    assert client_address("10.0.0.9", forwarded, proxies) == address


@pytest.mark.parametrize("forwarded", ["", "1.2.3.4", "6.6.6.6, nobody, 10.0.0.1", " , "])
def test_a_header_that_no_proxy_of_ours_wrote_leaves_the_peer(forwarded):
    assert client_address("10.0.0.9", forwarded, 2) == "10.0.0.9"


@pytest.mark.parametrize(
    ("spelling", "address"),
    [
        (" 1.2.3.4 ", "1.2.3.4"),
        ("1.2.3.4:5678", "1.2.3.4"),
        ("[2001:DB8::1]:443", "2001:db8::1"),
        ("2001:db8:0:0:0:0:0:1", "2001:db8::1"),
        ("::ffff:1.2.3.4", "1.2.3.4"),
        ("fe80::1%eth0", "fe80::1"),
    ],
)
def test_an_address_has_one_spelling(spelling, address):
    assert client_address("10.0.0.9", spelling, 1) == address


@pytest.mark.parametrize("junk", ["", "unix:", "1.2.3", "999.1.1.1", "\x00", "'; --", "x" * 10_000])
def test_what_is_no_address_counts_as_one_together(junk):
    assert client_address(junk, junk, 1) == client_address(junk, "", 0) == "::"


def test_everybody_after_it_reads_the_client_as_remote_addr(settings):
    settings.TRUSTED_PROXIES = 1
    answer = ClientAddressMiddleware(lambda request: HttpResponse(request.META["REMOTE_ADDR"]))
    request = RequestFactory(REMOTE_ADDR="10.0.0.9").get(
        "/", headers={"x-forwarded-for": "1.2.3.4"}
    )
    assert answer(request).content == b"1.2.3.4"
