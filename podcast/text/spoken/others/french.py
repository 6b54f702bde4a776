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
from podcast.text.spoken.others.dates import dates
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.magnitudes import measured
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
    "Vve": "veuve",
    "sq.": "et suivante",
    "sqq.": "et suivantes",
    "tél.": "téléphone",
    "max.": "maximum",
    "min.": "minimum",
    "hab.": "habitants",
    "apr.": "après",
    "S.A.R.L.": "SARL",
}
_TITLES = ("M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Me", "Mgr", "Dr", "Pr", "St", "Ste")
_BEFORE_NAMES = {short: ABBREVIATIONS[short] for short in _TITLES if short != "M."}
_STREETS: Mapping[str, str] = {
    "Bd": "boulevard",
    "bd": "boulevard",
    "Bld": "boulevard",
    "av.": "avenue",
    "pl.": "place",
}
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
    "N°s": "numéros",
    "liv.": "livre",
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
    "MW": UnitForms("mégawatt|mégawatts", _M),
    "GW": UnitForms("gigawatt|gigawatts", _M),
    "kcal": UnitForms("kilocalorie|kilocalories", _F),
    "dl": UnitForms("décilitre|décilitres", _M),
    "cm²": UnitForms("centimètre carré|centimètres carrés", _M),
    "cm³": UnitForms("centimètre cube|centimètres cubes", _M),
    "km³": UnitForms("kilomètre cube|kilomètres cubes", _M),
    "m/s": UnitForms("mètre par seconde|mètres par seconde", _M),
    "To": UnitForms("téraoctet|téraoctets", _M),
    "Hz": UnitForms("hertz", _M),
    "kHz": UnitForms("kilohertz", _M),
    "MHz": UnitForms("mégahertz", _M),
    "GHz": UnitForms("gigahertz", _M),
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
        r"(?=\s(?:et|ou|au|à)\s[XVI]|[-–][XVI]|\s(?:siècles?|s\.|arrondissements?|[Rr]épublique|dynastie|[Ee]mpire|"
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
    r"Clotaire|Childéric|Thierry|Raymond|Baudoin|Chapitre|chapitre|Tome|tome|Livre|livre|Acte|acte|Volume|volume|Scène|scène|Titre|titre|Partie|partie|type|Type|Phase|phase",
    _king,
)
_CENTURY_SHORTLY = SpokenRule(
    "century",
    regex(r"(?:(?<=[XVI]e\s)|(?<=Ier\s)|(?<=ième\s)|(?<=emier\s))s\.(?=\s(?:[a-zà-ÿ(]|J)|[,;:)])"),
    lambda *_: "siècle",
    needs=("s", "."),
)
_SECONDS = {
    "2nd": "second",
    "2nde": "seconde",
    "2nds": "seconds",
    "2ndes": "secondes",
    "2d": "second",
    "2de": "seconde",
}
_SECONDS |= {"1ers": "premiers", "1res": "premières", "1ères": "premières"}
_SECOND = SpokenRule(
    "ordinal",
    regex(rf"(?<![\w.,])(?:{'|'.join(sorted(_SECONDS, key=len, reverse=True))})(?!\w)"),
    lambda match, _style: _SECONDS[match[0]],
    needs=("12",),
)
_MISTER = SpokenRule(
    "title",
    regex(r"(?<![\w.])(?:(?P<name>[A-ZÀ-Ý][^\W\d_.]{0,20})\s)?(?P<title>M\.)(?=\s(?:d[eu]\s)?[A-ZÀ-Ý])"),
    lambda match, _style: _mister(match),
    needs=("M", "."),
)


def _mister(match: re.Match[str]) -> list[tuple[str, int, int]] | None:
    """None for an initial, as in "Robert M. Pirsig" and "J. M. Keynes"."""
    start, text = match.start(), match.string
    is_initial = re.search(r"\b[A-ZÀ-Ý]\.[\s-]?$", text[max(0, start - 4) : start])
    if is_initial or (match["name"] and match["name"].lower() not in _NO_NAMES):
        return None
    return [part(match, "title", "monsieur")]


_NO_NAMES = frozenset(
    "hier aujourd demain selon pour avec chez et mais quand ensuite puis alors enfin cependant pourtant ainsi comme "
    "que ni car or de par sans sous entre lorsque si où ce comment pourquoi contre après avant depuis dès "
    "président".split()
)
_RANGE_OF_TIMES = SpokenRule(
    "range", regex(r"(?<=h|[0-9])\s?[–-]\s?(?=[0-9]{1,2}\s?h(?![\w/]))"), lambda *_: " à ", needs=("h", "–-")
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
    _RANGE_OF_TIMES,
    _TIME,
    _CLOCK,
    _CENTURY_SHORTLY,
    _SECOND,
    *dates(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. -- avr. -- -- juil. -- sept. oct. nov. déc.",
        day=lambda n, style: "premier" if n == 1 else in_words(n, style.language),
    ),
    *fractions("fr", UNITS),
    _MISTER,
    abbreviations(_BEFORE_NUMBERS, before=rf"(?=\s?(?:[0-9]|{ROMAN}\b))"),
    abbreviations(_STREETS, before=r"(?=\s(?!J\.)(?:d[eu]\s|de\sla\s|des\s)?[A-ZÀ-Ý])"),
    abbreviations(_BEFORE_NAMES, before=r"(?=[\s-](?:d[eu]\s)?[A-ZÀ-Ý])", name="title"),
    abbreviations(_ANYWHERE, ends=("etc.", "av. J.-C.", "apr. J.-C.", "ap. J.-C.")),
    measures(UNITS, "fr", to="à"),
    measured({name: forms.forms.split("|")[-1] for name, forms in UNITS.items() if len(name) > 1}, "fr", "de "),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
