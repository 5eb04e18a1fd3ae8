"""The versions of one entry that the public has read."""

import pytest
from django.utils import timezone

from tests.pages import read
from tests.story import draft_of, republish, step
from tests.world import relate

ADDRESS = "/indsatser/laeringsbuddy/historik/"


@pytest.fixture
def begun(begun):
    begun.first = begun.buddy.versions.get().number
    return begun


@pytest.fixture
def changed(begun, by):
    """Two published changes, with a note and a working copy that nobody may see."""

    def change(row):
        claim = row.claims.get(text=begun.what.text)
        claim.text = "En ældre elev følger den nye."
        claim.save()
        row.claims.get(text=begun.result.text).delete()

    begun.second = republish(begun.buddy, by, change, title="Buddy i Aalborg").version
    begun.third = republish(begun.buddy, by, summary="Andet.").version
    draft_of(begun.buddy, by, title="Hemmelig", note="Hemmelig note")
    return begun


def rows(page):
    body = page.one("table").one("tbody")
    return [[cell.text for cell in row.all() if cell.tag in {"th", "td"}] for row in body.all("tr")]


def differences(page):
    found = page.one("section", class_="differences").one("dl")
    return [(one.one("dt").text, one.one("dd").text) for one in found.all("div")]


def test_published_versions_stand_with_their_days(client, changed):
    today = timezone.localdate()
    found = rows(read(client, ADDRESS))
    assert [row[-2] for row in found] == [
        str(changed.third),
        str(changed.second),
        str(changed.first),
    ]
    assert [row[-1].partition(f" {today.day}. ")[0] for row in found] == [
        "Ændret: resumé",
        "Ændret: titel, 2 udsagn",
        "Ny indsats",
    ]


def test_neither_notes_nor_names_nor_drafts_are_shown(client, changed, by):
    text = client.get(f"{ADDRESS}?fra={changed.first}&til={changed.third}").content.decode()
    for hidden in ("emmelig", by.get_username(), "Indlæst", "rbejdskopi", "Gemt"):
        assert hidden not in text


def test_any_two_versions_can_be_compared(client, changed):
    page = read(client, f"{ADDRESS}?fra={changed.first}&til={changed.third}")
    heading = page.one("section", class_="differences").one("h2").text
    assert heading == f"Fra version {changed.first} til version {changed.third}"
    assert differences(page) == [
        ("Titel", "Læringsbuddy Buddy i Aalborg"),
        ("Resumé", "Nye elever følges med en ældre elev. Andet."),
        (
            "Udsagn (hvad det er)",
            "Udsagnet k05 siger noget. En ældre elev følger den nye. KL: Gode forløb på Ærø",
        ),
        (
            "Udsagn (oplyst resultat) (slettet)",
            "Udsagnet k07 siger noget. KL: Gode forløb på Ærø",
        ),
    ]
    title = page.one("section", class_="differences").all("dd")[0]
    assert (title.one("del").text, title.one("ins").text) == ("Læringsbuddy", "Buddy i Aalborg")


def test_the_order_of_the_two_does_not_matter(client, changed):
    there = read(client, f"{ADDRESS}?fra={changed.first}&til={changed.second}")
    back = read(client, f"{ADDRESS}?fra={changed.second}&til={changed.first}")
    assert differences(there) == differences(back)


def test_a_version_alone_is_compared_with_the_one_before(client, changed):
    assert differences(read(client, f"{ADDRESS}?til={changed.third}")) == [
        ("Resumé", "Nye elever følges med en ældre elev. Andet.")
    ]


def test_the_older_alone_is_compared_with_the_latest(client, changed):
    assert differences(read(client, f"{ADDRESS}?fra={changed.second}")) == [
        ("Resumé", "Nye elever følges med en ældre elev. Andet.")
    ]


def test_a_version_is_no_different_from_itself(client, changed):
    page = read(client, f"{ADDRESS}?fra={changed.second}&til={changed.second}")
    assert "Siden sagde det samme." in page.one("section", class_="differences").text


@pytest.mark.parametrize("typed", ["0", "999", "x", "-1", "1" * 3000, "%00", "1.0"])
def test_a_version_that_is_none_is_named_and_the_list_remains(client, changed, typed):
    page = read(client, f"{ADDRESS}?fra={typed}&til={changed.third}")
    alert = page.one(role="alert").text
    assert "er ikke en af de versioner, der har været offentlige." in alert
    assert "Resten er med." not in alert
    assert len(rows(page)) == 3


def test_a_side_that_is_named_twice_is_said_and_the_last_is_compared(client, changed):
    query = f"?fra={changed.first}&fra={changed.second}&til={changed.third}"
    page = read(client, ADDRESS + query)
    assert "“fra” står flere gange i adressen." in page.one(role="alert").text
    heading = page.one("section", class_="differences").one("h2").text
    assert heading == f"Fra version {changed.second} til version {changed.third}"


def test_a_number_of_a_draft_is_no_version(client, changed):
    draft = changed.buddy.versions.filter(event="gemt").first()
    page = read(client, f"{ADDRESS}?til={draft.number}")
    assert f"“{draft.number}” er ikke en af de versioner" in page.one(role="alert").text


