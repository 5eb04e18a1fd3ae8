"""What the search has to find: Danish queries, each with the entries that must and may be hits.

Written from the facts, vocabularies and synonym sets of the domain, not from the code and not from
what it answers. `must` is strict (a fact of the domain says so), `may` is generous (a reader who
typed the query would accept the hit).
"""

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
SAFETY = WELLBEING | HET | R3 | R5
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


WORDS = [
    # Single words of the field in several inflections.
    Golden("mentor", MENTORS | V, STY),
    Golden("mentorer", MENTORS | V, STY),
    Golden("mentorerne", MENTORS | V, STY),
    Golden("en mentor", MENTORS | V, STY),
    Golden("Mentorindsats", AAL, MENTORS | V),
    Golden("frafald", DROPOUT, STAYING),
    Golden("frafaldet", DROPOUT, STAYING),
    Golden("FRAFALD", DROPOUT, STAYING),
    Golden("vejleder", SUPERVISORS, GUIDANCE | MAR),
    Golden("vejledere", SUPERVISORS, GUIDANCE | MAR),
    Golden("vejlederne", SUPERVISORS, GUIDANCE | MAR),
    Golden("vejledning", ESB | FRE | L4 | R5 | R6 | MAR, GUIDANCE | U3 | R4),
    Golden("oplæring", PLACEMENT, NEAR_PLACEMENT),
    Golden("oplæringen", PLACEMENT, NEAR_PLACEMENT),
    Golden("oplæringsforløb", ESB, NEAR_PLACEMENT | CASES),
    Golden("trivsel", WELLBEING, L6 | SAFETY),
    Golden("trives", WELLBEING, L6 | SAFETY),
    Golden("trivslen", WELLBEING, L6 | SAFETY),
    Golden("sprog", LANGUAGE, SOME_LANGUAGE),
    Golden("sproget", LANGUAGE, SOME_LANGUAGE),
    Golden("sproglige", LANGUAGE, SOME_LANGUAGE),
    Golden("sproglig progression", KBH, U1),
    Golden("fastholdelse", RETENTION | MAR | AAL | R1 | R3 | R5, STAYING),
    Golden("fastholde", RETENTION | R5, STAYING),
    Golden("fastholdt", AAL | MAR, STAYING),
    Golden("fastholde elever", RETENTION | R5, STAYING),
    Golden("netværk", PEERS, AAL | HES | SOH | VEJ),
    Golden("netværket", PEERS, AAL | HES | SOH | VEJ),
    Golden("fællesskab", PEERS, R1 | AAL | HES | SOH | VEJ),
    Golden("simulation", SIMULATION),
    Golden("simulationer", SIMULATION),
    Golden("overgang", TRANSITION, L1 | U1 | U2 | SIMULATION),
    Golden("overgange", TRANSITION, L1 | U1 | U2 | SIMULATION),
    Golden("overgangen", TRANSITION, L1 | U1 | U2 | SIMULATION),
    Golden("normering", FRE | L5 | L8 | MID, L4 | HES),
    Golden("normeringen", FRE | L5 | L8 | MID, L4 | HES),
    Golden("samarbejde", ESB | FRH | V, R1 | R3 | U1 | U3 | U2 | FRE | AAL | NYF | OES | R2 | R4),
    Golden("samarbejdet", ESB | FRH | V, R1 | R3 | U1 | U3 | U2 | FRE | AAL | NYF | OES | R2 | R4),
    Golden("samtale", FRH | R4 | R1, L1 | L7 | FRE | MAR | VEV),
    Golden("samtaler", FRH | R4 | R1, L1 | L7 | FRE | MAR | VEV),
    Golden("rekruttering", RECRUITMENT, CASES | V),
    Golden("rekruttere", L10, RECRUITMENT | CASES | V),
    Golden("pulje", U2, POLICY | MAR | NAT | OES | R3 | STY),
    Golden("puljen", U2, POLICY | MAR | NAT | OES | R3 | STY),
    Golden("undervisere", U1 | SNO | STY, U2 | FRE | KAR | KBH | NYT | R3 | R4 | VEV),
    Golden("underviser", U1 | SNO | STY, U2 | FRE | KAR | KBH | NYT | R3 | R4 | VEV),
    Golden("strategi", FRH),
    Golden("struktur", FRE, L8 | R1),
    Golden("sygefravær", V),
    Golden("fravær", NYF | SYD | AAL, V),
    Golden("trivselsmålinger", OES),
    Golden("ordblinde", FRE),
    Golden("psykolog", FRH | HET),
    Golden("elevløn", HES),
    Golden("tillid", V),
    Golden("borgmester", V),
    Golden("feedback", L4, R5),
    Golden("kompetencer", U1 | MAR | KBH, ABOUT_SKILLS),
    Golden("kompetenceudvikling", U1, ABOUT_SKILLS),
    Golden("voksne", NONE, L2 | L9),
    Golden("voksenelev", L2, L9),
    Golden("voksenelever", L2, L9),
    Golden("brancheskift", L2, L9),
    Golden("brancheskiftere", L2, L9),
    Golden("folkeskolen", L10, STY),
    Golden("folkeskole", L10, STY),
    Golden("protokollat 4", L9),
    Golden("galioner", R2),
    Golden("data", U4, U3 | NYF | OES),
    Golden("digitalt", U3, U4 | STY),
    # Words that nearly every entry uses.
    Golden("elev", CASES | L1 | L5, ALL),
    Golden("eleverne", CASES | L1 | L5, ALL),
    Golden("elevens", CASES | L1 | L5, ALL),
    Golden("SOSU", AAL | ESB | FRE | KBH | MAR, ALL),
    Golden("kommune", CASES | V, ALL),
    Golden("indsats", AAL | KBH, ALL),
    Golden("indsatser", AAL | KBH, ALL),
    Golden("uddannelse", L9, ALL),
    Golden("uddannet", L9, ALL),
    Golden("uddannede", L9, ALL),
    Golden("skole", FRH | U1 | U3, ALL),
]

