from tests.pages import alerts, links, read
from tests.world import PUBLISHED, add_claim

TWO = "i=laeringsbuddy&i=mentorkorps"
FOUR = "&".join(f"i={slug}" for slug in PUBLISHED)


def test_the_entries_are_columns_of_a_real_table(client, world):
    table = read(client, f"/sammenlign/?{TWO}").one("table")
    assert table.one("caption").text == "2 indsatser ved siden af hinanden"
    columns = table.one("thead").all("th", scope="col")
    assert [node.all("a")[0].text for node in columns] == ["Læringsbuddy", "Fælles mentorkorps"]
    rows = table.one("tbody").all("tr")
    assert len(rows) == 12
    for row in rows:
        assert len(row.all("td")) == 2
        assert row.one("th", scope="row").text


def test_a_rating_says_who_gave_it_and_what_it_holds_for(client, world):
    row = read(client, f"/sammenlign/?{TWO}").one("tr", data_row="evidens")
    unrated, rated = row.all("td")
    assert unrated.text == "Ikke vurderet i kilderne"
    assert "Virksom indsats ifølge Rambøll" in rated.text
    assert "Gælder hovedforløbet. Omtalt af Danske Regioner, marts 2022." in rated.text
    assert rated.one("sup").one("a")["href"] == f"/kilder/rapport/?{TWO}#p-r15-1"


def test_a_result_has_its_speaker_and_date(client, world):
    cells = read(client, f"/sammenlign/?{TWO}").one("tr", data_row="resultater").all("td")
    assert cells[0].text.endswith("(KL, dato ikke oplyst)")
    assert cells[1].text == "Intet resultat oplyst"


def test_a_figure_stands_with_what_it_counts(client, world):
    page = read(client, "/sammenlign/?i=sprogindsats&i=laeringsbuddy")
    figure = page.one("tr", data_row="resultater").one(class_="figure-line")
    assert figure.one("b").text == "155 elever"
    assert figure.one(class_="counts").text == "elever med ros"


def test_footnotes_lead_to_the_claim_and_their_numbers_to_a_listed_source(client, world):
    page = read(client, f"/sammenlign/?{FOUR}")
    claims = page.one("table").all("span", class_="claim")
    assert len(claims) == 6
    for claim in claims:
        link = claim.one("sup").one("a")
        assert link["href"].endswith(f"#{claim['id']}")
        assert f"kilde-{link.text.rstrip('abc')}" in page.ids
    listed = page.one(class_="numbered-sources").all("li")
    assert "Danske Regioner, marts 2022. Læst 1. maj 2024." in listed[0].text
    assert listed[0].one("a", class_="address")["href"] == "https://example.dk/rapport"


def test_a_column_is_dropped_by_its_link(client, world):
    page = read(client, f"/sammenlign/?{TWO}&i=sprogindsats&forskelle=1")
    drops = [node.one("a") for node in page.one("thead").all(class_="drop")]
    assert [(link.text, link["href"]) for link in drops] == [
        ("Fjern Læringsbuddy", "/sammenlign/?i=mentorkorps&i=sprogindsats&forskelle=1"),
        ("Fjern Fælles mentorkorps", "/sammenlign/?i=laeringsbuddy&i=sprogindsats&forskelle=1"),
        ("Fjern Ærlig sproghjælp", "/sammenlign/?i=laeringsbuddy&i=mentorkorps&forskelle=1"),
    ]


def test_rows_that_are_alike_can_be_left_out_by_a_link(client, world):
    pair = "i=laeringsbuddy&i=sprogindsats"
    page = read(client, f"/sammenlign/?{pair}")
    link = links(page.one(class_="compare-tools"))["Vis kun rækker, der er forskellige"]
    assert link == f"/sammenlign/?{pair}&forskelle=1"
    short = read(client, link)
    assert len(short.one("tbody").all("tr")) == 8
    assert "står ens: Evidens, Hvem gør det?, Ressourcer og penge, Kilder." in short.text
    back = links(short.one(class_="compare-tools"))["Vis alle rækker"]
    assert back == f"/sammenlign/?{pair}"


def test_one_entry_is_shown_with_the_way_to_a_second(client, world):
    page = read(client, "/sammenlign/?i=laeringsbuddy")
    assert "Der skal mindst to til en sammenligning." in page.one(class_="empty").text
    assert links(page.one(class_="empty")) == {
        "Vælg en mere på listen": "/indsatser/?i=laeringsbuddy",
        "Mentorordninger": "/indsatser/?tema=mentorordninger&i=laeringsbuddy",
    }
    assert len(page.one("table").all("th", scope="col")) == 1
    assert alerts(page) == []


def test_a_strange_switch_is_named_and_all_rows_shown(client, world):
    page = read(client, f"/sammenlign/?{TWO}&forskelle=ja")
    (alert,) = alerts(page)
    assert "“ja” kan ikke bruges som “forskelle”." in alert
    assert len(page.one("tbody").all("tr")) == 12


def test_the_same_stands_entry_by_entry_for_narrow_screens(client, world):
    page = read(client, f"/sammenlign/?{TWO}")
    stack = page.one("div", class_="compare-stack")
    assert "hidden" in stack.attributes  # until the style sheet puts it in the table's place
    parts = stack.all("section")
    assert [part.one("h2").text for part in parts] == ["Læringsbuddy", "Fælles mentorkorps"]
    rows = page.one("tbody").all("tr")
    for place, part in enumerate(parts):
        assert [
            (head.text, cell.text)
            for head, cell in zip(part.all("dt"), part.all("dd"), strict=True)
        ] == [(row.one("th").text, row.all("td")[place].text) for row in rows]


def test_figures_of_a_ledger_stand_together_with_why_they_cannot_be_compared(client, ledger):
    add_claim("u4", ledger.language, ledger.catalogue, kind="result", text="Det gik godt.")
    page = read(client, f"/sammenlign/?i=sprogindsats&{TWO}")
    cell = page.one("tr", data_row="resultater").all("td")[0]
    beside = cell.one("div", class_="beside")
    assert beside.all("p")[0].text == "Frafald blandt deltagerne"
    assert [node["id"] for node in beside.all(class_="claim")] == ["p-u3", "p-u2", "p-u1"]
    assert beside.all("p")[-1].text == "Tallene har hver sin tæller og kan ikke sammenlignes."
    told = [node["id"] for node in cell.all(class_="claim") if node not in beside.all()]
    assert told == ["p-u4", "p-k24"]
    for other in page.one("tr", data_row="resultater").all("td")[1:]:
        assert other.all(class_="beside") == []
