"""From which network a request came, for limits; never stored as it is."""

from ipaddress import IPv6Address, ip_address, ip_network

# A home or an office gets at least this much of IPv6, so one sender has all of its addresses.
IPV6_NETWORK = 64


def sender_network(request):
    """The sender's address as text, of IPv6 its network. Behind proxies it is right already."""
    text = request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(text)
    except ValueError:
        return text
    if isinstance(address, IPv6Address):
        return str(ip_network((int(address), IPV6_NETWORK), strict=False))
    return str(address)
