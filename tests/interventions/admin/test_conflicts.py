"""Two editors on one entry. `ane` saves while `bo` has the form open."""

import pytest

from interventions import document, history
from interventions.models import Claim, Intervention, Relation
from tests.admin_form import AdminForm
from tests.interventions.admin.conftest import change_address, errors_of, new_claim
from tests.people import APPROVER, browser, person

TOLD = "En anden har gemt imens."


@pytest.fixture
def ane(world):
    return browser(person("ane", APPROVER))


@pytest.fixture
def bo(world):
    return browser(person("bo", APPROVER))


@pytest.fixture
def entry(world, unpublished):
    """In review, with two claims, a ledger and a relation."""
    Relation.objects.create(
        from_entry=world.corps, to_entry=world.draft, kind="samme-tema", sentence="Tema."
    )
    world.corps.ledgers.create(slug="korps-tal", title="Korpsets tal", sentence="S.")
    world.corps.refresh_from_db()
    return world.corps


@pytest.fixture
def open_form(entry, bo):
    return AdminForm(bo, change_address(entry))


def save(client, entry, change):
    """Somebody opens the form, changes something in it and saves."""
    form = AdminForm(client, change_address(entry))
    change(form)
    assert form.send().status_code == 302


def told(form):
    """The table of the answer: {field: (theirs, mine)}, without what it says of touching."""
    assert TOLD in form.sent.content.decode()
    return {
        f"{row.difference.place} {row.difference.label}".strip(): (
            row.difference.before,
            row.difference.after,
        )
        for row in form.sent.context["comparison"]["rows"]
    }


def stored(entry):
    return document.of(entry)


def test_the_second_is_told_who_saved_what_and_when_and_nothing_is_stored(entry, ane, open_form):
    save(ane, entry, lambda form: form.type(title="Anes titel"))
    before = stored(entry)
    open_form.type(title="Bos titel")
    assert open_form.send().status_code == 200
    version = Intervention.objects.get(pk=entry.pk).version
    assert errors_of(open_form.sent) == {
        "__all__": ["Intet er gemt endnu. Se ovenfor, hvad en anden har gjort imens."]
    }
    said = open_form.sent.context["comparison"]["message"]
    assert said.startswith(f"Ane har lavet version {version} (gemt) den ")
    assert said.endswith(
        ", efter at du åbnede den. Intet er overskrevet, og alt, du har skrevet, står her endnu. "
        "Gemmer du igen, gælder dit."
    )
    assert told(open_form) == {"titel": ("Anes titel", "Bos titel")}
    assert stored(entry) == before


def test_everything_that_was_typed_stands_in_the_form_again(world, entry, ane, open_form):
    save(ane, entry, lambda form: form.type(title="Anes titel"))
    open_form.type(
        summary="Bos resumé\nmed to linjer",
        themes=[world.language.pk],
        phases=[world.phase.pk],
        municipalities=[world.aalborg.pk],
        start_year=2019,
        running_as_of="2024-05-01",
        withdraw_on="2030-01-01",
        note="Til Ane.",
    )
    open_form.type_in_row("claims", "r16", text="Bos sætning.", value="7.5", unit="elever")
    open_form.type_in_row("claims", "r15-1", DELETE="on")
    open_form.add_row("claims", **new_claim(world, key="bos", text="Bos nye."))
    open_form.add_row("claims", text="Halvt udfyldt", kind="aim")
    open_form.type_in_row("relations_out", world.draft.pk, sentence="Bos ord.")
    open_form.add_row("relations_out", to_entry=world.buddy.pk, kind="samme-type", sentence="Ny.")
    open_form.type_in_row("ledgers", "korps-tal", title="Bos tal")
    typed = dict(open_form.values)
    del typed["seen"]
    assert open_form.send().status_code == 200
    shown = {name: open_form.values.get(name) for name in typed}
    shown["csrfmiddlewaretoken"] = typed["csrfmiddlewaretoken"]
    # Browsers end lines so, and Danish dates and numbers are shown as they are read.
    shown["summary"] = [shown["summary"][0].replace("\r\n", "\n")]
    assert shown == typed
    assert open_form["seen"] == str(Intervention.objects.get(pk=entry.pk).version)


