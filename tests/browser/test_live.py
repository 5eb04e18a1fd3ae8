"""The list changes without a page load, and nothing is lost on the way."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

pytestmark = pytest.mark.browser

ALL = "41 indsatser"


@pytest.fixture
def complaints(page):
    """What the browser complains of: errors of scripts and everything that the CSP blocks."""
    found = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "console",
        lambda message: found.append(message.text) if message.type in {"error", "warning"} else 0,
    )
    return found


@pytest.fixture
def live(page, site, complaints):
    """The open list, marked so that a page load would show; quiet to the end."""
    open_list(page, site)
    yield page
    assert complaints == []


def open_list(page, site, query=""):
    page.goto(f"{site}/indsatser/{query}")
    expect(announced(page)).to_be_attached()  # the script is there
    page.evaluate("window.marker = 'the same page'")


def is_the_same_page(page):
    return page.evaluate("window.marker") == "the same page"


def box(page, facet, value):
    return page.locator(f"[data-facet={facet}][data-value={value}] input")


def option(page, facet, value):
    return page.locator(f"[data-facet={facet}][data-value={value}]")


def heading(page):
    return page.locator("#resultat")


def announced(page):
    return page.locator("#antal[role=status]")


def cards(page):
    return page.locator("#resultater article[data-slug]")


def chip(page, text):
    return page.locator("#resultater").get_by_role("link", name=re.compile(f"^Fjern .*{text}"))


def button(page):
    return page.locator("#filtre-form [data-live-count]")


def address(site, query):
    return f"{site}/indsatser/{query}"


def tab_to(page, target, key="Tab", most=150):
    """Reach something by keyboard alone, as a reader would."""
    for _ in range(most):
        page.keyboard.press(key)
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{key} never reached {target}")


def test_a_ticked_box_changes_list_count_and_address_without_a_page_load(live, site):
    expect(announced(live)).to_have_text("")
    box(live, "tema", "mentorordninger").check()
    expect(heading(live)).to_have_text("3 indsatser")
    expect(cards(live)).to_have_count(3)
    expect(live).to_have_url(address(site, "?tema=mentorordninger"))
    expect(live).to_have_title("3 indsatser · SOSU-videnbasen")
    expect(announced(live)).to_have_text("3 indsatser")
    expect(button(live)).to_have_text("Vis 3 indsatser")
    expect(live.locator("link[rel=canonical]")).to_have_attribute(
        "href", address(site, "?tema=mentorordninger")
    )
    assert is_the_same_page(live)


def test_the_count_alone_is_announced(live):
    box(live, "tema", "mentorordninger").check()
    expect(announced(live)).to_have_text("3 indsatser")
    assert live.locator("#resultater").evaluate("part => part.closest('[aria-live]')") is None
    assert live.locator("#resultater [role=status], #resultater [aria-live]").count() == 0


def test_the_other_facets_get_their_new_counts(live):
    project = option(live, "type", "projekt")
    expect(project).to_have_attribute("data-count", "7")
    box(live, "tema", "mentorordninger").check()
    expect(project).to_have_attribute("data-count", "1")
    expect(project.locator(".n")).to_have_text("1")
    expect(option(live, "type", "plan")).to_have_class("zero")


def test_focus_folds_and_scroll_stay_where_they_were(live):
    folds = live.locator("#filtre-form details")
    folds.nth(1).locator("summary").first.click()
    folds.last.locator("summary").first.click()
    before = folds.evaluate_all("all => all.map(fold => fold.open)")
    target = box(live, "dokumentation", "ingen")
    target.scroll_into_view_if_needed()
    target.focus()
    scrolled = live.evaluate("scrollY")
    assert scrolled > 0
    live.keyboard.press("Space")
    expect(announced(live)).to_have_text("25 indsatser")
    expect(target).to_be_focused()
    assert folds.evaluate_all("all => all.map(fold => fold.open)") == before
    assert live.evaluate("scrollY") == scrolled


def test_the_focus_follows_an_option_into_its_fold(page, site):
    open_list(page, site, "?tema=mentorordninger&kommune=esbjerg")
    expect(heading(page)).to_have_text("Ingen indsatser")
    expect(button(page)).to_have_text("Ingen indsatser")
    box(page, "kommune", "esbjerg").focus()
    page.keyboard.press("Space")
    expect(heading(page)).to_have_text("3 indsatser")
    expect(page.locator(".more [data-value=esbjerg] input")).to_be_focused()


def test_typing_finds_without_enter_and_leaves_one_entry_in_the_history(live, site):
    entries = live.evaluate("history.length")
    live.locator("#q").press_sequentially("galioner", delay=30)
    expect(heading(live)).to_have_text("1 indsats")
    expect(announced(live)).to_have_text("1 indsats")
    expect(cards(live)).to_have_attribute("data-slug", "galioner-og-hverdagscafe")
    expect(live).to_have_url(address(site, "?q=galioner"))
    expect(live.locator("#q")).to_be_focused()
    expect(live.locator("#q")).to_have_value("galioner")
    assert live.evaluate("history.length") == entries + 1
    assert is_the_same_page(live)


def test_a_box_ticked_while_typing_settles_both_at_once(live, site):
    entries = live.evaluate("history.length")
    live.locator("#q").press_sequentially("galioner")
    box(live, "dokumentation", "vurderet").check()
    expect(live).to_have_url(address(site, "?q=galioner&dokumentation=vurderet"))
    expect(announced(live)).to_have_text("1 indsats")
    assert live.evaluate("history.length") == entries + 1


def test_back_and_forward_restore_list_boxes_and_text(live, site):
    box(live, "tema", "mentorordninger").check()
    expect(heading(live)).to_have_text("3 indsatser")
    live.locator("#q").fill("galioner")
    expect(heading(live)).to_have_text("Ingen indsatser")
    live.go_back()
    expect(heading(live)).to_have_text("3 indsatser")
    expect(announced(live)).to_have_text("3 indsatser")
    expect(live.locator("#q")).to_have_value("")
    expect(box(live, "tema", "mentorordninger")).to_be_checked()
    live.go_back()
    expect(heading(live)).to_have_text(ALL)
    expect(live).to_have_url(address(site, ""))
    expect(live).to_have_title(f"{ALL} · SOSU-videnbasen")
    expect(box(live, "tema", "mentorordninger")).not_to_be_checked()
    live.go_forward()
    live.go_forward()
    expect(heading(live)).to_have_text("Ingen indsatser")
    expect(live.locator("#q")).to_have_value("galioner")
    expect(box(live, "tema", "mentorordninger")).to_be_checked()
    assert is_the_same_page(live)


def test_back_from_an_entry_finds_the_list_as_it_was_left(live):
    box(live, "tema", "sprogstoette").check()
    expect(heading(live)).to_have_text("5 indsatser")
    cards(live).first.get_by_role("heading").get_by_role("link").click()
    expect(live.locator("h1")).not_to_have_text("Indsatser")
    live.go_back()
    expect(heading(live)).to_have_text("5 indsatser")
    expect(box(live, "tema", "sprogstoette")).to_be_checked()


def test_a_removed_chip_unticks_its_box_and_leads_to_the_count(live, site):
    box(live, "tema", "mentorordninger").check()
    box(live, "tema", "sprogstoette").check()
    expect(announced(live)).to_have_text("8 indsatser")
    chip(live, "Mentorordninger").click()
    expect(heading(live)).to_have_text("5 indsatser")
    expect(heading(live)).to_be_focused()
    expect(box(live, "tema", "mentorordninger")).not_to_be_checked()
    expect(box(live, "tema", "sprogstoette")).to_be_checked()
    expect(chip(live, "Mentorordninger")).to_have_count(0)
    live.get_by_role("link", name="Ryd alle").click()
    expect(heading(live)).to_have_text(ALL)
    expect(live).to_have_url(address(site, ""))
    expect(box(live, "tema", "sprogstoette")).not_to_be_checked()
    assert is_the_same_page(live)


def test_a_chip_empties_the_search_and_the_year(live):
    live.locator("#q").fill("galioner")
    expect(announced(live)).to_have_text("1 indsats")
    chip(live, "galioner").click()
    expect(live.locator("#q")).to_have_value("")
    expect(heading(live)).to_have_text(ALL)
    live.get_by_text("Startår", exact=True).first.click()
    live.locator("[name=aar_fra]").fill("2018")
    live.keyboard.press("Tab")
    expect(chip(live, "2018")).to_be_visible()
    chip(live, "2018").click()
    expect(live.locator("[name=aar_fra]")).to_have_value("")


def test_the_order_stays_while_filtering(live, site):
    live.get_by_role("link", name="Titel", exact=True).click()
    expect(live).to_have_url(address(site, "?sort=titel"))
    box(live, "tema", "sprogstoette").check()
    expect(heading(live)).to_have_text("5 indsatser")
    expect(live).to_have_url(
        re.compile("sort=titel.*tema=sprogstoette|tema=sprogstoette.*sort=titel")
    )
    expect(live.locator("#resultater b[aria-current]")).to_have_text("Titel")
    live.go_back()
    live.go_back()
    expect(heading(live)).to_have_text(ALL)
    expect(live.locator("#resultater b[aria-current]")).to_have_text("Evidens")
    box(live, "tema", "sprogstoette").check()
    expect(live).to_have_url(address(site, "?tema=sprogstoette"))
    assert is_the_same_page(live)


def test_turning_the_page_leads_to_its_head(live, site):
    live.get_by_role("link", name="Næste").click()
    expect(cards(live)).to_have_count(20)
    expect(live).to_have_url(address(site, "?side=2"))
    expect(heading(live)).to_be_focused()
    expect(heading(live)).to_be_in_viewport()
    box(live, "tema", "mentorordninger").check()
    expect(live).to_have_url(address(site, "?tema=mentorordninger"))
    assert is_the_same_page(live)


def test_a_click_with_ctrl_opens_a_tab_and_leaves_the_list(live, site, context):
    box(live, "tema", "mentorordninger").check()
    expect(announced(live)).to_have_text("3 indsatser")
    with context.expect_page() as opened:
        chip(live, "Mentorordninger").click(modifiers=["Control"])
    expect(opened.value.locator("#resultat")).to_have_text(ALL)
    expect(heading(live)).to_have_text("3 indsatser")


def test_the_old_list_stays_until_the_new_one_is_there_and_only_the_last_answer_counts(live):
    held = []
    live.route("**/indsatser/?*", lambda route: held.append(route))
    box(live, "tema", "mentorordninger").check()
    expect(live.locator("#resultater")).to_have_attribute("aria-busy", "true")
    expect(heading(live)).to_have_text(ALL)
    expect(cards(live)).to_have_count(20)
    box(live, "tema", "sprogstoette").check()
    expect(live.locator("#resultater")).to_have_attribute("aria-busy", "true")
    assert len(held) == 2
    held[1].continue_()
    expect(heading(live)).to_have_text("8 indsatser")
    with suppress(Error):  # the browser has given it up
        held[0].continue_()
    expect(live.locator("#resultater")).not_to_have_attribute("aria-busy", "true")
    expect(announced(live)).to_have_text("8 indsatser")
    expect(cards(live)).to_have_count(8)


def test_text_typed_while_an_answer_comes_is_kept(live, site):
    held = []
    live.route("**/indsatser/?tema=*", lambda route: held.append(route))
    box(live, "tema", "faellesskab-og-netvaerk").check()
    expect(live.locator("#resultater")).to_have_attribute("aria-busy", "true")
    live.locator("#q").press_sequentially("galio")
    held[0].continue_()
    live.locator("#q").press_sequentially("ner", delay=100)
    expect(live).to_have_url(address(site, "?q=galioner&tema=faellesskab-og-netvaerk"))
    expect(announced(live)).to_have_text("1 indsats")
    expect(live.locator("#q")).to_have_value("galioner")


@pytest.mark.parametrize(
    "fail", [lambda route: route.abort(), lambda route: route.fulfill(status=503, body="nej")]
)
def test_what_fails_ends_in_an_ordinary_page_load(page, site, fail):
    open_list(page, site)
    page.route(
        "**/indsatser/?*",
        lambda route: fail(route) if route.request.resource_type == "fetch" else route.continue_(),
    )
    box(page, "tema", "mentorordninger").check()
    expect(heading(page)).to_have_text("3 indsatser")
    expect(page).to_have_url(address(site, "?tema=mentorordninger"))
    assert not is_the_same_page(page)


def test_keys_alone_filter_remove_a_chip_turn_the_page_and_open_an_entry(live, site):
    live.locator("#q").focus()
    tab_to(live, box(live, "tema", "mentorordninger"))
    live.keyboard.press("Space")
    expect(announced(live)).to_have_text("3 indsatser")
    tab_to(live, chip(live, "Mentorordninger"))
    live.keyboard.press("Enter")
    expect(heading(live)).to_be_focused()
    expect(heading(live)).to_have_text(ALL)
    tab_to(live, live.get_by_role("link", name="Næste"))
    live.keyboard.press("Enter")
    expect(heading(live)).to_be_focused()
    expect(cards(live)).to_have_count(20)
    first = cards(live).first
    slug = first.get_attribute("data-slug")
    tab_to(live, first.get_by_role("heading").get_by_role("link"))
    assert is_the_same_page(live)
    live.keyboard.press("Enter")
    expect(live).to_have_url(f"{site}/indsatser/{slug}/")


def test_picking_an_entry_to_compare_keeps_filters_focus_and_place(live, site):
    box(live, "tema", "mentorordninger").check()
    expect(announced(live)).to_have_text("3 indsatser")
    last = cards(live).last
    slug = last.get_attribute("data-slug")
    last.get_by_role("link", name="Føj til sammenligning").click()
    expect(live).to_have_url(address(site, f"?tema=mentorordninger&i={slug}"))
    expect(last.get_by_role("link", name="Fjern fra sammenligning")).to_be_focused()
    expect(announced(live)).to_have_text("")
    box(live, "tema", "sprogstoette").check()
    expect(announced(live)).to_have_text("8 indsatser")
    expect(live).to_have_url(
        re.compile(rf"tema=sprogstoette.*i={slug}|i={slug}.*tema=sprogstoette")
    )
    assert is_the_same_page(live)


def test_enter_in_the_search_leads_to_the_result(live):
    live.locator("#q").fill("galioner")
    live.keyboard.press("Enter")
    expect(heading(live)).to_have_text("1 indsats")
    expect(heading(live)).to_be_focused()
    assert is_the_same_page(live)


def test_on_a_phone_the_panel_stays_open_and_its_button_tells_the_count(live):
    live.set_viewport_size({"width": 390, "height": 844})
    panel = live.locator("#filtre")
    expect(panel).to_be_hidden()
    live.get_by_role("button", name="Filtre").click()
    expect(panel).to_be_visible()
    box(live, "tema", "mentorordninger").check()
    expect(button(live)).to_have_text("Vis 3 indsatser")
    box(live, "tema", "sprogstoette").check()
    expect(button(live)).to_have_text("Vis 8 indsatser")
    expect(panel).to_be_visible()
    expect(button(live)).to_be_in_viewport()
    button(live).click()
    expect(panel).to_be_hidden()
    expect(heading(live)).to_be_focused()
    expect(cards(live)).to_have_count(8)
    assert is_the_same_page(live)


def test_a_message_about_bad_input_appears_and_goes(live):
    live.get_by_text("Startår", exact=True).first.click()
    live.locator("[name=aar_fra]").fill("99")
    live.keyboard.press("Enter")
    expect(live.get_by_role("alert")).to_contain_text("99")
    expect(live.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    expect(live.locator("[name=aar_fra]")).to_have_value("99")
    live.locator("[name=aar_fra]").fill("2018")
    live.keyboard.press("Enter")
    expect(live.get_by_role("alert")).to_have_count(0)
    expect(live.locator("meta[name=robots]")).to_have_count(0)
    assert is_the_same_page(live)