COMPOUNDS = [
    Golden("elevfrafald", FRH, STAYING),
    Golden("frafaldsårsager", U4, STAYING),
    Golden("frafaldsforebyggelse", AAL, STAYING),
    Golden("fuldtidsvejleder", FULL_TIME, AAL | MAR),
    Golden("fuldtidsvejlederne", FULL_TIME, AAL | MAR),
    Golden("fuldtid", FULL_TIME, AAL | MAR),
    Golden("deltidsvejledere", R6 | VEJ, FULL_TIME),
    Golden("deltid", R6 | VEJ),
    Golden("fastholdelsessamtaler", FRH, L7 | R4),
    Golden("fastholdelsessamtale", FRH, L7 | R4),
    Golden("fastholdelsesmedarbejder", L7, FRH),
    Golden("fastholdelsesstrategi", FRH, L7),
    Golden("overgangssamtaler", R4, FRH),
    Golden("kompetencesamtaler", L1, ABOUT_SKILLS),
    Golden("gruppevejledning", R5),
    Golden("gruppe", R5, KBH | NYF | NYT | R1),
    Golden("vejledningstid", L4, GUIDANCE | MAR),
    Golden("arbejdsplan", L4),
    Golden("elevnetværk", R2, L6),
    Golden("hverdagscafé", R2),
    Golden("café", R2, MAR),
    Golden("hverdag", R2 | V, R1),
    Golden("elevkoordinator", ESB),
    Golden("koordinatorer", ESB, R4),
    Golden("koordinator", ESB, R4),
    Golden("medarbejdernormering", FRE, L5 | L8 | L4),
    Golden("kompetenceprofil", L5),
    Golden("simulationsforløb", R3),
    Golden("uddannelsesoverblik", U3),
    Golden("overblik", U3, U4),
    Golden("ansøgningspulje", U2),
    Golden("dataunderstøttelse", U4),
    Golden("datavarehus", U4),
    Golden("afgangsårsager", U4),
    Golden("årsager", U4, NYT),
    Golden("jobopslag", L9, L1),
    Golden("uddannelseskonsulent", V | FRH),
    Golden("konsulent", V | FRH, HET),
    Golden("vejledningskoncepter", U2, GUIDANCE),
    Golden("kompetenceløft", SKILLS, ABOUT_SKILLS),
    Golden("rekrutteringskampagne", L10, RECRUITMENT),
    Golden("kampagner", L10),
    Golden("læringsmiljø", V, R2),
]

