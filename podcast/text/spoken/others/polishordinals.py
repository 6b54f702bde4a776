"""Polish ordinals beside their nouns, decades, and what is compounded with a number.

"3. miejsce", "na 2. piętrze"     trzecie miejsce, na drugim piętrze
"podczas II wojny światowej"      podczas drugiej wojny światowej
"w latach 90."                    w latach dziewięćdziesiątych
"50-letni", "XIX-wieczny"         pięćdziesięcioletni, dziewiętnastowieczny

A noun's ending tells the case; a noun that isn't here leaves its ordinal as it stands.
"""

import re
from collections.abc import Mapping

from podcast.text.spoken.others.romans import ROMAN
from podcast.text.spoken.others.slavic import polish
from podcast.text.spoken.others.tables import ends_text
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style

_DIGITS = "0123456789"
_Parts = list[tuple[str, int, int]]

_FEMININE = (
    "klas rocznic edycj połow kolejk kolejc rund rundzi tur turz lig lidz wojn wojni generacj kadencj brygad armi "
    "dywizj sesj pozycj symfoni dynasti rzesz rzeczpospolit rzeczypospolit republik gwiazdk próbi prób "
    "lekcj seri fazi faz grupi grup kategori konferencj wypraw krucjat olimpiad bramk minuci minut godzin dekad"
).split()
_NEUTER = (
    "miejsc piętr stuleci tysiącleci wydani posiedzeni lice półrocz okrążeni pokoleni spotkani zgromadzeni".split()
)
_MASCULINE = (
    "rozdział rozdzial tom etap mecz set pułk kongres festiwal zjazd zjeździ konkurs rozbior rozbiór korpus sobór "
    "sobor dzień dni rok tydzień tygodni miesiąc akt aki artykuł turniej maraton stopień stopni plan rząd okręg"
).split()
_IN = ("w", "we", "na", "po", "o", "przy")

_FEMININE_CASES = {"a": "feminine", "": "feminine", "ę": "feminine accusative", "ą": "feminine accusative"}
_NEUTER_CASES = {"e": "neuter", "o": "neuter", "um": "neuter", "a": "genitive", "u": "locative", "ze": "locative"}


def _stem(noun: str, stems: list[str]) -> str | None:
    found = [stem for stem in stems if noun.startswith(stem) and len(noun) - len(stem) <= 3]
    return max(found, key=len) if found else None


def _case(noun: str, before: str) -> str | None:
    noun = noun.lower()
    if stem := _stem(noun, _FEMININE):
        return _FEMININE_CASES.get(noun[len(stem) :], "feminine locative")
    if stem := _stem(noun, _NEUTER):
        return _NEUTER_CASES.get(noun[len(stem) :], "locative" if noun[-1] in "mu" else None)
    if stem := _stem(noun, _MASCULINE):
        if noun[-1] not in "uaei" or noun == stem:
            return "instrumental" if noun.endswith("em") else "nominative"
        return "locative" if before in _IN else "genitive"
    return None


def _ordinal(match: re.Match[str], _style: Style) -> _Parts | None:
    number = value_of(match["roman"]) if match["roman"] else int(match["n"])
    case = _case(match["noun"], (match["in"] or "").lower())
    if case is None or not number:
        return None
    return [(polish(number, case), match.start("roman" if match["roman"] else "n"), match.start("noun") - 1)]


_ORDINAL = SpokenRule(
    "ordinal",
    regex(
        rf"(?<!\w)(?:(?P<in>[^\W\d_]{{1,12}})\s)?(?<![\w.,:/–-])(?:(?P<n>[0-9]{{1,3}})\.|(?P<roman>{ROMAN}))\s"
        r"(?P<noun>[^\W\d_]{3,18})(?!\w)"
    ),
    _ordinal,
    needs=(_DIGITS + "XVI",),
    searches=True,
)


def _half(match: re.Match[str], _style: Style) -> _Parts:
    number = value_of(match["roman"]) if match["roman"] else int(match["n"])
    is_within = (match["in"] or "").lower() in (*_IN, "od", "do", "z", "dla")
    said = polish(number, "feminine locative" if is_within else "feminine")
    noun = ("połowie" if (match["in"] or "").lower() in _IN else "połowy") if is_within else "połowa"
    return [(f"{said} {noun}", match.start("roman" if match["roman"] else "n"), match.end())]


