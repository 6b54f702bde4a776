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
from podcast.text.spoken.others.dates import dates
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.genders import GENDERS
from podcast.text.spoken.others.magnitudes import measured
from podcast.text.spoken.others.ordinals import before_nouns, numbered, typed_ordinals
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
    "y ss.": "y siguientes",
    "y sigs.": "y siguientes",
    "máx.": "máximo",
    "mín.": "mínimo",
    "hab.": "habitantes",
    "Cía.": "compañía",
    "dpto.": "departamento",
    "admón.": "administración",
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
    "c/": "calle",
    "Pza.": "plaza",
    "P.º": "paseo",
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
    "ss.": "siglos",
    "No.": "número",
    "núms.": "números",
    "n.os": "números",
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
    "°": UnitForms("grado|grados", _M),
    "cl": UnitForms("centilitro|centilitros", _M),
    "dl": UnitForms("decilitro|decilitros", _M),
    "kcal": UnitForms("kilocaloría|kilocalorías", _F),
    "GW": UnitForms("gigavatio|gigavatios", _M),
    "cm²": UnitForms("centímetro cuadrado|centímetros cuadrados", _M),
    "cm³": UnitForms("centímetro cúbico|centímetros cúbicos", _M),
    "km³": UnitForms("kilómetro cúbico|kilómetros cúbicos", _M),
    "m/s": UnitForms("metro por segundo|metros por segundo", _M),
    "TB": UnitForms("terabyte|terabytes", _M),
    "Hz": UnitForms("hercio|hercios", _M),
    "GHz": UnitForms("gigahercio|gigahercios", _M),
    "MHz": UnitForms("megahercio|megahercios", _M),
    "USD": UnitForms("dólar|dólares", _M),
}

_QUEENS = frozenset(("Isabel", "Catalina", "María", "Juana", "Berenguela", "Margarita", "Cristina"))


def _roman(match: re.Match[str], style: Style) -> list[tuple[str, int, int]]:
    return ordinal_up_to_ten(match, style, _QUEENS)


_CENTURIES = SpokenRule(
    "century",
    regex(
        rf"(?<!\w)(?P<name>[Ss]iglos?|(?:finales|principios|mediados|comienzos|inicios|fines)\sdel?)\s(?P<roman>{ROMAN})"
        rf"(?:(?:\s(?:[ye]|al?)\s|(?P<dash>\s?[-–]\s?))(?P<second>{ROMAN}))?(?!\w)"
    ),
    _roman,
    needs=("XVI",),
)
_ORDINALS = before_nouns(
    r"aniversario|congreso|centenario|milenio|festival|premio|encuentro|torneo|foro|salón|concilio|Concilio|Congreso|"
    r"Centenario|Festival|Premio|Aniversario|Foro|Encuentro|Plan|Reich|Imperio|Torneo|Campeonato|Concurso|Certamen|"
    r"Simposio|Maratón|distrito|ejército|capítulo|siglo",
    r"edición|guerra|Guerra|cumbre|jornada|legislatura|república|República|copa|feria|bienal|Olimpiada|dinastía|"
    r"Internacional|asamblea|Asamblea|Cumbre|Copa|Feria|Bienal|Edición|Conferencia|conferencia|División|Jornadas|flota",
    apocope=lambda said: said.removesuffix("o") if said.endswith(("primero", "tercero")) else said,
)
_CHAPTERS = numbered(
    r"[Cc]apítulos?|[Tt]omos?|[Vv]olumen|[Tt]ítulo|[Ll]ibro|[Ff]ase|[Tt]ipo|[Aa]cto|[Ee]scena|[Pp]arte|[Cc]anto|[Aa]nexo"
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


_CLOCK = SpokenRule(
    "time",
    regex(
        r"(?<![\w.,:])(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?:\s?h\b(?:\.(?=\s[a-z]))?|(?=\s(?:horas|hs)\b|"
        r"\s?[ap]\.\s?m\.|\s(?:a|y)\s(?:las\s)?[0-9]{1,2}[:.][0-9]{2}(?:\s?h\b|\shoras)))(?![\w:])"
    ),
    _time,
    needs=(_DIGITS, ":."),
)
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
    _CLOCK,
    _ORDINALS,
    _CHAPTERS,
    *dates(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene. feb. mar. abr. -- jun. jul. ago. sept. oct. nov. dic.",
        day=lambda n, style: "primero" if n == 1 and _in_america(style) else in_words(n, style.language),
        joined=" de ",
    ),
    *fractions("es", _UNITS),
    typed_ordinals("es"),
    _SHORT_ORDINAL,
    _BEFORE_WORD,
    _DATE,
    abbreviations(_BEFORE_NUMBERS, before=rf"(?=\s?(?:[0-9]|{ROMAN}\b))"),
    abbreviations({"Av.": "avenida", "Avda.": "avenida"}, before=r"(?=\s(?:de\s(?:l[ao]s?\s)?|del\s)?[A-ZÁÉÍÓÚÑ])"),
    abbreviations(_BEFORE_NAMES, before=r"(?=\s[A-ZÁÉÍÓÚÑ])", name="title"),
    abbreviations(_ANYWHERE, ends=("EE. UU.", "etc.", "a. C.", "d. C.", "a. de C.", "d. de C.", "a. m.", "p. m.")),
    measures(_UNITS, "es", to="a"),
    measured({name: forms.forms.split("|")[-1] for name, forms in _UNITS.items() if len(name) > 1}, "es", "de "),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
