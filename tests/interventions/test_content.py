from interventions.models import Claim, Intervention, Relation, Source, Theme
from municipalities.models import Municipality, Region

CLAIM_KEYS = """
    k01 k02 k03 k04 k05 k06 k07 k08 k09 k10 k11 k12 k13 k14 k15 k16 k17 k18 k19 k20 k21 k22 k23
    k24 k25 k26 k27 k28 k29 k30 l01 l02 l03 l04 l05 l06 l07 l08 l09 l10 l11 l12 l13 l14 l15 l16
    l17 l18 l19 r01 r02 r03 r04 r05 r06 r07 r08 r09 r10 r11 r12 r13 r14 r15-1 r15-2 r15-3 r15-4
    r15-5 r15-6 r16 r17 r18 r19 r20 r21 r22 r23 r24 r25 r26 r27 r28 r29 r30 r31 r32 r33 r34
    s01-01-1 s01-01-2 s01-01-3 s01-01-4 s01-01-5 s01-01-6 s01-02 s01-03 s01-04 s01-05 s01-06
    s01-07a s01-07b s01-08 s01-09 s01-10 s02-02 s02-03 s02-04 s02-05 s02-06 s02-07 s02-08
    s02-09a s02-09b s02-09c s03-01 s03-02 s03-03 s03-04 s03-05 s03-06 s03-07 s03-08 s03-09
    s04-01 s04-02 s04-03 s04-04 s04-05 s04-06 s04-07 s04-08 s04-09 s05-01 s05-02 s05-03 s05-04-1
    s05-04-2 s05-05 s05-06-1 s05-06-2 s05-06-3 s05-07-1 s05-07-2 s05-08 s05-09 s05-10 s06-01
    s06-02 s06-03 s06-04 s06-05 s06-06 s06-07 s06-08 s06-09 s07-01 s07-02 s07-03 s07-04 s07-05a
    s07-05b s07-06 s08-01 s08-02 s08-03 s08-04 s09-01 s09-02 s09-03 s09-04 s09-05 s09-06a
    s09-06b s09-07 s10-01 s10-02 s10-03 s11-01 s11-02 s11-03 s11-04 s11-05 s11-06 s11-07 s11-08
    s12-01 s12-02 s13-01 s13-02 s14-01 s14-02 s14-03 s14-04 s14-05 s15-01 s15-02 s15-03 s15-04
    s16-01 s16-02 s17-01 s17-02 s17-03 s18-01 s18-02 s18-03 s19-01 s20-01 s20-02 s20-03 s20-04
    s20-05 s20-06 s21-01 s21-02 s21-03 s21-04 s22-01 s22-02 s22-03 s22-04 s22-05 s23-01 s24-01
    s24-02 s24-03 s24-04 s24-05 s24-06 s25-01 s25-02 s25-03 s25-04 s25-05 s26-01 s26-02 s26-03
    s26-04 s26-05 s27-01 s27-02 s27-03 s27-04 s27-05 s28-01 s28-02 s28-03 s28-04 s28-05 s29-01
    s29-02 s29-03 s29-04 s29-05 s30-01 s30-02 s30-03 s31-01 s32-01 s32-02 s32-03 s33-01 s33-02
    s34-01a s34-01b s34-02 s35-01 s35-02 s35-03 s36-01 s36-02 s36-03 s36-04 s36-05 s37-01 s37-02
    s38-01 s38-02 s38-03 s38-04 s39-01 s39-02 s39-03 s39-04 s40-01 s40-02 s40-03 s41-01 s42-01
    s42-02 sevu-01 u01 u02 u03 u04 u05 u06 u07 u08 u09 u10 u11 u12 u13 u14 u15 u16 u17 u18 u19a
    u19b u20 u21a u21b u22 u23 u24 v01 v02 v03 v04 v05 v06 v07 v08 v09 v10 v11 v12 v13 v14 v15
    v16 v17 v18 v19 v20 v21 v22 v23
""".split()  # noqa: SIM905

