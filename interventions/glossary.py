"""Words of the field, old and new: what the sources say of them, and what we explain ourselves."""

from dataclasses import dataclass

from interventions.models import Claim


@dataclass(frozen=True)
class Word:
    """One word. `keys` are the claims where it stands; `ours`: no source explains it, we do."""

    name: str
    explanation: str
    keys: tuple = ()
    ours: bool = False


WORDS = (
    Word(
        "AMU",
        "Arbejdsmarkedsuddannelser: korte kurser for folk, der er i arbejde.",
        ("l11", "u11"),
        ours=True,
    ),
    Word("FEVU", "Fællesudvalget for Erhvervsrettede Velfærdsuddannelser.", ("r27",)),
    Word("Frafald", "En elev stopper på uddannelsen, før den er gennemført.", ours=True),
    Word(
        "Fuldtidsvejleder",
        "En oplæringsvejleder, der er ansat til at vejlede på fuld tid.",
        ("k09",),
    ),
    Word(
        "Grundforløb",
        "Den første del af uddannelsen. Den foregår på skole.",
        ours=True,
    ),
    Word(
        "Hovedforløb",
        "Den del af uddannelsen, hvor skoleperioder og oplæring skifter. Evidensniveauerne gælder "
        "kun denne del.",
        ("r14",),
        ours=True,
    ),
    Word(
        "Mentor",
        "Kilderne bruger ordet forskelligt. I Aalborg kaldes mentorordningen “læringsbuddy”; i "
        "Vallensbæk er det vejlederne selv, der er elevernes mentorer til daglig.",
        ("k05", "v13"),
    ),
    Word(
        "Normering",
        "Den bemanding, som arbejdspladsen regner med. Den, der står uden for normeringen, tæller "
        "ikke med i den.",
        ("k16", "l13"),
        ours=True,
    ),
    Word(
        "Oplæring, før praktik",
        "Den tid, hvor eleven lærer på arbejdspladsen. Kilderne bruger begge ord om det samme; "
        "videnbasen skriver oplæring.",
        ours=True,
    ),
    Word(
        "Oplæringsvejleder, før praktikvejleder",
        "Den, der vejleder eleven på arbejdspladsen. Lyngby-Taarbæk Kommune skriver "
        "praktikvejleder; videnbasen skriver oplæringsvejleder.",
        ("l11",),
    ),
    Word(
        "Protokollat 4",
        "Sådan skriver Lyngby-Taarbæk Kommune om de ansatte, der ikke har en uddannelse. Kilden "
        "forklarer ikke ordet nærmere.",
        ("l17",),
    ),
    Word(
        "SOSU",
        "Social- og sundhed: de to uddannelser til social- og sundhedshjælper og social- og "
        "sundhedsassistent.",
        ours=True,
    ),
    Word("SSA", "Social- og sundhedsassistent, også kaldet assistent.", ours=True),
    Word("SSH", "Social- og sundhedshjælper, også kaldet hjælper.", ours=True),
)


def load():
    """[(word, its public claims)] without words whose source is gone. One query."""
    claims = Claim.objects.public().with_source()
    keys = [key for word in WORDS for key in word.keys]
    found = {claim.key: claim for claim in claims.filter(key__in=keys)}
    words = [(word, [found[key] for key in word.keys if key in found]) for word in WORDS]
    return [(word, claims) for word, claims in words if word.ours or claims]
