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
from podcast.text.spoken.others.clock import clock, full_year
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.polishordinals import ORDINALS
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
    "tzw.": "tak zwany",
    "ww.": "wyżej wymieniony",
    "pt.": "pod tytułem",
    "ur.": "urodzony",
    "zm.": "zmarł",
    "dot.": "dotyczący",
    "in.": "inni",
    "maks.": "maksymalnie",
}
_BEFORE_NAMES: Mapping[str, str] = {
    "dr": "doktor",
    "prof.": "profesor",
    "mgr": "magister",
    "inż.": "inżynier",
    "ks.": "ksiądz",
    "gen.": "generał",
    "płk": "pułkownik",
    "kpt.": "kapitan",
    "abp": "arcybiskup",
    "bp": "biskup",
    "kard.": "kardynał",
    "red.": "redaktor",
    "hab.": "habilitowany",
    "al.": "aleja",
    "pl.": "plac",
    "os.": "osiedle",
}
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
    "t.": "tom",
    "tab.": "tabela",
    "poz.": "pozycja",
    "par.": "paragraf",
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
    "m³": UnitForms("metr sześcienny|metry sześcienne|metrów sześciennych|metra sześciennego", _M),
    "°": UnitForms("stopień|stopnie|stopni|stopnia", _M),
    "dag": UnitForms("dekagram|dekagramy|dekagramów|dekagrama", _M),
    "kW": UnitForms("kilowat|kilowaty|kilowatów|kilowata", _M),
    "MW": UnitForms("megawat|megawaty|megawatów|megawata", _M),
    "kWh": UnitForms("kilowatogodzina|kilowatogodziny|kilowatogodzin|kilowatogodziny", _F),
    "GB": UnitForms("gigabajt|gigabajty|gigabajtów|gigabajta", _M),
    "MB": UnitForms("megabajt|megabajty|megabajtów|megabajta", _M),
    "tys. zł": UnitForms("tysiąc złotych|tysiące złotych|tysięcy złotych|tysiąca złotych", _M),
    "tys.": UnitForms("tysiąc|tysiące|tysięcy|tysiąca", _M),
    "m/s": UnitForms("metr na sekundę|metry na sekundę|metrów na sekundę|metra na sekundę", _M),
    "s": UnitForms("sekunda|sekundy|sekund|sekundy", _F),
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


def _zloty(match: re.Match[str], _style: Style) -> str | None:
    whole, cents = int("".join(filter(str.isdigit, match["n"]))), int(match["cents"])
    zloty, grosz = _UNITS["zł"], _UNITS["gr"]
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
    count, unit = int("".join(filter(str.isdigit, match["n"]))), _UNITS.get(match["unit"] or "")
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


_UNIT_NAMES = "|".join(map(re.escape, sorted({**_UNITS, "%": None}, key=len, reverse=True)))
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

_RULES: tuple[SpokenRule, ...] = (
    _DATE,
    *_DATES_IN_DIGITS,
    _YEAR,
    _YEAR_RANGE,
    _YEAR_ALONE,
    _YEAR_BEHIND_WORD,
    _CENTURY,
    _KINGS,
    _TIME,
    *ORDINALS,
    _ZLOTY,
    _SCORE,
    *fractions("pl", _UNITS),
    _COUNT_OF_GENITIVE,
    *_TITLES,
    abbreviations(_BEFORE_NAMES, before=r"(?=\s(?:hab\.|inż\.|dr|[A-ZŁŚŻ]))", name="title"),
    abbreviations(_BEFORE_NUMBERS, before=r"(?=\s?[0-9])"),
    measures(_UNITS, "pl", to="–", prepositions=_PREPOSITIONS),
    abbreviations(_ANYWHERE, ends=("itd.", "itp.", "p.n.e.", "n.e.", "br.", "jw.", "cdn.")),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
