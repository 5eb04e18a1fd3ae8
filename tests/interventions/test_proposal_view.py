from urllib.parse import urlencode

import pytest
from django.test import Client

from interventions.models import FormerSlug, Proposal
from tests.pages import Page, read
from tests.proposals import ADDRESS, CONTACT, REPORT, SUGGESTION, THANKS, send, token

REPORT_BUDDY = f"{ADDRESS}?indsats=laeringsbuddy"


def page_of(response, status=200):
    assert response.status_code == status
    page = Page(response.content.decode())
    assert page.faults == []
    return page


def values(page):
    """What stands in the fields that a reader sees, by name."""
    form = page.one("form", class_="fields")
    inputs = {node["name"]: node.get("value", "") for node in form.all("input", id=True)}
    return inputs | {node["name"]: node.text for node in form.all("textarea")}


def test_the_form_asks_who_what_for_whom_since_when_what_came_of_it_and_where_it_stands(client, db):
    page = read(client, ADDRESS)
    assert page.one("h1").text == "Foreslå en indsats"
    labels = [node.text for node in page.one("form", class_="fields").all("label", for_=True)]
    assert labels == [
        "Hvad kalder I den?",
        "Hvem gør det?",
        "Hvad går den ud på?",
        "Hvem er den for? (valgfrit)",
        "Siden hvornår? (valgfrit)",
        "Hvad er der kommet ud af den? (valgfrit)",
        "Hvor kan vi læse om den?",
        "Dit navn (valgfrit)",
        "Din e-mail (valgfrit)",
    ]


@pytest.mark.parametrize("address", [ADDRESS, REPORT_BUDDY])
def test_every_limit_is_said_beforehand_and_is_that_of_the_column(client, world, address):
    page = read(client, address)
    fields = page.one("form", class_="fields")
    limited = [node for node in fields.all() if "maxlength" in node.attributes]
    assert len(limited) == {ADDRESS: 9, REPORT_BUDDY: 5}[address]
    for node in limited:
        column = Proposal._meta.get_field(node["name"])
        assert int(node["maxlength"]) == column.max_length
        if node["name"] != "contact_email":
            hint = page.one(id=node["aria-describedby"]).text
            assert hint.endswith(f"Højst {column.max_length:,} tegn.".replace(",", "."))


def test_a_suggestion_is_stored_as_typed_and_thanked_for(client, db):
    what = "Første linje.\r\n“Anden” <b>linje</b> & 🙂"
    response = send(client, what=what, since="august 2019")
    assert (response.status_code, response["Location"]) == (302, THANKS)
    (stored,) = Proposal.objects.all()
    assert (stored.kind, stored.status, stored.title) == ("forslag", "ny", "Mentorer på Ærø")
    assert stored.what == "Første linje.\n“Anden” <b>linje</b> & 🙂"
    assert (stored.since, stored.entry, stored.draft) == ("august 2019", None, None)
    assert read(client, THANKS).one("h1").text == "Tak, vi har fået det"


def test_a_report_names_its_entry_and_leads_back_to_it(client, world):
    page = read(client, REPORT_BUDDY)
    assert "på siden om Læringsbuddy, eller" in page.one(class_="lede").text
    assert page.one("form", class_="fields")["action"] == REPORT_BUDDY
    assert "page" not in values(page)
    response = send(client, REPORT_BUDDY, fields=REPORT)
    assert response["Location"] == f"{THANKS}?indsats=laeringsbuddy"
    (stored,) = Proposal.objects.all()
    assert (stored.kind, stored.entry, stored.page) == ("fejl", world.buddy, "laeringsbuddy")
    links = read(client, response["Location"]).one("main").all("a")
    assert [(link["href"], link.text) for link in links] == [
        ("/indsatser/laeringsbuddy/", "Tilbage til Læringsbuddy")
    ]


def test_a_report_outlives_its_entry(client, world):
    send(client, REPORT_BUDDY, fields=REPORT)
    world.buddy.delete()
    (stored,) = Proposal.objects.all()
    assert (stored.entry, stored.page) == (None, "laeringsbuddy")


def test_a_former_address_reports_the_entry_that_has_it_no_more(client, world):
    FormerSlug.objects.create(slug="buddy", intervention=world.buddy)
    assert "Læringsbuddy" in read(client, f"{ADDRESS}?indsats=buddy").one(class_="lede").text
    send(client, f"{ADDRESS}?indsats=buddy", fields=REPORT)
    assert Proposal.objects.get().entry == world.buddy


