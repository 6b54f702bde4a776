"""Polish: dates, years and centuries in their case, kings, times, abbreviations, units (PWN).

    "15 sierpnia"         piętnastego sierpnia
    "w 1984 r."           w tysiąc dziewięćset osiemdziesiątym czwartym roku
    "w XX wieku"          w dwudziestym wieku
    "o 14:05"             o czternastej zero pięć

What stands behind a preposition that changes a number's case is left to the engine.
"""

import re

from podcast.text.spoken.numerals import in_words
from podcast.text.spoken.others.clock import clock, full_year
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.polishcounts import COUNTS
from podcast.text.spoken.others.polishordinals import ORDINALS
from podcast.text.spoken.others.polishwords import ANYWHERE, BEFORE_NAMES, BEFORE_NUMBERS, UNITS
from podcast.text.spoken.others.romans import ROMAN, kings
from podcast.text.spoken.others.slavic import polish, titled
from podcast.text.spoken.others.tables import abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, part

_DIGITS = "0123456789"
_M, _F = "cardinal-masculine", "cardinal-feminine"
_Parts = list[tuple[str, int, int]]

_MONTH = "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
_PREPOSITIONS = frozenset(
    "do od ode z ze bez dla u koło około wśród oprócz obok powyżej poniżej w we o przy ku przed nad pod między "
    "przeciw dzięki spośród".split()
)
_LOCATIVE = ("w", "we", "po", "o")

_WOMEN = {"Anna": "a", "Maria": "a", "Teresa": "a", "Jadwiga": "a", "Barbara": "a", "Katarzyna": "a", "Faustyna": "a"}
_WOMEN |= {"Anny": "ej", "Marii": "ej", "Teresy": "ej", "Jadwigi": "ej", "Barbary": "ej", "Katarzyny": "ej"}


def _saint(match: re.Match[str], _style: Style) -> str:
    name = match["name"]
    return f"święt{_WOMEN.get(name) or ('ego' if name[-1] in 'ao' else 'y')}"


def _street(match: re.Match[str], _style: Style) -> _Parts:
    before = (match["in"] or "").strip().lower()
    return [part(match, "street", "ulicy" if before in (*_LOCATIVE, *_GENITIVE, "przy", "na") else "ulica")]


_GENITIVE = frozenset("do od ode z ze bez dla u koło około powyżej poniżej wśród oprócz ok".split())
_TITLES = (
    SpokenRule("title", regex(r"(?<!\w)św\.(?=\s(?P<name>[A-ZŁŚŻ][^\W\d_]+))"), _saint, needs=("ś", ".")),
    SpokenRule(
        "abbreviation",
        regex(r"(?<!\w)(?:(?P<in>[^\W\d_]{1,8})\s)?(?P<street>ul\.)(?=\s[A-ZŁŚŻ0-9])"),
        _street,
        needs=("u", "."),
    ),
)


def _date(match: re.Match[str], _style: Style) -> _Parts | None:
    day = int(match["n"])
    if not 1 <= day <= _LAST_DAY or (match["low"] and not 1 <= int(match["low"]) <= _LAST_DAY):
        return None
    parts = [part(match, "low", polish(int(match["low"]), "genitive"))] if match["low"] else []
    parts.append(part(match, "n", polish(day, "genitive")))
    if match["year"]:
        parts.append((f"{polish(int(match['year']), 'genitive')} roku", match.start("year"), match.end()))
    return parts


_LAST_DAY = 31
_DATE = SpokenRule(
    "date",
    regex(
        r"(?<![\w.,:–-])(?:(?P<low>[0-9]{1,2})(?:\s?[–-]\s?|\s(?:do|i|lub)\s))?(?<![\w.,:])(?P<n>[0-9]{1,2})\s"
        rf"(?:{_MONTH})\b(?:\s(?P<year>1[0-9]{{3}}|20[0-9]{{2}})(?![\w–-])"
        r"(?:\s(?:roku\b|r\.(?=\s[a-z(]|[,;)])|r(?=\.\s*\Z|\.\s[A-Z])))?)?"
    ),
    _date,
    needs=(_DIGITS,),
)


