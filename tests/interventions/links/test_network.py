import ipaddress
import socket

import pytest

from interventions.links import network


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",  # where clouds keep the keys of their machines
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fd00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001:db8::1",
    ],
)
def test_not_public(number):
    assert not network.is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize("number", ["8.8.8.8", "193.163.102.1", "2a00:1450:4001::1"])
def test_public(number):
    assert network.is_public(ipaddress.ip_address(number))


@pytest.fixture
def name_server(monkeypatch):
    """Lets every name stand for these numbers, and notes which are called; nobody answers."""
    called = []

    def name_server(*numbers):
        monkeypatch.setattr(
            socket,
            "getaddrinfo",
            lambda host, port, **kwargs: [(2, 1, 6, "", (number, port)) for number in numbers],
        )
        monkeypatch.setattr(socket, "create_connection", call)
        return called

    def call(address, timeout):
        called.append(address)
        raise ConnectionRefusedError

    return name_server


def test_a_name_that_stands_for_a_private_number_is_not_called(name_server):
    called = name_server("10.0.0.1", "127.0.0.1")
    with pytest.raises(network.ClosedHostError):
        network.connect("intranet.example", 80, network.is_public, 1)
    assert called == []


def test_only_the_judged_numbers_are_called_never_the_name(name_server):
    called = name_server("10.0.0.1", "8.8.8.8", "8.8.4.4", "8.8.8.8")
    with pytest.raises(ConnectionRefusedError):
        network.connect("blandet.example", 443, network.is_public, 1)
    assert called == [("8.8.8.8", 443), ("8.8.4.4", 443)]


@pytest.mark.parametrize("spelling", ["127.1", "0x7f.1", "2130706433", "localhost", "::1"])
def test_other_spellings_of_this_machine_are_not_called(spelling):
    with pytest.raises(network.ClosedHostError):
        network.connect(spelling, 80, network.is_public, 1)