_HALF = SpokenRule(
    "ordinal",
    regex(r"(?<!\w)(?:(?P<in>[^\W\d_]{1,12})\s)?(?<![\w.,:/–-])(?:(?P<n>[12])\.|(?P<roman>II?))\społ\.(?!\w)"),
    _half,
    needs=("ł", "."),
)


def _decade(match: re.Match[str], _style: Style) -> _Parts:
    case = "plural" if match["years"].lower() == "lata" else "plural genitive"
    said = polish(int(match["n"]), case)
    is_end = re.match(r"\s*$|\s[A-ZŁŚŻ][a-ząćęłńóśźż]", match.string[match.end() : match.end() + 4])
    return [(said + ("." if is_end and match["point"] else ""), match.start("n"), match.end())]


_DECADE = SpokenRule(
    "decade",
    regex(
        r"(?<!\w)(?P<years>[Ll]ata(?:ch)?|[Ll]at|[Ll]atom)\s(?P<n>[1-9]0)(?P<point>\.?)(?![\w–-]|[.,:/][0-9]|\s[a-z]+yc?h?\b)"
    ),
    _decade,
    needs=(_DIGITS, "L" + "l"),
)


def _times(match: re.Match[str], _style: Style) -> _Parts | None:
    """As in "raz 3.", with the point where it is the sentence's, too."""
    if not int(match["n"]):
        return None
    point = "." if match["point"] and ends_text(match) else ""
    return [(polish(int(match["n"])) + point, match.start("n"), match.end())]


_TIMES = SpokenRule(
    "ordinal",
    regex(r"(?<!\w)raz\s(?P<n>[0-9]{1,3})(?P<point>\.?)(?![\w–-]|[.,:/][0-9])"),
    _times,
    needs=(_DIGITS, "r"),
)

_ONES = "jedno dwu trzy cztero pięcio sześcio siedmio ośmio dziewięcio dziesięcio jedenasto dwunasto trzynasto".split()
_ONES += "czternasto piętnasto szesnasto siedemnasto osiemnasto dziewiętnasto".split()
_TENS = "dwudziesto trzydziesto czterdziesto pięćdziesięcio sześćdziesięcio siedemdziesięcio".split()
_TENS += "osiemdziesięcio dziewięćdziesięcio".split()
_ROUND: Mapping[int, str] = {100: "stu", 200: "dwustu", 300: "trzystu", 400: "czterystu", 500: "pięciuset"}
_ROUND = {**_ROUND, 1000: "tysiąc"}


def _compound(match: re.Match[str], _style: Style) -> str | None:
    number = int(match["n"])
    if number in _ROUND:
        return _ROUND[number] + match["rest"]
    if not 0 < number < 100:
        return None
    if number < 20:
        return _ONES[number - 1] + match["rest"]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (_ONES[ones - 1] if ones else "") + match["rest"]


_COMPOUND = SpokenRule(
    "number",
    regex(
        r"(?<![\w.,:/–-])(?P<n>[0-9]{1,4})-(?P<rest>(?:letni|leci|krotn|osobow|piętrow|procentow|godzinn|minutow|dniow|"
        r"metrow|kilometrow|tysięczn|tygodniow|miesięczn|stopniow|stronicow|pokojow|drzwiow|milionow|punktow)\w{0,5})(?!\w)"
    ),
    _compound,
    needs=(_DIGITS, "-"),
)
_OF_CENTURY = SpokenRule(
    "century",
    regex(rf"(?<![\w.])(?P<roman>{ROMAN})-(?=wieczn)(?P<rest>\w+)"),
    lambda match, _style: f"{polish(value_of(match['roman']))[:-1].replace(' ', '')}o{match['rest']}",
    needs=("XVI", "-"),
)

ORDINALS: tuple[SpokenRule, ...] = (_DECADE, _HALF, _OF_CENTURY, _ORDINAL, _TIMES, _COMPOUND)
