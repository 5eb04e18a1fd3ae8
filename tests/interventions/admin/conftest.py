"""A world of four entries, and what a browser would send from the forms."""

import datetime

import pytest
from django.forms.models import model_to_dict
from django.urls import reverse

from interventions.models import (
    Characteristic,
    Entrance,
    EvidenceTier,
    Intervention,
    Ledger,
    Organisation,
    Phase,
    Programme,
    Relation,
    Source,
    SynonymSet,
    TargetGroup,
    Theme,
)
from interventions.rules import bare
from municipalities.models import Municipality, Region
from municipalities.overtaken import fingerprint
from tests.conftest import Snapshot
from tests.world import World, add_claim


@pytest.fixture(scope="session")
def desk_rows(django_db_setup, django_db_blocker):
    return Snapshot(build, django_db_blocker)


@pytest.fixture
def world(desk_rows, db):
    return desk_rows.restore()


def build():
    world = World()
    world.source = Source.objects.create(
        slug="katalog",
        title="Gode forløb på Ærø",
        publisher="KL",
        kind="praksis",
        url="https://example.dk/",
        read_on=datetime.date(2024, 5, 1),
    )
    world.other_source = Source.objects.create(
        slug="rapport",
        title="Rapporten",
        publisher="Danske Regioner",
        kind="rapportomtale",
        url="https://example.dk/r",
        read_on=datetime.date(2024, 5, 2),
        position=1,
    )
    world.tier = EvidenceTier.objects.create(
        slug="virksom",
        rank=3,
        name="Virksom indsats",
        plural="Virksomme indsatser",
        definition="Data peger på, at den virker.",
        does_not_say="Hvor meget.",
        next_step="Læs rapporten.",
        rated_by="Rambøll",
        scope="hovedforløbet",
        source=world.other_source,
        locator="T1",
    )
    world.mentors = Theme.objects.create(
        slug="mentorordninger", name="Mentorordninger", description="Mentorer.", question="Støtte?"
    )
    world.language = Theme.objects.create(
        slug="sprogstoette", name="Sprogstøtte", description="Sprog.", question="Sprog?"
    )
    world.group = TargetGroup.objects.create(slug="alle-elever", name="Alle", description="Alle.")
    world.phase = Phase.objects.create(slug="oplaering", name="Oplæring", description="Oplæring.")
    world.programme = Programme.objects.create(slug="ssh", name="SSH", description="Hjælper.")
    world.trait = Characteristic.objects.create(
        slug="tryghed", name="Tryghed", description="Tryghed.", source=world.source, locator="C1"
    )
    world.entrance = Entrance.objects.create(slug="stoette", question="Elever mangler støtte")
    world.entrance.themes.add(world.mentors)
    world.school = Organisation.objects.create(slug="sosu-nord", name="SOSU Nord", kind="skole")
    world.region = Region.objects.create(code="1081", name="Nordjylland", slug="nordjylland")
    world.aalborg = Municipality.objects.create(
        code="851",
        name="Aalborg",
        long_name="Aalborg Kommune",
        slug="aalborg",
        region=world.region,
        map_label="Aal",
        tile_column=4,
        tile_row=2,
    )
    world.buddy = Intervention.objects.create(
        slug="laeringsbuddy",
        title="Læringsbuddy i Aalborg",
        summary="Elever får en buddy.",
        kind="praksis",
        state="udgivet",
    )
    world.buddy.themes.add(world.mentors)
    world.buddy.municipalities.add(world.aalborg)
    world.buddy_claim = add_claim("k05", world.buddy, world.source, anchor="en mentorordning")
    world.corps = Intervention.objects.create(
        slug="mentorkorps",
        title="Fælles mentorkorps",
        summary="Kommuner deler mentorer.",
        kind="projekt",
        state="udgivet",
    )
    world.corps.themes.add(world.mentors, world.language)
    world.rating = add_claim("r15-1", world.corps, world.source, kind="rating", tier=world.tier)
    world.corps_claim = add_claim("r16", world.corps, world.other_source)
    world.ledger = Ledger.objects.create(
        slug="tal", intervention=world.buddy, title="Tal", sentence="De tæller hver sit."
    )
    world.relation = Relation.objects.create(
        from_entry=world.buddy,
        to_entry=world.corps,
        kind="samme-type",
        sentence="Mentorer begge.",
    )
    world.synonyms = SynonymSet.objects.create(slug="trivsel", words="trivsel, tryghed")
    world.draft = Intervention.objects.create(
        slug="sprogindsats", title="Å, et udkast", kind="praksis"
    )
    world.archived = Intervention.objects.create(
        slug="afsluttet", title="Arkiveret sag", kind="praksis", state="arkiveret"
    )
    world.context = add_claim("k01", None, world.source, kind="context")
    return world


