"""Spanish: centuries and kings, times, dates, abbreviations, units (RAE, Ortografía, and its Diccionario de dudas).

"el 3.er piso"        el tercer piso
"los EE. UU."         los Estados Unidos
"Felipe II"           Felipe segundo
"a las 14:05"         a las catorce cero cinco
"""

import re

from podcast.text.spoken.numerals import in_words, nth
from podcast.text.spoken.others.clock import clock
from podcast.text.spoken.others.dates import dates
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.genders import GENDERS
from podcast.text.spoken.others.magnitudes import measured
from podcast.text.spoken.others.ordinals import before_nouns, numbered, typed_ordinals
from podcast.text.spoken.others.romans import ROMAN, kings, ordinal_up_to_ten
from podcast.text.spoken.others.spanishwords import ANYWHERE, BEFORE_NAMES, BEFORE_NUMBERS, UNITS
from podcast.text.spoken.others.tables import abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style

_DIGITS = "0123456789"
_M, _F = "cardinal-masculine", "cardinal-feminine"


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
    *fractions("es", UNITS),
    typed_ordinals("es"),
    _SHORT_ORDINAL,
    _BEFORE_WORD,
    _DATE,
    abbreviations(BEFORE_NUMBERS, before=rf"(?=\s?(?:[0-9]|{ROMAN}\b))"),
    abbreviations({"Av.": "avenida", "Avda.": "avenida"}, before=r"(?=\s(?:de\s(?:l[ao]s?\s)?|del\s)?[A-ZÁÉÍÓÚÑ])"),
    abbreviations(BEFORE_NAMES, before=r"(?=\s[A-ZÁÉÍÓÚÑ])", name="title"),
    abbreviations(ANYWHERE, ends=("EE. UU.", "etc.", "a. C.", "d. C.", "a. de C.", "d. de C.", "a. m.", "p. m.")),
    measures(UNITS, "es", to="a"),
    measured({name: forms.forms.split("|")[-1] for name, forms in UNITS.items() if len(name) > 1}, "es", "de "),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
