import datetime

import pytest
from django.utils import timezone

from interventions import document, history, working_copy
from interventions.exports.catalogue import package_tables
from interventions.models import FormerSlug, Intervention, Organisation, Proposal
from municipalities import danish
from tests.proposals import add_proposal, add_report, send
from tests.sosu_kb.crawler import Crawl, text_of
from tests.story import begin, draft_of, republish, step, write
from tests.world import HIDDEN, PUBLISHED, add_claim, add_entry, relate

WORD = "qzkvxw"
FAR_YEAR = 2093


@pytest.fixture
def marked(world):
    """The word in every field of the unpublished entries, their claims and relations."""
    for number, entry in enumerate(world.hidden):
        entry.slug = f"{WORD}-{entry.slug}"
        entry.title = f"{WORD} titel {number}"
        entry.summary = f"{WORD} resumé {number}"
        entry.start_year = FAR_YEAR
        entry.running_state = "i-drift"
        entry.running_as_of = entry.reviewed_on = datetime.date(FAR_YEAR, 1, 1)
        entry.save()
        FormerSlug.objects.create(slug=f"{WORD}-foer-{number}", intervention=entry)
        for claim in entry.claims.all():
            claim.key = f"{WORD}-{claim.key}"
            claim.text = f"Det {WORD} siger noget."
            claim.locator = claim.anchor = f"{WORD} sted"
            claim.value = None if claim.is_rating else FAR_YEAR
            claim.unit = "" if claim.is_rating else f"{WORD} enhed"
            claim.counts = f"{WORD} tæller"
            claim.comparison = f"{WORD} sammenligning"
            claim.save()
        for relation in (*entry.relations_out.all(), *entry.relations_in.all()):
            relation.sentence = f"{WORD} ligner."
            relation.save()
    world.hidden_source.title = f"{WORD} kilde"
    world.hidden_source.publisher = f"{WORD} udgiver"
    world.hidden_source.note = f"{WORD} note"
    world.hidden_source.slug = f"{WORD}-kilde"
    world.hidden_source.save()
    return world


def test_nothing_of_an_unpublished_entry_stands_on_any_public_page(client, marked):
    crawl = Crawl(client, ["/", "/sitemap.xml", "/indsatser/?sort=nyeste", "/kommuner/aeroe/"])
    assert len(crawl.bodies) > 30
    assert [address for address, body in crawl.bodies.items() if WORD in body] == []
    assert [address for address, body in crawl.bodies.items() if str(FAR_YEAR) in body] == []


@pytest.fixture
def proposed(world, django_user_model):
    """The word in every text of what readers sent, of each kind and in each state."""
    texts = {
        name: f"{WORD} {name}"
        for kind in Proposal.TEXTS.values()
        for name in (*kind, "note", "contact_name")
    }
    texts |= {"contact_email": f"{WORD}@example.dk", "consented_on": datetime.date(FAR_YEAR, 1, 1)}
    editor = django_user_model.objects.create(username=f"{WORD}-redaktør")
    for entry in (world.buddy, world.draft):
        add_report(entry, **texts)
        add_report(entry, **texts).begin()
        add_proposal(**texts, draft=entry).close(editor)
    add_proposal(**texts).make_draft()
    return world


def test_nothing_that_readers_sent_stands_on_any_public_page(client, proposed):
    crawl = Crawl(client, ["/", "/sitemap.xml", "/forslag.json", "/foreslaa/tak/"])
    assert len(crawl.bodies) > 30
    assert "http://testserver/foreslaa/?indsats=laeringsbuddy" in crawl.bodies
    assert [address for address, body in crawl.bodies.items() if WORD in body] == []
    assert [address for address, body in crawl.bodies.items() if str(FAR_YEAR) in body] == []
    assert 'data-count="0" tabindex' in client.get(f"/indsatser/?q={WORD}").content.decode()


def test_what_was_sent_is_public_neither_to_its_sender_nor_to_the_next(client, world):
    response = send(client, title=WORD, who=WORD, what=WORD, documentation=WORD)
    assert WORD not in response["Location"]
    for address in (response["Location"], "/foreslaa/", "/", "/nyt/"):
        assert WORD not in client.get(address).content.decode()


