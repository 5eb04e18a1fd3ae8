"""Forms of a word that no rule of endings brings together, or that rules would mix up."""

# The first one of a row names the root; alone, it has none but its own (Vejen is no `vej`).
# A genitive need not stand here.
IRREGULAR = """
    afbrud afbryde afbryder afbrød afbrudt afbrudte afbrydelse afbrydelsen
    ansat ansatte ansætte ansætter ansættelse ansættelsen ansættelser
    ansøger ansøgere ansøgeren ansøgerne
    barn barnet børn børnene
    bedrift bedrifter
    bevilling bevillinger bevillingen bevilget bevilges bevilger
    bog bogen bøger bøgerne
    borger borgere borgeren borgerne
    buddy buddies buddyer buddyen buddyerne
    center centre centret centrene centeret
    datter datteren døtre
    finde finder fandt fundet
    flersproget flersprogede flersprogethed
    fri frie frit
    følge følger fulgte fulgt
    give giver gav givet
    gøre gør gjorde gjort
    gå går gik gået
    hjælp hjælpe hjalp hjulpet hjælpes hjælpen
    hjælper hjælpere hjælperen hjælperne
    hånd hænder
    kollega kollegaer kolleger kollegaen kollegerne kollegaerne
    kraft kraften kræfter
    kursus kurser kurset kurserne
    laboratorium laboratorier laboratoriet laboratorierne
    leder ledere lederen lederne
    ledig ledige ledigt
    lille små
    lærer lærere læreren lærerne
    læring læringen lære lærte lært
    lærling lærlinge lærlingen lærlingene
    mand manden mænd mændene
    mentor mentorer mentorerne mentoren
    ministerium ministerier ministeriet ministerierne
    mål målet målene
    måling målinger målingen målingerne
    nat natten nætter
    ny nye nyt nyere
    oversigt oversigten oversigter
    praksis praktisk praktiske
    professionalisering professionalisere professionel professionelle professionelt
    sige siger sagde sagt
    skema skemaer skemaet skemaerne
    skoleperiode skoleperioder skoleperioden
    skrive skriver skrev skrevet
    sosu sosuer sosuerne
    stilling stillinger stillingen stillingerne
    stå står stod stået
    sygdom sygdomme sygdommen syg syge
    sætte sætter satte sat
    tage tager tog taget
    taler tale talen
    tema temaer temaet temaerne
    teori teorier teorien teoretisk teoretiske
    tidlig tidlige tidligt tidligere tidligst
    tilfreds tilfredse tilfredst tilfredshed tilfredsheden
    tosproget tosprogede tosprogethed
    træning træninger træningen træne træner trænede trænet
    tælle tæller talte
    uge uger ugen ugerne ugentlig ugentlige ugentligt
    ung unge yngre yngst
    valg vælge vælger valgte valgt
    vejen
    vejleder vejledere vejlederen vejlederne vejlede vejledes vejledt vejledte
    vejleder vejledning vejledningen vejledninger vejledningerne
    voksen voksne
    ældre ældst
    øve øver øvede øvet øvelse øvelser øvelsen øvelserne
"""

# A verb and the small word that belongs to it, though others may stand between: “elever falder
# ofte fra”, “hvordan holder vi på dem”. The noun says the same and names the root.
PARTICLE_VERBS = """
    falde fra frafald
    droppe ud dropout
    holde på fastholde
    holde fast fastholde
    bryde af afbrud
    prøve af afprøve
    lære op oplæring
    følge op opfølgning
    søge ind ansøgning
"""

# In a text “han lærer” is what somebody does; typed in a search, or in a compound, it is a person.
VERBS_IN_TEXTS = """
    lærer lære
"""

# What a word may end on, after a consonant (doubled or not) and after a vowel.
ENDINGS = "e en et er ere eren erne ene ede"
AFTER_A_VOWEL = "n t r ne rne"
