"""Polish: dates, years and centuries in their case, kings, times, abbreviations, units (PWN).

    "15 sierpnia"         piętnastego sierpnia
    "w 1984 r."           w tysiąc dziewięćset osiemdziesiątym czwartym roku
    "w XX wieku"          w dwudziestym wieku
    "o 14:05"             o czternastej zero pięć

What stands behind a preposition that changes a number's case is left to the engine.
"""

import re
from collections.abc import Mapping

from podcast.text.spoken.numerals import in_words
from podcast.text.spoken.others.clock import clock
from podcast.text.spoken.others.romans import ROMAN, kings
from podcast.text.spoken.others.slavic import polish, titled
from podcast.text.spoken.others.tables import UnitForms, abbreviations, measures
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

_ANYWHERE: Mapping[str, str] = {
    "m.in.": "między innymi",
    "m. in.": "między innymi",
    "np.": "na przykład",
    "itd.": "i tak dalej",
    "itp.": "i tym podobne",
    "tzn.": "to znaczy",
    "tj.": "to jest",
    "zob.": "zobacz",
    "ok.": "około",
    "p.n.e.": "przed naszą erą",
    "n.e.": "naszej ery",
    "ds.": "do spraw",
    "im.": "imienia",
    "wg": "według",
    "p.o.": "pełniący obowiązki",
    "br.": "bieżącego roku",
    "jw.": "jak wyżej",
    "cdn.": "ciąg dalszy nastąpi",
}
_BEFORE_NUMBERS: Mapping[str, str] = {
    "nr": "numer",
    "str.": "strona",
    "s.": "strona",
    "rozdz.": "rozdział",
    "art.": "artykuł",
    "ust.": "ustęp",
    "pkt": "punkt",
    "rys.": "rysunek",
    "tel.": "telefon",
    "§": "paragraf",
}
_UNITS: Mapping[str, UnitForms] = {
    "km": UnitForms("kilometr|kilometry|kilometrów|kilometra", _M),
    "m": UnitForms("metr|metry|metrów|metra", _M),
    "cm": UnitForms("centymetr|centymetry|centymetrów|centymetra", _M),
    "mm": UnitForms("milimetr|milimetry|milimetrów|milimetra", _M),
    "kg": UnitForms("kilogram|kilogramy|kilogramów|kilograma", _M),
    "g": UnitForms("gram|gramy|gramów|grama", _M),
    "mg": UnitForms("miligram|miligramy|miligramów|miligrama", _M),
    "t": UnitForms("tona|tony|ton|tony", _F),
    "l": UnitForms("litr|litry|litrów|litra", _M),
    "ml": UnitForms("mililitr|mililitry|mililitrów|mililitra", _M),
    "ha": UnitForms("hektar|hektary|hektarów|hektara", _M),
    "km/h": UnitForms("kilometr na godzinę|kilometry na godzinę|kilometrów na godzinę|kilometra na godzinę", _M),
    "m²": UnitForms("metr kwadratowy|metry kwadratowe|metrów kwadratowych|metra kwadratowego", _M),
    "km²": UnitForms("kilometr kwadratowy|kilometry kwadratowe|kilometrów kwadratowych|kilometra kwadratowego", _M),
    "°C": UnitForms("stopień Celsjusza|stopnie Celsjusza|stopni Celsjusza|stopnia Celsjusza", _M),
    "min": UnitForms("minuta|minuty|minut|minuty", _F),
    "godz.": UnitForms("godzina|godziny|godzin|godziny", _F),
    "zł": UnitForms("złoty|złote|złotych|złotego", _M),
    "PLN": UnitForms("złoty|złote|złotych|złotego", _M),
    "gr": UnitForms("grosz|grosze|groszy|grosza", _M),
    "mln zł": UnitForms("milion złotych|miliony złotych|milionów złotych|miliona złotych", _M),
    "mld zł": UnitForms("miliard złotych|miliardy złotych|miliardów złotych|miliarda złotych", _M),
    "mln": UnitForms("milion|miliony|milionów|miliona", _M),
    "mld": UnitForms("miliard|miliardy|miliardów|miliarda", _M),
}


