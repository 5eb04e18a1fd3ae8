"""From which address a request comes, also behind proxies. Nothing else reads their header."""

from ipaddress import ip_address

# What counts as one address together: requests over a socket of this machine, and unreadable ones.
UNKNOWN = "::"


def _readable(text):
    """The address in its one spelling, without port, brackets or zone; None if it is none."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return str(getattr(address, "ipv4_mapped", None) or address)


def client_address(peer, forwarded, proxies):
    """The address that the outermost of our own proxies saw.

    Each proxy adds to X-Forwarded-For whom it was asked by, so only the last `proxies` entries are
    ours; whatever stands before them was written by the client, who may write what he likes.
    """
    seen = forwarded.split(",") if proxies else []
    address = seen[-proxies] if 0 < proxies <= len(seen) else peer
    return _readable(address) or _readable(peer) or UNKNOWN
