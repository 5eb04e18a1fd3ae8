"""Written before the search was looked at. Measured then: recall 0.9423, precision 0.9130."""

FIRST = """
    # Words and their forms
    ordblind | FRE
    ordblindhed | FRE
    psykologer | FRH HET
    socialrådgiver | R1
    fraværet | AAL NYF SYD V
    selvværd | R1
    konflikt | R1
    motivation | V
    modersmålet | VEV
    ergoterapeuter | R1
    sundhedsplejerske | HET
    anonymitet | HET
    folkeskoler | L10 | STY
    borgmesteren | V
    plejehjem | KBH | HES MID
    plejecentre | HES MID | KBH
    vagtplaner | MID
    arbejdsplaner | L4
    refleksion | L4 | R5
    sparring | HES L4 | R2
    kontaktlærer | R4
    inklusion | NYT
    tovholder | SOH
    interview | R6
    evalueringer | KBH R1 R5 R6 | ESB
    analyser | U4 | RATED
    protokollat | L9
    udtale | KBH | V
    ordforråd | KBH
    leverandører | KBH OES
    investere | OES
    prøvetid | FRE
    visioner | FRE
    strategier | FRH
    lærere | KBH NYT R4 | R3 SNO STY U1
    lærernes | KBH NYT R4 | R3 SNO STY U1
    læring | AAL KBH | FRE R5 SNO STY U2 V
    undervisning | FRE KAR KBH VEV | NYT R3 R4 SNO STY U1
    evalueret | ESB | KBH R1 R5 R6
    screening | KBH U1 VEV
    tilfredshed | ESB R6
    tilfredse | ESB R6
    konsulenter | FRH HET V
    matchning | KAR
    skoleuge | SYD | KAR
    borgere | SOH U1
    professionelle | R6 U2

    # Compounds and parts of compounds
    eksamensangst | R1
    kompetencesamtale | L1
    løn | HES
    laboratorium | SOH
    misbrug | HET
    psykiatri | R1
    chok | SIMULATION NAT
    mentorstøtte | MAR R1 | AAL STY V
    sprogmentor | STY
    sprogundervisning | KBH | LANGUAGE FRE
    danskundervisning | FRE KBH | LANGUAGE MAR
    mentorsamtaler | R1 | MAR
    oplæringskvalitet | ESB | L3 R6
    vejlederuddannelse | ESB | L3 MID U2 V
    frafaldsprocent | FRE KBH MAR MID NYT | DROPOUT RATED KAR NAT NYF SNO SOH STY
    simulationstræning | SOH | R3 SNO
    underviserkompetencer | U1 | L3 SNO STY U2
    fagsprog | STY | KBH
    elevsamtaler | FRH | NORTH FRE L1 L7 R1
    lærerteam | NYT
    datakvalitet | U4
    kortlægningsanalyse |  | RATED U4
    uddannelsesplan |  | LYNGBY KAR NYF U3
    trivselsmåling | OES
    voksenuddannelse |  | L2 L9

    # Folded spellings
    laerepladsen | KBH U3 | FRH R3 R5
    oplaeringssted | FRH KBH R3 R5 | KAR U3
    stoette til sproget | KBH STY U1 VEV | FRE MAR NAT
    traening | SOH
    oevelser | R3 | KBH
    maalinger | OES | KBH
    tonder | STY
    aero | R1
    nykobing falster | NYF NYT
    ostjylland | OES R2
    saerlige behov | FRE | MENTORS KBH
    fallesskab | HES L6 R2 VEJ | AAL SOH
    Århus | OES
    aabenrå | STY SYD
    raadgiver | R1
    elevloen | HES
    faerdiguddannede | FRE OES

    # Hyphens and signs
    e-læring | KBH
    elæring | KBH
    amukurser | U2 | ESB L3 MID R3 SNO U1
    AMU-uddannelsen | ESB L3 MID | R3 SNO U1 U2
    Skive-Thisted-Viborg | R4
    viborg | R4
    Faaborg Midtfyn | R1
    FÅBORG | R1
    mentor/buddy | MENTORS | STY V
    “onboarding” | R4 | TRANSITION SNO SOH
    1. del af grundforløbet |  | FRH KAR MAR NYT STY SYD VEV

    # Places and schools
    Holbæks kommune | HES HET
    Guldborgsunds Kommune | NYF
    Lolland kommune | NYF
    Midtjylland | OES R2
    nordjyske kommuner | AAL FRH MAR R4 | R3 SNO VEV
    Randers Kommune |
    SKANDERBORG KOMMUNE | R2
    fynske mentorer | R1 | STY
    odense mentor | R1 | STY
    Københavns Kommunes sprogindsats | KBH
    kbh vejledere | R5 | KBH
    bornholms regionskommune |
    SOSU Syd | STY SYD
    sosu h | SOH
    Vevo | VEV
    indsatser i Odense | R1 STY

    # Old and new words
    praktikplads | FRH KBH R5 | ESB R3 U3
    sosuhjælper | ESB FRE MAR
    social- og sundhedsassistentuddannelsen | ESB FRE MAR R4 | R3
    mistrivsel | OES | WELLBEING HET R1 R3 R4 R5
    utryg | R5 | WELLBEING HET R3 R4
    buddyordning | AAL | MAR R1 STY V
    bemandingen | FRE L5 L8 | HES L4 MID
    praktikvejledning | SUPERVISORS R5 | AAL KBH MAR R3
    lærlinge | ESB FRH | ALL
    dropper ud | L7 U4 | DROPOUT RATED KAR MAR NAT NYF SNO SOH STY
    studerende | ESB FRH | ALL
    lærested | FRH KBH R3 R5 | KAR U3

    # Slips
    fuldtidsvejldere | FULL_TIME | AAL MAR
    simulaton | SIMULATION
    fastholdelssamtaler | FRH | L7
    mentorordnig | MENTORS | STY V
    grupevejledning | R5
    frafld | L7 R2 U4 | DROPOUT RATED KAR MAR NAT NYF SNO SOH STY
    Vallensbek | V
    Marigerfjord | MAR
    hjemmeplejn | KBH L8 V | HES MID
    Holbek | HES HET
    praksichok | SIMULATION | TRANSITION
    Sønerborg | STY
    fredrikshavn | FRH
    datavarhus | U4
    modermsål | VEV

    # Questions and phrases
    hvad virker mod frafald | L7 R2 U4 | DROPOUT RATED KAR MAR NAT NYF SNO SOH STY
    hvordan holder vi på eleverne | FRH L7 | DROPOUT RATED KAR MAR NAT NYF SNO SOH STY
    hjælp til ordblinde elever | FRE
    hvordan får vi flere ansøgere | L10 | RECRUITMENT MAR U2 V
    hvorfor stopper eleverne | NYT U4 | DROPOUT RATED KAR MAR NAT NYF SNO SOH STY
    hvem betaler for mentorer | MAR | AAL R1 V
    er der penge til sprogstøtte | U1 | KBH MAR NAT STY
    vejledere uden for normeringen | FRE L8 | HES L4 L5 MID
    svært ved dansk | KBH | LANGUAGE FRE MAR
    erfaringer fra Esbjerg | ESB | R6 STY
    elever med dårligt dansk | KBH | LANGUAGE FRE MAR
    projekter i Region Syddanmark | KAR STY | SOUTH
    hvilke skoler bruger simulation | R3 SOH | SNO
    overgang fra grundforløb til hovedforløb | FRH KAR MAR | NYT STY
    praktik i hjemmeplejen | L8 | KBH V
    frafald på assistentuddannelsen | FRE MAR R4 | ESB R3
    psykolog frederikshavn | FRH
    nye vejledere | MAR U2 | V
    individuel støtte | NYT | KBH R5 VEV
    fire dages uge | SYD | R4 R5
    undervisere på sidelinjen | R3
    tilbud til unge med misbrug | HET
    hvad koster en mentor | MENTORS | STY V
    jeg leder efter noget om trivsel | WELLBEING HET | R3 R4 R5
    gode råd om onboarding | R4 | TRANSITION SNO SOH
    kan man få hjælp til angst | R1
    hvad siger Rambøll om gruppevejledning | R5
    samarbejde med skolen | AAL FRE | ESB FRH MAR NYF OES R3 U1 U3 V
    mindre fravær | SYD V | AAL NYF

    # Beginnings of words
    ergo | R1
    psyk | FRH HET R1
    modersm | VEV
    karri | KAR
    datav | U4
    ordbl | FRE
    kontaktl | R4
    fuldtidsv | FULL_TIME
    hverdagsc | R2
    mariag | MAR
    skand | R2
    simul | SIMULATION
    rekrut | RECRUITMENT | MAR V

    # Words nobody uses
    mænd |
    kvinder |
    kørekort |
    pensionister |
    børnehave |
    stress |
    fæ |
    mobning |
    blockchain |
    corona |
    gravide |

    # Names
    studieskolen | KBH
    StudentPulse | OES
    ucn | SNO
    AUB | MAR
    SEVU | RATED ESB KBH MID VEJ
"""
