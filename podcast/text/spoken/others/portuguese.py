"""Portuguese: centuries and kings, times, abbreviations, units (Cunha and Cintra, Gramática; VOLP; Ciberdúvidas).

"o século XX"         o século vinte
"D. João VI"          dom João sexto
"o Sr. Silva"         o senhor Silva
"às 14h05"            às catorze horas e cinco
"""

import re
from collections.abc import Mapping

from podcast.text.spoken.numerals import in_words
from podcast.text.spoken.others.clock import clock
from podcast.text.spoken.others.romans import ROMAN, kings, ordinal_up_to_ten
from podcast.text.spoken.others.tables import UnitForms, abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style

_DIGITS = "0123456789"
_M, _F = "cardinal-masculine", "cardinal-feminine"

_ANYWHERE: Mapping[str, str] = {
    "p. ex.": "por exemplo",
    "por ex.": "por exemplo",
    "etc.": "et cetera",
    "a. C.": "antes de Cristo",
    "d. C.": "depois de Cristo",
    "cf.": "confira",
    "tel.": "telefone",
    "EUA": "Estados Unidos",
    "E.U.A.": "Estados Unidos",
    "V. Exa.": "Vossa Excelência",
    "séc.": "século",
    "sécs.": "séculos",
    "pág.": "página",
    "págs.": "páginas",
    "aprox.": "aproximadamente",
    "Ltda.": "limitada",
    "Lda.": "limitada",
}
_BEFORE_NAMES: Mapping[str, str] = {
    "Sr.": "senhor",
    "Sra.": "senhora",
    "Sr.ª": "senhora",
    "Srta.": "senhorita",
    "Srs.": "senhores",
    "Sras.": "senhoras",
    "Dr.": "doutor",
    "Dra.": "doutora",
    "Dr.ª": "doutora",
    "Drs.": "doutores",
    "Prof.": "professor",
    "Profa.": "professora",
    "Prof.ª": "professora",
    "Eng.": "engenheiro",
    "Eng.º": "engenheiro",
    "Gen.": "general",
    "Cel.": "coronel",
    "Pe.": "padre",
    "Sto.": "santo",
    "Sta.": "santa",
    "Av.": "avenida",
}
_QUEENS = frozenset(("Maria", "Isabel", "Catarina", "Leonor", "Margarida", "Cristina"))
_BEFORE_NUMBERS: Mapping[str, str] = {
    "n.º": "número",
    "n.°": "número",
    "nº": "número",
    "n°": "número",
    "Nº": "número",
    "p.": "página",
    "pp.": "páginas",
    "art.": "artigo",
    "arts.": "artigos",
    "cap.": "capítulo",
    "fig.": "figura",
    "vol.": "volume",
    "§": "parágrafo",
}

_UNITS: Mapping[str, UnitForms] = {
    "km": UnitForms("quilómetro|quilómetros", _M),
    "m": UnitForms("metro|metros", _M),
    "cm": UnitForms("centímetro|centímetros", _M),
    "mm": UnitForms("milímetro|milímetros", _M),
    "kg": UnitForms("quilograma|quilogramas", _M),
    "g": UnitForms("grama|gramas", _M),
    "mg": UnitForms("miligrama|miligramas", _M),
    "t": UnitForms("tonelada|toneladas", _F),
    "l": UnitForms("litro|litros", _M),
    "L": UnitForms("litro|litros", _M),
    "ml": UnitForms("mililitro|mililitros", _M),
    "ha": UnitForms("hectare|hectares", _M),
    "km/h": UnitForms("quilómetro por hora|quilómetros por hora", _M),
    "m²": UnitForms("metro quadrado|metros quadrados", _M),
    "km²": UnitForms("quilómetro quadrado|quilómetros quadrados", _M),
    "m³": UnitForms("metro cúbico|metros cúbicos", _M),
    "°C": UnitForms("grau Celsius|graus Celsius", _M),
    "ºC": UnitForms("grau Celsius|graus Celsius", _M),
    "min": UnitForms("minuto|minutos", _M),
    "kW": UnitForms("quilowatt|quilowatts", _M),
    "kWh": UnitForms("quilowatt-hora|quilowatts-hora", _M),
    "GB": UnitForms("gigabyte|gigabytes", _M),
    "%": UnitForms("por cento"),
    "MB": UnitForms("megabyte|megabytes", _M),
    "EUR": UnitForms("euro|euros", _M),
}
_BRAZILIAN_UNITS = {
    short: UnitForms(unit.forms.replace("quilómetro", "quilômetro"), unit.manner) for short, unit in _UNITS.items()
}


