"""A form of the admin as a browser has it: opened, typed in, sent, and read again."""

from tests.pages import Page


class AdminForm:
    """What stands in the form of a page; `sent` is the last answer."""

    def __init__(self, client, address):
        self.client = client
        self.sent = client.get(address)
        assert self.sent.status_code == 200, address
        self._read(address)

    def _read(self, address):
        page = Page(self.sent.content.decode())
        (form,) = [node for node in page.all("form") if node.get("id", "").endswith("_form")]
        self.address = form.get("action") or address
        controls = [
            node
            for node in page.all()
            if node.tag in {"input", "textarea", "select"}
            and (form in node.above() or node.get("form") == form["id"])
            and "disabled" not in node.attributes
            and node.get("name")
        ]
        self.values = {}
        for node in controls:
            for value in _values(node):
                self.values.setdefault(node["name"], []).append(value)

    def __getitem__(self, name):
        (value,) = self.values[name]
        return value

    def type(self, **fields):
        """Type into fields of the entry; a list picks several, None unticks."""
        for name, value in fields.items():
            self.values.pop(name, None)
            if value is not None:
                self.values[name] = list(map(str, value if isinstance(value, list) else [value]))

    def rows(self, prefix):
        """The rows of an inline: their numbers by the name that each carries, hidden or typed."""
        total = int(self[f"{prefix}-TOTAL_FORMS"])
        typed = {"claims": "key", "ledgers": "title", "relations_out": "to_entry"}[prefix]
        return {
            self.values.get(f"{prefix}-{number}-stored_key", [""])[0]
            or self.values.get(f"{prefix}-{number}-{typed}", [""])[0]: number
            for number in range(total)
        }

    def type_in_row(self, prefix, name, **fields):
        """Type into a row that stands there."""
        number = self.rows(prefix)[str(name)]
        self.type(**{f"{prefix}-{number}-{field}": value for field, value in fields.items()})

    def add_row(self, prefix, **fields):
        """One more row."""
        number = int(self[f"{prefix}-TOTAL_FORMS"])
        self.type(**{f"{prefix}-TOTAL_FORMS": number + 1})
        self.type(**{f"{prefix}-{number}-{field}": value for field, value in fields.items()})

    def send(self, **button):
        """Press a button; where the form comes back, what stands in it is read."""
        self.sent = self.client.post(self.address, self.values | button)
        if self.sent.status_code == 200:
            self._read(self.address)
        return self.sent


def _values(node):
    if node.tag == "textarea":
        return ["".join(map(str, node.children)).removeprefix("\n")]
    if node.tag == "select":
        options = node.all("option")
        chosen = [one.get("value", "") for one in options if "selected" in one.attributes]
        if chosen or "multiple" in node.attributes:
            return chosen
        return [options[0].get("value", "")] if options else []
    if node.get("type") in {"submit", "button", "file"}:
        return []
    if node.get("type") in {"checkbox", "radio"}:
        return [node.get("value", "on")] if "checked" in node.attributes else []
    return [node.get("value", "")]
