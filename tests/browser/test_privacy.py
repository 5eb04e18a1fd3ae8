"""An anonymous visit leaves nothing behind, asks nobody else and breaks no rule of our own CSP."""

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import PAGES

pytestmark = pytest.mark.browser

STORED = """
    async () => ({
        cookie: document.cookie,
        local: Object.keys(localStorage),
        session: Object.keys(sessionStorage),
        databases: (await indexedDB.databases()).map(database => database.name),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
    })
"""
NOTHING = {"cookie": "", "local": [], "session": [], "databases": [], "workers": 0}


def test_a_walk_leaves_no_trace(page, context, site):
    requests, complaints = [], []
    page.on("request", lambda request: requests.append(request.url))
    # Chromium reports a blocked script, style or request as an error on the console.
    page.on(
        "console",
        lambda message: (
            complaints.append((page.url, message.text))
            if message.type in {"error", "warning"}
            else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append((page.url, str(error))))
    for path in PAGES:
        assert page.goto(site + path, wait_until="networkidle").status == 200, path
        assert page.evaluate(STORED) == NOTHING, path
    assert context.cookies() == []
    assert complaints == []
    hosts = {urlsplit(url).netloc for url in requests if not url.startswith("data:")}
    assert hosts == {urlsplit(site).netloc}
