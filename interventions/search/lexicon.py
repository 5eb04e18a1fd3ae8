"""What the analysis knows of Danish that no rule tells: small words, odd forms, parts of compounds.

Plain words in their usual spelling; the analysis folds and stems them itself.
"""

STOP_WORDS = """
    ad af alle alt at både da de dem den denne der deres det dette dig din dine disse dit du
    efter eller en end er et for fra få får før gør ham han har have hende hendes her hos hun
    hvad hvem hver hvilke hvilken hvis hvor hvordan hvorfor hvornår i ikke ind ja jeg jer jeres
    jo kan kom kunne man mange med meget men mere mig min mine mit mod må ned nogle nok nu når
    og også om op os over på sig sin sine sit skal skulle som så sådan til ud under var ved vi
    vil ville vores være været mangler mangle mangel manglende svær svært svære behov brug
"""

# Forms that share a meaning, but that no suffix rule brings together; the first one names the root.
IRREGULAR = """
    hjælper hjælpere hjælperen hjælperne hjælpernes hjælperes hjælpers
    voksen voksne voksnes
    ansøger ansøgere ansøgeren ansøgerne ansøgernes ansøgers
    buddy buddies buddyer buddyen buddyerne
    ældre ældres
    kursus kurser kurset kurserne
    bedrifter bedrift
    ung unge unges
    tidlig tidlige tidligt tidligere tidligst
    mand mænd
    bog bøger
    datter døtre
    sosu sosuer sosuerne
    taler tale talen
    mål målet målene
    mentor mentors mentorer mentorerne mentorernes mentoren mentorens
    konsulent konsulenter
    center centre centret centrene centeret
    skoleperiode skoleperioder skoleperioden
    sygdom sygdomme sygdommen syg syge
    flersproget flersprogede flersprogethed
    tosproget tosprogede tosprogethed
    læring lære lærer lært læringen
    bevilling bevillinger bevillingen bevilget bevilges bevilger
    professionalisering professionalisere professionel professionelle professionelt
    barn børn børnene
    teori teorier teorien teoretisk teoretiske
    praksis praktisk praktiske
"""

# Words that compounds of the field are made of, and words that must not be taken apart.
PARTS = """
    afbrud afdeling afgang afklaring aftale aften aktivitet aktør alder AMU analyse anbefaling
    ansat ansvar ansættelse ansøger ansøgning arbejde arbejder arbejdsgiver assistent avis
    bachelor barn barriere basis beboer bedrift begynder behov belastning bemanding besøg
    bevilling bidrag bolig borger branche brobygning brud buddy budget bygning børn café case
    center chef chok coach dagtilbud dannelse dansk data database del deltid fuldtid demens
    dialog digital drift DSA dækning effekt efterskole efteruddannelse elev emne enhed erfaring
    erhverv evaluering evidens fag faglig faglighed faglært fald familie fast fastholdelse ferie
    fleksibel flersproget folke forebyggelse forening forlængelse forløb forskning forståelse
    forsøg forvaltning forældre frafald fravær frivillig fuld fælles fællesskab første
    førstehjælp gang gennemførelse gennemførsel grund gruppe gymnasium handicap handling hjem
    hjemmepleje hjælp hjælper hold holdning hospital hus hverdag hygiejne håndbog idé indsats
    indslusning indvandrer innovation inspiration integration intro introduktion job jobcenter
    kampagne karakter karriere kendetegn klasse klinik kollega kommune kompetence koncept
    konference konflikt konsulent kontakt kontrakt koordination koordinator korps kort krav
    kriterie kultur kursus kvalifikation kvalitet kvinde kvote køn ledelse leder ledig lektie
    liv lokal lov læge lære læreplads lærer læring lærling læse løft løn marked markedsføring
    medarbejder medicin medie mentor mestring metode middel minister ministerium modul
    motivation møde mål måling netværk niveau norm normering nyhed nærvær område omsorg
    onboarding opgave ophold opkvalificering oplæring optag ordblind ordning organisation
    orientering orlov overblik overgang overlevering pakke part patient periode person personale
    plads plan pleje portal praksis praktik presse privat problem procent profil program projekt
    protokollat prøve psykiatri psykologi pulje pædagog pædagogik rapport refleksion region
    rekruttering relation ressource resultat rolle rum råd sag samarbejde samling samtale samvær
    sans screening sektor selvtillid seminar senior service sikkerhed simulation situation skift
    skole social SOSU sparring specialist sprog SSA SSH start station status stilling stop
    strategi stress struktur studerende studie styrelse støtte sundhed svar sygdom syge
    sygefravær sygehus sygeplejerske system tal talent team teamleder teknik teknologi telefon
    tema teori terapi test tid tilbud tilknytning tilskud tilsyn time titel top tosproget trin
    trivsel tryghed træning turnus tværfaglig udbud uddannelse udfordring udvalg udvikling
    ufaglært uge ugebrev understøttelse undersøgelse underviser undervisning ung ungdom unge
    univers universitet vagt varehus vejleder vejledning velfærd viden vidensdeling virksomhed
    visitation voksen vurdering vækst værdi værksted weekend ydelse ydre ældre økonomi øvelse år
    årsag
"""

# Last parts of compounds that say less than what stands before them, as in `netværksgruppe`.
VAGUE_PARTS = """
    forløb gruppe konsulent ordning problem skift uddannelse udfordring
"""