SYNONYMS = [
    Golden("praktik", PLACEMENT, NEAR_PLACEMENT),
    Golden("praktikken", PLACEMENT, NEAR_PLACEMENT),
    Golden("praktikvejleder", SUPERVISORS, GUIDANCE | MAR),
    Golden("praktikvejledere", SUPERVISORS, GUIDANCE | MAR),
    Golden("oplæringsvejleder", SUPERVISORS, GUIDANCE | MAR),
    Golden("oplæringsvejledere", SUPERVISORS, GUIDANCE | MAR),
    Golden("daglig vejleder", L3, GUIDANCE | MAR),
    Golden("praktiksted", R5 | U3, NEAR_PLACEMENT),
    Golden("oplæringssteder", R5 | U3, NEAR_PLACEMENT),
    Golden("læreplads", U3, NEAR_PLACEMENT),
    Golden("elevtid", L1, NEAR_PLACEMENT),
    Golden("lærling", CASES, ALL),
    Golden("afbrud", DROPOUT, STAYING),
    Golden("drop-out", DROPOUT, STAYING),
    Golden("dropout", DROPOUT, STAYING),
    Golden("buddy", MENTORS, V | STY),
    Golden("læringsbuddy", AAL, MENTORS | V | STY),
    Golden("mentorordning", MENTORS, V | STY),
    Golden("mentorordninger", MENTORS, V | STY),
    Golden("mentorkorps", R1, MENTORS | V | STY),
    Golden("sprogstøtte", LANGUAGE, SOME_LANGUAGE),
    Golden("sprogindsats", LANGUAGE, SOME_LANGUAGE),
    Golden("sprogscreening", LANGUAGE, SOME_LANGUAGE),
    Golden("andetsprog", LANGUAGE, SOME_LANGUAGE),
    Golden("DSA", LANGUAGE, SOME_LANGUAGE),
    Golden("tosproget", LANGUAGE, SOME_LANGUAGE),
    Golden("tosprogede elever", LANGUAGE, SOME_LANGUAGE),
    Golden("flersproget", LANGUAGE, SOME_LANGUAGE),
    Golden("flersprogede", LANGUAGE, SOME_LANGUAGE),
    Golden("SSA", ESB | R4 | FRE | MAR, U4 | R3),
    Golden("SSH", ESB | FRE | MAR, U4),
    Golden("SSA-elever", ESB | R4 | FRE | MAR, U4 | R3),
    Golden("assistent", ESB | R4 | FRE | MAR, U4 | R3),
    Golden("assistenter", ESB | R4 | FRE | MAR, U4 | R3),
    Golden("hjælper", ESB | FRE | MAR, U4),
    Golden("social- og sundhedsassistent", ESB | R4 | FRE | MAR, U4 | R3),
    Golden("social- og sundhedshjælper", ESB | FRE | MAR, U4),
    Golden("social- og sundhedsuddannelserne", NONE, ALL),
    Golden("hjemmepleje", L8 | V, KBH),
    Golden("hjemmeplejen", L8 | V, KBH),
    Golden("hjemmehjælp", L8 | V, KBH),
    Golden("ældrepleje", L8 | V, LYNGBY | KBH),
    Golden("tryghed", WELLBEING, SAFETY),
    Golden("tryg", V, WELLBEING | SAFETY),
    Golden("onboarding", R4, TRANSITION | L1 | SIMULATION),
    Golden("introforløb", R4, TRANSITION | L1 | SIMULATION),
    Golden("praksischok", R4, TRANSITION | L1 | SIMULATION),
    Golden("bemanding", FRE | L5 | L8 | MID, L4 | HES),
    Golden("AMU", L3 | U2, U1 | ESB | MID | SIMULATION),
    Golden("kursus", L3 | U2, U1 | L9 | ESB | MID | SIMULATION),
    Golden("kurser", L3 | U2, U1 | L9 | ESB | MID | SIMULATION),
    Golden("efteruddannelse", L3 | U2 | SNO, U1 | L9 | R6 | ESB | MID | SIMULATION),
    Golden("opkvalificering", L3 | U2 | SNO, U1 | L9 | R6 | ESB | MID | SIMULATION),
    Golden("tilskud", U2, POLICY | MAR | NAT | OES | R3 | STY),
    Golden("finansiering", U2, POLICY | MAR | NAT | OES | R3 | STY),
    Golden("midler", U2, POLICY | MAR | NAT | OES | R3 | STY),
    Golden("ufaglært", L2 | L9),
    Golden("ufaglærte", L2 | L9),
    Golden("ikke-uddannet", L2 | L9),
    Golden("ikke-uddannede", L2 | L9),
]