def test_saving_again_overwrites_knowingly(entry, ane, open_form):
    save(ane, entry, lambda form: form.type(title="Anes titel", summary="Anes resumé"))
    open_form.type(title="Bos titel")
    open_form.send()
    assert told(open_form) == {
        "titel": ("Anes titel", "Bos titel"),
        "resumé": ("Anes resumé", "Kommuner deler mentorer."),
    }
    assert open_form.send().status_code == 302
    assert (stored(entry)["title"], stored(entry)["summary"]) == (
        "Bos titel",
        "Kommuner deler mentorer.",
    )
    saved = [version.who for version in entry.versions.filter(event="gemt")]
    assert saved == ["Bo", "Ane"]


def test_the_table_tells_what_the_second_did_not_touch(entry, ane, open_form):
    save(ane, entry, lambda form: form.type(title="Anes titel", summary="Anes resumé"))
    open_form.type(title="Bos titel")
    open_form.send()
    touched = {
        row.difference.field: row.touched for row in open_form.sent.context["comparison"]["rows"]
    }
    assert touched == {"title": True, "summary": False}
    assert open_form.sent.content.decode().count("Du har ikke rørt det") == 1


def test_a_third_save_in_between_is_told_too(entry, ane, open_form):
    save(ane, entry, lambda form: form.type(title="Anes titel"))
    open_form.send()
    save(ane, entry, lambda form: form.type(title="Anes anden titel"))
    assert open_form.send().status_code == 200
    assert told(open_form)["titel"] == ("Anes anden titel", "Fælles mentorkorps")
    assert open_form.send().status_code == 302


def test_what_both_wrote_alike_is_told_as_alike(entry, ane, open_form):
    save(ane, entry, lambda form: form.type(title="Samme titel"))
    open_form.type(title="Samme titel")
    open_form.send()
    assert told(open_form) == {}
    assert "De to er ens." in open_form.sent.content.decode()


def test_a_claim_that_the_first_deleted_and_the_second_wrote_comes_back(entry, ane, open_form):
    save(ane, entry, lambda form: form.type_in_row("claims", "r16", DELETE="on"))
    open_form.type_in_row("claims", "r16", text="Bos sætning.")
    assert open_form.send().status_code == 200
    assert told(open_form) == {"Udsagn r16 udsagn": (None, "Bos sætning.")}
    assert "(findes ikke)" in open_form.sent.content.decode()
    assert open_form.send().status_code == 302
    assert entry.claims.get(key="r16").text == "Bos sætning."
    assert entry.claims.count() == 2


def test_a_claim_that_both_deleted_is_gone(entry, ane, open_form):
    for change in (
        lambda form: form.type_in_row("claims", "r16", DELETE="on"),
        lambda form: form.type_in_row("claims", "r15-1", text="Anes sætning."),
    ):
        save(ane, entry, change)
    open_form.type_in_row("claims", "r16", DELETE="on")
    open_form.send()
    assert told(open_form) == {
        "Udsagn r15-1 udsagn": ("Anes sætning.", "Udsagnet r15-1 siger noget.")
    }
    open_form.send()
    assert list(entry.claims.values_list("key", flat=True)) == ["r15-1"]


def test_a_claim_that_the_first_added_stays(world, entry, ane, open_form):
    save(ane, entry, lambda form: form.add_row("claims", **new_claim(world, key="anes")))
    open_form.type_in_row("claims", "r16", text="Bos sætning.")
    open_form.send()
    assert told(open_form) == {"Udsagn r16 udsagn": ("Udsagnet r16 siger noget.", "Bos sætning.")}
    open_form.send()
    assert set(entry.claims.values_list("key", flat=True)) == {"r15-1", "r16", "anes"}
    assert entry.claims.get(key="r16").text == "Bos sætning."


