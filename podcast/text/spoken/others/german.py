"""German: ordinals and dates by the word before them, kings, times, abbreviations, units.

    "am 3. Oktober"         am dritten Oktober
    "der 2. Weltkrieg"      der zweite Weltkrieg
    "unter Ludwig XIV."     unter Ludwig dem Vierzehnten
    "um 14:05 Uhr"          um vierzehn Uhr fünf

An ordinal's ending follows the article or the preposition before it (Duden, Deklination der Adjektive); with neither of
them it is said where a month follows, and otherwise stands.
"""

import re

from podcast.text.spoken.numerals import nth
from podcast.text.spoken.others.clock import clock
from podcast.text.spoken.others.germanwords import ABBREVIATIONS, BEFORE_NUMBERS, ENDS, UNITS
from podcast.text.spoken.others.numbers import words, year
from podcast.text.spoken.others.romans import ROMAN
from podcast.text.spoken.others.tables import abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style

_DIGITS = "0123456789"
_MONTHS = "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_MONTH = "|".join(_MONTHS)

_WEAK = frozenset("am vom zum beim im zur dem den des seit bis nach vor ab einem einer eines einen jedem jeden".split())
_WEAK |= frozenset("diesem diesen dieser seinem seiner ihrem ihrer ihren seinen mit bei von zu mittels meinem".split())
_ONE_CHANGES_AFTER = frozenset("in auf mit von bei nach zu aus seit vor ab um für auf über unter pro innerhalb".split())
_PREPOSITIONS = frozenset("in an auf mit von bei nach zu aus seit vor unter während ab hinter neben über trotz".split())
_FEMININE = regex(r"\w+(?:ung|heit|keit|schaft|ion|tät|ie|ik|ur|anz|enz|e|Liga|liga)$|Liga$|Hand$|Wahl$|Nacht$|Stadt$")
#: What begins the next sentence: "Sie wurde 3. Dann …"
_NO_NOUN = (
    "Der|Die|Das|Dann|Danach|Es|Er|Sie|Ich|Wir|In|Im|Am|Auf|Doch|Aber|Und|Ein|Eine|Mit|Nach|Bei|So|Da|Hier|Als|Für"
)

#: What stands before an ordinal, behind other ordinals that share it: "am 3. und 4. Oktober", "vom 3. bis 5. Mai".
_BEFORE = re.compile(r"(?:\b([^\W\d_]{1,20}),?\s)?([^\W\d_]{1,20})\s(?:[0-9]{1,3}\.\s?(?:und|bis|oder|,|–|-)\s?){0,4}$")
_LOOK_BACK = 80


def _ordinal(match: re.Match[str], style: Style) -> str | None:
    ending = _ending(match, match["noun"] or "")
    number = int(match["n"])
    return nth(number, style.language) + ending if number and ending is not None else None


def _ending(match: re.Match[str], noun: str) -> str | None:
    """What an ordinal ends with, behind "-te"."""
    start, text = match.start("n"), match.string
    before = _BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    article, earlier = (before[2].lower(), (before[1] or "").lower()) if before else ("", "")
    if article in ("die", "das", "eine", "jede", "diese", "seine", "ihre"):
        return ""
    if article == "der":
        return "n" if earlier in _PREPOSITIONS or _FEMININE.match(noun) else ""
    if article in _WEAK:
        return "n"
    if article in ("ein", "kein", "sein", "ihr"):
        return "s" if noun == "Jahrhundert" else "r" if noun in ("Versuch", "Platz", "Teil", "Band", "Titel") else None
    is_strong = noun in _MONTHS and (before is None or before[1] is None or text[start - 2] in ",(–-:")
    return "r" if is_strong else None


