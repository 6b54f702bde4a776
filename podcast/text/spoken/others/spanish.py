"""Spanish: centuries and kings, times, dates, abbreviations, units (RAE, Ortografía, and its Diccionario de dudas).

"el 3.er piso"        el tercer piso
"los EE. UU."         los Estados Unidos
"Felipe II"           Felipe segundo
"a las 14:05"         a las catorce cero cinco
"""

import re
from collections.abc import Mapping

from podcast.text.spoken.numerals import in_words, nth
from podcast.text.spoken.others.clock import clock
from podcast.text.spoken.others.genders import GENDERS
from podcast.text.spoken.others.romans import ROMAN, kings, ordinal_up_to_ten
from podcast.text.spoken.others.tables import UnitForms, abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style

_DIGITS = "0123456789"
_M, _F = "cardinal-masculine", "cardinal-feminine"

_ANYWHERE: Mapping[str, str] = {
    "EE. UU.": "Estados Unidos",
    "EEUU": "Estados Unidos",
    "RR. HH.": "recursos humanos",
    "JJ. OO.": "Juegos Olímpicos",
    "CC. AA.": "comunidades autónomas",
    "FF. AA.": "fuerzas armadas",
    "p. ej.": "por ejemplo",
    "a. C.": "antes de Cristo",
    "d. C.": "después de Cristo",
    "a. de C.": "antes de Cristo",
    "d. de C.": "después de Cristo",
    "a. m.": "a eme",
    "p. m.": "pe eme",
    "c/u": "cada uno",
    "etc.": "etcétera",
    "aprox.": "aproximadamente",
    "tel.": "teléfono",
    "Ud.": "usted",
    "Uds.": "ustedes",
    "Vd.": "usted",
    "Vds.": "ustedes",
    "avda.": "avenida",
    "pág.": "página",
    "págs.": "páginas",
    "cap.": "capítulo",
    "vol.": "volumen",
    "ed.": "edición",
    "núm.": "número",
}
_BEFORE_NAMES: Mapping[str, str] = {
    "Sr.": "señor",
    "Sra.": "señora",
    "Srta.": "señorita",
    "Sres.": "señores",
    "Sras.": "señoras",
    "D.": "don",
    "D.ª": "doña",
    "Dña.": "doña",
    "Dr.": "doctor",
    "Dra.": "doctora",
    "Dres.": "doctores",
    "Prof.": "profesor",
    "Profa.": "profesora",
    "Lic.": "licenciado",
    "Ing.": "ingeniero",
    "Gral.": "general",
    "Sto.": "santo",
    "Sta.": "santa",
    "S.": "san",
    "C/": "calle",
}
_BEFORE_NUMBERS: Mapping[str, str] = {
    "n.º": "número",
    "n.°": "número",
    "nº": "número",
    "n°": "número",
    "Nº": "número",
    "p.": "página",
    "pp.": "páginas",
    "art.": "artículo",
    "arts.": "artículos",
    "fig.": "figura",
    "t.": "tomo",
    "s.": "siglo",
    "§": "párrafo",
}

_UNITS: Mapping[str, UnitForms] = {
    "km": UnitForms("kilómetro|kilómetros", _M),
    "m": UnitForms("metro|metros", _M),
    "cm": UnitForms("centímetro|centímetros", _M),
    "mm": UnitForms("milímetro|milímetros", _M),
    "kg": UnitForms("kilogramo|kilogramos", _M),
    "g": UnitForms("gramo|gramos", _M),
    "mg": UnitForms("miligramo|miligramos", _M),
    "t": UnitForms("tonelada|toneladas", _F),
    "l": UnitForms("litro|litros", _M),
    "L": UnitForms("litro|litros", _M),
    "ml": UnitForms("mililitro|mililitros", _M),
    "ha": UnitForms("hectárea|hectáreas", _F),
    "km/h": UnitForms("kilómetro por hora|kilómetros por hora", _M),
    "m²": UnitForms("metro cuadrado|metros cuadrados", _M),
    "km²": UnitForms("kilómetro cuadrado|kilómetros cuadrados", _M),
    "m³": UnitForms("metro cúbico|metros cúbicos", _M),
    "°C": UnitForms("grado Celsius|grados Celsius", _M),
    "ºC": UnitForms("grado Celsius|grados Celsius", _M),
    "h": UnitForms("hora|horas", _F),
    "min": UnitForms("minuto|minutos", _M),
    "kW": UnitForms("kilovatio|kilovatios", _M),
    "MW": UnitForms("megavatio|megavatios", _M),
    "kWh": UnitForms("kilovatio hora|kilovatios hora", _M),
    "GB": UnitForms("gigabyte|gigabytes", _M),
    "%": UnitForms("por ciento"),
    "MB": UnitForms("megabyte|megabytes", _M),
    "EUR": UnitForms("euro|euros", _M),
    "USD": UnitForms("dólar|dólares", _M),
}

