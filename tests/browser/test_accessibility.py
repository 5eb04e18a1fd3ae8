"""axe-core finds no violation of WCAG 2.1 A and AA."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation(new_context, site, path, scheme, width):
    page = new_context(color_scheme=scheme, viewport={"width": width, "height": 900}).new_page()
    assert page.goto(site + path).status == 200
    # It is evaluated through the debugger, not as a script tag: the page's CSP stays as it is.
    results = Axe().run(page, options=WCAG)
    assert results.violations_count == 0, results.generate_report()
