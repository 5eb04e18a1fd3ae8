import pytest
from django.test import RequestFactory

from interventions.client_address import client_address


def ask(forwarded=None, connection="192.0.2.9"):
    extra = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return client_address(RequestFactory().get("/", REMOTE_ADDR=connection, **extra))


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (0, None, "192.0.2.9"),
        (0, "198.51.100.1", "192.0.2.9"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "203.0.113.5, 198.51.100.1", "198.51.100.1"),
        (2, "203.0.113.5, 198.51.100.1", "203.0.113.5"),
        (2, "10.0.0.1,203.0.113.5 , 198.51.100.1", "203.0.113.5"),
        (1, None, "192.0.2.9"),
        (1, " , ", "192.0.2.9"),
        (2, "198.51.100.1", "192.0.2.9"),
    ],
)
def test_as_many_hops_are_believed_as_there_are_proxies(settings, proxies, forwarded, found):
    settings.TRUSTED_PROXY_COUNT = proxies
    assert ask(forwarded) == found


@pytest.mark.parametrize(
    ("connection", "found"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.9", "192.0.2.9"),
        ("", ""),
        ("unix:", "unix:"),
        ("192.0.2.9:5000", "192.0.2.9:5000"),
    ],
)
def test_ipv6_counts_by_its_network_and_what_is_no_address_as_it_is(connection, found):
    assert ask(connection=connection) == found
