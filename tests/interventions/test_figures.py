import datetime

import pytest

from interventions import figures
from interventions.figures import Standing
from interventions.models import Claim
from tests.world import add_claim, add_entry, relate

TODAY = datetime.date(2026, 7, 2)


def add_grant(world, key, **fields):
    fields = {"kind": "funding", "value": "2.5", "unit": "mio. kr."} | fields
    return add_claim(key, fields.pop("entry", world.plan), world.report, **fields)


def bars(page):
    return {bar.grant.claim.key: bar for bar in page.timeline.bars}


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ({"period_from": 2024, "period_to": 2024}, Standing.OVER),
        ({"period_from": 2024, "period_to": 2025}, Standing.OVER),
        ({"period_from": 2024, "period_to": 2026}, Standing.UNDER_WAY),
        ({"period_from": 2026, "period_to": 2026}, Standing.UNDER_WAY),
        ({"period_to": 2026}, Standing.UNDER_WAY),
        ({"period_to": 2025}, Standing.OVER),
        ({"period_from": 2024}, Standing.OPEN),
        ({"period_from": 2027}, Standing.AHEAD),
        ({"period_from": 2027, "period_to": 2028}, Standing.AHEAD),
        ({}, Standing.NOT_STATED),
    ],
)
def test_where_a_period_lies_is_read_off_its_years(period, expected):
    assert figures.standing(Claim(kind="funding", **period), TODAY) == expected


@pytest.mark.parametrize(
    ("today", "over"),
    [(datetime.date(2026, 12, 31), False), (datetime.date(2027, 1, 1), True)],
)
def test_a_period_is_over_on_the_first_of_january(today, over):
    assert Claim(kind="funding", period_to=2026).grant_is_over(today) is over


def test_the_cohort_of_a_figure_is_not_a_grant_that_ends():
    assert Claim(kind="context", period_to=2018).grant_is_over(TODAY) is False


def test_a_grant_is_drawn_from_the_start_of_its_first_year_to_the_end_of_its_last(world):
    add_grant(world, "a", period_from=2025, period_to=2028, recurrence="aarligt")
    add_grant(world, "b", period_from=2024, period_to=2024, recurrence="et-aar")
    page = figures.build(TODAY)
    assert [(tick.label, tick.x) for tick in page.timeline.ticks] == [
        ("2024", "0.00%"),
        ("2025", "20.00%"),
        ("2026", "40.00%"),
        ("2027", "60.00%"),
        ("2028", "80.00%"),
    ]
    found = bars(page)
    assert (found["a"].x, found["a"].width, found["a"].open_end) == ("20.00%", "80.00%", False)
    assert (found["b"].x, found["b"].width) == ("0.00%", "20.00%")
    assert page.timeline.today_x == "49.95%"


def test_an_open_grant_reaches_beyond_the_last_year(world):
    add_grant(world, "a", period_from=2025)
    add_grant(world, "b", period_from=2028, period_to=2028)
    page = figures.build(TODAY)
    assert [tick.label for tick in page.timeline.ticks] == [
        "2025",
        "2026",
        "2027",
        "2028",
        "senere",
    ]
    assert (bars(page)["a"].width, bars(page)["a"].open_end) == ("80.00%", True)
    late = bars(page)["b"]
    assert (late.label_x, late.label_anchor, late.end) == ("80.00%", "end", "80.00%")


def test_a_grant_without_a_period_has_no_bar(world):
    add_grant(world, "a")
    page = figures.build(TODAY)
    assert bars(page)["a"].width == ""
    assert [tick.label for tick in page.timeline.ticks] == ["2026"]


def test_a_grant_of_long_ago_leaves_room_for_the_labels(world):
    add_grant(world, "a", period_from=1, period_to=1)
    ticks = figures.build(TODAY).timeline.ticks
    assert (len(ticks), ticks[0].label) == (7, "1")


def test_each_grant_is_a_row_of_its_own_in_the_order_of_the_source(world):
    add_grant(world, "b", position=1, value=1)
    add_grant(world, "a", position=2, value=2)
    assert list(bars(figures.build(TODAY))) == ["b", "a"]


def test_only_percentages_of_the_frame_are_plotted_as_shares(world):
    share = {"kind": "context", "unit": "procent"}
    add_claim("a", None, world.report, value="12.5", period_from=2018, period_to=2018, **share)
    add_claim("b", None, world.report, value="80", period_from=2018, period_to=2018, **share)
    add_claim("c", None, world.report, value="30", period_from=2019, period_to=2019, **share)
    add_claim("d", None, world.report, value="120", **share)
    add_claim("e", world.plan, world.report, value="50", unit="procent", kind="result")
    page = figures.build(TODAY)
    assert [
        [(share.claim.key, share.width, share.label_anchor) for share in plot]
        for plot in page.shares
    ] == [[("a", "12.50%", "start"), ("b", "80.00%", "end")], [("c", "30.00%", "start")]]
    rest = {group.heading: [claim.key for claim in group.claims] for group in page.groups}
    assert rest["Rammen om indsatserne"] == ["d"]
    assert rest["Oplyste resultater"] == ["k24", "e"]


