"""A page as a reader's browser would take it apart, and what is wrong with its markup."""

import re
from html.parser import HTMLParser

# fmt: off
VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link",
    "meta", "source", "track", "wbr",
}
# None of these may stand in a paragraph: a browser would end the paragraph before them.
BLOCKS = {
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "footer",
    "form", "h1", "h2", "h3", "h4", "header", "hr", "main", "nav",
    "ol", "p", "pre", "section", "table", "ul",
}
# fmt: on
PARENTS = {
    "li": {"ul", "ol"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "legend": {"fieldset"},
    "summary": {"details"},
}
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "dl": {"div", "dt", "dd"}}
ALONE = {"a", "button", "label", "form"}
UNSEEN = {"script", "style", "title"}
INLINE = {"a", "b", "em", "i", "mark", "q", "span"}


class Node:
    """One element."""

    def __init__(self, tag, attributes, parent):
        self.tag = tag
        self.attributes = dict(attributes)
        self.parent = parent
        self.children = []

    def __getitem__(self, name):
        return self.attributes[name]

    def get(self, name, default=None):
        return self.attributes.get(name, default)

    def walk(self):
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def above(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def all(self, tag=None, **attributes):
        """Elements below; `data_slug=...` asks for data-slug, and True for any value."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            node
            for node in self.walk()
            if tag in {None, node.tag}
            and all(
                name in node.attributes
                if value is True
                else value in node.get(name, "").split()
                if name == "class"
                else node.get(name) == value
                for name, value in wanted.items()
            )
        ]

    def one(self, tag=None, **attributes):
        """The only such element; fails when there are none or several."""
        (node,) = self.all(tag, **attributes)
        return node

    @property
    def text(self):
        """What a reader sees, with one space where elements or lines part it."""
        return re.sub(r"\s+", " ", self._raw_text()).strip()

    def _raw_text(self):
        parts = []
        for child in self.children:
            if not isinstance(child, Node):
                parts.append(child)
            elif child.tag not in UNSEEN:
                space = "" if child.tag in INLINE else " "
                parts.append(f"{space}{child._raw_text()}{space}")
        return "".join(parts)


class Page(HTMLParser):
    """A parsed page: `root`, `ids`, `links` and `faults`."""

    def __init__(self, html):
        super().__init__()
        self.root = self.open = Node("#page", {}, None)
        self.faults = []
        self.feed(html)
        self.close()
        if self.open is not self.root:
            self.faults.append(f"<{self.open.tag}> is never closed")
        nodes = list(self.root.walk())
        self.ids = [node["id"] for node in nodes if "id" in node.attributes]
        links = [node for node in nodes if node.tag == "a"]
        self.links = [node["href"] for node in links if "href" in node.attributes]
        self.faults += ["<a> without href" for node in links if "href" not in node.attributes]
        self.faults += [
            f"id {one} stands twice" for one in set(self.ids) if self.ids.count(one) > 1
        ]
        for name in ("aria-labelledby", "form", "for", "popovertarget"):
            self.faults += [
                f"{name}={node[name]} leads nowhere"
                for node in nodes
                if name in node.attributes and node[name] not in self.ids
            ]

    def __getattr__(self, name):
        if name in {"all", "one", "text"}:
            return getattr(self.root, name)
        raise AttributeError(name)

    def _fault(self, words):
        self.faults.append(f"{words} (line {self.getpos()[0]})")

    def _add(self, tag, attributes):
        above = {node.tag for node in (self.open, *self.open.above())}
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self._fault(f"<{tag}> has an attribute twice")
        if tag in BLOCKS and "p" in above:
            self._fault(f"<{tag}> in <p>")
        if tag in ALONE and tag in above:
            self._fault(f"<{tag}> in <{tag}>")
        if tag in PARENTS and self.open.tag not in PARENTS[tag]:
            self._fault(f"<{tag}> in <{self.open.tag}>")
        if self.open.tag in CHILDREN and tag not in CHILDREN[self.open.tag]:
            self._fault(f"<{tag}> in <{self.open.tag}>")
        node = Node(tag, attributes, self.open)
        self.open.children.append(node)
        return node

    def handle_starttag(self, tag, attrs):
        node = self._add(tag, attrs)
        if tag not in VOID:
            self.open = node

    def handle_startendtag(self, tag, attrs):
        self._add(tag, attrs)

    def handle_endtag(self, tag):
        if tag != self.open.tag:
            self._fault(f"</{tag}> closes <{self.open.tag}>")
            while self.open.parent is not None and self.open.tag != tag:
                self.open = self.open.parent
        self.open = self.open.parent or self.open

    def handle_data(self, data):
        self.open.children.append(data)


def read(client, address, status=200):
    """The page at an address, well-formed and answered with this status."""
    response = client.get(address)
    assert response.status_code == status, address
    page = Page(response.content.decode())
    assert page.faults == [], address
    return page


def alerts(page):
    """The messages about bad input."""
    return [node.text for node in page.all(role="alert")]


def links(node):
    """{words: address} of the links below."""
    return {link.text: link["href"] for link in node.all("a")}


def sections(page):
    """{heading: section} of the article's sections that have one heading of the second level."""
    return {
        node.one("h2").text: node
        for node in page.one("article").all("section")
        if len(node.all("h2")) == 1
    }
