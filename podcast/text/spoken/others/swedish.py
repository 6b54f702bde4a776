"""Swedish: dates and kings, centuries, times, abbreviations, units (Språkrådet, Svenska skrivregler).

"den 6 juni"          den sjätte juni
"på 1800-talet"       på artonhundratalet
"Karl XII"            Karl den tolfte
"kl. 14.05"           klockan fjorton noll fem
"""

import re

from podcast.text.spoken.numerals import in_words, nth
from podcast.text.spoken.others.clock import clock
from podcast.text.spoken.others.dates import dates
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.magnitudes import measured
from podcast.text.spoken.others.numbers import year
from podcast.text.spoken.others.romans import ROMAN
from podcast.text.spoken.others.swedishwords import ANYWHERE, BEFORE_NUMBERS, UNITS
from podcast.text.spoken.others.tables import abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, part

_DIGITS = "0123456789"
_EN, _ETT = "cardinal-reale", "cardinal-neuter"

_MONTH = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"


def _day(match: re.Match[str], style: Style) -> str | list[tuple[str, int, int]] | None:
    low, high = match["low"], int(match["n"])
    if not 1 <= high <= 31 or (low and not 1 <= int(low) <= 31):
        return None
    said = nth(high, style.language)
    return f"{nth(int(low), style.language)} till {said}" if low else said


_DATE = SpokenRule(
    "date",
    regex(rf"(?<![\w.,:–-])(?:(?P<low>[0-9]{{1,2}})[–-])?(?P<n>[0-9]{{1,2}})(?=\s(?:{_MONTH})\b)"),
    _day,
    needs=(_DIGITS,),
)


def _century(match: re.Match[str], style: Style) -> str:
    return f"{in_words(int(match['n']), style.language)}hundra{match['rest']}"


_CENTURY = SpokenRule(
    "century",
    regex(r"(?<![\w.,:–-])(?P<n>1[1-9])00-?(?P<rest>tal(?:ets?|en)?)(?!\w)"),
    _century,
    needs=(_DIGITS,),
)


_CENTURIES = SpokenRule(
    "century",
    regex(r"(?<![\w.,:–-])(?P<low>1[1-9])00(?P<dash>[–-])(?P<n>1[1-9])00-?(?P<rest>tal(?:ets?|en)?)(?!\w)"),
    lambda match, style: f"{in_words(int(match['low']), style.language)}hundra till {_century(match, style)}",
    needs=(_DIGITS, "–-"),
)


def _decade(match: re.Match[str], style: Style) -> str:
    century, tens = int(match["century"] or 0), int(match["tens"])
    head = f"{in_words(century, style.language)}hundra" if century else ""
    return f"{head}{in_words(tens, style.language)}{match['rest']}"


_DECADE = SpokenRule(
    "decade",
    regex(r"(?<![\w.,:–-])(?P<century>1[1-9])?(?P<tens>[1-9]0)-?(?P<rest>tal(?:ets?|en)?)(?!\w)"),
    _decade,
    needs=(_DIGITS,),
)


def _king(match: re.Match[str], style: Style) -> list[tuple[str, int, int]]:
    number = value_of(match["roman"])
    ending = {1: "förste", 2: "andre"}
    is_queen = match["name"] in ("Elizabeth", "Elisabet", "Katarina", "Margareta", "Margrethe", "Kristina", "Maria")
    said = nth(number, style.language) if is_queen else ending.get(number, nth(number, style.language))
    end = match.end("roman") + (len(":s") if match["of"] else 0)
    return [(f"den {said}{'s' if match['of'] else ''}", match.start("roman"), end)]


_KING_NAMES = (
    r"Karl|Carl|Gustav|Adolf|Oscar|Oskar|Erik|Johan|Sigismund|Fredrik|Magnus|Kristian|Christian|Olof|"
    r"Ludvig|Henrik|Filip|Frans|Johannes|Paulus|Pius|Benedictus|Leo|Gregorius|Clemens|Alexander|Nikolaj|Georg|"
    r"Edvard|Rikard|Jakob|Wilhelm|Vilhelm|Napoleon|Elizabeth|Katarina|Margareta|Margrethe|Kristina|Maria|Otto|"
    r"Ferdinand|Harald|Haakon|Håkon|Peter|Ramses|Leopold"
)
_KINGS = SpokenRule(
    "regnal number",
    regex(rf"(?<!\w)(?P<name>{_KING_NAMES})\s(?P<roman>{ROMAN})(?P<of>:s)?(?!\w)"),
    _king,
    needs=("XVI",),
)


def _time(match: re.Match[str], style: Style) -> list[tuple[str, int, int]] | None:
    if not (told := clock(match)):
        return None
    hour, minute = told
    zero = "noll " if minute < 10 else ""
    said = in_words(hour, style.language)
    minutes = f" {zero}{in_words(minute, style.language)}" if minute else ""
    return [(f"{said}{minutes}", match.start("hour"), match.end("minute"))]


_TIME = SpokenRule(
    "time",
    regex(
        r"(?:(?<=\b[Kk]l\.\s)|(?<=\b[Kk]l\s)|(?<=\b[Kk]lockan\s)|(?<=\b[Kk]l\.))"
        r"(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})(?![\w:]|[.,][0-9])"
    ),
    _time,
    needs=(_DIGITS, ".:"),
)