FOLDING = [
    Golden("laeringsbuddy", AAL, MENTORS | V | STY),
    Golden("LÆRINGSBUDDY", AAL, MENTORS | V | STY),
    Golden("oplaering", PLACEMENT, NEAR_PLACEMENT),
    Golden("sprogstoette", LANGUAGE, SOME_LANGUAGE),
    Golden("sprogstotte", LANGUAGE, SOME_LANGUAGE),
    Golden("netvaerk", PEERS, AAL | HES | SOH | VEJ),
    Golden("hverdagscafe", R2),
    Golden("cafe", R2, MAR),
    Golden("aarsager", U4, NYT),
    Golden("ufaglaerte", L2 | L9),
    Golden("faellesskab", PEERS, R1 | AAL | HES | SOH | VEJ),
    Golden("ramboll", RATED),
    Golden("Rambøll", RATED),
    Golden("ramboell", RATED),
    # Hyphens, soft hyphens and no-break spaces.
    Golden("SOSU-elev", AAL | ESB | FRE | KBH | MAR, ALL),
    Golden("sosuelev", AAL | ESB | FRE | KBH | MAR, ALL),
    Golden("sosu elever", AAL | ESB | FRE | KBH | MAR, ALL),
    Golden("fra\u00adfald", DROPOUT, STAYING),
    Golden("læringsbuddy\u00a0aalborg", AAL),
    Golden("fuldtids-vejleder", FULL_TIME, AAL | MAR),
    Golden("AMU-uddannelse", L3, U2 | U1 | ESB | MID),
    Golden("mentor-ordning", MENTORS, V | STY),
]

PLACES = [
    Golden("København", KBH, R5),
    Golden("koebenhavn", KBH, R5),
    Golden("kobenhavn", KBH, R5),
    Golden("københavns", KBH, R5),
    Golden("Københavns Kommune", KBH, R5),
    Golden("koebenhavns kommune", KBH, R5),
    Golden("KK", KBH, R5),
    Golden("Uddannelse København", R5, KBH),
    Golden("Aalborg", AAL),
    Golden("Ålborg", AAL),
    Golden("ålborg kommune", AAL),
    Golden("Aalborg Kommune", AAL),
    Golden("Esbjerg", ESB | R6, STY),
    Golden("Esbjerg Kommune", ESB | R6, STY),
    Golden("frafald esbjerg", ESB, R6),
    Golden("Fredensborg", FRE),
    Golden("Frederikshavn", FRH),
    Golden("Frederikshavns Kommune", FRH),
    Golden("Mariagerfjord", MAR),
    Golden("mariagerfjord kommune", MAR),
    Golden("Vallensbæk", V),
    Golden("vallensbaek", V),
    Golden("Lyngby-Taarbæk", LYNGBY),
    Golden("lyngby-tårbæk", LYNGBY),
    Golden("lyngby taarbaek", LYNGBY),
    Golden("Lyngby-Taarbæk Kommune", LYNGBY),
    Golden("Lyngby", LYNGBY),
    Golden("LTK", LYNGBY),
    Golden("Assens", R1),
    Golden("Faaborg-Midtfyn", R1),
    Golden("fåborg-midtfyn", R1),
    Golden("Kerteminde Kommune", R1),
    Golden("Langeland", R1),
    Golden("Middelfart", R1 | MID | R6),
    Golden("Nordfyns", R1),
    Golden("Nordfyn", R1),
    Golden("Nordfyns Kommune", R1),
    Golden("Nyborg", R1),
    Golden("Odense", R1 | STY),
    Golden("odense kommune", R1 | STY),
    Golden("Svendborg", R1),
    Golden("Ærø", R1),
    Golden("aeroe", R1),
    Golden("fynsk", R1 | STY),
    Golden("de ti fynske kommuner", R1),
    Golden("Nordjylland", NORTH),
    Golden("Region Nordjylland", NORTH),
    Golden("Syddanmark", SOUTH),
    Golden("Region Syddanmark", SOUTH),
    Golden("Hovedstaden", CAPITAL, R5),
    Golden("region hovedstaden", CAPITAL, R5),
    Golden("Aarhus", OES),
    Golden("århus kommune", OES),
    Golden("Holbæk", HES | HET),
    Golden("Vejen Kommune", VEJ | R6, FRH | V),
    Golden("Lolland", NYF),
    Golden("Thisted", VEV, R4),
    Golden("Aabenraa", STY | SYD),
    Golden("Silkeborg", R2),
    Golden("Region Midtjylland", OES | R2),
    Golden("Region Sjælland", HES | HET | NYF),
    Golden("Nykøbing Falster", NYT | NYF),
    Golden("SOSU Østjylland", R2 | OES),
    Golden("SOSU Nord", R3 | R4 | SNO, NORTH | R1),
    Golden("mentor aalborg", AAL),
    Golden("mentor nordjylland", AAL | MAR),
    Golden("mentor odense", R1, STY),
    Golden("vejledere fredensborg", FRE),
    Golden("lyngby mentor", NONE, LYNGBY | MENTORS | V | STY),
    Golden("sprogstøtte københavns kommune", KBH),
]

