from django.utils import timezone

from tests.pages import alerts, links, read

TWO = "i=laeringsbuddy&i=mentorkorps"
FIVE = "i=" + "&i=".join(
    [
        "esbjerg-fuldtidsvejledere",
        "gruppevejledning",
        "vallensbaek-vejledere-som-mentorer",
        "koebenhavn-sprogindsats",
        "professionalisering-af-oplaeringsvejledere",
    ]
)


def test_the_brief_carries_heading_date_and_address(client, world):
    page = read(client, f"/notat/?{TWO}&titel=Fastholdelse+p%C3%A5+SOSU")
    assert page.one("h1").text == "Fastholdelse på SOSU"
    today = timezone.localdate()
    assert f"{today.day}. " in page.one("header", class_="brief-head").text
    assert str(today.year) in page.one("header", class_="brief-head").text
    link = page.one(class_="brief-address").one("a")
    assert link.text == f"http://testserver/notat/?{TWO}&titel=Fastholdelse+på+SOSU"
    assert read(client, link["href"].removeprefix("http://testserver")).one("h1").text == (
        "Fastholdelse på SOSU"
    )


def test_without_a_heading_it_has_a_plain_one(client, world):
    for titel in ("", "&titel=", "&titel=%00%0a+"):
        page = read(client, f"/notat/?{TWO}{titel}")
        assert page.one("h1").text == "Notat om indsatser mod frafald på SOSU-uddannelserne"
        assert alerts(page) == []


def test_the_heading_is_cleaned_and_stays_text(client, world):
    page = read(client, f"/notat/?{TWO}&titel=%3Cb%3E%0d%0a%00x%E2%80%AEy")
    assert page.one("h1").text == "<b> x y"
    assert page.one("h1").all("b") == []
    assert page.one("input", name="titel")["value"] == "<b> x y"


def test_a_long_heading_is_cut_and_that_is_said(client, world):
    page = read(client, f"/notat/?{TWO}&titel={'x' * 3000}")
    assert page.one("h1").text == "x" * 120
    (alert,) = alerts(page)
    assert "Notatets overskrift er længere end 120 tegn." in alert
    assert alerts(read(client, f"/notat/?{TWO}&titel={'x' * 120}")) == []


def test_of_two_headings_the_last_is_used(client, world):
    page = read(client, f"/notat/?{TWO}&titel=en&titel=to")
    assert page.one("h1").text == "to"
    assert "“titel” står flere gange i adressen." in alerts(page)[0]


def test_the_form_keeps_the_selection(client, world):
    form = read(client, f"/notat/?{TWO}").one("form")
    assert (form["method"], form["action"]) == ("get", "/notat/")
    assert [node["value"] for node in form.all("input", name="i")] == [
        "laeringsbuddy",
        "mentorkorps",
    ]


def test_the_brief_explains_the_tiers_that_occur(client, world):
    text = read(client, f"/notat/?{TWO}").one(class_="brief-tiers")
    assert [node.text for node in text.all("dt")] == [
        "Virksom indsats ifølge Rambøll",
        "Ikke vurderet i kilderne",
    ]
    assert "Det betyder virksom." in text.text
    rated = read(client, "/notat/?i=mentorkorps").one(class_="brief-tiers")
    assert [node.text for node in rated.all("dt")] == ["Virksom indsats ifølge Rambøll"]


def test_each_entry_of_the_brief_says_what_it_rests_on_and_what_is_missing(client, world):
    page = read(client, f"/notat/?{TWO}")
    buddy, corps = page.all("section", data_slug=True)
    assert (buddy["data-slug"], corps["data-slug"]) == ("laeringsbuddy", "mentorkorps")
    lines = {
        row.one("dt").text: row.one("dd").text
        for row in buddy.all("div")
        if row.parent.get("class") == "brief-lines"
    }
    assert lines["Evidens"] == "Ikke vurderet i kilderne"
    assert lines["Resultatet bygger på"] == "Resultat udtalt uden tal"
    assert lines["Oplyste resultater"].endswith("(KL, dato ikke oplyst)")
    assert lines["Ikke oplyst i kilden"].startswith("hvad den koster; ")
    assert "omtalt af Danske Regioner, marts 2022. Gælder hovedforløbet." in corps.text


def test_every_sentence_of_the_brief_has_its_footnote_and_every_number_its_source(client, seeded):
    page = read(client, f"/notat/?{FIVE}")
    claims = page.one("article").all("span", class_="claim")
    assert len(claims) > 20
    for claim in claims:
        assert claim.one("sup").one("a")["href"].endswith(f"#{claim['id']}")
    for note in page.one("article").all("sup"):
        assert f"kilde-{note.text.rstrip('abcdefghijklmnopqrstuvwxyz')}" in page.ids
    for source in page.one(class_="numbered-sources").all("li"):
        assert "Læst 22. november 2026." in source.text
        assert source.one("a", class_="address").text.startswith("https://")


def test_what_is_not_known_has_a_section_of_its_own(client, world):
    page = read(client, "/notat/?i=laeringsbuddy&i=sprogindsats&i=tid-til-vejledning")
    section = page.one(class_="brief-unknowns")
    lacking = {row.one("dt").text: row.one("dd").text for row in section.one("dl").all("div")}
    assert section.one("h3").text == "Det siger kilderne ikke"
    (everywhere,) = [thing for thing in lacking if thing.startswith("Hvad den koster")]
    assert lacking[everywhere] == "Alle tre indsatser"
    assert lacking["Om resultatet er fulgt over tid"] == "Læringsbuddy"
    assert "siden vi læste kilderne (1. maj 2024)" in section.text


def test_a_brief_on_one_entry_points_to_its_own_gaps(client, world):
    section = read(client, "/notat/?i=laeringsbuddy").one(class_="brief-unknowns")
    assert "Det, der står under “Ikke oplyst i kilden”." in section.text
    assert section.all("dl") == []


def test_figures_of_a_ledger_stand_with_why_they_cannot_be_compared(client, ledger):
    page = read(client, "/notat/?i=sprogindsats")
    row = page.one(class_="brief-ledger")
    assert row.one("dt").text == "Frafald blandt deltagerne"
    assert [line.one("b").text for line in row.all("li")] == [
        "8 procent",
        "7,5 procent",
        "10 procent",
    ]
    assert row.all("li")[1].text.endswith("sammenlignet med nejsigere (Skolen, 13. september 2023)")
    assert row.one("p").text == "Tallene har hver sin tæller og kan ikke sammenlignes."
    for line in row.all("li"):
        assert f"kilde-{line.one('sup').text.rstrip('abc')}" in page.ids


def test_the_way_back_to_the_list_keeps_the_heading(client, world):
    form = read(client, f"/notat/?{TWO}&titel=Til+udvalget").one("form")
    assert links(form) == {
        "Se dem side om side": f"/sammenlign/?{TWO}&titel=Til+udvalget",
        "Tilføj en indsats fra listen": f"/indsatser/?{TWO}&titel=Til+udvalget",
    }