def _digits(match: re.Match[str], _style: Style) -> str | None:
    month = value_of(match["roman"]) if match["roman"] else int(match["month"])
    if not 1 <= month <= len(_MONTHS):
        return None
    year = f"{polish(full_year(match['year']), 'genitive')} roku"
    return f"{polish(int(match['n']), 'genitive')} {_MONTHS[month - 1]} {year}"


_MONTHS = _MONTH.split("|")
_YEAR_BEHIND = r"(?:\sr(?:oku\b|\.(?=\s[a-z(]|[,;)])|(?=\.)))?(?!\w|[./:-][0-9])"
_DATES_IN_DIGITS = tuple(
    SpokenRule(
        "date",
        regex(rf"(?<![\w.,:/-])(?P<n>0?[1-9]|[12][0-9]|3[01]){pattern}{_YEAR_BEHIND}"),
        _digits,
        needs=(_DIGITS,),
    )
    for pattern in (
        r"(?P<roman>(?!))?\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>1[0-9]{3}|20[0-9]{2}|(?<=[0-9]{2}.[0-9]{2}.)[0-9]{2})",
        rf"(?P<month>(?!))?\s(?P<roman>{ROMAN})\s(?P<year>1[0-9]{{3}}|20[0-9]{{2}})",
    )
)


def _year(match: re.Match[str], _style: Style) -> _Parts:
    case = "locative" if match["in"].lower() in _LOCATIVE else "genitive"
    return [(f"{polish(int(match['n']), case)} roku", match.start("n"), match.end())]


_YEAR = SpokenRule(
    "year",
    regex(
        r"(?<!\w)(?P<in>[Ww]|[Pp]o|[Oo]d|[Dd]o|[Zz]|[Kk]oło|[Oo]koło|[Ss]przed)\s(?P<n>[1-9][0-9]{0,2}|1[0-9]{3}|20[0-9]{2})\s"
        r"(?:roku\b|r\.(?=\s[a-z(]|[,;)])|(?<=W\s[0-9]{4}\s)r\.(?=\s[A-Z])|r(?=\.\s*\Z|\.\s[A-Z]))"
    ),
    _year,
    needs=(_DIGITS,),
)


_YEAR_ALONE = SpokenRule(
    "year",
    regex(
        r"(?<![\w.,:/–-])(?:(?P<n>1[0-9]{3}|20[0-9]{2})\s(?:roku\b|r\.(?=\s[a-z(]|[,;)])|r(?=\.\s*\Z|\.\s[A-Z]))|"
        r"(?P<early>[1-9][0-9]{0,3})\sr\.(?=\s(?:p\.\s?)?n\.\s?e))"
    ),
    lambda match, _style: (
        f"{polish(int(match['n']), 'genitive')} roku" if match["n"] else f"{polish(int(match['early']))} rok"
    ),
    needs=(_DIGITS, "r"),
)
_YEAR_CASES = {"rok": "nominative", "roku": "genitive", "rokiem": "instrumental"}
_YEAR_BEHIND_WORD = SpokenRule(
    "year",
    regex(
        r"(?<!\w)(?:(?P<in>[Ww]|[Pp]o|[Oo])\s)?(?P<word>[Rr]ok|[Rr]oku|[Rr]okiem)\s(?P<n>1[0-9]{3}|20[0-9]{2})(?![\w–-]|[.,:/][0-9])"
    ),
    lambda match, _style: [
        part(match, "n", polish(int(match["n"]), "locative" if match["in"] else _YEAR_CASES[match["word"].lower()]))
    ],
    needs=(_DIGITS, "k"),
)


def _century(match: re.Match[str], _style: Style) -> _Parts | None:
    numbers = {group: value_of(match[group]) for group in ("first", "roman") if match[group]}
    before, word = (match["in"] or "").lower(), match["wiek"]
    case = _CENTURY_CASES.get(word, "genitive")
    if word in ("wieku", "w.") and before in _LOCATIVE:
        case = "locative"
    elif word == "w." and before not in _BEFORE_GENITIVES:
        case = "nominative"
    said = [part(match, group, polish(number, case)) for group, number in numbers.items()]
    if word != "w.":
        return said
    if case == "nominative" and _HALF_BEFORE.search(match.string[max(0, match.start() - 5) : match.start()]):
        return None  # until "poł." is a word
    return [*said, part(match, "wiek", "wiek" if case == "nominative" else "wieku")]


_HALF_BEFORE = regex(r"poł\.\s$")