PHRASES = [
    Golden("vejleder på fuld tid", FULL_TIME, AAL | MAR),
    Golden("vejledere på fuld tid", FULL_TIME, AAL | MAR),
    Golden("dansk som andetsprog", LANGUAGE, SOME_LANGUAGE),
    Golden("dansk som andet sprog", LANGUAGE, SOME_LANGUAGE),
    Golden("andet sprog", LANGUAGE, SOME_LANGUAGE),
    Golden("elever med dansk som andetsprog", LANGUAGE, SOME_LANGUAGE),
    Golden("uden for normeringen", FRE | L8, L5 | L4 | MID),
    Golden("fuldtidsvejledere uden for normeringen", FRE | L8, FULL_TIME | L5),
    Golden("mentor for elever", MENTORS | V, STY),
    Golden("samarbejde mellem skole og praktik", FRH, TRANSITION | U1 | R5 | V | ESB | R1),
    Golden("overgang fra skole til oplæring", R3, TRANSITION | U1 | SIMULATION),
    Golden("fra ufaglært til faglært", L9, L2),
    Golden("fra elev til ansat", L1, ALL),
    Golden("tid til vejledning", L4, GUIDANCE | MAR),
    Golden("særlige udfordringer", AAL | MAR | R1, V | FRE | KBH),
    Golden("personlige udfordringer", R1 | MAR, AAL | V),
    Golden("kulturelle udfordringer", MAR, AAL | R1),
    Golden("fast struktur", FRE, L8 | R1),
    Golden("faste elevkoordinatorer", ESB),
    Golden("virksom indsats", RATED),
    Golden("virksomme indsatser", RATED),
    Golden("frafald SSA", ESB | R4 | FRE, U4 | MAR | R3),
    Golden("simulation i oplæring", R3, SIMULATION),
    Golden("socialt netværk", L6, R2 | HES),
    Golden("sociale aktiviteter", L6, R2),
    Golden("løbende feedback og sparring", L4),
    Golden("155 elever", KBH),
    Golden("digitalt uddannelsesoverblik", U3),
    Golden("lærepladsen.dk", U3),
    Golden("fagligt udvalg", U2),
    Golden("psykologisk tryghed", V, WELLBEING | SAFETY),
    # The words of the problem, as somebody says it at a meeting.
    Golden("eleven stopper", DROPOUT, STAYING),
    Golden("elever stopper", DROPOUT, STAYING),
    Golden("eleverne stopper i praktikken", ESB | FRE, STAYING | PLACEMENT),
    Golden("svært ved sproget", LANGUAGE, CASES),
    Golden("eleverne har svært ved dansk", U1, LANGUAGE | SOME_LANGUAGE),
    Golden("sproglige vanskeligheder", U1, LANGUAGE),
    Golden("vejlederne mangler tid", L4, GUIDANCE | MAR),
    Golden("eleverne trives ikke", WELLBEING, L6 | SAFETY),
    Golden("eleven er utryg", NONE, WELLBEING | SAFETY),
    Golden("hvordan fastholder vi elever?", RETENTION, STAYING),
    Golden("mangel på ansøgere", L10, RECRUITMENT | V),
]

PREFIXES = [
    Golden("ment", MENTORS | V, STY),
    Golden("mento", MENTORS | V, STY),
    Golden("vejl", SUPERVISORS, GUIDANCE | MAR | U3 | R4),
    Golden("simu", SIMULATION),
    Golden("sprogs", LANGUAGE, SOME_LANGUAGE),
    Golden("rekru", L10, RECRUITMENT | CASES | V),
    Golden("fuldt", FULL_TIME, AAL | MAR),
    Golden("onboa", R4, TRANSITION),
    Golden("galio", R2),
    Golden("overga", TRANSITION, L1 | U1 | U2 | SIMULATION),
    Golden("normer", FRE | L5 | L8 | MID, L4 | HES),
    Golden("aalb", AAL),
    Golden("ålbo", AAL),
    Golden("esbj", ESB | R6, STY),
    Golden("køben", KBH, R5),
    Golden("koben", KBH, R5),
    Golden("valle", V),
    Golden("maria", MAR),
    Golden("frederiksh", FRH),
    Golden("fredens", FRE),
    Golden("netvæ", PEERS, AAL | HES | SOH | VEJ),
    Golden("trivs", WELLBEING, L6 | SAFETY),
    Golden("digit", U3, U4 | STY),
    Golden("oplær", PLACEMENT, NEAR_PLACEMENT),
    Golden("prakt", L3 | FRE, NEAR_PLACEMENT | L4),
    Golden("gruppev", R5),
    Golden("hjemmep", L8 | V, KBH),
    Golden("branches", L2, L9),
]

