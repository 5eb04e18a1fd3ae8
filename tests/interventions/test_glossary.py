from interventions import glossary
from interventions.models import Claim
from tests.pages import read
from tests.world import add_claim


def rows(client):
    words = read(client, "/om/").one("dl", class_="glossary")
    return {row.one("dt").text: row.one("dd") for row in words.all("div")}


def test_every_word_of_a_source_leads_to_its_passage(client, seeded):
    found = rows(client)
    assert found["FEVU"].text == (
        "Fællesudvalget for Erhvervsrettede Velfærdsuddannelser. Kilde: Danske Regioner."
    )
    assert found["FEVU"].one("a")["href"] == "/kilder/ramboell-rapport-nyhed/#p-r27"
    assert found["Protokollat 4"].one("a")["href"] == "/kilder/lyngby-taarbaek-delpakke-3/#p-l17"


def test_what_we_explain_ourselves_is_said_to_be_ours(client, seeded):
    found = rows(client)
    assert found["SSA"].text == (
        "Social- og sundhedsassistent, også kaldet assistent. Vores forklaring."
    )
    assert found["AMU"].text.endswith(
        "Vores forklaring. Ordet står hos Lyngby-Taarbæk Kommune og Børne- og "
        "Undervisningsministeriet."
    )


def test_a_word_is_ours_or_has_a_source(seeded):
    assert [word.name for word in glossary.WORDS if not word.ours and not word.keys] == []
    keys = {key for word in glossary.WORDS for key in word.keys}
    assert keys == set(Claim.objects.filter(key__in=keys).values_list("key", flat=True))


def test_the_words_stand_in_alphabetical_order_and_once(seeded):
    names = [word.name.casefold() for word in glossary.WORDS]
    assert names == sorted(set(names))
    assert len(names) == 14


def test_old_and_new_words_and_abbreviations_are_explained(client, seeded):
    assert {
        "Oplæring, før praktik",
        "Oplæringsvejleder, før praktikvejleder",
        "SOSU",
        "SSA",
        "SSH",
        "Hovedforløb",
        "Normering",
    } <= set(rows(client))


def test_a_word_whose_source_is_not_public_is_left_out(client, world):
    # Of the small world only k05 stands in the glossary.
    assert "Mentor" in rows(client)
    assert "FEVU" not in rows(client)
    claim = add_claim("r27", None, world.report)
    assert "FEVU" in rows(client)
    claim.intervention = world.draft
    claim.save()
    assert "FEVU" not in rows(client)
    assert "SSA" in rows(client)


def test_the_words_can_be_linked_to(client, world):
    page = read(client, "/om/")
    assert page.one("h2", id="ord").text == "Ord og forkortelser"
    assert "/om/#ord" in [link["href"] for link in page.one("footer").all("a")]