def _date(match: re.Match[str], _style: Style) -> _Parts | None:
    day = int(match["n"])
    if not 1 <= day <= 31:
        return None
    parts = [part(match, "n", polish(day, "genitive"))]
    if match["year"]:
        parts.append((f"{polish(int(match['year']), 'genitive')} roku", match.start("year"), match.end()))
    return parts


_DATE = SpokenRule(
    "date",
    regex(
        rf"(?<![\w.,:–-])(?P<n>[0-9]{{1,2}})\s(?:{_MONTH})\b(?:\s(?P<year>1[0-9]{{3}}|20[0-9]{{2}})(?![\w–-])"
        r"(?:\s(?:roku\b|r\.(?=\s[a-z(]|[,;)])|r(?=\.\s*\Z|\.\s[A-Z])))?)?"
    ),
    _date,
    needs=(_DIGITS,),
)


def _year(match: re.Match[str], _style: Style) -> _Parts:
    case = "locative" if match["in"].lower() in _LOCATIVE else "genitive"
    return [(f"{polish(int(match['n']), case)} roku", match.start("n"), match.end())]


_YEAR = SpokenRule(
    "year",
    regex(
        r"(?<!\w)(?P<in>[Ww]|[Pp]o|[Oo]d|[Dd]o|[Zz]|[Kk]oło|[Oo]koło|[Ss]przed)\s(?P<n>[1-9][0-9]{0,2}|1[0-9]{3}|20[0-9]{2})\s"
        r"(?:roku\b|r\.(?=\s[a-z(]|[,;)])|r(?=\.\s*\Z|\.\s[A-Z]))"
    ),
    _year,
    needs=(_DIGITS,),
)


def _century(match: re.Match[str], _style: Style) -> _Parts | None:
    numbers = {group: value_of(match[group]) for group in ("first", "roman") if match[group]}
    before = match["in"].lower() if match["in"] else ""
    short = match["wiek"] == "w."
    case = {"wiek": "nominative", "wiekiem": "locative"}.get(match["wiek"], "genitive")
    if match["wiek"] in ("wieku", "w.") and before in _LOCATIVE:
        case = "locative"
    elif short and not before:
        return None
    said = [part(match, group, polish(number, case)) for group, number in numbers.items()]
    return [*said, part(match, "wiek", "wieku")] if short else said


_CENTURY = SpokenRule(
    "century",
    regex(
        rf"(?<![\w.])(?:(?P<in>[Ww]e?|[Pp]o|[Oo]|[Oo]d|[Dd]o|[Zz]e?)\s)?(?:(?P<first>{ROMAN})\s(?:i|lub)\s)?"
        rf"(?P<roman>{ROMAN})\s(?P<wiek>wieku|wiekiem|wiek|w\.)(?!\w)"
    ),
    _century,
    needs=("XVI",),
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
    said = polish(hour, "feminine locative") if hour else "zerowej"
    zero = "zero " if minute < 10 else ""
    minutes = f" {zero}{in_words(minute, 'pl')}" if minute else ""
    named = "godzinie " if match["named"] else ""
    return [(f"{named}{said}{minutes}", match.start("named") if named else match.start("hour"), match.end())]


_TIME = SpokenRule(
    "time",
    regex(
        r"(?<!\w)[Oo]\s(?P<named>godz\.\s|godzinie\s)?(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?![\w:]|[.,][0-9])"
    ),
    _time,
    needs=(_DIGITS, ":."),
)


_RULES: tuple[SpokenRule, ...] = (
    _DATE,
    _YEAR,
    _CENTURY,
    _KINGS,
    _TIME,
    abbreviations(_BEFORE_NUMBERS, before=r"(?=\s?[0-9])"),
    measures(_UNITS, "pl", prepositions=_PREPOSITIONS),
    abbreviations(_ANYWHERE, ends=("itd.", "itp.", "p.n.e.", "n.e.", "br.", "jw.", "cdn.")),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
