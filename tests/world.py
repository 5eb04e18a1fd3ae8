"""A small world for the public pages: published entries, and unpublished ones beside them.

Four entries are public: `buddy` (own municipality, result in words), `corps` (rated, shared by two
municipalities), `language` (result with a figure) and `plan` (no municipality, no result). A draft,
an entry in review and an archived one share their themes, municipality, source and relations.
"""

import datetime

from interventions.models import (
    Characteristic,
    Claim,
    Entrance,
    EvidenceTier,
    Intervention,
    Organisation,
    Phase,
    Programme,
    Relation,
    Source,
    TargetGroup,
    Theme,
)
from interventions.search import index as search_index
from municipalities.models import Municipality, Region

PUBLISHED = ["laeringsbuddy", "mentorkorps", "sprogindsats", "tid-til-vejledning"]
HIDDEN = ["udkast", "til-gennemsyn", "arkiveret"]


class World:
    """The rows by short names."""


def add_claim(key, entry, source, **fields):
    fields = {
        "text": f"Udsagnet {key} siger noget.",
        "kind": "what",
        "locator": "afsnit 1",
    } | fields
    return Claim.objects.create(key=key, intervention=entry, source=source, **fields)


def add_source(slug, **fields):
    fields = {
        "title": f"Kilden {slug}",
        "publisher": "KL",
        "kind": "praksis",
        "url": f"https://example.dk/{slug}",
        "read_on": datetime.date(2024, 5, 1),
    } | fields
    return Source.objects.create(slug=slug, **fields)


def add_tier(slug, rank, name, source):
    return EvidenceTier.objects.create(
        slug=slug,
        rank=rank,
        name=name,
        plural=f"{name}er",
        rated_by="Rambøll",
        scope="hovedforløbet",
        definition=f"Det betyder {slug}.",
        does_not_say="Hvor meget.",
        next_step="Læs rapporten.",
        source=source,
        locator="nyheden",
    )


def add_theme(slug, name, position):
    return Theme.objects.create(
        slug=slug, name=name, description=f"Om {slug}.", question=f"{name}?", position=position
    )


def add_municipality(code, name, slug, region, column, row):
    return Municipality.objects.create(
        code=code,
        name=name,
        long_name=f"{name} Kommune",
        slug=slug,
        region=region,
        map_label=name[:5],
        tile_column=column,
        tile_row=row,
    )


def add_entry(slug, title, kind="praksis", state="udgivet", themes=(), municipalities=(), **fields):
    fields = {"summary": f"Resumé af {slug}."} | fields
    entry = Intervention.objects.create(slug=slug, title=title, kind=kind, state=state, **fields)
    entry.themes.set(themes)
    entry.municipalities.set(municipalities)
    return entry


def add_entrance(slug, position=0, **facets):
    entrance = Entrance.objects.create(slug=slug, question=f"Problemet {slug}", position=position)
    for relation, values in facets.items():
        getattr(entrance, relation).set(values)
    return entrance


def relate(from_entry, to_entry, kind="samme-type"):
    return Relation.objects.create(
        from_entry=from_entry,
        to_entry=to_entry,
        kind=kind,
        sentence=f"Sætningen om {from_entry.slug} og {to_entry.slug}.",
    )


def add_many(world, number):
    """That many more published entries with everything that a card shows, indexed at the end."""
    entries = [
        Intervention(
            slug=f"flere-{index:03}",
            title=f"Flere {index:03}",
            summary=f"Resumé af flere-{index:03}.",
            kind="praksis",
            state="udgivet",
        )
        for index in range(number)
    ]
    for entry in entries:
        entry.derive()
    Intervention.objects.bulk_create(entries)
    for relation, rows in {
        "themes": [world.mentors],
        "municipalities": [world.aalborg, world.odense],
        "phases": [world.placement],
        "organisations": [world.school],
    }.items():
        link = getattr(Intervention, relation)
        to = link.field.m2m_reverse_field_name()
        link.through.objects.bulk_create(
            link.through(intervention=entry, **{to: row}) for entry in entries for row in rows
        )
    Claim.objects.bulk_create(
        Claim(
            key=f"f{index:03}",
            intervention=entry,
            source=world.catalogue,
            text=f"Udsagnet f{index:03} siger noget.",
            kind="what",
            locator="afsnit 1",
        )
        for index, entry in enumerate(entries)
    )
    search_index.refresh(Intervention.objects.filter(slug__startswith="flere-"))