@pytest.mark.parametrize("slug", ["findes-ikke", "udkast", "arkiveret", "til-gennemsyn"])
def test_an_unknown_or_unpublished_entry_is_said_and_the_form_is_still_of_use(client, world, slug):
    page = read(client, f"{ADDRESS}?indsats={slug}")
    assert f"Vi har ingen indsats med adressen “{slug}”." in page.one(role="alert").text
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert values(page)["page"] == slug
    response = send(client, f"{ADDRESS}?indsats={slug}", fields=REPORT, page="Siden om kommuner")
    assert (response.status_code, response["Location"]) == (302, THANKS)
    (stored,) = Proposal.objects.all()
    assert (stored.kind, stored.entry, stored.page) == ("fejl", None, "Siden om kommuner")


def test_an_entry_that_is_withdrawn_while_somebody_writes_costs_nothing(client, world):
    world.buddy.state = "arkiveret"
    world.buddy.save()
    assert send(client, REPORT_BUDDY, fields=REPORT).status_code == 302
    assert Proposal.objects.get().page == "laeringsbuddy"


@pytest.mark.parametrize(
    ("query", "shown"),
    [("%00", "usynlige tegn"), ("x" * 3000, "x" * 59 + "…"), ("%ff%C3", "��"), ("æ+b", "æ b")],
)
def test_a_nasty_slug_is_shown_shortened(client, world, query, shown):
    page = read(client, f"{ADDRESS}?indsats={query}")
    assert f"adressen “{shown}”" in page.one(role="alert").text
    assert page.one("h1").text == "Meld en fejl"


def test_what_is_missing_is_said_above_and_at_the_field(client, db):
    page = page_of(send(client, fields={"who": "Ærø Kommune"}))
    alert = page.one(role="alert")
    assert alert.all("p")[0].text == "Det er ikke sendt endnu. 3 ting skal rettes:"
    assert [(link["href"], link.text) for link in alert.all("a")] == [
        ("#id_title", "Giv indsatsen et navn, eller beskriv den med få ord."),
        ("#id_what", "Skriv med dine egne ord, hvad der bliver gjort."),
        (
            "#id_documentation",
            "Skriv, hvor vi kan læse om indsatsen, eller at der ingen kilde er endnu.",
        ),
    ]
    field = page.one(id="id_what")
    assert field["aria-invalid"] == "true"
    assert field["aria-describedby"] == "id_what_helptext id_what_error"
    assert page.one(id="id_what_error").text == "Skriv med dine egne ord, hvad der bliver gjort."
    assert page.one("title").children[0].startswith("Ikke sendt endnu: ")
    assert values(page)["who"] == "Ærø Kommune"
    assert Proposal.objects.count() == 0


def test_everything_typed_comes_back(client, db):
    typed = SUGGESTION | {"who": "", "for_whom": "“Alle” & <en>", "outcome": "Intet", **CONTACT}
    page = page_of(send(client, fields=typed))
    assert values(page) == {
        **typed,
        "since": "",
        "consent": "",
    }
    assert "checked" in page.one(id="id_consent").attributes


@pytest.mark.parametrize(
    "since", ["0", "2019", "august 2019", "ca. 2018-2020", "12/2021", "ved ikke"]
)
def test_since_when_is_free_text(client, db, since):
    assert send(client, since=since).status_code == 302
    assert Proposal.objects.get().since == since


@pytest.mark.parametrize(
    "since", ["19999", "år 999", "9" * 60, "-99999", "1899", "٩٩٩٩", "2019 og 2101"]
)
def test_an_absurd_year_is_refused_at_the_field(client, db, since):
    page = page_of(send(client, since=since))
    assert "er ikke et årstal, der kan passe" in page.one(id="id_since_error").text
    assert values(page)["since"] == since


