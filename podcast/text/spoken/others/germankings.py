"""German kings, popes and queens, with their article in the case that the word before the name asks for.

"Ludwig XIV. regierte"        Ludwig der Vierzehnte regierte
"unter Ludwig XIV."           unter Ludwig dem Vierzehnten
"die Politik Ludwigs XIV."    die Politik Ludwigs des Vierzehnten
"""

import re

from podcast.text.spoken.numerals import nth
from podcast.text.spoken.others.romans import ROMAN
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style

#: What begins the next sentence: "Sie wurde 3. Dann …"
NO_NOUN = (
    "Der|Die|Das|Dann|Danach|Es|Er|Sie|Ich|Wir|In|Im|Am|Auf|Doch|Aber|Und|Ein|Eine|Mit|Nach|Bei|So|Da|Hier|Als|Für|"
    "Den|Dem|Des|Sein|Seine|Ihr|Ihre|Dort|Auch|Nun|Jetzt|Wer|Was|Wie|Wo|Warum|Zum|Zur|Vom|Von|Vor|Um|Unter|Man|Diese|"
    "Dieser|Dieses|Später|Damals|Seit|Bis|Wenn|Weil|Kein|Keine|Nicht|Nur|Noch|Schon|Alle|Viele|Heute|Daher|Deshalb"
)
_DATIVE = "unter von mit bei nach zu seit gegenüber neben".split()
_KINGS = (
    "Ludwig Friedrich Wilhelm Karl Heinrich Otto Franz Joseph Josef Ferdinand Maximilian Leopold Rudolf Albrecht Georg "
    "Eduard Richard Philipp Alexander Nikolaus Peter Johannes Paul Pius Benedikt Gregor Innozenz Klemens Leo Urban "
    "Sixtus Julius Bonifatius Konrad Konstantin Gustav Christian Erik Harald Olaf Sigismund August Ramses Napoleon "
    "Jakob James Viktor Emanuel Alfons Mehmed Murad Süleyman Heinrichs Franziskus Adolf Elisabeth Katharina Margarethe "
    "Maria Anna Isabella Kleopatra Beatrix"
).split()
_QUEENS = frozenset("Elisabeth Katharina Margarethe Maria Anna Isabella Kleopatra Beatrix".split())
_BEFORE_KING = re.compile(
    r"([^\W\d_]{1,20})\s(?:(?:König|Kaiser|Papst|Zar|Königin|Zarin|Kaiserin)\s)?(?:[A-ZÄÖÜ][^\W\d_]{1,20}\s)?$"
)


def _king(match: re.Match[str], style: Style) -> list[tuple[str, int, int]]:
    name, number = match["name"], value_of(match["roman"])
    start = match.start("name")
    before = _BEFORE_KING.search(match.string[max(0, start - 70) : start])
    word = before[1].lower() if before else ""
    is_queen = name.removesuffix("s") in _QUEENS
    if name not in _KINGS or name == "Heinrichs":
        article, ending = ("der" if is_queen else "des"), "n"
    elif word in _DATIVE or word in ("vom", "zum", "beim"):
        article, ending = ("der" if is_queen else "dem"), "n"
    elif word in ("für", "gegen", "durch", "ohne", "um", "den") and not is_queen:
        article, ending = "den", "n"
    else:
        article, ending = ("die" if is_queen else "der"), ""
    nominal = nth(number, style.language).capitalize() + ending
    point = "." if match["point"] and ends(match) else ""
    return [(f"{article} {nominal}{point}", match.start("roman"), match.end())]


def ends(match: re.Match[str]) -> bool:
    return _SENTENCE_ENDS.match(match.string, match.end()) is not None


_SENTENCE_ENDS = regex(rf"\s{{0,3}}$|\s(?:{NO_NOUN})\b")


KINGS = SpokenRule(
    "regnal number",
    regex(rf"(?<!\w)(?P<name>(?:{'|'.join(_KINGS)})s?)\s(?P<roman>{ROMAN})(?P<point>\.?)(?!\w)"),
    _king,
    needs=("XVI",),
)