TYPOS = [
    Golden("metnor", MENTORS | V, STY),
    Golden("mentorodning", MENTORS, V | STY),
    Golden("simualtion", SIMULATION),
    Golden("gruppevejlednig", R5),
    Golden("onbording", R4, TRANSITION | L1 | SIMULATION),
    Golden("rekrutering", RECRUITMENT, CASES | V),
    Golden("sprogstøte", LANGUAGE, SOME_LANGUAGE),
    Golden("lærringsbuddy", AAL, MENTORS | V | STY),
    Golden("fastholdelsesmedarbejer", L7, FRH),
    Golden("fuldtidsvejlder", FULL_TIME, AAL | MAR),
    Golden("esbjrg", ESB | R6, STY),
    Golden("aalbrog", AAL),
    Golden("københvn", KBH, R5),
    Golden("frederikshvan", FRH),
    Golden("mariagefjord", MAR),
    Golden("hjemmeplje", L8 | V, KBH),
    Golden("brancheskfitere", L2, L9),
    Golden("trivsle", WELLBEING, L6 | SAFETY),
    Golden("frafadl", DROPOUT, STAYING),
    Golden("normerring", FRE | L5 | L8 | MID, L4 | HES),
    Golden("netværg", PEERS, AAL | HES | SOH | VEJ),
    Golden("assitent", ESB | R4 | FRE | MAR, U4 | R3),
]

NOTHING = [
    Golden(query, NONE)
    for query in (
        "Roskilde",
        "Roskilde Kommune",
        "Vejle",
        "Vejle Kommune",
        "Frederiksberg",
        "Frederikssund",
        "Fredericia",
        "Holstebro",
        "Kolding",
        "Samsø",
        "Køge Kommune",
        "Bornholm",
        "pizza",
        "fodbold",
        "tandlæge",
        "kvantefysik",
        "skibsværft",
        "xyzzyx",
    )
]

GOLDEN = [
    *WORDS,
    *COMPOUNDS,
    *SYNONYMS,
    *FOLDING,
    *PLACES,
    *PHRASES,
    *PREFIXES,
    *TYPOS,
    *NOTHING,
]


def in_order(*singles):
    return [slug for single in singles for slug in single]


# The best hit first, in this order on every database.
ORDER = {
    "mentor": in_order(V, MAR, R1, AAL, STY),
    "vejleder på fuld tid": in_order(R6, L8, MID, ESB, FRE, AAL, MAR),
    "praktikvejleder": in_order(
        L3, V, U2, L4, R6, R5, VEJ, L8, MID, ESB, VEV, FRE, R3, KBH, AAL, MAR
    ),
    "sprogstøtte": in_order(KBH, U1, NAT, VEV, STY, FRE, MAR),
    "trivsel": in_order(NYT, OES, R2, HET, AAL, HES, V, SYD, R5, R3),
    "overgang": in_order(R4, R3, U3, FRH, NAT, NYF, KAR, SOH, NYT, MAR, SNO),
    "Lyngby": in_order(L3, L5, L8, L7, L2, L1, L10, L6, L4, L9),
    "frafald": in_order(
        U4, R6, R2, R5, R3, L7, MID, ESB, NYF, HES, NYT, FRE, R4, FRH, KBH, AAL, V, MAR, SOH
    ),
    "oplæring": in_order(
        R3,
        L3,
        V,
        U2,
        R6,
        R1,
        R2,
        R5,
        R4,
        VEJ,
        U3,
        L5,
        L8,
        FRH,
        MID,
        ESB,
        KBH,
        KAR,
        HES,
        SOH,
        U1,
        FRE,
        L4,
        MAR,
        L1,
        NYF,
        AAL,
    ),
    "rekruttering": in_order(L10, L2, L1, KAR, L9, V, MAR),
    "normering": in_order(L5, L8, MID, HES, FRE, L4),
    "mentor nordjylland": in_order(MAR, AAL),
    "kompetencer": in_order(U1, STY, L3, SNO, U2, L1, R6, KBH, MAR, R3, L5),
}
