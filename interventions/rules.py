"""The rules of an entry and its claims that no database can state, said once.

The admin, the seed and later the import all ask here; each answer is a dict of Danish messages by
field name, empty when all is well.
"""

MAX_ANCHOR_WORDS = 8
GONE = "Indsatsen findes ikke længere. En arbejdskopi er væk, når den er udgivet eller kasseret."
MIRRORED = "De to indsatser er allerede sat i forbindelse, fra den anden side."
SECOND_RATING = "Indsatsen har allerede en vurdering. Ret den i stedet for at tilføje en ny."

# A working copy has rows of its own, whose slugs and keys end so; people never see it.
COPY = "--kopi"

# Values of the address that mean "no value": a vocabulary row with such a slug could not be found.
NOT_STATED = "ikke-oplyst"
UNRATED = "ikke-vurderet"
RESERVED_SLUGS = frozenset({NOT_STATED, UNRATED})


class Refused(Exception):
    """What the rules do not allow; `problems` are Danish messages by field, None for the whole."""

    def __init__(self, problems):
        self.problems = problems
        super().__init__(" ".join(problems.values()))


def bare(name):
    """A slug or key without the mark of a working copy."""
    return name.removesuffix(COPY)


def name_problems(*, field, name, room):
    """What is wrong with a slug or key that somebody typed; `room` is the length of its column."""
    longest = room - len(COPY)
    if name.endswith(COPY):
        return {field: f"“{COPY}” er forbeholdt arbejdskopier. Vælg en anden slutning."}
    if len(name) > longest:
        return {field: f"Højst {longest} tegn: en arbejdskopi skal kunne føje sit mærke til."}
    return {}


def vocabulary_problems(*, slug):
    """What is wrong with a row of a vocabulary."""
    if slug in RESERVED_SLUGS:
        return {"slug": f"“{slug}” betyder “ingen værdi” i adresserne og kan ikke bruges her."}
    return {}


def entrance_problems(*, facet_count):
    """What is wrong with an entrance: without a facet it would lead to the whole list."""
    if not facet_count:
        return {"themes": "En indgang skal vælge mindst ét tema, én målgruppe eller én fase."}
    return {}


def claim_problems(claim):
    """What is wrong with one claim, by its own fields alone."""
    return _sentence_problems(claim) | _rating_problems(claim) | _figure_problems(claim)


def _sentence_problems(claim):
    problems = {}
    if not claim.text.strip():
        problems["text"] = "Skriv udsagnet som én hel sætning."
    if not claim.locator.strip():
        problems["locator"] = "Sig, hvor i kilden det står."
    anchor_words = len(claim.anchor.split())
    if anchor_words > MAX_ANCHOR_WORDS:
        problems["anchor"] = (
            f"Ankeret har {anchor_words} ord. "
            f"Højst {MAX_ANCHOR_WORDS} ord må tages ordret fra kilden."
        )
    return problems


def _rating_problems(claim):
    problems = {}
    if claim.is_rating and claim.tier_id is None:
        problems["tier"] = "En vurdering skal sige hvilket evidensniveau kilden giver."
    if claim.tier_id is not None and not claim.is_rating:
        problems["tier"] = "Kun et udsagn af typen vurdering kan give et evidensniveau."
    if claim.is_rating and claim.intervention_id is None and not claim.intervention:
        problems["intervention"] = "En vurdering hører til en bestemt indsats."
    return problems


def _figure_problems(claim):
    problems = {}
    if claim.value is not None and not claim.unit:
        problems["unit"] = "Et tal skal have en enhed, fx elever eller mio. kr."
    if claim.value is None and (claim.qualifier or claim.unit or claim.sample_size):
        problems["value"] = "Her er forbehold, enhed eller stikprøve udfyldt, men ikke tallet."
    if claim.ledger_id is not None and claim.value is None:
        problems["ledger"] = "Kun et udsagn med et tal kan stå i en opstilling af tal."
    elif claim.ledger_id is not None and claim.ledger.intervention_id != claim.intervention_id:
        problems["ledger"] = "Opstillingen hører til en anden indsats end udsagnet."
    if claim.period_from and claim.period_to and claim.period_from > claim.period_to:
        problems["period_to"] = "Perioden slutter, før den begynder."
    return problems


def ledger_problems(*, figure_count):
    """What is wrong with a ledger: it sets figures beside each other."""
    if figure_count < 2:
        return {"claims": "En opstilling skal have mindst to tal at stille ved siden af hinanden."}
    return {}


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


def schedule_problems(*, publish_from, withdraw_on):
    """What is wrong with the days between which an entry is public; dates, or both in ISO form."""
    if publish_from and withdraw_on and withdraw_on <= publish_from:
        return {"withdraw_on": "Indsatsen tages af siden, før den er offentlig."}
    return {}


def day_problems(*, publish_from, withdraw_on, today, has_begun):
    """What stands in the way of publishing today; `has_begun`: the public could read it already.

    What nobody would see is not published, and what can be read is not hidden by a later day.
    """
    problems = {}
    if withdraw_on and withdraw_on <= today:
        problems["withdraw_on"] = "Den dag er nået. Slet datoen, eller sæt en senere."
    if has_begun and publish_from and publish_from > today:
        problems["publish_from"] = "Indsatsen er offentlig allerede. Slet datoen."
    return problems


def start_problems(*, year, month):
    """What is wrong with the start of an entry."""
    if year is not None and not 1900 <= year <= 2100:
        return {"start_year": "Startåret skal ligge mellem 1900 og 2100."}
    if month is not None and not 1 <= month <= 12:
        return {"start_month": "Startmåneden er et tal fra 1 til 12."}
    if month is not None and year is None:
        return {"start_year": "En startmåned kræver et startår."}
    return {}


def relation_problems(*, to_itself, mirrored):
    """What is wrong with a relation; its sentence reads from both ends, so one a pair is enough."""
    if to_itself:
        return {"to_entry": "En indsats kan ikke ligne sig selv."}
    if mirrored:
        return {"to_entry": MIRRORED}
    return {}
