"""An answer held against what the site's own OpenAPI description says of it."""

import json
import re
from urllib.parse import unquote, urlsplit

from jsonschema import Draft202012Validator, FormatChecker


def check(document, address, response, body):
    """Raises where the description does not know the answer, or tells it otherwise."""
    described = _operation(document, address)["responses"]
    expected = described[str(response.status_code)].get("content", {})
    if not expected:
        assert body == b"", address
        return
    content_type = response["Content-Type"]
    assert content_type in expected, (address, content_type)
    if content_type.endswith("json"):
        schema = expected[content_type]["schema"] | {"components": document["components"]}
        Draft202012Validator(schema, format_checker=FormatChecker()).validate(json.loads(body))


def _operation(document, address):
    path = unquote(urlsplit(address).path)
    for template, item in document["paths"].items():
        pattern = re.sub(r"\\\{\w+\\\}", "[^/]*", re.escape(template))
        if re.fullmatch(pattern, path):
            return item["get"]
    raise AssertionError(f"{path} is not described")
