"""Italian: centuries and kings, times, abbreviations, units (Accademia della Crusca; Serianni, Grammatica italiana).

"il XX secolo"         il ventesimo secolo
"Luigi XIV"            Luigi quattordicesimo
"il dott. Rossi"       il dottor Rossi
"alle 14:05"           alle quattordici e cinque
"""

import re
from collections.abc import Mapping

from podcast.text.spoken.numerals import in_words, nth
from podcast.text.spoken.others.clock import clock
from podcast.text.spoken.others.romans import ROMAN, kings
from podcast.text.spoken.others.tables import UnitForms, abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, part

_DIGITS = "0123456789"
_M, _F = "cardinal-masculine", "cardinal-feminine"

_ANYWHERE: Mapping[str, str] = {
    "ecc.": "eccetera",
    "ad es.": "ad esempio",
    "p. es.": "per esempio",
    "per es.": "per esempio",
    "a. C.": "avanti Cristo",
    "d. C.": "dopo Cristo",
    "cfr.": "confronta",
    "ca.": "circa",
    "tel.": "telefono",
    "c.d.": "cosiddetto",
    "i.e.": "cioè",
    "S.p.A.": "società per azioni",
    "SS.": "santi",
}
_BEFORE_NAMES: Mapping[str, str] = {
    "dott.": "dottor",
    "dr.": "dottor",
    "dott.ssa": "dottoressa",
    "prof.": "professor",
    "prof.ssa": "professoressa",
    "sig.": "signor",
    "sig.ra": "signora",
    "sig.na": "signorina",
    "sigg.": "signori",
    "ing.": "ingegner",
    "avv.": "avvocato",
    "arch.": "architetto",
    "geom.": "geometra",
    "rag.": "ragionier",
    "on.": "onorevole",
    "sen.": "senatore",
    "mons.": "monsignor",
    "gen.": "generale",
    "cav.": "cavalier",
}
_BEFORE_NUMBERS: Mapping[str, str] = {
    "n.": "numero",
    "nn.": "numeri",
    "n°": "numero",
    "nº": "numero",
    "N°": "numero",
    "p.": "pagina",
    "pp.": "pagine",
    "pag.": "pagina",
    "pagg.": "pagine",
    "art.": "articolo",
    "artt.": "articoli",
    "cap.": "capitolo",
    "fig.": "figura",
    "vol.": "volume",
    "sec.": "secolo",
    "v.": "verso",
    "§": "paragrafo",
}

_UNITS: Mapping[str, UnitForms] = {
    "km": UnitForms("chilometro|chilometri", _M),
    "m": UnitForms("metro|metri", _M),
    "cm": UnitForms("centimetro|centimetri", _M),
    "mm": UnitForms("millimetro|millimetri", _M),
    "kg": UnitForms("chilogrammo|chilogrammi", _M),
    "g": UnitForms("grammo|grammi", _M),
    "mg": UnitForms("milligrammo|milligrammi", _M),
    "t": UnitForms("tonnellata|tonnellate", _F),
    "l": UnitForms("litro|litri", _M),
    "L": UnitForms("litro|litri", _M),
    "ml": UnitForms("millilitro|millilitri", _M),
    "ha": UnitForms("ettaro|ettari", _M),
    "km/h": UnitForms("chilometro all'ora|chilometri all'ora", _M),
    "m²": UnitForms("metro quadrato|metri quadrati", _M),
    "mq": UnitForms("metro quadrato|metri quadrati", _M),
    "km²": UnitForms("chilometro quadrato|chilometri quadrati", _M),
    "m³": UnitForms("metro cubo|metri cubi", _M),
    "°C": UnitForms("grado Celsius|gradi Celsius", _M),
    "min": UnitForms("minuto|minuti", _M),
    "s": UnitForms("secondo|secondi", _M),
    "h": UnitForms("ora|ore", _F),
    "kW": UnitForms("chilowatt", _M),
    "kWh": UnitForms("chilowattora", _M),
    "GB": UnitForms("gigabyte", _M),
    "%": UnitForms("per cento"),
    "MB": UnitForms("megabyte", _M),
    "EUR": UnitForms("euro", _M),
    "euro": UnitForms("euro", _M),
}


