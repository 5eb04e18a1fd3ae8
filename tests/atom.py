"""What RFC 4287 asks of a feed, as far as a feed without content elements can go wrong."""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
# Elements that a feed or an entry may have: (fewest, most), None without a limit.
OF_FEED = {
    "author": (1, None),
    "id": (1, 1),
    "title": (1, 1),
    "updated": (1, 1),
    "subtitle": (0, 1),
    "link": (1, None),
    "entry": (0, None),
}
OF_ENTRY = {
    "id": (1, 1),
    "title": (1, 1),
    "updated": (1, 1),
    "published": (0, 1),
    "summary": (0, 1),
    "link": (1, None),
    "category": (0, None),
}
ATTRIBUTES = {
    "link": {"href", "rel"},
    "category": {"term", "scheme", "label"},
    "summary": {"type"},
}


def parse(body):
    """The feed's root element."""
    return ElementTree.fromstring(body)


def entries(root):
    """[(title, link, summary, id)] of the entries."""
    return [
        (
            entry.findtext(f"{ATOM}title"),
            entry.find(f"{ATOM}link").get("href"),
            entry.findtext(f"{ATOM}summary"),
            entry.findtext(f"{ATOM}id"),
        )
        for entry in root.findall(f"{ATOM}entry")
    ]


def links(root):
    """{rel: address} of the feed itself."""
    return {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}


def faults(root):
    """What breaks the standard; empty for a valid feed."""
    found = [] if root.tag == f"{ATOM}feed" else [f"root is {root.tag}"]
    found += _children(root, OF_FEED)
    rels = [link.get("rel") for link in root.findall(f"{ATOM}link")]
    if len(rels) != len(set(rels)) or not {"self", "alternate"} <= set(rels):
        found.append(f"links of the feed: {rels}")
    for author in root.findall(f"{ATOM}author"):
        found += _children(author, {"name": (1, 1)})
    for entry in root.findall(f"{ATOM}entry"):
        found += _children(entry, OF_ENTRY)
    ids = [node.text for node in root.iter(f"{ATOM}id")]
    found += [f"id {one} stands twice" for one in set(ids) if ids.count(one) > 1]
    newest = max([node.text for node in root.findall(f"{ATOM}entry/{ATOM}updated")], default="")
    if newest > root.findtext(f"{ATOM}updated"):
        found.append("the feed is older than an entry")
    return found


def _children(node, allowed):
    found = []
    names = [child.tag.removeprefix(ATOM) for child in node]
    found += [f"{name} in {node.tag}" for name in set(names) - set(allowed)]
    for name, (fewest, most) in allowed.items():
        number = names.count(name)
        if number < fewest or (most is not None and number > most):
            found.append(f"{number} {name} in {node.tag}")
    for child, name in zip(node, names, strict=True):
        attributes = set(child.attrib) - ATTRIBUTES.get(name, set())
        found += [f"{name} with {attribute}" for attribute in attributes]
        if name in {"updated", "published"} and not MOMENT.fullmatch(child.text or ""):
            found.append(f"{name} is no moment: {child.text}")
        if name == "id" and not urlsplit(child.text or "").scheme:
            found.append(f"id is no IRI: {child.text}")
        if name == "link" and not urlsplit(child.get("href", "")).scheme:
            found.append(f"link is not absolute: {child.get('href')}")
        if name in {"title", "name"} and not (child.text or "").strip():
            found.append(f"{name} is empty")
    return found