_CENTURY_CASES = {"wiek": "nominative", "wiekiem": "locative", "wieki": "plural", "wieków": "plural genitive"}
_BEFORE_GENITIVES = frozenset(
    "od do z ze koniec końca końcu początek początku początkiem połowa połowie połowy przełomie przełom ćwierci ćwierć "
    "latach lat dekadzie schyłku schyłek".split()
)
_CENTURY = SpokenRule(
    "century",
    regex(
        rf"(?<!\w)(?:(?P<in>[^\W\d_]{{1,10}})\s)?(?<![\w.])(?:(?P<first>{ROMAN})(?:\s(?:i|lub|do|a|oraz)\s|\s?[–-]\s?))?"
        rf"(?P<roman>{ROMAN})\s(?P<wiek>wieku|wiekiem|wieków|wieki|wiek|w\.)(?!\w)"
    ),
    _century,
    needs=("XVI", "w"),
)


def _king(match: re.Match[str], _style: Style) -> _Parts:
    is_queen = match["name"] in ("Elżbieta", "Katarzyna")
    case = "feminine" if is_queen else "genitive" if match["name"].endswith("a") else "nominative"
    return [part(match, "roman", titled(polish(value_of(match["roman"]), case)))]


_KINGS = kings(
    r"(?:Zygmunt|Jan|August|Stanisław|Henryk|Fryderyk|Karol|Ludwik|Filip|Aleksander|Napoleon|"
    r"Benedykt|Klemens|Leon|Urban|Bolesław|Leszek|Konrad|Wilhelm|Ryszard|Edward|Jakub|Iwan|Bonifacy|Juliusz)a?|"
    r"Kazimierza?|Władysława?|Mikołaja?|Piusa?|Grzegorza?|Innocentego|Paweł|Pawła|Piotra?|Jerzy|Elżbieta|Katarzyna",
    _king,
)


def _time(match: re.Match[str], _style: Style) -> _Parts | None:
    if not (told := clock(match)):
        return None
    hour, minute = told
    before = (match["in"] or "").lower()
    is_bare = before not in _BEFORE_HOURS
    if is_bare and not match["named"]:
        return None
    said = polish(hour, "feminine" if is_bare else "feminine locative") if hour else "zerowa" if is_bare else "zerowej"
    zero = "zero " if minute < 10 else ""
    minutes = f" {zero}{in_words(minute, 'pl')}" if minute else ""
    name = "godzina" if is_bare else "godzinie" if before in _LOCATIVE else "godziny"
    named = f"{name} " if match["named"] else ""
    return [(f"{named}{said}{minutes}", match.start("named") if named else match.start("hour"), match.end())]


_BEFORE_HOURS = ("o", "po", "od", "do", "około", "koło", "ok")
_TIME = SpokenRule(
    "time",
    regex(
        r"(?<!\w)(?:(?P<in>[^\W\d_]{1,10})\s)?(?<![\w.,:/-])(?P<named>godz\.\s|godzinie\s|godziny\s)?(?P<hour>[0-9]{1,2})"
        r"(?:[:.](?P<minute>[0-9]{2})|(?P<whole>(?<=\s[0-9])|(?<=\s[0-9]{2}))(?(named)|(?!)))(?![\w:–-]|[.,][0-9]|\s?(?:zł|%|mln|tys|km|m\b))"
    ),
    _time,
    needs=(_DIGITS,),
)


_RULES: tuple[SpokenRule, ...] = (
    _DATE,
    *_DATES_IN_DIGITS,
    _YEAR,
    *COUNTS,
    _YEAR_ALONE,
    _YEAR_BEHIND_WORD,
    _CENTURY,
    _KINGS,
    _TIME,
    *ORDINALS,
    *fractions("pl", UNITS),
    *_TITLES,
    abbreviations(BEFORE_NAMES, before=r"(?=\s(?:hab\.|inż\.|dr|[A-ZŁŚŻ]))", name="title"),
    abbreviations(BEFORE_NUMBERS, before=r"(?=\s?[0-9])"),
    measures(UNITS, "pl", to="–", prepositions=_PREPOSITIONS),
    abbreviations(ANYWHERE, ends=("itd.", "itp.", "p.n.e.", "n.e.", "br.", "jw.", "cdn.")),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