def _roman(match: re.Match[str], style: Style) -> list[tuple[str, int, int]]:
    return ordinal_up_to_ten(match, style, _QUEENS)


_CENTURIES = SpokenRule(
    "century",
    regex(
        rf"(?<!\w)(?P<name>[Ss]éculos?)\s(?P<roman>{ROMAN})(?:(?:\s(?:e|ao?)\s|(?P<dash>\s?[-–]\s?))(?P<second>{ROMAN}))?(?!\w)"
    ),
    _roman,
    needs=("XVI",),
)
_KINGS = kings(
    r"João|Pedro|Afonso|Sancho|Dinis|Fernando|Duarte|Manuel|José|Miguel|Luís|Carlos|Filipe|Henrique|"
    r"Paulo|Pio|Bento|Leão|Gregório|Clemente|Inocêncio|Urbano|Alexandre|Nicolau|Guilherme|Jorge|Eduardo|Ricardo|"
    r"Jaime|Frederico|Napoleão|Isabel|Catarina|Maria|Leonor|Margarida|Cristina|Francisco|Ramsés|Constantino|Bonifácio|"
    r"Júlio|Sisto|Leopoldo|Alberto|Oto",
    _roman,
)
_LORDS = SpokenRule(
    "title",
    regex(r"(?<![\w.])D\.(?=\s(?P<name>[A-ZÁÉÍÓÚÂÊÔ]\w+))"),
    lambda match, _style: "dona" if match["name"] in _QUEENS or match["name"].endswith("a") else "dom",
    needs=("D",),
)


def _time(match: re.Match[str], style: Style) -> str | None:
    if not (told := clock(match)):
        return None
    hour, minute = told
    said = f"{in_words(hour, style.language, _F)} {'hora' if hour == 1 else 'horas'}"
    return f"{said} e {in_words(minute, style.language)}" if minute else said


_TIMES = (
    SpokenRule(
        "time",
        regex(r"(?<![\w.,:])(?P<hour>[0-9]{1,2})\s?h(?:\s?(?P<minute>[0-9]{2}))?(?:\s?min\b)?(?![\w/]|\s?[0-9])"),
        _time,
        needs=(_DIGITS, "h"),
    ),
    SpokenRule(
        "time",
        regex(r"(?:(?<=\b[ÀàAa]s\s)|(?<=\b[Dd]as\s))(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?![\w:]|[.,][0-9])"),
        _time,
        needs=(_DIGITS, ":"),
    ),
)


def _reais(match: re.Match[str], style: Style) -> str | None:
    whole, _, cents = match["n"].replace(".", "").partition(",")
    count, small = int(whole), int(cents or 0)
    of = " de" if count and not count % 1_000_000 else ""
    parts = (
        [f"{in_words(count, style.language, _M)}{of} {'real' if count == 1 else 'reais'}"] if count or not small else []
    )
    parts += [f"{in_words(small, style.language, _M)} {'centavo' if small == 1 else 'centavos'}"] if small else []
    return " e ".join(parts)


_REAIS = SpokenRule(
    "currency",
    regex(
        r"(?<!\w)R\$\s?(?P<n>(?:[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}|[1-9][0-9]{0,5}|0)(?:,[0-9]{2})?)"
        r"(?![\w]|[.,][0-9]|\s(?:mil|milh|bilh))"
    ),
    _reais,
    needs=("R", "$"),
)
_FIRST_OF_MONTH = SpokenRule(
    "date",
    regex(
        r"(?<![\w.,])1[.]?[º°]?(?=\sde\s(?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|"
        r"novembro|dezembro)\b)"
    ),
    lambda match, style: "primeiro" if style.language == "pt-br" or len(match[0]) > 1 else "um",
    needs=("1",),
)


def rules(language: str) -> tuple[SpokenRule, ...]:
    """Brazil measures in quilômetros."""
    return (
        _CENTURIES,
        _KINGS,
        _LORDS,
        *_TIMES,
        _REAIS,
        _FIRST_OF_MONTH,
        abbreviations(_BEFORE_NUMBERS, before=rf"(?=\s?(?:[0-9]|{ROMAN}\b))"),
        abbreviations(_BEFORE_NAMES, before=r"(?=\s[A-ZÁÉÍÓÚÂÊÔÇ])", name="title"),
        abbreviations(_ANYWHERE, ends=("etc.", "a. C.", "d. C.", "E.U.A.")),
        measures(_BRAZILIAN_UNITS if language == "pt-br" else _UNITS, "pt", to="a"),
    )
