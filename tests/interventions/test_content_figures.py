import re
from collections import Counter

from interventions.models import Claim, Intervention

RESULT_CLAIMS = """
    k07 k11 k12 k13 k20 k25 k30 s04-07 s04-08 s05-08 s05-09 s06-08 s07-05b s08-04 s09-06a
    s09-06b s09-07 s10-01 s10-02 s15-02 s15-03 s16-01 s17-02 s18-02 s24-01 s33-01 s33-02 s38-04
    v03 v04
""".split()  # noqa: SIM905


def test_only_two_figures_are_counted_by_us(seeded):
    counted = Claim.objects.filter(counted_by_us=True).order_by("key")
    assert list(counted.values_list("key", flat=True)) == ["k01", "l08"]


def test_documentation_counts(seeded):
    documentation = Intervention.objects.with_documentation().values_list(
        "documentation", flat=True
    )
    assert Counter(documentation) == {"vurderet": 6, "tal": 4, "udsagn": 6, "ingen": 25}


def test_a_result_is_only_what_a_source_calls_one(seeded):
    results = Claim.objects.filter(kind="result").order_by("key")
    assert list(results.values_list("key", flat=True)) == RESULT_CLAIMS


def test_elever_or_personer_as_a_unit_are_those_whom_the_measure_reached(seeded):
    counted = Claim.objects.filter(unit__in=["elever", "personer"], intervention__isnull=False)
    assert [(claim.key, claim.value, claim.unit) for claim in counted.order_by("key")] == [
        ("k24", 155, "elever"),
        ("s02-09b", 474, "personer"),
        ("s07-05a", 14, "elever"),
        ("s07-05b", 12, "elever"),
        ("s10-02", 6, "elever"),
        ("s17-01", 424, "elever"),
        ("s18-01", 155, "elever"),
        ("s18-02", 4, "elever"),
    ]


def test_the_figures_that_only_look_alike_stand_in_the_ledgers_of_copenhagen(seeded):
    in_ledgers = Claim.objects.filter(ledger__isnull=False).order_by("ledger__position", "key")
    assert {claim.intervention.slug for claim in in_ledgers} == {"koebenhavn-sprogindsats"}
    assert [(claim.ledger.slug, claim.key, float(claim.value)) for claim in in_ledgers] == [
        ("koebenhavn-frafald-blandt-deltagere", "s15-02", 10),
        ("koebenhavn-frafald-blandt-deltagere", "s16-01", 7.5),
        ("koebenhavn-frafald-blandt-deltagere", "s17-02", 7.5),
        ("koebenhavn-frafald-blandt-deltagere", "s18-02", 4),
        ("koebenhavn-37-procent", "s15-04", 37),
        ("koebenhavn-37-procent", "s16-02", 37),
        ("koebenhavn-37-procent", "s17-03", 37),
        ("koebenhavn-antal-elever", "k24", 155),
        ("koebenhavn-antal-elever", "s15-01", 500),
        ("koebenhavn-antal-elever", "s17-01", 424),
        ("koebenhavn-antal-elever", "s18-01", 155),
        ("koebenhavn-sproglig-fremgang", "s06-08", 86),
        ("koebenhavn-sproglig-fremgang", "s15-03", 90),
    ]


def test_what_is_aimed_at_is_no_result(seeded):
    aims = Claim.objects.filter(key__in=["s26-04", "s36-05", "s42-02"])
    assert {claim.kind for claim in aims} == {"aim"}


def test_absence_is_not_told_as_dropout(seeded):
    assert Claim.objects.get(key="s25-02").kind == "context"
    assert not Claim.objects.filter(
        kind="result", intervention__slug="sosu-nykoebing-falster-fravaer"
    ).exists()


def test_amounts_keep_their_recurrence(seeded):
    amounts = Claim.objects.filter(kind="funding", value__isnull=False).order_by("key")
    assert {
        claim.key: (f"{claim.value:.1f}", claim.recurrence, claim.period_from, claim.period_to)
        for claim in amounts
    } == {
        "s27-01": ("5.0", "", None, None),
        "s28-02": ("5.0", "et-aar", 2023, 2023),
        "s36-02": ("2692630.2", "", 2023, 2025),
        "u05": ("13.4", "aarligt", 2024, None),
        "u07": ("11.2", "et-aar", 2024, 2024),
        "u09": ("34.8", "aarligt", 2025, 2028),
        "u10": ("23.1", "", None, None),
        "u13": ("2.0", "et-aar", 2024, 2024),
        "u20": ("0.8", "et-aar", 2024, 2024),
        "u21a": ("0.4", "et-aar", 2025, 2025),
        "u21b": ("0.2", "varigt", 2026, None),
    }


def test_what_a_source_says_before_a_number_stands_before_it(seeded):
    reserved = Claim.objects.exclude(qualifier="").order_by("key")
    assert {claim.key: claim.figure_text for claim in reserved} == {
        "l03": "cirka 3.000 elever",
        "l09": "op til 4 måneder",
        "s02-09c": "cirka 1 ud af 3 elever",
        "s04-06": "over 50 enheder",
        "s09-07": "cirka 75 procent",
        "s14-03": "op til 6 elever i en gruppe",
        "s15-01": "over 500 elever fik tilbuddet",
        "s15-02": "cirka 10 procent",
        "s15-03": "over 90 procent",
        "s15-04": "cirka 37 procent",
        "s16-02": "cirka 37 procent",
        "s18-03": "over 40 oplæringssteder",
        "s25-02": "knap 14 procent",
        "s26-04": "cirka 5 procent",
        "s26-05": "over 1 ud af 5 elever",
        "s27-01": "knap 5 mio.",
    }


def test_no_qualifier_hides_in_what_a_figure_counts(seeded):
    words = r"\((over|mål, )|cirka|omkring|knap|næsten|[mf]l?ere end|op til|højst|mindst"
    found = [
        claim.key
        for claim in Claim.objects.figures().order_by("key")
        if re.search(words, claim.counts)
    ]
    # There it is the course that lasts about three months; the figure is the four sessions in it.
    assert found == ["s04-09"]
