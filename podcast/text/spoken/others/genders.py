"""Of which gender a noun is, where its ending or a short list of nouns says so: for the number before it.

    GENDERS["es"]("personas")     # "cardinal-feminine"
    GENDERS["es"]("mapas")        # "cardinal-masculine"
    GENDERS["fr"]("chaises")      # "": nobody here knows, and the number stands

What is said is a manner of `in_words`. German needs none of it: only "1" changes there, and that with the case, too.
"""

from collections.abc import Callable, Mapping

_MASCULINE, _FEMININE = "cardinal-masculine", "cardinal-feminine"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Nouns that their endings would betray, in the singular.
_SPANISH_MASCULINE = _words("día mapa planeta tranvía sofá papá")
_SPANISH_FEMININE = _words(
    "mano foto moto radio mujer vez flor clase noche calle parte serie madre tarde nube nave red"
)
_SPANISH_FEMININE |= _words(
    "llave gente muerte frase base sangre fuente torre ley voz cruz luz paz pared imagen orden labor"
)
_SPANISH_MASCULINE |= _words("mes año país hombre padre lugar metro euro punto barril nombre coche viaje tren plan")
_SPANISH_MASCULINE |= _words("animal hospital hotel árbol pez juez rey minuto gol león avión camión millón padre dólar")
_SPANISH_MASCULINE |= _words("mil piso tomo grado puesto lugar")
_PORTUGUESE_MASCULINE = _words("mil andar")
_SPANISH_MASCULINE |= _words(
    "alumno jefe estudiante habitante votante inmigrante cliente paciente agente puente diente"
)
_PORTUGUESE_MASCULINE |= _words(
    "dia mapa planeta homem mês país lugar cão pão irmão avião milhão bilhão trem nome jovem"
)
_PORTUGUESE_MASCULINE |= _words(
    "filme livre paciente cliente agente hotel animal hospital gol papel cidadão alemão coração"
)
_PORTUGUESE_FEMININE = _words(
    "mão foto moto mulher vez flor noite parte série classe mãe tarde frase base viagem imagem"
)
_PORTUGUESE_FEMININE |= _words("colher mulher maçã irmã manhã fase face ponte gente mente parede pele nuvem corte")
_PORTUGUESE_FEMININE |= _words("voz cruz luz lei cor dor árvore ordem personagem torre fonte chave rede morte")
_FRENCH_FEMININE = _words(
    "femme fille personne année journée soirée heure minute seconde semaine fois page voiture maison ville chambre "
    "étoile école place "
    "livre-sterling tonne chose île photo chanson porte table chaise feuille ligne lettre carte route rue étape partie "
    "forme langue équipe famille mère sœur région commune province voix victoire guerre bataille arme espèce plante "
    "pièce scène œuvre histoire phrase élection entreprise usine banque tasse cuillère tranche bouteille"
)
_FRENCH_MASCULINE = _words(
    "homme garçon an jour mois siècle pays enfant franc euro dollar mètre kilomètre kilo gramme litre degré livre "
    "chapitre article film épisode ami frère père roi soldat mort membre député habitant élève étudiant joueur train "
    "avion bateau navire cheval chat chien oiseau arbre hectare but match titre prix temps cas mot "
    "nom chiffre groupe centime lit verre œuf étage numéro volume tome acte poème tableau visiteur spectateur"
)


_FRENCH_FEMININE |= _words(
    "pomme fleur vache robe main tête nuit mort goutte pincée gousse dent clé ruelle tribu vertu"
)
_FRENCH_MASCULINE |= _words("million milliard point but vote journal animal cheval pays corps bras repas morceau agent")
_FRENCH_FEMININE_ENDINGS = ("ie", "ure", "ée", "elle", "ille", "ine", "aine", "ise", "onne", "otte")
_FRENCH_BETRAYED = _words(
    "génie incendie parapluie foie musée lycée trophée apogée murmure dinosaure magazine domaine capitaine moine "
    "patrimoine gorille mille pétale touriste"
)


def _singular(noun: str, *endings: tuple[str, str]) -> str:
    for plural, ending in endings:
        if noun.endswith(plural) and len(noun) > len(plural) + 1:
            return noun.removesuffix(plural) + ending
    return noun


def _known(noun: str, masculine: frozenset[str], feminine: frozenset[str]) -> str:
    return _MASCULINE if noun in masculine else _FEMININE if noun in feminine else ""


def _spanish(noun: str) -> str:
    word = noun.lower()
    for one in (word, _singular(word, ("s", "")), _singular(word, ("ones", "ón"), ("ces", "z"), ("es", ""))):
        if found := _known(one, _SPANISH_MASCULINE, _SPANISH_FEMININE):
            return found
    if word.endswith(("razón", "razones", "ión", "iones", "dad", "dades", "tud", "tudes", "umbre", "umbres")):
        return _FEMININE
    if word.endswith(("ma", "mas")) and word.endswith(("ema", "emas", "oma", "omas", "grama", "gramas")):
        return _MASCULINE
    if word.endswith(("ista", "istas")):
        return ""
    if word.endswith(("a", "as")):
        return _FEMININE
    return _MASCULINE if word.endswith(("o", "os", "or", "ores", "aje", "ajes", "ón", "és")) else ""


