"""What axe-core finds on an open page, in every look that a reader may have."""

from axe_playwright_python.sync_playwright import Axe

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
# The one rule that depends on the colour scheme: in the dark there is no need to ask the others.
CONTRAST = ["color-contrast"]


def violations(page, widths=(390, 1280)):
    """Reports of what breaks WCAG 2.1 A or AA, light and dark at these widths; best empty."""
    found = {}
    page.emulate_media(reduced_motion="reduce")  # or it would see colours on their way
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, rules in (("light", WCAG), ("dark", CONTRAST)):
            page.emulate_media(color_scheme=scheme)
            # It is evaluated through the debugger, not as a script tag: the page's CSP stays.
            results = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
            if results.violations_count:
                found[width, scheme] = results.generate_report()
    return found
