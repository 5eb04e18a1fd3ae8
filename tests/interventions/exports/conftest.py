import csv
import io
import json
from dataclasses import dataclass

import pytest
from openpyxl import load_workbook

from tests.interventions.exports import contract


@dataclass
class Answer:
    """An answer with its whole body, streamed or not."""

    response: object
    body: bytes

    def __getitem__(self, header):
        return self.response[header]

    @property
    def status(self):
        return self.response.status_code

    def json(self):
        return json.loads(self.body)

    def rows(self, delimiter=";"):
        """The rows of a CSV as dicts by head."""
        text = self.body.decode("utf-8-sig" if delimiter == ";" else "utf-8")
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))

    def workbook(self):
        return load_workbook(io.BytesIO(self.body))


@pytest.fixture
def fetch(client):
    """Get an address of the open data. What comes is held against the site's own description."""
    described = []

    def get(address, status=200, **headers):
        response = client.get(address, headers=headers)
        body = response.getvalue()
        assert response.status_code == status, (address, body[:300])
        if not described:
            described.append(json.loads(client.get("/data/openapi.json").content))
        contract.check(described[0], address, response, body)
        return Answer(response, body)

    return get
