"""The entries by short names, and the groups that a reader would take for an answer to a word."""

from typing import NamedTuple


def entries(*slugs):
    return frozenset(slugs)


AAL = entries("aalborg-laeringsbuddy")
ESB = entries("esbjerg-fuldtidsvejledere")
FRE = entries("fredensborg-fuldtidsvejledere")
FRH = entries("frederikshavn-fastholdelsessamtaler")
KBH = entries("koebenhavn-sprogindsats")
MAR = entries("mariagerfjord-mentorer")
L1 = entries("lyngby-taarbaek-fra-elev-til-ansat")
L2 = entries("lyngby-taarbaek-flere-voksenelever")
L3 = entries("lyngby-taarbaek-amu-praktikvejledere")
L4 = entries("lyngby-taarbaek-tid-til-praktikvejledning")
L5 = entries("lyngby-taarbaek-elever-i-normeringen")
L6 = entries("lyngby-taarbaek-sociale-aktiviteter-og-netvaerk")
L7 = entries("lyngby-taarbaek-fastholdelsesmedarbejder")
L8 = entries("lyngby-taarbaek-fuldtidsvejledere-hjemmeplejen")
L9 = entries("lyngby-taarbaek-uddannelse-til-ikke-uddannede")
L10 = entries("lyngby-taarbaek-rekrutteringskampagner")
R1 = entries("faelles-fynsk-mentorkorps")
R2 = entries("galioner-og-hverdagscafe")
R3 = entries("simulation-i-foerste-oplaering")
R4 = entries("overgangssamtaler-og-onboarding")
R5 = entries("gruppevejledning")
R6 = entries("deltids-og-fuldtidsvejledere")
U1 = entries("sprogstoette-og-undervisere")
U2 = entries("professionalisering-af-oplaeringsvejledere")
U3 = entries("digitalt-uddannelsesoverblik")
U4 = entries("dataunderstoettelse-af-frafaldsaarsager")
V = entries("vallensbaek-vejledere-som-mentorer")
MID = entries("middelfart-fuldtidsvejledere")
VEJ = entries("vejen-deltidsvejledere")
HES = entries("holbaek-elevstoette")
HET = entries("holbaek-elevtjenesten")
NYT = entries("sosu-nykoebing-falster-trivsel")
NYF = entries("sosu-nykoebing-falster-fravaer")
OES = entries("sosu-oestjylland-trivselsmaalinger")
SOH = entries("sosu-h-simulation")
SNO = entries("sosu-nord-simulationstraening")
STY = entries("styrkede-sprogkompetencer")
KAR = entries("karrierematch-til-sosu")
VEV = entries("vevo-sprogvejledere")
SYD = entries("sosu-syd-firedagesuge")
NAT = entries("forsoegsprojekt-14-sosu-skoler")
NONE = entries()

CASES = AAL | ESB | FRE | FRH | KBH | MAR
LYNGBY = L1 | L2 | L3 | L4 | L5 | L6 | L7 | L8 | L9 | L10
RATED = R1 | R2 | R3 | R4 | R5 | R6
POLICY = U1 | U2 | U3 | U4
SCHOOLS = NYT | NYF | OES | SOH | SNO | STY | KAR | VEV | SYD | NAT
ALL = CASES | LYNGBY | RATED | POLICY | SCHOOLS | V | MID | VEJ | HES | HET

MENTORS = AAL | MAR | R1
FULL_TIME = ESB | FRE | L8 | R6 | MID
SUPERVISORS = FULL_TIME | L3 | L4 | U2 | V | VEJ
# Supervisors have a part in the measures of the second line, but those are about something else.
GUIDANCE = SUPERVISORS | R5 | AAL | KBH | R3 | VEV
SIMULATION = R3 | SOH | SNO
LANGUAGE = KBH | U1 | STY | VEV | NAT
SOME_LANGUAGE = LANGUAGE | FRE | MAR
TRANSITION = FRH | R3 | R4 | U3 | MAR | NYT | NYF | KAR | NAT
PEERS = L6 | R2
WELLBEING = AAL | R2 | V | HES | NYT | OES | SYD
SAFETY = WELLBEING | HET | R3 | R4 | R5
RETENTION = FRH | L7
RECRUITMENT = L1 | L2 | L9 | L10 | KAR
DROPOUT = AAL | ESB | FRE | FRH | KBH | L7 | R2 | R4 | U4 | V | MID | HES | NYT
# What says that pupils stay or leave in any words: the opposites of the synonym sets.
STAYING = DROPOUT | RATED | POLICY | MAR | L7 | KAR | NAT | SOH | SNO | STY | NYF
PLACEMENT = ESB | FRE | FRH | L3 | L4 | L5 | R3 | R5 | R6 | U1 | U2 | U3 | V | KBH | MAR | MID | VEJ
NEAR_PLACEMENT = PLACEMENT | L1 | L8 | R4 | R1 | R2 | U4 | AAL | HES | KAR | SOH | NYF
SKILLS = L3 | U1 | U2 | STY | SNO
ABOUT_SKILLS = SKILLS | R3 | R5 | R6 | L1 | L4 | L5 | L9 | KBH | MAR | FRE | ESB | MID
NORTH = AAL | FRH | MAR | R4 | VEV
CAPITAL = FRE | KBH | LYNGBY | V | R5
SOUTH = ESB | R1 | R6 | MID | VEJ | STY | KAR | SYD


class Golden(NamedTuple):
    query: str
    must: frozenset[str]
    may: frozenset[str] = NONE
