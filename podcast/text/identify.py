"""In which of a dozen languages a text is, by its commonest words; a guess, so nothing is ever done on its strength.

likely_language("A estrada começava no moinho, e ninguém tinha dito nada …", than="en")     # "pt"
likely_language("The mill stood where the road began.", than="en")                          # ""
"""

import re
from collections import Counter

from podcast.text.wordlist import each

_COMMON = {
    "en": """
        the of and to in that is was he for it with as his on be at by had not are but from or have an they
        which one you were her all she there would their we him been has when who will more no if out so
        said what up its about into than them can only other new some could time these two may then do first
        any my now such like our this
        """,
    "de": """
        der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden
        aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur
        oder aber vor zur bis mehr durch man sein wurde sei ich wir ihr ihm wenn doch schon hier mir uns
        kein keine
        """,
    "fr": """
        de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la
        mais comme ou si leur y dont nous avec aux cette elle ont ses son sa être fait été je vous lui tout
        deux même où ces c'est était d'un d'une qu'il n'est
        """,
    "es": """
        de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me
        si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde
        está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien
        """,
    "it": """
        di e il la che in un a per è una sono con non del da si al le dei come più i anche alla gli della
        nel ma lo delle su se ha ed ci questo o era dal loro molto nella essere tra lui cui dalla fu ai mi
        ho quando perché così hanno stato senza solo degli aveva sul quella io
        """,
    "pt": """
        de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua
        ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas
        me esse eles você essa num nem suas meu às minha numa havia foi ser está tinha ninguém são é nada
        """,
    "nl": """
        de het een van en in is dat op te zijn met voor niet die aan er om ook als dan maar bij of uit nog
        naar heeft ze hij was worden door over werd wordt kan meer geen wat deze hun tot we ik je dit zo
        veel zou haar had toch moet mijn al waar hebben onder na
        """,
    "pl": """
        w i na z nie się do że jest to o a jak po co tak za od ale przez czy już dla tym był było są jego
        może tylko być ich jej który która które przy ze tego była jednak więc pod także kiedy nawet przed
        bardzo ma ten tej gdy bo mnie ja my
        """,
    "sv": """
        och i att det som en på är av för med den till inte har de ett om han men var jag sig från vi så kan
        när man hade nu där under efter eller hon ut vid detta också bara vara skulle mycket sin alla få
        ingen mot över här då än
        """,
    "da": """
        og i at det er en til på de som den af for ikke der var med et han har jeg om havde så fra kan men
        hun sig vi efter også eller ud blev være skal når nu være meget bare ville hvis over hvor noget ham
        mig
        """,
    "cs": """
        a se v na je že to s z do o i ve jako za by k ale po jsem od si pro už tak ještě jen jeho když byl
        bylo byla která který které jsou nebo aby při před než jak což však také není mezi
        """,
}
_WORDS = {language: frozenset(each(words)) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_BEGINNING = 20_000  # characters
_FEWEST = 25  # words, of which anything can be said
_FEWEST_SIGNS = 40  # Chinese or Japanese
_SHARE = 0.22  # of the words, that are common ones of their language: of prose, in its own, a third to a half are
_AHEAD = 1.5  # times as many as in the language that it is taken for, and in any other


def likely_language(text: str, than: str) -> str:
    """The language, as `pt`, if it is plainly another one than the one it is taken for; else empty."""
    taken = than.partition("-")[0]
    found = _east_asian(text[:_BEGINNING]) or _by_words(text[:_BEGINNING], taken)
    return "" if found == taken or (found == "zh" and taken in ("yue", "cmn", "wuu", "hak")) else found


def _east_asian(text: str) -> str:
    kana, han, latin = (len(signs.findall(text)) for signs in (_KANA, _HAN, _LATIN))
    if kana + han < max(_FEWEST_SIGNS, latin):
        return ""
    return "ja" if 10 * kana > han else "zh"


def _by_words(text: str, taken: str) -> str:
    words = [word.replace("’", "'").lower() for word in _WORD.findall(text)]
    counts = Counter({language: sum(word in common for word in words) for language, common in _WORDS.items()})
    (best, most), *others = counts.most_common()
    is_plain = len(words) >= _FEWEST and most >= _SHARE * len(words)
    rivals = [counts.get(taken, 0), *(count for _, count in others)]
    return best if is_plain and most >= _AHEAD * max(rivals) else ""
