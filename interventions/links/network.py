"""Connections to the open internet alone.

Editors type addresses, and whoever owns a name decides what it stands for: without this guard a
source could make the server ask its own neighbours, who trust it.
"""

import ipaddress
import socket
import time


class ClosedHostError(Exception):
    """A host that has no address which may be visited."""


def is_public(ip):
    """Whether an address lies on the open internet.

    `is_global` alone would let through groups, the old private range of IPv6, and the tunnels that
    carry any IPv4 address, a private one too, inside an address of IPv6.
    """
    ip = getattr(ip, "ipv4_mapped", None) or ip
    tunnel_or_site = ip.version == 6 and (ip.sixtofour or ip.is_site_local)
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or tunnel_or_site)


def is_loopback(ip):
    """Whether an address is this machine's own."""
    return ip.is_loopback


def connect(host, port, allowed, seconds):
    """A socket to the first of the host's allowed addresses that takes the call.

    It calls the number that was judged, so the name cannot come to mean another one in between.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = dict.fromkeys(sockaddr[0] for *_, sockaddr in found)
    numbers = [number for number in numbers if allowed(ipaddress.ip_address(number))]
    if not numbers:
        raise ClosedHostError(host)
    ends = time.monotonic() + seconds
    for number in numbers:
        try:
            return socket.create_connection((number, port), max(ends - time.monotonic(), 0.1))
        except OSError as error:
            failure = error
    raise failure