def test_every_kind_of_claim_has_its_place(world):
    kinds = set(Claim.Kind.values) - {"rating"}
    for kind in kinds:
        add_claim(f"x-{kind}", world.plan, world.report, kind=kind, value=1, unit="ting")
    page = figures.build(TODAY)
    grouped = [claim.key for group in page.groups for claim in group.claims]
    shown = grouped + list(bars(page))
    assert sorted(shown) == sorted([*(f"x-{kind}" for kind in kinds), "k24"])


def test_no_figure_of_a_draft_is_shown(world):
    add_grant(world, "a", entry=world.draft)
    page = figures.build(TODAY)
    assert page.timeline is None
    assert [claim.key for group in page.groups for claim in group.claims] == ["k24"]


def test_the_figures_cost_one_query(world, django_assert_num_queries):
    add_grant(world, "a", period_from=2024)
    for index in range(30):
        add_grant(world, f"g{index}", entry=add_entry(f"p{index}", f"P{index}", kind="politik"))
    with django_assert_num_queries(1):
        figures.build(TODAY)


def test_policies_like_an_entry_share_a_theme_or_are_related(world):
    shared = add_entry("faelles", "Fælles", kind="politik", themes=[world.mentors, world.support])
    related = add_entry("slaegt", "Slægt", kind="politik", themes=[world.wellbeing])
    other = add_entry("fremmed", "Fremmed", kind="politik", themes=[world.wellbeing])
    case = add_entry("case", "Case", themes=[world.mentors])
    draft = add_entry("kladde", "K", kind="politik", state="kladde", themes=[world.mentors])
    for entry in (shared, related, other, case, draft):
        add_grant(world, f"g-{entry.slug}", entry=entry)
    add_grant(world, "g-to", entry=shared)
    relate(related, world.buddy)
    claims = Claim.objects.grants().of_policies_like(world.buddy).with_entry()
    found = figures.policies(claims, world.buddy.themes.all())
    assert [
        (
            policy.entry.slug,
            [theme.slug for theme in policy.themes],
            [grant.claim.key for grant in policy.grants],
        )
        for policy in found
    ] == [
        ("faelles", ["mentorordninger"], ["g-faelles", "g-to"]),
        ("slaegt", [], ["g-slaegt"]),
    ]


def test_every_figure_of_the_content_stands_once(seeded):
    page = figures.build(TODAY)
    shown = [share.claim.key for plot in page.shares for share in plot]
    shown += list(bars(page))
    shown += [claim.key for group in page.groups for claim in group.claims]
    shown += [note.claim.key for ledger in page.ledgers for note in ledger.claims]
    keys = """
        k01 k15 k24 k29 l03 l08 l09 l18 r16 s01-03 s01-07a s01-07b s02-09a s02-09b s02-09c
        s03-09 s04-06 s04-09 s05-05 s06-01 s06-02 s06-08 s07-02 s07-05a s07-05b s08-01 s09-05
        s09-06a s09-06b s09-07 s10-02 s11-01 s12-02 s13-01 s13-02 s14-02 s14-03 s15-01 s15-02
        s15-03 s15-04 s16-01 s16-02 s17-01 s17-02 s17-03 s18-01 s18-02 s18-03 s20-01 s23-01
        s24-01 s25-01 s25-02 s26-01 s26-04 s26-05 s27-01 s28-02 s29-05 s30-02 s34-01b s36-02
        s36-05 s37-01 s37-02 s38-02 s40-01 s42-02 u05 u07 u09 u10 u13 u19a u19b u20 u21a u21b
    """
    assert sorted(shown) == keys.split()


def test_every_figure_of_the_content_says_what_it_does_not_count(seeded):
    assert not Claim.objects.figures().filter(does_not_count="").exists()
    notes = dict(Claim.objects.values_list("key", "does_not_count"))
    assert notes["k24"] == "hvor mange af eleverne der blev i uddannelsen"
    assert notes["u19a"] == notes["u19b"]
    assert notes["u19a"] == "frafaldet i løbet af ét år, eller elever, der begyndte i andre år"


def test_the_grants_of_the_content_seen_from_late_2026(seeded):
    page = figures.build(datetime.date(2026, 11, 22))
    assert {key: bar.grant.standing.value for key, bar in bars(page).items()} == {
        "s27-01": "ukendt",
        "s28-02": "slut",
        "s36-02": "slut",
        "u05": "aaben",
        "u07": "slut",
        "u09": "i-gang",
        "u10": "ukendt",
        "u13": "slut",
        "u20": "slut",
        "u21a": "slut",
        "u21b": "aaben",
    }
    assert [tick.label for tick in page.timeline.ticks] == [
        *("2023", "2024", "2025", "2026", "2027", "2028", "senere"),
    ]
