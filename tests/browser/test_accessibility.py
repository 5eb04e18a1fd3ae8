"""axe-core finds no violation of WCAG 2.1 A and AA."""

import pytest

from tests.browser.accessibility import violations

pytestmark = pytest.mark.browser


def test_no_violation(page, site, path):
    assert page.goto(site + path).status == 200
    assert violations(page) == {}


def test_the_check_sees_a_violation(page):
    page.set_content(
        '<html lang="da"><title>x</title><p style="color:#eee;background:#fff">Kan ikke læses'
    )
    assert set(violations(page)) == {(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")}
