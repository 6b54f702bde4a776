"""Swedish: dates and kings, centuries, times, abbreviations, units (Språkrådet, Svenska skrivregler).

"den 6 juni"          den sjätte juni
"på 1800-talet"       på artonhundratalet
"Karl XII"            Karl den tolfte
"kl. 14.05"           klockan fjorton noll fem
"""

import re
from collections.abc import Mapping

from podcast.text.spoken.numerals import in_words, nth
from podcast.text.spoken.others.clock import clock
from podcast.text.spoken.others.romans import kings
from podcast.text.spoken.others.tables import UnitForms, abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, part

_DIGITS = "0123456789"
_EN, _ETT = "cardinal-reale", "cardinal-neuter"

_ANYWHERE: Mapping[str, str] = {
    "t. ex.": "till exempel",
    "t ex": "till exempel",
    "bl. a.": "bland annat",
    "bl a": "bland annat",
    "d. v. s.": "det vill säga",
    "dvs.": "det vill säga",
    "o. s. v.": "och så vidare",
    "osv.": "och så vidare",
    "o. d.": "och dylikt",
    "m. m.": "med mera",
    "m. fl.": "med flera",
    "f. d.": "före detta",
    "s. k.": "så kallade",
    "fr. o. m.": "från och med",
    "t. o. m.": "till och med",
    "p. g. a.": "på grund av",
    "i st. f.": "i stället för",
    "f. Kr.": "före Kristus",
    "e. Kr.": "efter Kristus",
    "f. n.": "för närvarande",
    "resp.": "respektive",
    "ca": "cirka",
    "ca.": "cirka",
    "etc.": "et cetera",
    "jfr": "jämför",
    "inkl.": "inklusive",
    "exkl.": "exklusive",
    "ev.": "eventuellt",
    "tel.": "telefon",
    "kl.": "klockan",
    "prof.": "professor",
    "dr": "doktor",
    "mkt": "mycket",
}
_BEFORE_NUMBERS: Mapping[str, str] = {
    "nr": "nummer",
    "nr.": "nummer",
    "s.": "sidan",
    "sid.": "sidan",
    "kap.": "kapitel",
    "art.": "artikel",
    "bd": "band",
    "§": "paragraf",
    "kl": "klockan",
}
_UNITS: Mapping[str, UnitForms] = {
    "km": UnitForms("kilometer", _EN),
    "m": UnitForms("meter", _EN),
    "dm": UnitForms("decimeter", _EN),
    "cm": UnitForms("centimeter", _EN),
    "mm": UnitForms("millimeter", _EN),
    "kg": UnitForms("kilogram", _ETT),
    "hg": UnitForms("hektogram", _ETT),
    "g": UnitForms("gram", _ETT),
    "mg": UnitForms("milligram", _ETT),
    "l": UnitForms("liter", _EN),
    "dl": UnitForms("deciliter", _EN),
    "cl": UnitForms("centiliter", _EN),
    "ml": UnitForms("milliliter", _EN),
    "ha": UnitForms("hektar", _ETT),
    "km/h": UnitForms("kilometer i timmen", _EN),
    "km/tim": UnitForms("kilometer i timmen", _EN),
    "m²": UnitForms("kvadratmeter", _EN),
    "kvm": UnitForms("kvadratmeter", _EN),
    "km²": UnitForms("kvadratkilometer", _EN),
    "m³": UnitForms("kubikmeter", _EN),
    "°C": UnitForms("grad Celsius|grader Celsius", _EN),
    "°": UnitForms("grad|grader", _EN),
    "min": UnitForms("minut|minuter", _EN),
    "tim": UnitForms("timme|timmar", _EN),
    "kW": UnitForms("kilowatt", _EN),
    "kWh": UnitForms("kilowattimme|kilowattimmar", _EN),
    "GB": UnitForms("gigabyte", _EN),
    "%": UnitForms("procent"),
    "MB": UnitForms("megabyte", _EN),
    "kr": UnitForms("krona|kronor", _EN),
    "kr.": UnitForms("krona|kronor", _EN),
    "SEK": UnitForms("krona|kronor", _EN),
    "kronor": UnitForms("kronor", _EN),
    "mkr": UnitForms("miljon kronor|miljoner kronor", _EN),
}
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
    is_queen = match["name"] in ("Elizabeth", "Katarina", "Margareta", "Margrethe", "Kristina", "Maria")
    said = nth(number, style.language) if is_queen else ending.get(number, nth(number, style.language))
    return [part(match, "roman", f"den {said}")]


_KINGS = kings(
    r"Karl|Carl|Gustav|Adolf|Oscar|Oskar|Erik|Johan|Sigismund|Fredrik|Magnus|Kristian|Christian|Olof|"
    r"Ludvig|Henrik|Filip|Frans|Johannes|Paulus|Pius|Benedictus|Leo|Gregorius|Clemens|Alexander|Nikolaj|Georg|"
    r"Edvard|Rikard|Jakob|Wilhelm|Vilhelm|Napoleon|Elizabeth|Katarina|Margareta|Margrethe|Kristina|Maria|Otto|"
    r"Ferdinand|Harald|Haakon|Håkon|Peter|Ramses|Leopold",
    _king,
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

_RULES: tuple[SpokenRule, ...] = (
    _CENTURY,
    _DECADE,
    _DATE,
    _KINGS,
    _TIME,
    abbreviations(_BEFORE_NUMBERS, before=r"(?=\s?[0-9])"),
    measures(_UNITS, "sv", to="till"),
    abbreviations(_ANYWHERE, ends=("osv.", "o. s. v.", "etc.", "m. m.", "m. fl.", "o. d.", "f. Kr.", "e. Kr.")),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