@pytest.mark.parametrize(
    "name", ["title", "who", "what", "for_whom", "since", "outcome", "documentation"]
)
def test_a_text_fits_up_to_its_limit_with_line_ends_counted_once(client, db, name):
    limit = Proposal._meta.get_field(name).max_length
    page = page_of(send(client, **{name: "a" * (limit + 1)}))
    assert page.one(id=f"id_{name}_error").text == (
        f"Teksten er for lang: der er plads til {limit} tegn, og den har {limit + 1}."
    )
    assert values(page)[name] == "a" * (limit + 1)
    text = "a\r\n" * (limit // 2 - 1) + "b" if name in {"what", "outcome"} else "a" * limit
    assert send(client, **{name: text}).status_code == 302


def test_a_nul_is_named_at_the_field_and_nothing_is_lost(client, db):
    response = send(client, what="Før\x00efter")
    assert "NUL" in page_of(response).one(id="id_what_error").text
    assert "Før" in values(page_of(response))["what"]
    assert Proposal.objects.count() == 0


@pytest.mark.parametrize(
    "contact", [{"contact_name": "En Læser"}, {"contact_email": "a@example.dk"}]
)
def test_contact_details_need_consent(client, db, contact):
    page = page_of(send(client, **contact))
    assert page.one(id="id_consent_error").text == (
        "Sæt kryds, hvis vi må gemme det. Ellers slet navn og e-mail."
    )
    assert Proposal.objects.count() == 0
    assert send(client, **contact, consent="on").status_code == 302
    stored = Proposal.objects.get()
    assert stored.consented_on is not None
    assert {name: getattr(stored, name) for name in contact} == contact


@pytest.mark.parametrize("fields", [{}, {"consent": "on"}, {"contact_name": "  "}])
def test_without_contact_details_consent_is_neither_needed_nor_kept(client, db, fields):
    assert send(client, **fields).status_code == 302
    assert Proposal.objects.get().consented_on is None


def test_a_faulty_address_is_named(client, db):
    page = page_of(send(client, **CONTACT | {"contact_email": "laeser@"}))
    assert page.one(id="id_contact_email_error").text == (
        "Det ligner ikke en e-mailadresse. Skriv den som navn@eksempel.dk."
    )


def test_the_form_says_what_contact_is_for_and_for_how_long(client, db, settings):
    assert "Vi sletter det 183 dage efter, at sagen er lukket." in read(client, ADDRESS).text
    settings.SUGGESTION_CONTACT_DAYS = 30
    assert "Vi sletter det 30 dage efter, at sagen er lukket." in read(client, ADDRESS).text
    assert "De slettes 30 dage efter" in read(client, "/privatliv/").text


def test_the_address_of_the_thanks_says_nothing_of_the_sender(client, world):
    for address, fields in ((ADDRESS, SUGGESTION), (REPORT_BUDDY, REPORT)):
        location = send(client, address, fields={**fields, **CONTACT})["Location"]
        assert location in {THANKS, f"{THANKS}?indsats=laeringsbuddy"}


def test_no_csrf_cookie_is_asked_for_and_none_is_set(db):
    strict = Client(enforce_csrf_checks=True)
    response = send(strict)
    assert response.status_code == 302
    assert not strict.cookies
    assert "Set-Cookie" not in response.headers


def test_a_form_may_also_come_urlencoded_as_browsers_send_it(client, db):
    body = urlencode({**SUGGESTION, "token": token()})
    kind = "application/x-www-form-urlencoded"
    assert client.post(ADDRESS, body, content_type=kind).status_code == 302
    assert Proposal.objects.get().who == "Ærø Kommune"


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_refused(client, db, method):
    assert getattr(client, method)(ADDRESS).status_code == 405


def test_the_page_costs_no_query_and_a_report_one(client, world, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get(ADDRESS)
    with django_assert_num_queries(1):
        client.get(REPORT_BUDDY)


@pytest.mark.parametrize(
    ("address", "text", "target"),
    [
        ("/indsatser/laeringsbuddy/", "Meld en fejl på siden", REPORT_BUDDY),
        ("/", "Foreslå en indsats", ADDRESS),
        ("/indsatser/?q=findesikke", "Foreslå en indsats", ADDRESS),
        ("/om/", "Foreslå en indsats", ADDRESS),
        ("/kilder/", "Foreslå en indsats", ADDRESS),
    ],
)
def test_the_form_can_be_found(client, world, address, text, target):
    page = read(client, address)
    part = page.one("footer") if address == "/" else page.one("main")
    assert [link["href"] for link in part.all("a") if link.text == text] == [target]
