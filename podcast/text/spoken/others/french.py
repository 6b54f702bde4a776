"""French: centuries and kings, times, abbreviations, units (Lexique des règles typographiques, Imprimerie nationale).

"au XXe siècle"       au vingtième siècle
"Louis XIV"           Louis quatorze
"François Ier"        François premier
"à 14 h 05"           à quatorze heures cinq
"n° 5, p. 12"         numéro cinq, page douze
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

ABBREVIATIONS: Mapping[str, str] = {
    "p. ex.": "par exemple",
    "c.-à-d.": "c'est-à-dire",
    "av. J.-C.": "avant Jésus-Christ",
    "apr. J.-C.": "après Jésus-Christ",
    "ap. J.-C.": "après Jésus-Christ",
    "etc.": "et cetera",
    "cf.": "confer",
    "env.": "environ",
    "MM.": "messieurs",
    "Mme": "madame",
    "Mmes": "mesdames",
    "Mlle": "mademoiselle",
    "Mlles": "mesdemoiselles",
    "Me": "maître",
    "Mgr": "monseigneur",
    "Dr": "docteur",
    "Pr": "professeur",
    "St": "saint",
    "Ste": "sainte",
}
_TITLES = ("M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Me", "Mgr", "Dr", "Pr", "St", "Ste")
_BEFORE_NAMES = {short: ABBREVIATIONS.get(short, "monsieur") for short in _TITLES}
_ANYWHERE = {short: words for short, words in ABBREVIATIONS.items() if short not in _TITLES}
_BEFORE_NUMBERS: Mapping[str, str] = {
    "n°": "numéro",
    "nº": "numéro",
    "N°": "numéro",
    "no": "numéro",
    "n°s": "numéros",
    "p.": "page",
    "pp.": "pages",
    "art.": "article",
    "chap.": "chapitre",
    "fig.": "figure",
    "vol.": "volume",
    "t.": "tome",
    "§": "paragraphe",
}

UNITS: Mapping[str, UnitForms] = {
    "km": UnitForms("kilomètre|kilomètres", _M),
    "m": UnitForms("mètre|mètres", _M),
    "cm": UnitForms("centimètre|centimètres", _M),
    "mm": UnitForms("millimètre|millimètres", _M),
    "kg": UnitForms("kilogramme|kilogrammes", _M),
    "g": UnitForms("gramme|grammes", _M),
    "mg": UnitForms("milligramme|milligrammes", _M),
    "t": UnitForms("tonne|tonnes", _F),
    "l": UnitForms("litre|litres", _M),
    "L": UnitForms("litre|litres", _M),
    "cl": UnitForms("centilitre|centilitres", _M),
    "ml": UnitForms("millilitre|millilitres", _M),
    "ha": UnitForms("hectare|hectares", _M),
    "km/h": UnitForms("kilomètre à l'heure|kilomètres à l'heure", _M),
    "m²": UnitForms("mètre carré|mètres carrés", _M),
    "km²": UnitForms("kilomètre carré|kilomètres carrés", _M),
    "m³": UnitForms("mètre cube|mètres cubes", _M),
    "°C": UnitForms("degré Celsius|degrés Celsius", _M),
    "°": UnitForms("degré|degrés", _M),
    "min": UnitForms("minute|minutes", _F),
    "s": UnitForms("seconde|secondes", _F),
    "kW": UnitForms("kilowatt|kilowatts", _M),
    "kWh": UnitForms("kilowattheure|kilowattheures", _M),
    "Go": UnitForms("gigaoctet|gigaoctets", _M),
    "Mo": UnitForms("mégaoctet|mégaoctets", _M),
    "%": UnitForms("pour cent"),
    "EUR": UnitForms("euro|euros", _M),
    "M€": UnitForms("million d'euros|millions d'euros", _M),
    "Md€": UnitForms("milliard d'euros|milliards d'euros", _M),
    "F": UnitForms("franc|francs", _M),
}


def _century(match: re.Match[str], style: Style) -> list[tuple[str, int, int]]:
    is_feminine = match["ending"] in ("re", "ère", "ʳᵉ")
    said = nth(value_of(match["roman"]), style.language, is_feminine=is_feminine)
    return [(said, match.start("roman"), match.end("ending"))]


def _king(match: re.Match[str], style: Style) -> list[tuple[str, int, int]] | None:
    number = value_of(match["roman"])
    return [part(match, "roman", in_words(number, style.language))] if number > 1 else None


def _time(match: re.Match[str], style: Style) -> str | None:
    if not (told := clock(match)):
        return None
    hour, minute = told
    said = f"{in_words(hour, style.language, _F)} {'heures' if hour > 1 else 'heure'}"
    return f"{said} {in_words(minute, style.language, _F)}" if minute else said


_CENTURY = SpokenRule(
    "century",
    regex(
        rf"(?<![\w.])(?P<roman>{ROMAN})(?P<ending>ers?|re|ère|i?èmes?|es?|ᵉ|ᵉʳ|ʳᵉ)(?!\w)(?:"
        r"(?=\s(?:et|ou|au|à)\s[XVI]|[-–][XVI]|\s(?:siècles?|arrondissements?|[Rr]épublique|dynastie|[Ee]mpire|"
        r"[Rr]eich|millénaires?|congrès|édition|Internationale|législature)\b)|(?<=\S))"
    ),
    _century,
    needs=("XVI",),
)
_KINGS = kings(
    r"Louis|Charles|Henri|Philippe|François|Jean|Paul|Jean-Paul|Pie|Benoît|Léon|Grégoire|Clément|Innocent|"
    r"Urbain|Alexandre|Nicolas|Guillaume|George|Georges|Édouard|Edouard|Richard|Jacques|Frédéric|Napoléon|Élisabeth|"
    r"Elisabeth|Elizabeth|Catherine|Marie|Ferdinand|Alphonse|Robert|Hugues|Otton|Léopold|Albert|Baudouin|Hassan|"
    r"Mohammed|Ramsès|Thoutmôsis|Ptolémée|Constantin|Théodose|Boniface|Jules|Sixte|Pierre|Ivan|Christian|Gustave|"
    r"Clotaire|Childéric|Thierry|Raymond|Baudoin|Chapitre|chapitre|Tome|tome|Livre|livre|Acte|acte",
    _king,
)
_TIME = SpokenRule(
    "time",
    regex(r"(?<![\w.,:])(?P<hour>[0-9]{1,2})\s?h(?:\s?(?P<minute>[0-9]{2}))?(?![\w/]|\s?[0-9])"),
    _time,
    needs=(_DIGITS, "h"),
)
_CLOCK = SpokenRule(
    "time",
    regex(r"(?<=[àÀ]\s)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?![\w:]|[.,][0-9])"),
    _time,
    needs=(_DIGITS, ":"),
)

_RULES: tuple[SpokenRule, ...] = (
    _CENTURY,
    _KINGS,
    _TIME,
    _CLOCK,
    abbreviations(_BEFORE_NUMBERS, before=r"(?=\s?[0-9])"),
    abbreviations(_BEFORE_NAMES, before=r"(?=\s(?:d[eu]\s)?[A-ZÀ-Ý])", name="title"),
    abbreviations(_ANYWHERE, ends=("etc.", "av. J.-C.", "apr. J.-C.", "ap. J.-C.")),
    measures(UNITS, "fr", to="à"),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
