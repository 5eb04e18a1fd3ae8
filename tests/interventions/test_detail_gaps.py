"""Figures of an entry's page, and what its sources leave out."""

from tests.pages import read, sections
from tests.world import add_claim


def gaps(page):
    return [node.text for node in sections(page)["Ikke oplyst i kilden"].all("li")]


def test_a_figure_stands_with_what_it_counts(client, world):
    results = sections(read(client, "/indsatser/sprogindsats/"))["Oplyste resultater"]
    (figure,) = results.one("ul", class_="figures").all("li")
    assert figure.one("b").text == "155 elever"
    assert ", siden 2021" in figure.text
    assert figure.one(class_="counts").text == "elever med ros"
    assert figure.one("a")["href"] == "/kilder/katalog/#p-k24"


def test_figures_use_danish_signs_and_their_full_record(client, world):
    add_claim(
        "x1",
        world.plan,
        world.catalogue,
        kind="funding",
        value="1234567.5",
        unit="kr.",
        recurrence="aarligt",
        period_from=2024,
        period_to=2026,
        sample_size=55,
        comparison="året før",
        counted_by_us=True,
    )
    page = read(client, "/indsatser/tid-til-vejledning/")
    (figure,) = page.one("ul", class_="figures").all("li")
    assert figure.one("b").text == "1.234.567,50 kr."
    assert "årligt, 2024–2026" in figure.text
    assert [node.text for node in figure.all(class_="counts")] == [
        "ud af 55",
        "sammenlignet med året før",
        "talt af os",
    ]


def test_several_figures_are_not_to_be_added(client, world):
    for key in ("x1", "x2"):
        add_claim(key, world.plan, world.catalogue, kind="funding", value=1, unit="kr.")
    text = sections(read(client, "/indsatser/tid-til-vejledning/"))[
        "Hvem gør det, og med hvad?"
    ].text
    assert "De kan ikke lægges sammen." in text


def test_what_the_source_leaves_out_is_named(client, world):
    assert gaps(read(client, "/indsatser/tid-til-vejledning/")) == [
        "hvad den koster",
        "hvor mange der arbejder med den",
        "hvor mange elever den omfatter",
        "hvad der kom ud af den",
        "hvornår den begyndte",
        "hvor i uddannelsen den sætter ind",
        "hvilken uddannelse den gælder",
    ]


def test_what_is_stated_is_no_gap(client, world):
    plan = world.plan
    add_claim("x1", plan, world.catalogue, kind="funding", value=2, unit="mio. kr.")
    add_claim("x2", plan, world.catalogue, kind="resource", value=30, unit="elever")
    add_claim("x3", plan, world.catalogue, kind="result", comparison="før", period_from=2020)
    plan.phases.add(world.placement)
    plan.programmes.add(world.programme)
    plan.municipalities.add(world.aeroe)
    plan.start_year = 2020
    plan.save()
    page = read(client, "/indsatser/tid-til-vejledning/")
    assert "Ikke oplyst i kilden" not in sections(page)


def test_money_without_an_amount_does_not_say_what_it_costs(client, world):
    add_claim("x1", world.plan, world.catalogue, kind="funding")
    assert "hvad den koster" in gaps(read(client, "/indsatser/tid-til-vejledning/"))


def test_one_compared_result_is_a_comparison_stated(client, world):
    add_claim("x1", world.plan, world.catalogue, kind="result", comparison="før")
    add_claim("x2", world.plan, world.catalogue, kind="result")
    assert "hvad resultatet er sammenlignet med" not in gaps(
        read(client, "/indsatser/tid-til-vejledning/")
    )


def test_without_any_actor_that_is_a_gap_too(client, world):
    world.plan.organisations.clear()
    page = read(client, "/indsatser/tid-til-vejledning/")
    assert gaps(page)[-1] == "hvem der gør det, og hvor"


def test_a_result_is_not_the_number_of_students_in_the_measure(client, world):
    assert "hvor mange elever den omfatter" in gaps(read(client, "/indsatser/sprogindsats/"))


def test_a_rating_is_no_result(client, world):
    assert "hvad der kom ud af den" in gaps(read(client, "/indsatser/mentorkorps/"))