_QUEENS = frozenset(("Isabel", "Catalina", "María", "Juana", "Berenguela", "Margarita", "Cristina"))


def _roman(match: re.Match[str], style: Style) -> list[tuple[str, int, int]]:
    return ordinal_up_to_ten(match, style, _QUEENS)


_CENTURIES = SpokenRule(
    "century",
    regex(
        rf"(?<!\w)(?P<name>[Ss]iglos?)\s(?P<roman>{ROMAN})(?:(?:\s(?:[ye]|al?)\s|(?P<dash>\s?[-–]\s?))(?P<second>{ROMAN}))?(?!\w)"
    ),
    _roman,
    needs=("XVI",),
)
_KINGS = kings(
    r"Felipe|Carlos|Fernando|Alfonso|Luis|Enrique|Juan|Pablo|Pedro|Jaime|Sancho|Ramiro|Pío|Benedicto|"
    r"León|Gregorio|Clemente|Inocencio|Urbano|Alejandro|Nicolás|Guillermo|Jorge|Eduardo|Ricardo|Jacobo|Federico|"
    r"Napoleón|Isabel|Catalina|María|Amadeo|Francisco|Maximiliano|Balduino|Ramsés|Constantino|Bonifacio|Julio|Sixto|"
    r"Juana|Berenguela|Margarita|Cristina|Leopoldo|Alberto|Hugo|Otón|José|Bermudo|Ordoño",
    _roman,
)


def _time(match: re.Match[str], style: Style) -> str | None:
    if not (told := clock(match)):
        return None
    hour, minute = told
    said = in_words(hour, style.language, _F)
    if not minute:
        return said if hour else "cero horas"
    zero = "cero " if minute < 10 else ""
    return f"{said} {zero}{in_words(minute, style.language)}"


_TIME = SpokenRule(
    "time",
    regex(
        r"(?:(?<=\b[Ll]a\s)|(?<=\b[Ll]as\s))(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?:\s?h\b\.?)?(?![\w:]|[.,][0-9])"
    ),
    _time,
    needs=(_DIGITS, ":."),
)
_SHORT_ORDINAL = SpokenRule(
    "ordinal",
    regex(r"(?<![\w.,])(?P<n>[0-9]{0,2}[13])\.?(?:er|ᵉʳ)(?!\w)"),
    lambda match, style: nth(int(match["n"]), style.language).removesuffix("o"),
    needs=(_DIGITS,),
)
_NO_NOUNS = frozenset("de del y o e en a al con por para que se es fue era como la el lo".split())


def _third(match: re.Match[str], style: Style) -> str | None:
    """It loses its "o" before a masculine noun, and with a word that may be none nobody knows."""
    said = nth(int(match["n"]), style.language)
    if match["word"] in _NO_NOUNS:
        return said
    return said.removesuffix("o") if GENDERS["es"](match["word"]) == _M else None


_BEFORE_WORD = SpokenRule(
    "ordinal",
    regex(r"(?<![\w.,])(?P<n>[0-9]?[13])\.?º(?=\s(?P<word>[^\W\d_]++))"),
    _third,
    needs=(_DIGITS, "º"),
)
_DATE = SpokenRule(
    "date",
    regex(
        r"(?<![\w.,])1(?=\sde\s(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|"
        r"diciembre)\b)"
    ),
    lambda _match, style: "primero" if _in_america(style) else "uno",
    needs=("1",),
)


def _in_america(style: Style) -> bool:
    return style.language not in ("es", "es-es")


_RULES: tuple[SpokenRule, ...] = (
    _CENTURIES,
    _KINGS,
    _TIME,
    _SHORT_ORDINAL,
    _BEFORE_WORD,
    _DATE,
    abbreviations(_BEFORE_NUMBERS, before=rf"(?=\s?(?:[0-9]|{ROMAN}\b))"),
    abbreviations(_BEFORE_NAMES, before=r"(?=\s[A-ZÁÉÍÓÚÑ])", name="title"),
    abbreviations(_ANYWHERE, ends=("EE. UU.", "etc.", "a. C.", "d. C.", "a. de C.", "d. de C.", "a. m.", "p. m.")),
    measures(_UNITS, "es", to="a"),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