def _nth(match: re.Match[str], style: Style) -> list[tuple[str, int, int]]:
    is_feminine = match.groupdict().get("name") in _QUEENS or match.groupdict().get("noun") in _FEMININES
    return [part(match, "roman", nth(value_of(match["roman"]), style.language, is_feminine=is_feminine))]


_QUEENS = frozenset(("Elisabetta", "Caterina", "Maria", "Margherita", "Isabella", "Cristina", "Giovanna"))
_FEMININES = frozenset(("dinastia", "edizione", "legislatura", "repubblica", "Repubblica", "legione", "Olimpiade"))
_CENTURIES = SpokenRule(
    "century",
    regex(
        rf"(?<![\w.])(?P<roman>{ROMAN})(?!\w)(?=\s(?P<noun>secolo|secoli|millennio|canto|capitolo|congresso|arrondissement|"
        rf"edizione|dinastia|legislatura|[Rr]epubblica|legione|Olimpiade)\b|(?:\s?[-–]\s?|\s(?:e|o|al)\s(?:il\s|del\s)?)"
        rf"{ROMAN}\s(?:secolo|secoli)\b)"
    ),
    _nth,
    needs=("XVI",),
)
_CENTURY_BEHIND = SpokenRule(
    "century", regex(rf"(?<!\w)(?:(?<=\b[Ss]ecolo\s)|(?<=\b[Ss]ec\.\s))(?P<roman>{ROMAN})(?!\w)"), _nth, needs=("XVI",)
)
_KINGS = kings(
    r"Luigi|Carlo|Enrico|Filippo|Francesco|Giovanni|Paolo|Pio|Benedetto|Leone|Gregorio|Clemente|"
    r"Innocenzo|Urbano|Alessandro|Nicola|Guglielmo|Giorgio|Edoardo|Riccardo|Giacomo|Federico|Napoleone|Emanuele|"
    r"Umberto|Vittorio|Amedeo|Alberto|Ferdinando|Alfonso|Ottone|Leopoldo|Bonifacio|Giulio|Sisto|Pietro|Ludovico|"
    r"Ramses|Costantino|Elisabetta|Caterina|Maria|Margherita|Isabella|Cristina|Giovanna",
    _nth,
)


def _time(match: re.Match[str], style: Style) -> str | None:
    if not (told := clock(match)):
        return None
    hour, minute = told
    said = "una" if hour == 1 else in_words(hour, style.language)
    return f"{said} e {in_words(minute, style.language)}" if minute else said


_TIME = SpokenRule(
    "time",
    regex(
        r"(?:(?<=\b[Aa]lle\s)|(?<=\b[Dd]alle\s)|(?<=\b[Ll]e\s)|(?<=\bore\s)|(?<=\b[Aa]ll['’])|(?<=\b[Dd]all['’]))"
        r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?![\w:]|[.,][0-9])"
    ),
    _time,
    needs=(_DIGITS, ":."),
)
_FIRST_OF_MONTH = SpokenRule(
    "date",
    regex(
        r"(?<![\w.,])1°?(?=\s(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|"
        r"dicembre)\b)"
    ),
    lambda _match, _style: "primo",
    needs=("1",),
)

_RULES: tuple[SpokenRule, ...] = (
    _CENTURIES,
    _CENTURY_BEHIND,
    _KINGS,
    _TIME,
    _FIRST_OF_MONTH,
    abbreviations(_BEFORE_NUMBERS, before=rf"(?=\s?(?:[0-9]|{ROMAN}\b))"),
    abbreviations(_BEFORE_NAMES, before=r"(?=\s[A-ZÀÈÉÌÒÙ])", name="title"),
    abbreviations(_ANYWHERE, ends=("ecc.", "a. C.", "d. C.")),
    measures(_UNITS, "it", to="a"),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