_COMMON = (
    "person bok dag vecka månad timme minut sekund kvinna man flicka pojke bil stad sida gång match plats kopp flaska "
    "lök röst del grupp familj skola kyrka sjö ö film låt spelare mil meter kilometer liter krona procentenhet kula bit"
).split()
_NEUTER = "år hus barn ägg mål land ord brev paket glas kilo rum träd djur liv spel lag kök namn nummer poäng".split()


def _from_time(match: re.Match[str], style: Style) -> list[tuple[str, int, int]] | None:
    """The first of two: "kl. 9.00–17.30"."""
    first = _time(match, style)
    if first is None or (int(match["until"]), int(match["to_minute"])) > (24, 59):
        return None
    minute = int(match["to_minute"])
    zero = "noll " if minute < 10 else ""
    last = in_words(int(match["until"]), style.language)
    last += f" {zero}{in_words(minute, style.language)}" if minute else ""
    return [*first, part(match, "dash", " till "), (last, match.start("until"), match.end())]


_FROM_TIME = SpokenRule(
    "time",
    regex(
        r"(?<![\w.,:])(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-5][0-9])(?P<dash>\s?[–-]\s?)(?P<until>[0-9]{1,2})[.:]"
        r"(?P<to_minute>[0-5][0-9])(?![\w:–-]|[.,][0-9])"
    ),
    _from_time,
    needs=(_DIGITS, ".:", "–-"),
)


def _day_and_month(match: re.Match[str], style: Style) -> str | None:
    """As in "3/10 2020"."""
    day, month = int(match["n"]), int(match["month"])
    if not 1 <= day <= 31 or not 1 <= month <= len(_MONTHS):
        return None
    return f"{nth(day, style.language)} {_MONTHS[month - 1]}"


_MONTHS = _MONTH.split("|")


def _iso(match: re.Match[str], style: Style) -> str | None:
    said = _day_and_month(match, style)
    return said and f"{said} {year(int(match['year']), style)}"


_OWN = (
    SpokenRule(
        "date",
        regex(r"(?<![\w.,:/-])(?P<n>[0-9]{1,2})/(?P<month>1[0-2]|[1-9])(?=\s[12][0-9]{3}(?!\w))"),
        _day_and_month,
        needs=(_DIGITS, "/"),
    ),
    SpokenRule(
        "date",
        regex(r"(?<=\b[Dd]en\s)(?P<n>[0-9]{1,2})/(?P<month>1[0-2]|[1-9])(?![\w/]|[.,][0-9])"),
        _day_and_month,
        needs=(_DIGITS, "/"),
    ),
    SpokenRule(
        "date",
        regex(
            r"(?<![\w.,:/-])(?P<year>1[0-9]{3}|20[0-9]{2})-(?P<month>0[1-9]|1[0-2])-(?P<n>[0-3][0-9])(?![\w-]|[.,][0-9])"
        ),
        _iso,
        needs=(_DIGITS, "-"),
    ),
    SpokenRule(
        "number",
        regex(
            r"(?<![\w.,:/-])(?P<n>[0-9]{1,3})-(?P<rest>(?:årig|dubbel|faldig|procentig|dagars|timmars|manna|åring|årsdag|"
            r"gradig|siffrig)(?:[ae]n?|t|ar(?:na)?|s)?)(?!\w)"
        ),
        lambda match, style: in_words(int(match["n"]), style.language) + match["rest"],
        needs=(_DIGITS, "-"),
    ),
    SpokenRule(
        "number",
        regex(rf"(?<!\w)(?:[Kk]apitel|[Dd]el|[Bb]and|[Bb]ok|[Aa]kt|[Tt]yp|[Kk]lass)\s(?P<roman>{ROMAN})(?![\w.:])"),
        lambda match, style: [part(match, "roman", in_words(value_of(match["roman"]), style.language))],
        needs=("XVI",),
    ),
    SpokenRule(
        "currency",
        regex(r"(?<![\w.,:/])(?P<n>[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})?|[0-9]{4,5}):-(?!\w)"),
        lambda match, style: f"{in_words(int(re.sub(r'[^0-9]', '', match['n'])), style.language)} kronor",
        needs=(_DIGITS, ":-"),
    ),
    SpokenRule(
        "number",
        regex(rf"(?<![\w.,:/–-])1(?=\s(?:(?P<en>{'|'.join(_COMMON)})|(?:{'|'.join(_NEUTER)}))(?!\w))"),
        lambda match, _style: "en" if match["en"] else "ett",
        needs=("1",),
    ),
)

_RULES: tuple[SpokenRule, ...] = (
    _FROM_TIME,
    _CENTURIES,
    _CENTURY,
    _DECADE,
    _DATE,
    *dates(
        _MONTH.replace("|", " "),
        "jan. febr. -- apr. -- -- -- aug. sept. okt. nov. dec.",
        day=lambda n, style: nth(n, style.language),
    ),
    *_OWN,
    *fractions("sv", UNITS),
    measured({name: forms.forms.split("|")[-1] for name, forms in UNITS.items() if len(name) > 1}, "sv", ""),
    _KINGS,
    _TIME,
    abbreviations(BEFORE_NUMBERS, before=r"(?=\s?[0-9])"),
    measures(UNITS, "sv", to="till"),
    abbreviations(ANYWHERE, ends=("osv.", "o. s. v.", "etc.", "m. m.", "m. fl.", "o. d.", "f. Kr.", "e. Kr.")),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