def test_there_is_nothing_before_the_first_version(client, changed):
    page = read(client, f"{ADDRESS}?til={changed.first}")
    assert f"Version {changed.first} er den første" in page.one(role="alert").text


def test_the_form_starts_with_the_two_latest(client, changed):
    chosen = [
        (box["name"], box["value"]) for box in read(client, ADDRESS).all("input", checked=True)
    ]
    assert chosen == [("til", str(changed.third)), ("fra", str(changed.second))]


def test_an_entry_with_one_version_has_nothing_to_compare(client, begun):
    page = read(client, ADDRESS)
    assert len(rows(page)) == 1
    assert page.all("input", type="radio") == []


def test_relations_to_what_is_not_public_are_left_out(client, begun, by):
    def change(row):
        relate(row, begun.language)
        relate(row, begun.in_review)

    number = republish(begun.plan, by, change).version
    page = read(client, f"/indsatser/tid-til-vejledning/historik/?til={number}")
    assert differences(page) == [
        (
            "Forbindelse til Ærlig sproghjælp: forklaring (nyt)",
            "Sætningen om tid-til-vejledning--kopi og sprogindsats.",
        )
    ]
    assert "til-gennemsyn" not in client.get(page_address(number)).content.decode()


def test_what_a_working_copy_calls_its_entry_or_its_ledgers_is_not_told(client, begun, by):
    def with_ledger(row):
        row.ledgers.create(slug=f"{row.slug[:5]}--kopi", title="Ledige pladser", sentence="Ulige.")
        relate(row, begun.language)

    def into_ledger(row):
        row.claims.update(ledger=row.ledgers.get(), value=3, unit="pladser")

    republish(begun.plan, by, with_ledger)
    number = republish(begun.plan, by, into_ledger).version
    draft_of(begun.plan, by, lambda row: row.ledgers.update(title="Hemmelig opstilling"))
    draft_of(begun.language, by, title="Hemmelig titel")
    text = client.get(f"{page_address(number)}&fra={begun.plan.versions.last().number}").content
    assert "Ledige pladser" in text.decode()
    assert "Ærlig sproghjælp" in text.decode()
    assert "Hemmelig" not in text.decode()


def page_address(number):
    return f"/indsatser/tid-til-vejledning/historik/?til={number}"


def test_dates_that_are_set_ahead_are_not_told(client, begun, by):
    republish(
        begun.buddy, by, summary="Andet.", withdraw_on=timezone.localdate().replace(year=2093)
    )
    assert "2093" not in client.get(f"{ADDRESS}?fra={begun.first}").content.decode()


def test_it_is_kept_out_of_indexes(client, changed):
    page = read(client, ADDRESS)
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert page.one("link", rel="canonical")["href"] == f"http://testserver{ADDRESS}"


def test_the_entry_leads_to_its_versions_and_back(client, begun):
    assert ADDRESS in read(client, "/indsatser/laeringsbuddy/").links
    assert "/indsatser/laeringsbuddy/" in read(client, ADDRESS).links


@pytest.mark.parametrize("ending", ["/historik/", ".bib", ".ris"])
def test_what_is_not_public_has_no_versions_and_no_citation(client, begun, by, ending):
    for slug in ("udkast", "til-gennemsyn", "arkiveret", "findes-ikke"):
        assert client.get(f"/indsatser/{slug}{ending}").status_code == 404
    step(begun.buddy, "arkiver", by, note="Kilden er trukket tilbage.")
    page = read(client, f"/indsatser/laeringsbuddy{ending}", status=410)
    assert "Kilden er trukket tilbage." in page.text


@pytest.mark.parametrize("ending", ["/historik/", ".bib", ".ris"])
def test_a_former_address_leads_to_the_present_one(client, begun, ending):
    begun.buddy.slug = "ny-buddy"
    begun.buddy.save()
    response = client.get(f"/indsatser/laeringsbuddy{ending}")
    assert (response.status_code, response["Location"]) == (301, f"/indsatser/ny-buddy{ending}")


def test_a_former_address_of_what_was_taken_down_does_not_tell_the_new_one(client, begun, by):
    step(begun.buddy, "arkiver", by)
    entry = step(begun.buddy, "genaabn", by)
    entry.slug = "hemmelig"
    entry.save()
    response = client.get("/indsatser/laeringsbuddy/")
    assert response.status_code == 410
    assert "hemmelig" not in response.content.decode()


def test_the_list_costs_three_queries_however_long_it_is(
    client, begun, by, django_assert_num_queries
):
    with django_assert_num_queries(3):
        client.get(ADDRESS)
    for number in range(4):
        republish(begun.buddy, by, summary=f"Nummer {number}.")
    with django_assert_num_queries(3):
        client.get(ADDRESS)


def test_a_comparison_costs_four_queries_and_one_for_each_vocabulary_that_it_names(
    client, changed, by, django_assert_num_queries
):
    with django_assert_num_queries(6):  # entries that it is related to, sources of claims
        client.get(f"{ADDRESS}?fra={changed.first}&til={changed.third}")
    number = republish(changed.plan, by, lambda row: row.themes.add(changed.mentors)).version
    with django_assert_num_queries(5):  # themes
        client.get(page_address(number))
