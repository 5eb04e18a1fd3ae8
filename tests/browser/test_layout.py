"""No page is wider than the screen that shows it."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_hangs_over_the_edge(page, site, path, width):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.goto(site + path).status == 200
    content, screen = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert content <= screen
