"""Words that Danish compounds are made of, as far as the field and its neighbours use them."""

PARTS = """
    afdeling afgang afklaring aftale aften aktivitet aktør alder ambassadør AMU analyse
    anbefaling andet angst ansvar ansættelse ansøger ansøgning apparat arbejde arbejder
    assistent AUB avis bachelor barn barriere basis beboer bedrift begynder behandling behov
    belastning bemanding beskæftigelse besøg bevilling bidrag bil billede bistand blad bog bolig
    borger branche brev brobygning brud bruger buddy budget bus bygning børn café case center
    chef chok coach cykel dag dagbog dannelse dansk data database debat del demens dialog
    digital dokumentation drift drøm DSA dækning effekt efterskole eksamen element elev emne
    enhed erfaring erhverv etik EUD EUX evaluering event evidens fag faglig faglært fald familie
    faste fejl felt ferie film firma fleksibel flersproget folk folke fond forberedelse
    forebyggelse foredrag forening forhold forløb form forskning forståelse forsøg forvaltning
    forældre fravær frikommune fritid frivillig fuld fælles fællesskab færdig første førstehjælp
    gang gave gennemførelse gennemførsel GF2 gode gruppe gymnasium handicap handling helhed
    helse hjem hjemme hjælp hjælper hold holdning hospital hoved hus hygiejne identitet idé
    indhold individ indsats indslusning indvandrer initiativ innovation inspiration inspirator
    institut institution instruktør integration intro introduktion investering job journal
    kampagne karakter karriere kendskab klasse klinik klub kollega komité kommune kompetence
    koncept konference konflikt konsulent kontakt kontor kontrakt koordination koordinator korps
    krav krise kriterie kultur kursist kursus kvalifikation kvalitet kvinde kvote køn kørsel
    laboratorium lag land ledelse leder ledig lektie lektion liv lokal lov læge lære lærer
    læring læse løft løn magasin marked match matematik materiale medicin medie melding mentor
    mester metode middel midler midt miljø minister ministerium misbrug model modersmål modul
    motivation museum musik mægler møde møder mønster mål måling måltid måned naboer navn net
    netværk niveau nord norm normering notat nyhed nærvær område omsorg onboarding opgave ophold
    oplevelse oplæring opslag opstart optag ord ordblind ordning organisation orientering orlov
    overgang overlevering pakke partner patient penge periode person personale pilot plads plan
    pleje plejer politik pool portal post praksis praktik presse pris privat problem procent
    procespolitik profil program projekt protokollat prøve psykiatri psykolog psykologi pulje
    pædagog pædagogik pårørende rapport redaktør redskab refleksion region regning rejse
    rekruttering relation ressource resultat risiko robot rolle rum rutine råd rådgiver
    rådgivning sag samarbejde samfund samling samtale samvær sans screening sektor selvtillid
    seminar senior service side sikkerhed sikring simulation situation skema skift skole social
    SOSU sparring special specialist spil spor sport sprog SSA SSH stab stand start station
    statistik status sted stemning stil stilling stof stop strategi stress struktur studerende
    studie styrelse styring styrke støtte sundhed svar syd sygdom syge sygeplejerske system
    søgning tal talent tavle team teknik teknologi telefon tema teori terapi test tid tilbud
    tilknytning tilskud tilsyn time titel tjek tjeneste top tosproget trappe trin trivsel
    tryghed træner træning tur turnus tværfaglig type udbud uddannelse udfordring udtale udvalg
    udvikling ufaglært uge undersøgelse underviser undervisning ung unge univers universitet
    vagt vejleder vejledning vejviser velfærd ven vest viden vikar virkelighed virksomhed vision
    visitation voksen vurdering væg vækst værdi værk værksted ydelse ældre øje økonomi øst
    øvelse øvrig år årsag
"""

# Words that look like compounds and say something of their own. They are parts, but have none: who
# looks for learning does not mean apprentices, and no one who looks for a day means every day.
WHOLES = """
    arbejdsgiver arbejdsplads arbejdstager borgmester deltid efteruddannelse fasthold fastholde
    fastholdelse forhold forklaring forlængelse forløb frafald fredag fuldtid fællesskab
    førstehjælp grundlag grundlæggende grundlægger hverdag håndbog håndholdt jobcenter landsby
    ledsager læreplads lærested læretid lærling lørdag mandag markedsføring medarbejder medlem
    medlemskab omsorgsforvaltningen onsdag opkvalificering overblik overgang personlig samvær
    selvværd sygehus søndag tilbagefald tirsdag torsdag understøttelse undervisningsministeriet
    ungdom varehus vejledende virkelighed virksomhed værested
"""

# Parts that say less than what stands beside them, as in `netværksgruppe`. A compound is never
# looked for by one of these alone.
VAGUE_PARTS = """
    andet bog case dag del element elev enhed folk forhold forløb fuld gang gode grundlag gruppe
    hjem hjælp hold hoved hus land liv mark midler mål navn område opgave ordning person plads
    plan problem række samling side skift skole SOSU spor sport stand sted studie styrelse tid
    type uddannelse udfordring viden værk år
"""

# Last and first parts that add nothing to what the synonyms know: a mentorforløb is a mentor.
EMPTY_TAILS = "forløb indsats ordning område tiltag"
EMPTY_HEADS = "SOSU"