def _portuguese(noun: str) -> str:
    word = noun.lower()
    singulars = _singular(word, ("ens", "em"), ("ões", "ão"), ("ães", "ão"), ("is", "l"), ("zes", "z"), ("es", ""))
    for one in (word, _singular(word, ("s", "")), singulars):
        if found := _known(one, _PORTUGUESE_MASCULINE, _PORTUGUESE_FEMININE):
            return found
    if word.endswith(("ção", "ções", "são", "sões", "dade", "dades", "tude", "tudes", "gem", "gens")):
        return _FEMININE
    if word.endswith(("ema", "emas", "oma", "omas", "grama", "gramas")):
        return _MASCULINE
    if word.endswith(("ista", "istas")):
        return ""
    if word.endswith(("a", "as")):
        return _FEMININE
    return _MASCULINE if word.endswith(("o", "os", "or", "ores", "ês")) and not word.endswith("ão") else ""


def _french(noun: str) -> str:
    word = noun.lower()
    for one in (word, _singular(word, ("s", ""), ("x", ""))):
        if found := _known(one, _FRENCH_MASCULINE, _FRENCH_FEMININE):
            return found
        if one.endswith(_FRENCH_FEMININE_ENDINGS) and one not in _FRENCH_BETRAYED:
            return _FEMININE
        if one.endswith(("tion", "sion", "ité", "ette", "euse", "trice", "ienne", "ance", "ence", "esse", "ade")):
            return _FEMININE
        if one.endswith(("isme", "ment", "eau", "ier", "oir")):
            return _MASCULINE
    return ""


#: Elided or with "uno" it would be said otherwise before these: "uno studente", "uno zaino".
_UNO = ("z", "x", "y", "gn", "ps", "pn", *(f"s{letter}" for letter in "bcdfghjklmnpqrstvwxyz"))
_ITALIAN_FEMININE = _words(
    "serie fase sezione base frase lezione mano moto foto auto volta persona notte parte classe madre città"
)
_ITALIAN_MASCULINE = _words(
    "posto piano premio classificato figlio capitolo articolo problema programma sistema "
    "tema mese paese padre cane nome giorno mare fiume ponte film"
)


def _italian(noun: str) -> str:
    """Of "1" alone: "una persona", "un libro"; "uno" is nobody's ending of a larger number."""
    word = noun.lower()
    if found := _known(word, _ITALIAN_MASCULINE, _ITALIAN_FEMININE):
        return found
    if word.endswith(("zione", "sione", "gione", "tà", "trice", "a")) and not word.endswith(("ista", "ma")):
        return _FEMININE if word[0] not in "aeiou" else ""
    return _MASCULINE if word.endswith(("o", "ore")) and not word.startswith(_UNO) else ""


_POLISH_FEMININE = _words(
    "osoba osoby książka książki kobieta kobiety łyżka łyżki łyżeczka łyżeczki szklanka szklanki godzina "
    "godziny minuta minuty sekunda sekundy strona strony część części córka córki siostra siostry wojna "
    "wojny bramka bramki noc noce szkoła szkoły ulica ulice firma firmy partia partie dziewczyna "
    "dziewczyny żona żony rodzina rodziny grupa grupy wersja wersje edycja edycje szansa szanse rzecz "
    "rzeczy cebula cebule marchewka marchewki wieś wsie"
)
_POLISH_MASCULINE = _words(
    "dom domy rok lata dzień dni tydzień tygodnie miesiąc miesiące samochód samochody punkt punkty gol gole mecz mecze "
    "tom tomy kraj kraje raz razy procent grosz grosze złoty złote dolar dolary milion miliony miliard miliardy ząbek "
    "ząbki zespół zespoły pies psy kot koty metr metry kilometr kilometry litr litry plik pliki film filmy etap etapy"
)
_POLISH_NEUTER = _words(
    "dziecko jajko jajka miasto miasta państwo państwa miejsce miejsca pytanie pytania okno okna słowo słowa"
)


def _polish(noun: str) -> str:
    word = noun.lower()
    if word in _POLISH_NEUTER:
        return "cardinal-neuter"
    return _known(word, _POLISH_MASCULINE, _POLISH_FEMININE)


#: Before these a number stands for itself: "21 de marzo", "1 sur 3".
ALONE: Mapping[str, frozenset[str]] = {
    "es": _words("de del en por a al"),
    "pt": _words("de do da em por"),
    "fr": _words("sur à janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    "it": _words("su di a"),
}
_SHORTEST_NOUN = 2
#: No nouns, whatever they end in.
_FUNCTION_WORDS = _words(
    "la las los lo una uno para hasta como cuando sobre contra entre pero cada otra otras otros esta estas este "
    "estos as os uma umas uns com quando até mas outra outras outros essa essas esse esses della dello dalla "
    "nella nello sulla alla allo come dopo prima questa questo ogni anche ma era fu fa ya fue foi foram "
)


def _of_noun(gender: Callable[[str], str]) -> Callable[[str], str]:
    """Of what is no noun nothing is known."""
    return lambda noun: "" if noun.lower() in _FUNCTION_WORDS or len(noun) < _SHORTEST_NOUN else gender(noun)


GENDERS: Mapping[str, Callable[[str], str]] = {
    "es": _of_noun(_spanish),
    "pt": _of_noun(_portuguese),
    "fr": _of_noun(_french),
    "it": _of_noun(_italian),
    "pl": _of_noun(_polish),
}