def build():
    """Fill an empty base."""
    world = World()
    world.catalogue = add_source("katalog", title="Gode forløb på Ærø")
    world.report = add_source(
        "rapport",
        title="Rapporten",
        publisher="Danske Regioner",
        kind="rapportomtale",
        published=datetime.date(2022, 3, 1),
        published_precision="maaned",
        position=1,
    )
    world.hidden_source = add_source("skjult", title="Den skjulte kilde", position=2)
    world.tier = add_tier("virksom", 3, "Virksom indsats", world.report)
    world.promising = add_tier("perspektivrigt", 2, "Perspektivrig indsats", world.report)
    world.mentors = add_theme("mentorordninger", "Mentorordninger", 1)
    world.support = add_theme("sprogstoette", "Sprogstøtte", 2)
    world.wellbeing = add_theme("trivsel", "Trivsel", 3)
    world.students = TargetGroup.objects.create(
        slug="alle-elever", name="Alle elever", description="Alle."
    )
    world.guides = TargetGroup.objects.create(
        slug="vejledere", name="Vejledere", description="De, der vejleder.", position=1
    )
    world.placement = Phase.objects.create(slug="oplaering", name="Oplæring", description="Ude.")
    world.transition = Phase.objects.create(
        slug="overgang", name="Overgang", description="Imellem.", position=1
    )
    world.programme = Programme.objects.create(slug="ssh", name="SSH", description="Hjælper.")
    world.trait = Characteristic.objects.create(
        slug="tryghed", name="Tryghed", description="Tryghed.", source=world.report, locator="C1"
    )
    world.school = Organisation.objects.create(slug="sosu-nord", name="SOSU Nord", kind="skole")

    north = Region.objects.create(code="1081", name="Nordjylland", slug="nordjylland")
    south = Region.objects.create(code="1083", name="Syddanmark", slug="syddanmark")
    capital = Region.objects.create(code="1084", name="Hovedstaden", slug="hovedstaden")
    world.north, world.south, world.capital = north, south, capital
    world.aalborg = add_municipality("851", "Aalborg", "aalborg", north, 4, 2)
    world.odense = add_municipality("461", "Odense", "odense", south, 7, 9)
    world.svendborg = add_municipality("479", "Svendborg", "svendborg", south, 7, 10)
    world.aeroe = add_municipality("492", "Ærø", "aeroe", south, 8, 11)
    world.copenhagen = add_municipality("101", "København", "koebenhavn", capital, 13, 7)

    world.buddy = add_entry(
        "laeringsbuddy",
        "Læringsbuddy",
        themes=[world.mentors],
        municipalities=[world.aalborg],
        start_year=2020,
        running_state="i-drift",
        running_as_of=datetime.date(2021, 2, 3),
        summary="Nye elever følges med en ældre elev.",
    )
    world.buddy.target_groups.add(world.students)
    world.buddy.phases.add(world.placement)
    world.corps = add_entry(
        "mentorkorps",
        "Fælles mentorkorps",
        kind="projekt",
        themes=[world.mentors, world.support],
        municipalities=[world.odense, world.svendborg],
    )
    world.corps.phases.add(world.placement, world.transition)
    world.corps.characteristics.add(world.trait)
    world.language = add_entry(
        "sprogindsats",
        "Ærlig sproghjælp",
        themes=[world.support],
        municipalities=[world.copenhagen],
        start_year=2021,
        start_month=8,
        reviewed_on=datetime.date(2024, 6, 7),
    )
    world.language.programmes.add(world.programme)
    world.plan = add_entry(
        "tid-til-vejledning", "Aaret med tid til vejledning", kind="plan", themes=[world.wellbeing]
    )
    world.plan.target_groups.add(world.guides)
    world.plan.organisations.add(world.school)

    world.draft = add_entry("udkast", "Et udkast", state="kladde")
    world.in_review = add_entry("til-gennemsyn", "En til gennemsyn", state="til-gennemsyn")
    world.archived = add_entry("arkiveret", "En arkiveret", state="arkiveret")
    world.hidden = [world.draft, world.in_review, world.archived]
    for number, entry in enumerate(world.hidden):
        entry.start_year = 2020
        entry.save()
        entry.themes.set([world.mentors, world.wellbeing])
        entry.target_groups.add(world.students)
        entry.phases.add(world.placement)
        entry.programmes.add(world.programme)
        entry.municipalities.set([world.aalborg, world.aeroe])
        entry.organisations.add(world.school)
        entry.characteristics.add(world.trait)
        add_claim(f"h{number}", entry, world.catalogue)
        add_claim(f"hr{number}", entry, world.report, kind="rating", tier=world.tier)
        add_claim(f"hs{number}", entry, world.hidden_source, kind="result", value=9, unit="elever")

    # In the base in another order than in the source.
    world.result = add_claim("k07", world.buddy, world.catalogue, kind="result", position=4)
    world.what = add_claim("k05", world.buddy, world.catalogue, anchor="en ældre elev", position=2)
    world.context = add_claim("k01", None, world.catalogue, kind="context", position=1)
    world.rating = add_claim("r15-1", world.corps, world.report, kind="rating", tier=world.tier)
    add_claim("r16", world.corps, world.report, text="Kommunerne deler mentorer.", position=3)
    world.figure = add_claim(
        "k24",
        world.language,
        world.catalogue,
        kind="result",
        value="155",
        unit="elever",
        counts="elever med ros",
        period_from=2021,
        position=3,
    )
    add_claim("l01", world.plan, world.catalogue, kind="aim", position=5)

    world.relation = relate(world.buddy, world.corps)
    relate(world.buddy, world.draft)
    relate(world.corps, world.in_review)
    for entry in world.hidden:
        relate(entry, world.corps, "samme-tema")
        relate(entry, world.language, "delelement")
    return world
