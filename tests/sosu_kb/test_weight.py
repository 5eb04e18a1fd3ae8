import gzip
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders

from tests.pages import Page

MOST = 60_000
FIVE = (
    "i=koebenhavn-sprogindsats&i=aalborg-laeringsbuddy&i=faelles-fynsk-mentorkorps"
    "&i=gruppevejledning&i=simulation-i-foerste-oplaering"
)


def linked_files(page):
    """The style sheets and scripts that a browser fetches with the page."""
    sheets = [node["href"] for node in page.all("link", rel="stylesheet")]
    scripts = [node["src"] for node in page.all("script", src=True)]
    return [Path(finders.find(path.removeprefix("/static/"))) for path in sheets + scripts]


def weight(client, address):
    response = client.get(address, headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    files = linked_files(Page(gzip.decompress(response.content).decode()))
    assert len(files) >= 5
    return len(response.content) + sum(len(brotli.compress(file.read_bytes())) for file in files)


@pytest.mark.parametrize(
    "address",
    [
        "/indsatser/",
        "/",
        "/find/",
        "/foreslaa/",
        "/kommuner/",
        "/data/",
        "/data/eksempler/",
        "/indsatser/aalborg-laeringsbuddy/",
        "/indsatser/aalborg-laeringsbuddy/historik/",
        "/nyt/",
        "/kilder/kl-casebank/",
        "/temaer/kompetenceloeft/",
        "/tal/",
        "/evidens/",
        "/evidenskort/",
        "/om/",
        f"/tal/?{FIVE}",
        f"/kommuner/?{FIVE}",
        f"/evidenskort/?{FIVE}",
        f"/indsatser/koebenhavn-sprogindsats/?{FIVE}",
        f"/sammenlign/?{FIVE}",
        f"/notat/?{FIVE}",
    ],
)
def test_a_page_with_its_files_weighs_little(client, seeded, address):
    assert 5_000 < weight(client, address) <= MOST
