"""Words that mean the same share a term, and nothing anybody types can break the analysis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interventions.search import analysis
from municipalities import danish


def terms(text):
    return {term for word in analysis.words(text) for term in word.terms}


@pytest.mark.parametrize(
    "forms",
    [
        "elev elever eleven eleverne elevens elevernes",
        "indsats indsatser indsatsen indsatserne",
        "vejleder vejledere vejlederne vejledning vejlede",
        "uddannet uddannede uddannelse uddanne",
        "trivsel trives trivslen",
        "mentor mentorer mentorerne mentors",
        "sprog sproget sproglig sproglige sprogligt",
        "gennemførelse gennemførsel gennemføre gennemført",
        "fastholdelse fastholde fastholdt fastholder",
        "overgang overgange overgangen",
        "kursus kurser kurset",
        "Nordfyn Nordfyns",
        "København Københavns",
        "Vesthimmerland Vesthimmerlands",
        "voksen voksne",
        "kollega kolleger kollegaer",
        "anonym anonymt anonymitet",
        "prøve prøver prøvet prøvede",
        "ny nye nyt",
        "tilfreds tilfredse tilfredshed",
        "øve øver øvelse øvelser",
        "plejecenter plejecentre plejecentrenes",
        "fastholdelsessamtale fastholdelsesamtaler fastholdelssamtaler",
    ],
)
def test_forms_of_a_word_share_one_root(forms):
    assert len({analysis.root(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vejle", "vejleder"),
        ("hjælper", "hjælp"),
        ("Fredensborg", "Frederiksberg"),
        ("Frederikshavn", "Frederikssund"),
        ("skole", "sko"),
        ("ansat", "indsats"),
        ("lærer", "læring"),
        ("lærling", "læring"),
        ("lærested", "læring"),
        ("borger", "borg"),
        ("start", "står"),
        ("Vejen", "veje"),
    ],
)
def test_words_that_only_look_alike_keep_apart(one, other):
    assert analysis.root(one) != analysis.root(other)


@pytest.mark.parametrize(
    ("compound", "part"),
    [
        ("fuldtidsvejledere", "vejleder"),
        ("elevfrafald", "frafald"),
        ("elevfrafald", "elev"),
        ("frafaldsforebyggelse", "frafald"),
        ("mentorordninger", "mentor"),
        ("oplæringsvejledere", "oplæring"),
        ("oplæringsvejledere", "vejleder"),
        ("fastholdelsessamtaler", "samtale"),
        ("elevnetværk", "netværk"),
        ("sprogstøtte", "sprog"),
        ("medarbejdernormeringen", "normering"),
        ("hverdagscafé", "café"),
        ("trivselsindsats", "trivsel"),
        ("frafaldsårsager", "årsag"),
        ("hjemmeplejeelever", "elev"),
        ("blåbærmentor", "mentor"),
        ("sygefravær", "fravær"),
        ("hjemmepleje", "pleje"),
        ("lærerteam", "lærer"),
        ("specialskoleområdet", "specialskole"),
    ],
)
def test_a_compound_is_found_by_any_of_its_parts(compound, part):
    assert analysis.root(part) in terms(compound)


@pytest.mark.parametrize(
    ("name", "part"), [("Svendborg", "borg"), ("Odense", "ode"), ("Mariagerfjord", "fjord")]
)
def test_a_name_is_no_compound(name, part):
    assert analysis.root(part) not in terms(name)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("forklarer", "læring"),
        ("fortælle", "tal"),
        ("fastholde", "hold"),
        ("lærested", "lære"),
        ("borgmester", "borger"),
        ("systematisk", "system"),
        ("overblik", "over"),
    ],
)
def test_a_word_that_only_looks_like_a_compound_has_no_parts(word, other):
    assert analysis.root(other) not in terms(word)


def test_words_that_leave_their_end_to_the_next_are_found_whole():
    assert analysis.root("deltidsvejleder") in terms("Deltids- og fuldtidsvejledere")
    assert analysis.root("hjælperelev") in terms("hjælper- og assistentelever")
    assert analysis.root("fastholdelsesmedarbejder") in terms(
        "Fastholdelsessamtaler og -medarbejdere"
    )


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Elever falder ofte fra.", "frafald"),
        ("hvorfor falder eleverne fra", "frafald"),
        ("hvordan holder vi dem på uddannelsen", "fastholdelse"),
        ("de holdes fast i uddannelsen", "fastholdelse"),
        ("skolerne prøver indsatser af", "afprøvning"),
    ],
)
def test_a_verb_and_its_particle_say_what_the_noun_says(text, noun):
    assert analysis.root(noun) in terms(text)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Kommunen holder samtaler på skolen.", "fastholdelse"),
        ("Frafaldet falder. Fra 2024 er der midler.", "falder fra"),
    ],
)
def test_a_preposition_is_no_particle(text, noun):
    assert analysis.root(noun) not in terms(text)


def test_in_a_text_somebody_learns_and_in_a_compound_somebody_teaches():
    assert terms("De lærer nyt.") == {analysis.root("læring"), analysis.root("ny")}
    assert analysis.root("lærere") in terms("kontaktlærer")


def test_a_number_is_one_word():
    assert [word.root for word in analysis.tokens("2.517 samtaler, 7,5 procent, 29.9.2019")] == [
        "2517",
        "samtal",
        "7,5",
        "procen",
        "29",
        "9",
        "2019",
    ]


@pytest.mark.parametrize(
    "spellings",
    [
        "København koebenhavn kobenhavn KØBENHAVN",
        "Ålborg Aalborg ålborg aalborg alborg A\u030alborg",
        "læringsbuddy laeringsbuddy laringsbuddy",
        "Ærø aeroe aerø",
        "Tårnby Taarnby taarnby",
        "café cafe cafe\u0301",
        "fra\u00adfald frafald",
    ],
)
def test_all_ways_of_typing_a_letter_are_one(spellings):
    assert len({frozenset(terms(spelling)) for spelling in spellings.split()}) == 1


def test_a_hyphenated_word_is_found_whole_and_by_its_parts():
    assert terms("SOSU-elev") == {"sosuelev", "sosu", "elev"} == terms("sosuelev")
    assert analysis.root("Lyngby") in terms("Lyngby-Taarbæk")
    assert analysis.root("Tårbæk") in terms("Lyngby-Taarbæk")


def test_what_is_not_something_is_not_found_by_that_something():
    assert analysis.root("uddannede") not in terms("ikke-uddannede")


def test_small_words_say_nothing():
    assert analysis.tokens("Og i på til af for der, hvad er det?") == []


def test_a_word_knows_where_it_stands():
    text = "Mentorer på «SOSU-skolen», nu."
    assert [text[word.start : word.end] for word in analysis.tokens(text)] == [
        "Mentorer",
        "SOSU-skolen",
    ]


@given(st.text())
def test_any_text_has_words_that_stand_in_it_and_terms_that_say_something(text):
    for word in analysis.words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert all(word.terms)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert danish.fold(danish.fold(text)) == danish.fold(text)


@given(st.text(alphabet="aeoæøåéüAEOÆØÅ-s\u00ad\u030a"))
def test_folding_vowels_twice_is_folding_them_once(text):
    assert danish.fold(danish.fold(text)) == danish.fold(text)


@given(st.from_regex(r"[a-zæøå]{1,20}", fullmatch=True))
def test_case_and_folding_do_not_change_the_root(word):
    assert analysis.root(word) == analysis.root(word.upper()) == analysis.root(danish.fold(word))