SIX = {
    "faelles-fynsk-mentorkorps",
    "galioner-og-hverdagscafe",
    "simulation-i-foerste-oplaering",
    "overgangssamtaler-og-onboarding",
    "gruppevejledning",
    "deltids-og-fuldtidsvejledere",
}


def test_who_speaks_of_their_own_work_or_goods_is_said_to(seeded):
    own = Source.objects.filter(kind__in=["leverandoer", "organisation", "skole"])
    assert own.count() == 9
    assert not own.filter(note="").exists()


def test_only_four_claims_of_the_second_layer_lack_an_anchor(seeded):
    unanchored = Claim.objects.filter(anchor="").order_by("key")
    assert list(unanchored.values_list("key", flat=True)) == [
        "s10-03",
        "s15-04",
        "s17-02",
        "s17-03",
    ]


def test_every_fact_of_the_inventory_has_its_claim(seeded):
    assert sorted(Claim.objects.values_list("key", flat=True)) == CLAIM_KEYS


def test_there_are_41_published_entries_that_nobody_has_reviewed(seeded):
    assert Intervention.objects.published().count() == 41
    assert Intervention.objects.filter(reviewed_on__isnull=False).count() == 0


def test_no_entry_lacks_a_claim_or_a_theme(seeded):
    assert not Intervention.objects.filter(claims=None).exists()
    assert not Intervention.objects.filter(themes=None).exists()


def test_exactly_the_six_carry_a_rating(seeded):
    rated = Intervention.objects.rated().with_tier()
    assert {entry.slug: entry.tier_slug for entry in rated} == dict.fromkeys(SIX, "virksom")


def test_a_start_year_stands_only_where_a_source_gives_one(seeded):
    started = Intervention.objects.filter(start_year__isnull=False)
    assert {entry.slug: (entry.start_year, entry.start_month) for entry in started} == {
        "aalborg-laeringsbuddy": (2020, None),
        "esbjerg-fuldtidsvejledere": (2017, None),
        "forsoegsprojekt-14-sosu-skoler": (2023, None),
        "fredensborg-fuldtidsvejledere": (2019, 8),
        "frederikshavn-fastholdelsessamtaler": (2019, None),
        "holbaek-elevtjenesten": (2017, 9),
        "koebenhavn-sprogindsats": (2021, None),
        "mariagerfjord-mentorer": (2021, 1),
        "simulation-i-foerste-oplaering": (2021, None),
        "sosu-h-simulation": (2022, None),
        "sosu-oestjylland-trivselsmaalinger": (2023, None),
        "styrkede-sprogkompetencer": (2023, 1),
    }


def test_all_98_municipalities_lie_in_five_regions(seeded):
    assert Municipality.objects.count() == 98
    assert Region.objects.count() == 5
    shared = Municipality.objects.filter(interventions__slug="faelles-fynsk-mentorkorps")
    assert shared.count() == 10
    assert set(shared.values_list("region__slug", flat=True)) == {"syddanmark"}


def test_relations_lead_from_unrated_entries(seeded):
    assert Relation.objects.count() == 33
    assert not Relation.objects.filter(from_entry__slug__in=SIX).exists()


def test_each_theme_asks_its_own_short_question(seeded):
    questions = list(Theme.objects.values_list("question", flat=True))
    assert len(set(questions)) == 13
    assert max(map(len, questions)) <= 70


def test_positions_run_through_each_source_without_a_gap(seeded):
    for source in Source.objects.prefetch_related("claims"):
        positions = sorted(claim.position for claim in source.claims.all())
        assert positions == list(range(1, len(positions) + 1)), source.slug


def test_titles_and_summaries_have_the_length_of_a_card(seeded):
    for entry in Intervention.objects.all():
        assert len(entry.title) <= 90, entry.slug
        assert 100 <= len(entry.summary) <= 300, entry.slug
        assert entry.title not in entry.summary, entry.slug
    assert len(set(Intervention.objects.values_list("title", flat=True))) == 41
