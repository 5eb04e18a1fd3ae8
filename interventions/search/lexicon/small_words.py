"""Words that say nothing of what a text or a search is about."""

# Pronouns, prepositions, conjunctions, auxiliaries, question words and amounts. Never searched for.
STOP_WORDS = """
    ad af aldrig alle allerede alligevel alt altid altså andre at bag bare begge blandt blev
    blevet blive bliver burde bør både cirka da de dem den dengang denne dens der deres derfor
    det dets dette dig din dine disse dit dog du efter eftersom ej eller ellers en end endda
    endnu enhver ens enten er et ethvert fik flere flest for forbi fordi fra frem færre før få
    fået får gennem gerne haft ham han hans har havde have hej helst hen hende hendes her
    hinanden hos hun hvad hvem hver hverken hvert hvilke hvilken hvilket hvis hvor hvordan
    hvorfor hvorhen hvorledes hvornår hvorvidt i ifølge igen igennem ikke imellem imens imod ind
    inde indtil ingen intet ja jeg jer jeres jo kan kom kun kunne kunnet langt lidt lige man
    mange masser med meget mellem men mens mere mest mig min mindst mine mit mod må måske måtte
    ned nej netop nogen noget nogle nok nu næsten når ofte og også om omkring op os over per
    plus pr på samt selv selvom siden sig sin sine sit sjældent skal skulle skullet som så sådan
    sådanne tak til tit trods ud ude var ved vel venligst vi via vil ville villet vores vær være
    været
"""

# What the whole base is about, what people ask with, and what they think of it. Beside other words
# these say nothing: “Aarhus Kommune” is Aarhus, “hvad virker mod frafald” is frafald.
WEAK_WORDS = """
    bedre bedst benytte bruge dårlig finde forklare fortælle give god gode godt gøre handle høj
    håndtere indsats initiativ kende kommunal kommune koste lave løse mangle mindre mulig prøve
    region regionskommune rigtig sige ske stor svær søge tage tilbyde tiltag undgå vigtig virke
    vise ønske
"""

# Words that lead to what somebody asks about, if a preposition follows: “hjælp til ordblinde” is
# about ordblinde, but “særlige behov” is about needs.
LEADING_WORDS = """
    arbejde behov besvær brug eksempel erfaring fokus forslag hjælp hjælpe idé information
    inspiration leder løsning mangel metode model måde problem råd spørgsmål udfordring
    vanskelighed viden
"""
PREPOSITIONS = "at efter for fra hos i imod med mod om omkring på til ved"