@pytest.fixture
def editor(admin_client):
    return admin_client


def typed(row, fields=None):
    """The values of a row as a form would send them back, with what it was opened with."""
    values = {"stored": fingerprint(row)}
    for name, value in model_to_dict(row, fields).items():
        if isinstance(value, list):
            values[name] = [one.pk for one in value]
        elif value is True:
            values[name] = "on"
        elif value is not None and value is not False:
            values[name] = value
    return values


def new_claim(world, **fields):
    return {
        "text": "En buddy følger eleven.",
        "kind": "what",
        "source": world.source.pk,
        "locator": "Aalborg",
        "position": "1",
    } | fields


def sent(row):
    """A stored row of an entry as a browser sends it: its name is hidden, what is fixed is not."""
    name = {"claim": "key", "ledger": "slug", "relation": "to_entry_id"}[row._meta.model_name]
    fields = typed(row) | {"stored_key": bare(str(getattr(row, name)))}
    if fields.get("ledger"):
        fields["ledger"] = bare(row.ledger.slug)
    return {key: value for key, value in fields.items() if key not in {"key", "to_entry"}}


def rows(prefix, stored, new=()):
    """An inline: each stored row as (object, changes), each new row as a dict."""
    data = {
        f"{prefix}-TOTAL_FORMS": len(stored) + len(new),
        f"{prefix}-INITIAL_FORMS": len(stored),
    }
    for index, (row, changes) in enumerate(stored):
        data |= {f"{prefix}-{index}-{name}": value for name, value in (sent(row) | changes).items()}
    for index, fields in enumerate(new, start=len(stored)):
        data |= {f"{prefix}-{index}-{name}": value for name, value in fields.items()}
    return data


@pytest.fixture
def unpublished(world):
    """The world's entries where their form can be written: nothing is published yet."""
    Intervention.objects.filter(state="udgivet").update(state="til-gennemsyn")
    for entry in (world.buddy, world.corps):
        entry.refresh_from_db()


def entry_form(entry, claims=None, new_claims=(), relations=None, new_relations=(), **changes):
    """What a browser sends from the form of a stored entry; without changes what is stored."""
    claims = claims or {}
    stored = entry.claims.order_by("source__position", "position", "key")
    data = typed(entry) | {"slug": bare(entry.slug), "seen": entry.version}
    if entry.is_working_copy:
        data["of_entry"] = entry.copy_of_id
    data |= changes
    data |= rows("claims", [(one, claims.get(bare(one.key), {})) for one in stored], new_claims)
    data |= rows("ledgers", [(one, {}) for one in entry.ledgers.all()])
    related = [(one, relations or {}) for one in entry.relations_out.all()]
    return data | rows("relations_out", related, new_relations)


def empty_form(new_claims=(), new_relations=(), **fields):
    """What a browser sends from the form of a new entry."""
    data = {"kind": "praksis"} | fields | rows("claims", [], new_claims)
    return data | rows("ledgers", []) | rows("relations_out", [], new_relations)


def change_address(entry):
    return reverse("admin:interventions_intervention_change", args=[entry.pk])


@pytest.fixture
def send_entry(editor):
    """Sends the form of an entry; without changes it sends what is stored."""

    def send(entry=None, **changes):
        if entry is None:
            address = reverse("admin:interventions_intervention_add")
            return editor.post(address, empty_form(**changes))
        return editor.post(change_address(entry), entry_form(entry, **changes))

    return send


def errors_of(response):
    """Messages of the entry's form by field, and those of its rows as (row, field)."""
    assert response.status_code == 200, "accepted, but should have been refused"
    context = response.context
    found = {field: list(messages) for field, messages in context["adminform"].errors.items()}
    for inline in context.get("inline_admin_formsets", []):
        prefix = inline.formset.prefix
        for index, messages in enumerate(inline.formset.errors):
            found |= {(prefix, index, field): list(text) for field, text in messages.items()}
        if inline.formset.non_form_errors():
            found[prefix] = list(inline.formset.non_form_errors())
    return found


def page(name, entry):
    """The address of one of the pages of an entry."""
    return reverse(f"admin:interventions_intervention_{name}", args=[entry.pk])


def press(client, entry, step, **data):
    """One of the buttons of an entry whose form cannot be written."""
    seen = Intervention.objects.get(pk=entry.pk).version
    return client.post(page("step", entry), {"_step": step, "seen": seen} | data)


def said(client, response):
    """What the page that an answer leads to tells."""
    shown = client.get(response["Location"], follow=True)
    return [str(message) for message in shown.context["messages"]]
