"""Polish counts: money with its grosze, genitives behind prepositions, scores, and years from one to another.

"2,50 zł"             dwa złote pięćdziesiąt groszy
"do 5 km"             do pięciu kilometrów
"około 20 osób"       około dwudziestu osób
"3:2"                 trzy do dwóch
"""

import re

from podcast.text.spoken.numerals import in_words
from podcast.text.spoken.others.polishwords import UNITS
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style, part

_DIGITS = "0123456789"
_M, _F = "cardinal-masculine", "cardinal-feminine"
_Parts = list[tuple[str, int, int]]
_MONTH = "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"


def _zloty(match: re.Match[str], _style: Style) -> str | None:
    whole, cents = int("".join(filter(str.isdigit, match["n"]))), int(match["cents"])
    zloty, grosz = UNITS["zł"], UNITS["gr"]
    parts = [f"{in_words(whole, 'pl', _M)} {zloty.counted(str(whole), 'pl')}"] if whole else []
    parts += [f"{in_words(cents, 'pl', _M)} {grosz.counted(str(cents), 'pl')}"] if cents else []
    return " ".join(parts) or None


_ZLOTY = SpokenRule(
    "currency",
    regex(
        r"(?<![\w.,:/-])(?P<n>[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3}){1,3}|[0-9]{1,6}),(?P<cents>[0-9]{2})\s?"
        r"(?:zł|PLN)(?!\w)"
    ),
    _zloty,
    needs=(_DIGITS, ","),
)


def _of_genitive(match: re.Match[str], _style: Style) -> _Parts | None:
    """As in "do pięciu kilometrów", "około dwudziestu osób"; of one, only a unit's gender is known."""
    count, unit = int("".join(filter(str.isdigit, match["n"]))), UNITS.get(match["unit"] or "")
    if count == 0 or (count == 1 and unit is None) or (unit is None and len(match["n"]) == len("1984")):
        return None
    manner = "cardinal-feminine" if unit and unit.manner == _F and count == 1 else "cardinal-masculine"
    said = "jednej" if manner == "cardinal-feminine" else in_words(count, "pl", "cardinal-masculine-genitive")
    if count == 1 and unit and unit.manner == _M:
        said = "jednego"
    parts = [part(match, "n", said)]
    if unit:
        forms = unit.forms.split("|")
        parts.append((f" {forms[3] if count == 1 else forms[2]}", match.end("n"), match.end()))
    return parts


_UNIT_NAMES = "|".join(map(re.escape, sorted({**UNITS, "%": None}, key=len, reverse=True)))
_COUNT_OF_GENITIVE = SpokenRule(
    "number",
    regex(
        r"(?<!\w)(?:[Dd]o|[Oo]d|[Bb]ez|[Dd]la|[Oo]koło|[Kk]oło|[Pp]owyżej|[Pp]oniżej|[Oo]k\.|[Ww]śród|[Uu])\s"
        r"(?P<n>[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3})?|[1-9][0-9]{3,5})"
        rf"(?:\s?(?P<unit>{_UNIT_NAMES})(?![\w²³/°])|"
        rf"(?=\sdo\s[0-9]|\s(?!{_MONTH}|roku\b|r\.|w\b|i\b|godz)[a-ząćęłńóśźż]{{3,}}))"
    ),
    _of_genitive,
    needs=(_DIGITS,),
)


def _years(match: re.Match[str], _style: Style) -> _Parts | None:
    low, high = (int(match[group]) for group in ("low", "high"))
    if low >= high:
        return None
    return [part(match, "low", in_words(low, "pl")), part(match, "high", in_words(high, "pl"))]


_YEAR_RANGE = SpokenRule(
    "year",
    regex(
        r"(?<![\w.,:/–-])(?P<low>1[0-9]{3}|20[0-9]{2})\s?[–-]\s?(?P<high>1[0-9]{3}|20[0-9]{2})(?![\w–-]|[.,:/][0-9])"
    ),
    _years,
    needs=(_DIGITS, "–-"),
)


def _score(match: re.Match[str], _style: Style) -> str:
    high = int(match["high"])
    second = ("zera", "jednego")[high] if high < _FIRST_OF_RULES else in_words(high, "pl", _M_GENITIVE)
    return f"{in_words(int(match['n']), 'pl')} do {second}"


_FIRST_OF_RULES, _M_GENITIVE = 2, "cardinal-masculine-genitive"
_SCORE = SpokenRule(
    "score",
    regex(r"(?<![\w.,:/])(?P<n>[0-9]{1,2}):(?P<high>[0-9])(?![\w:]|[.,/–-][0-9])"),
    _score,
    needs=(_DIGITS, ":"),
)

COUNTS: tuple[SpokenRule, ...] = (_YEAR_RANGE, _ZLOTY, _SCORE, _COUNT_OF_GENITIVE)