FILES = [
    *("/indsatser.csv", "/indsatser.xlsx", "/indsatser.json", "/data/sosu-videnbase.zip"),
    *("/data/openapi.json", "/data/datapackage.json"),
    *(f"/indsatser/{slug}.json" for slug in PUBLISHED),
    *(f"/data/{name}.csv" for name in package_tables()),
]


def body(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return text_of(response.getvalue())


@pytest.mark.parametrize("address", FILES)
def test_nothing_of_an_unpublished_entry_stands_in_a_file(client, marked, address):
    text = body(client, address)
    assert WORD not in text
    assert str(FAR_YEAR) not in text


@pytest.fixture
def copied(world):
    """The word in every field of a working copy of a public entry, and in a ledger of its own."""
    entry = world.buddy
    claim = entry.claims.first()
    content = document.of(entry)
    for name in ("title", "summary"):
        content[name] = f"{WORD} {name}"
    content["start_year"] = FAR_YEAR
    content["ledgers"] = [
        {"slug": WORD, "title": f"{WORD} titel", "sentence": f"{WORD} sætning.", "position": 1}
    ]
    for row in content["claims"]:
        row |= {name: f"{WORD} {name}" for name in ("text", "locator", "anchor", "counts")}
        row |= {"value": str(FAR_YEAR), "unit": f"{WORD} enhed", "ledger": WORD}
    content["claims"].append(content["claims"][0] | {"key": f"{WORD}-ny"})
    for row in content["relations"]:
        row["sentence"] = f"{WORD} ligner."
    copy = working_copy.open_for(entry.pk, by=None)
    assert document.write(copy, content) == []
    assert WORD in copy.claims.first().text != claim.text
    return world


@pytest.mark.parametrize("address", FILES)
def test_nothing_of_a_working_copy_stands_in_a_file(client, copied, address):
    text = body(client, address)
    assert WORD not in text
    assert "--kopi" not in text
    assert str(FAR_YEAR) not in text


def test_nothing_of_a_working_copy_stands_on_a_page(client, copied):
    crawl = Crawl(client, ["/", "/sitemap.xml"])
    assert [address for address, text in crawl.bodies.items() if WORD in text] == []


def test_an_organisation_of_drafts_alone_stands_in_no_file(client, marked):
    hidden = Organisation.objects.create(slug=f"{WORD}-skole", name=f"{WORD} skole", kind="skole")
    marked.draft.organisations.add(hidden)
    for address in ("/data/organisations.csv", "/data/interventions_organisations.csv"):
        assert WORD not in body(client, address)


def test_no_file_can_be_asked_for_a_draft(client, marked):
    for extension in ("csv", "json"):
        for query in (f"q={WORD}", f"aar_fra={FAR_YEAR}"):
            assert WORD not in body(client, f"/indsatser.{extension}?sort=titel&{query}").replace(
                f"q={WORD}", ""
            ).replace(f'"{WORD}"', "")
    assert client.get(f"/indsatser/{marked.draft.slug}.json").status_code == 404


def test_the_files_would_show_the_word(client, marked):
    marked.draft.state = "udgivet"
    marked.draft.slug = "fundet"
    marked.draft.save()
    seen = {address for address in FILES if WORD in body(client, address)}
    assert {"/indsatser.csv", "/indsatser.xlsx", "/indsatser.json"} <= seen
    assert {"/data/sosu-videnbase.zip", "/data/claims.csv", "/data/interventions.csv"} <= seen
    assert {"/indsatser/mentorkorps.json", "/data/relations.csv", "/data/sources.csv"} <= seen


def test_the_walk_would_see_the_word(client, marked):
    marked.draft.state = "udgivet"
    marked.draft.save()
    history.begin(Intervention.objects.filter(pk=marked.draft.pk))
    crawl = Crawl(client, ["/", "/sitemap.xml"])
    seen = {address for address, body in crawl.bodies.items() if WORD in body}
    for page in ("", "sitemap.xml", "indsatser/", "kommuner/aeroe/", "temaer/trivsel/", "kilder/"):
        assert f"http://testserver/{page}" in seen
    entry = f"indsatser/{WORD}-udkast"
    for page in ("nyt/", "nyt.atom", f"{entry}/historik/", f"{entry}.bib", f"{entry}.ris"):
        assert f"http://testserver/{page}" in seen


@pytest.fixture
def storied(marked, django_user_model):
    """Entries with a story: the word in notes, names, copies, drafts, and in what never came."""
    by = django_user_model.objects.create_superuser(WORD, first_name=WORD, last_name=WORD)
    Intervention.objects.filter(state="udgivet").update(published_at=timezone.now())
    begin()

    def change(row):
        relate(row, marked.in_review)
        row.summary = "Et nyt resumé."

    republish(marked.buddy, by, change)
    write(marked.draft, by, note=f"{WORD} note", summary=f"{WORD} skrevet")
    draft_of(marked.buddy, by, title=f"{WORD} kopi", publish_from=datetime.date(FAR_YEAR, 1, 1))
    republish(marked.language, by, withdraw_on=datetime.date(FAR_YEAR, 1, 1))
    working_copy.drop(draft_of(marked.corps, by, title=f"{WORD} kasseret").pk, by=by, note=WORD)
    write(marked.in_review, by, publish_from=datetime.date(FAR_YEAR, 1, 1))
    step(marked.in_review, "udgiv", by, note=WORD)
    # Withdrawn with a reason that is public, and written on as a draft that is not.
    entry = step(step(marked.plan, "arkiver", by, note="Forældet."), "genaabn", by, note=WORD)
    write(entry, by, title=f"{WORD} genåbnet", slug=f"{WORD}-ny", summary=WORD)
    return marked


def test_nothing_of_the_desk_stands_in_what_is_told_of_the_stories(client, storied):
    entry = "/indsatser/laeringsbuddy"
    starts = ["/", "/sitemap.xml", "/nyt/", "/nyt.atom", "/nyt/?kommune=aeroe"]
    starts += [
        f"{entry}/historik/?fra={version.number}" for version in storied.buddy.versions.all()
    ]
    crawl = Crawl(client, [*starts, "/indsatser/tid-til-vejledning/", "/nyt.atom?tema=trivsel"])
    for page in ("nyt/", "nyt.atom", "indsatser/laeringsbuddy.bib", "indsatser/laeringsbuddy.ris"):
        assert "laeringsbuddy" in crawl.bodies[f"http://testserver/{page}"]
    assert "Et nyt resumé." in crawl.bodies["http://testserver/nyt.atom"]
    assert "Aaret med tid" in crawl.bodies["http://testserver/nyt/"]
    assert [address for address, body in crawl.bodies.items() if WORD in body] == []
    assert [address for address, body in crawl.bodies.items() if str(FAR_YEAR) in body] == []


@pytest.mark.parametrize("number", range(3))
def test_no_address_of_an_unpublished_entry_answers(client, marked, number):
    entry = marked.hidden[number]
    for slug in (entry.slug, HIDDEN[number], f"{WORD}-foer-{number}"):
        response = client.get(f"/indsatser/{slug}/")
        assert response.status_code == 404
        assert WORD not in response.content.decode().replace(f"/indsatser/{slug}/", "")
    assert client.get(f"/kilder/{marked.hidden_source.slug}/").status_code == 404


@pytest.mark.parametrize("query", [f"q={WORD}", f"aar_fra={FAR_YEAR}", "kommune=aeroe"])
def test_no_search_finds_an_unpublished_entry(client, marked, query):
    assert 'data-count="0" tabindex' in client.get(f"/indsatser/?{query}").content.decode()


def test_the_word_is_one_that_search_would_find(client, marked):
    assert danish.words(WORD) == [WORD]
    entry = add_entry("fundet", WORD, themes=[marked.mentors])
    add_claim("fundet", entry, marked.catalogue)
    assert "1 indsats" in client.get(f"/indsatser/?q={WORD}").content.decode()
