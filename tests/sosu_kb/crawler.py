"""Follows every internal link as a reader could."""

import io
import zipfile
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from tests.pages import Page

START = "http://testserver/"
# Links of filtered lists are followed only from lists with fewer choices than this.
MOST_CHOICES = 1
# Pages that are read with one picked entry; on others a selection is only carried along.
ALONE_WITH_A_PICK = {"/indsatser/", "/sammenlign/", "/notat/"}
# The same list as a file: read whole, its selections are the page's.
FILES = {"/indsatser.csv", "/indsatser.xlsx", "/indsatser.json"}


class Crawl:
    """`pages` by address, `statuses` of all answers, and (from, to) of every internal `links`."""

    def __init__(self, client, starts=("/",)):
        self.client = client
        self.pages = {}
        self.bodies = {}
        self.statuses = {}
        self.links = set()
        waiting = [urljoin(START, start) for start in starts]
        while waiting:
            address = waiting.pop()
            if address in self.statuses:
                continue
            for target in self._visit(address):
                self.links.add((address, target))
                page, _ = urldefrag(target)
                if self._worth_a_visit(page):
                    waiting.append(page)

    def _worth_a_visit(self, address):
        parts = urlsplit(address)
        choices = [pair for pair in parse_qsl(parts.query) if pair[0] != "side"]
        picked = any(name == "i" for name, _ in choices)
        if picked and parts.path not in ALONE_WITH_A_PICK:
            return False
        if parts.path in FILES:
            return not parts.query
        return not (picked or parts.path == "/indsatser/") or len(choices) <= MOST_CHOICES

    def _visit(self, address):
        response = self.client.get(address.removeprefix("http://testserver"))
        self.statuses[address] = response.status_code
        self.bodies[address] = text_of(response.getvalue())
        if 300 <= response.status_code < 400:
            return [urljoin(address, response["Location"])]
        if not response["Content-Type"].startswith("text/html"):
            return []
        page = self.pages[address] = Page(self.bodies[address])
        targets = [urljoin(address, href) for href in page.links]
        return [target for target in targets if target.startswith(START)]


def text_of(body):
    """The text of an answer; of an archive or a workbook, that of all its parts."""
    if not body.startswith(b"PK"):
        return body.decode()
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())
