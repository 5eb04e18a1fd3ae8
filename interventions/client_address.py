"""The network address that a request came from, for limits; never stored as it is."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings

# A home or an office gets at least this much of IPv6, so one sender has all of its addresses.
IPV6_NETWORK = 64


def client_address(request):
    """The address that the outermost of our own proxies saw, as text; IPv6 by its network.

    Each proxy adds the address that it saw to X-Forwarded-For. Only as many of them are believed as
    TRUSTED_PROXY_COUNT says: anything further left may be the sender's own invention.
    """
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    hops = [hop.strip() for hop in seen if hop.strip()]
    hops.append(request.META.get("REMOTE_ADDR", ""))
    trusted = settings.TRUSTED_PROXY_COUNT
    # Fewer hops than proxies: the request went round them, and only the connection is certain.
    return _network(hops[-trusted - 1] if len(hops) > trusted else hops[-1])


def _network(text):
    try:
        address = ip_address(text)
    except ValueError:
        return text
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ip_network((int(address), IPV6_NETWORK), strict=False))
    return str(address)