def test_a_second_rating_is_refused_at_its_row_whoever_added_the_first(world, ane, bo):
    rating = new_claim(world, kind="rating", tier=world.tier.pk)
    form = AdminForm(bo, change_address(world.draft))
    save(ane, world.draft, lambda form: form.add_row("claims", **rating, key="anes"))
    form.add_row("claims", **rating, key="bos", anchor="Bos ord")
    for _time in range(2):
        assert errors_of(form.send())["claims", 0, "kind"] == [
            "Indsatsen har allerede en vurdering. Ret den i stedet for at tilføje en ny."
        ]
        assert form["claims-0-anchor"] == "Bos ord"
    assert list(world.draft.claims.values_list("key", flat=True)) == ["anes"]


def test_a_relation_and_a_ledger_that_the_first_deleted_come_back(world, entry, ane, open_form):
    def delete(form):
        form.type_in_row("relations_out", world.draft.pk, DELETE="on")
        form.type_in_row("ledgers", "korps-tal", DELETE="on")

    save(ane, entry, delete)
    open_form.type_in_row("relations_out", world.draft.pk, sentence="Bos ord.")
    open_form.type_in_row("ledgers", "korps-tal", title="Bos tal")
    assert open_form.send().status_code == 200
    assert TOLD in open_form.sent.content.decode()
    assert open_form.send().status_code == 302
    relation = entry.relations_out.get()
    assert (relation.to_entry, relation.sentence) == (world.draft, "Bos ord.")
    assert entry.ledgers.values_list("slug", "title").get() == ("korps-tal", "Bos tal")


@pytest.mark.parametrize("seen", [None, "", "0", "-1", "9" * 30, "abc", "1.5"])
def test_a_form_that_does_not_say_what_it_saw_is_refused_as_overtaken(entry, open_form, seen):
    open_form.type(seen=seen, title="Bos titel")
    assert open_form.send().status_code == 200
    assert TOLD in open_form.sent.content.decode()
    assert stored(entry)["title"] == "Fælles mentorkorps"
    assert open_form.send().status_code == 302
    assert stored(entry)["title"] == "Bos titel"


def test_faults_and_the_other_save_are_told_together(entry, ane, open_form):
    save(ane, entry, lambda form: form.type(title="Anes titel"))
    open_form.type(title="Bos titel", start_month=13)
    open_form.type_in_row("claims", "r16", locator="")
    errors = errors_of_both(open_form)
    assert {"start_month", ("claims", 1, "locator")} <= set(errors)
    assert told(open_form)["titel"] == ("Anes titel", "Bos titel")
    open_form.type(start_month="")
    open_form.type_in_row("claims", "r16", locator="s. 2")
    assert open_form.send().status_code == 302


def errors_of_both(form):
    return errors_of(form.send())


def test_no_step_is_taken_by_a_form_that_was_overtaken(entry, ane, open_form):
    save(ane, entry, lambda form: form.type(title="Anes titel"))
    assert open_form.send(_step="udgiv").status_code == 200
    assert TOLD in open_form.sent.content.decode()
    assert Intervention.objects.get(pk=entry.pk).state == "til-gennemsyn"


def test_what_was_typed_is_shown_as_text(entry, ane, open_form):
    save(ane, entry, lambda form: form.type(title="<script>ane()</script>"))
    open_form.type_in_row("claims", "r16", text="<script>bo()</script>")
    page = open_form.send().content.decode()
    assert TOLD in page
    assert "<script>ane" not in page
    assert "<script>bo" not in page


def test_a_save_past_the_desk_is_told_as_such(entry, open_form):
    with history.edit(entry.pk, by=None, event="gennemset"):
        pass
    Claim.objects.get(key="r16").delete()
    open_form.send()
    said = open_form.sent.context["comparison"]["message"]
    assert said.startswith("Indsatsen er ændret uden for redaktionen og er nu version ")


def test_the_answer_costs_a_bounded_number_of_queries(
    world, entry, ane, bo, django_assert_max_num_queries
):
    for number in range(8):
        form = AdminForm(ane, change_address(entry))
        form.add_row("claims", **new_claim(world, key=f"n{number}"))
        form.send()
    form = AdminForm(bo, change_address(entry))
    form.type(seen="1")
    with django_assert_max_num_queries(108):  # of which one for the source of each claim
        form.send()
    assert TOLD in form.sent.content.decode()
    with django_assert_max_num_queries(120):
        assert form.send().status_code == 302
