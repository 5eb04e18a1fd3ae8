import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def draft(browser, browser_context_args, signed_in, site):
    """The address of the form of a draft that nobody publishes."""
    context = browser.new_context(**browser_context_args, storage_state=signed_in)
    page = context.new_page()
    page.goto(f"{site}/admin/interventions/intervention/add/")
    page.get_by_label("Titel").fill("Kladde til bordets prøver")
    page.get_by_label("Type:").first.select_option("praksis")
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Kladde til bordets prøver").first).to_be_visible()
    page.wait_for_url("**/change/")
    address = page.url
    context.close()
    return address


@pytest.fixture
def asked(admin):
    """The questions that the browser asks before it leaves a page; all are answered with yes."""
    questions = []

    def answer(dialog):
        questions.append(dialog.type)
        dialog.accept()

    admin.on("dialog", answer)
    return questions


def test_ctrl_s_saves_and_stays(admin, draft, asked):
    admin.goto(draft)
    admin.get_by_label("Resumé").fill("Skrevet med tastaturet.")
    admin.keyboard.press("Control+s")
    expect(admin.locator(".messagelist .success")).to_be_visible()
    assert admin.url == draft
    expect(admin.get_by_label("Resumé")).to_have_value("Skrevet med tastaturet.")
    assert asked == []


def test_leaving_what_is_not_saved_asks_first(admin, draft, site, asked):
    admin.goto(draft)
    admin.get_by_label("Resumé").fill("Ikke gemt.")
    admin.goto(f"{site}/admin/")
    assert asked == ["beforeunload"]


def test_leaving_what_is_unchanged_does_not_ask(admin, draft, site, asked):
    admin.goto(draft)
    admin.get_by_label("Resumé").click()
    admin.goto(f"{site}/admin/")
    assert asked == []


def test_leaving_a_note_on_why_a_copy_is_dropped_asks_first(admin, site, asked):
    admin.goto(f"{site}/admin/interventions/intervention/?q=gruppevejledning")
    admin.locator("#result_list tbody th a").first.click()
    admin.get_by_role("button", name="arbejdskopi").click()
    admin.get_by_role("link", name="Kassér arbejdskopien").click()
    address = admin.url
    admin.goto(f"{site}/admin/")
    assert asked == []
    admin.goto(address)
    admin.get_by_label("Note (valgfri)").fill("Den blev til noget andet.")
    admin.goto(f"{site}/admin/")
    assert asked == ["beforeunload"]
    admin.goto(address)
    admin.get_by_role("button", name="Kassér arbejdskopien").click()
    expect(admin.locator(".messagelist")).to_contain_text("Arbejdskopien er kasseret.")
    assert asked == ["beforeunload"]


def test_a_step_saves_what_was_typed(admin, draft, asked):
    admin.goto(draft)
    admin.get_by_label("Resumé").fill("Sendt af sted.")
    admin.get_by_role("button", name="Send til gennemsyn").click()
    expect(admin.locator(".messagelist .success")).to_contain_text("sendt til gennemsyn")
    expect(admin.get_by_label("Resumé")).to_have_value("Sendt af sted.")
    assert asked == []


def test_a_slash_goes_to_the_search(admin, site):
    admin.goto(f"{site}/admin/interventions/intervention/")
    admin.keyboard.press("/")
    expect(admin.locator("#searchbar")).to_be_focused()
    admin.keyboard.type("1/2")
    expect(admin.locator("#searchbar")).to_have_value("1/2")


def test_the_desk_leads_to_the_list_that_it_counts(admin, site):
    admin.goto(f"{site}/admin/")
    task = admin.get_by_role("link", name="Udsagn uden anker")
    count = int(task.locator("b").inner_text())
    task.click()
    assert count > 0
    expect(admin.locator(".paginator")).to_contain_text(f"{count} udsagn")
