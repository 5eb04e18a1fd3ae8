import pytest
from django.test import RequestFactory

from interventions.client_address import sender_network


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("192.0.2.9", "192.0.2.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_ipv6_counts_by_its_network_and_what_is_no_address_as_it_is(address, found):
    assert sender_network(RequestFactory().get("/", REMOTE_ADDR=address)) == found