def _date(match: re.Match[str], style: Style) -> list[tuple[str, int, int]] | None:
    """As in "am 3.10.2026": am dritten Oktober, and the year."""
    day, month = int(match["n"]), int(match["month"])
    if not 1 <= day <= 31 or not 1 <= month <= 12:
        return None
    ending = _ending(match, "Oktober")
    name = _MONTHS[month - 1 if month == 1 else month]
    said = nth(day, style.language) + ("r" if ending is None else ending)
    said_year = f" {year(int(match['year']), style)}" if match["year"] else ""
    return [(f"{said} {name}{said_year}", match.start("n"), match.end())]


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
    r"([^\W\d_]{1,20})\s(?:(?:König|Kaiser|Papst|Zar|Königin|Zarin|Kaiserin)\s)?(?:[^\W\d_]{1,20}\s)?$"
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
    point = "." if _ends(match) else ""
    return [(f"{article} {nominal}{point}", match.start("roman"), match.end())]


def _ends(match: re.Match[str]) -> bool:
    return not match.string[match.end() :].strip() if match.end() + 3 > len(match.string) else False


def _time(match: re.Match[str], style: Style) -> str | None:
    if not (told := clock(match)):
        return None
    hour, minute = told
    said = "ein" if hour == 1 else words(hour, style)
    return f"{said} Uhr {words(minute, style)}" if minute else f"{said} Uhr"


_RULES: tuple[SpokenRule, ...] = (
    SpokenRule(
        "time",
        regex(
            r"(?<![\w.,:])(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?:\sUhr\b|"
            r"(?:(?<=\b[Uu]m\s\d\d:\d\d)|(?<=\b[Aa]b\s\d\d:\d\d)|(?<=\bgegen\s\d\d:\d\d))(?![\w:]|[.,][0-9]))"
        ),
        _time,
        needs=(_DIGITS, ":"),
    ),
    SpokenRule(
        "time",
        regex(r"(?<![\w.,:])(?P<hour>[0-9]{1,2})\.(?P<minute>[0-9]{2})\sUhr\b"),
        _time,
        needs=(_DIGITS, "."),
    ),
    SpokenRule(
        "time",
        regex(r"(?<![\w.,:–-])(?P<hour>1)(?P<minute>)(?=\sUhr\b)"),
        lambda _match, _style: "ein",
        needs=("1",),
    ),
    SpokenRule(
        "date",
        regex(
            r"(?<![\w.,:/])(?P<n>[0-9]{1,2})\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?(?P<year>1[0-9]{3}|20[0-9]{2})?"
            r"(?(year)|(?<=\.)(?!\s?[0-9]))(?![\w.]*[0-9])"
        ),
        _date,
        needs=(_DIGITS, "."),
    ),
    SpokenRule(
        "ordinal",
        regex(
            r"(?<![\w.,:/])(?P<n>[0-9]{1,3})\.(?=\s?(?:und|bis|oder|–|,)\s?(?:(?:zum|am|vom|der|die|das|den)\s)?[0-9]{1,3}\.\s|"
            rf"\s(?!(?:{_NO_NOUN})\b)(?:[^\W\d_]{{3,20}}[en]\s(?=[A-ZÄÖÜ]))?(?P<noun>[A-ZÄÖÜ][^\W\d_]++))"
        ),
        _ordinal,
        needs=(_DIGITS, "."),
    ),
    SpokenRule(
        "regnal number",
        regex(rf"(?<!\w)(?P<name>(?:{'|'.join(_KINGS)})s?)\s(?P<roman>{ROMAN})\.(?!\w)"),
        _king,
        needs=("XVI", "."),
    ),
    abbreviations({"1 Mio.": "eine Million", "1 Mrd.": "eine Milliarde"}, name="magnitude"),
    abbreviations({"Hr.": "Herr", "Fr.": "Frau"}, before=r"(?=\s[A-ZÄÖÜ][a-zäöüß])", name="title"),
    abbreviations(BEFORE_NUMBERS, before=r"(?=\s?[0-9])"),
    abbreviations(ABBREVIATIONS, ends=ENDS),
    measures(UNITS, "de", to="bis", prepositions=_ONE_CHANGES_AFTER),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
