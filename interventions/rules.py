"""The rules of an entry and its claims that no database can state, said once.

The admin, the seed and later the import all ask here; each answer is a dict of Danish messages by
field name, empty when all is well.
"""

MAX_ANCHOR_WORDS = 8

# Values of the address that mean "no value"; a vocabulary row with such a slug could never be found.
NOT_STATED = "ikke-oplyst"
UNRATED = "ikke-vurderet"
RESERVED_SLUGS = frozenset({NOT_STATED, UNRATED})


def vocabulary_problems(*, slug):
    """What is wrong with a row of a vocabulary."""
    if slug in RESERVED_SLUGS:
        return {"slug": f"“{slug}” betyder “ingen værdi” i adresserne og kan ikke bruges her."}
    return {}


def claim_problems(claim):
    """What is wrong with one claim, by its own fields alone."""
    problems = {}
    anchor_words = len(claim.anchor.split())
    if anchor_words > MAX_ANCHOR_WORDS:
        problems["anchor"] = (
            f"Ankeret har {anchor_words} ord. Højst {MAX_ANCHOR_WORDS} ord må tages ordret fra kilden."
        )
    if claim.is_rating and claim.tier_id is None:
        problems["tier"] = "En vurdering skal sige hvilket evidensniveau kilden giver."
    if claim.tier_id is not None and not claim.is_rating:
        problems["tier"] = "Kun et udsagn af typen vurdering kan give et evidensniveau."
    if claim.is_rating and claim.intervention_id is None and not claim.intervention:
        problems["intervention"] = "En vurdering hører til en bestemt indsats."
    if claim.value is not None and not claim.unit:
        problems["unit"] = "Et tal skal have en enhed, fx elever eller mio. kr."
    if claim.value is None and (claim.unit or claim.sample_size):
        problems["value"] = "Her er enhed eller stikprøve udfyldt, men ikke tallet."
    if claim.period_from and claim.period_to and claim.period_from > claim.period_to:
        problems["period_to"] = "Perioden slutter, før den begynder."
    return problems


def publication_problems(*, summary, theme_count, claim_count):
    """What an entry lacks before it may be public."""
    problems = {}
    if not summary.strip():
        problems["summary"] = "En udgivet indsats skal have et resumé."
    if not theme_count:
        problems["themes"] = "En udgivet indsats skal have mindst ét tema."
    if not claim_count:
        problems["claims"] = "En udgivet indsats skal have mindst ét udsagn med kilde."
    return problems
