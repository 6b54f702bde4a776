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
from podcast.text.spoken.others.dates import dates
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.magnitudes import measured
from podcast.text.spoken.others.ordinals import before_nouns, numbered, typed_ordinals
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
    "S.r.l.": "società a responsabilità limitata",
    "mln": "milioni",
    "mld": "miliardi",
    "e segg.": "e seguenti",
    "e sgg.": "e seguenti",
    "c.so": "corso",
    "p.zza": "piazza",
    "v.le": "viale",
    "all.": "allegato",
    "ab.": "abitanti",
    "max.": "massimo",
    "min.": "minimo",
    "cosid.": "cosiddetto",
    "lett.": "lettera",
    "secc.": "secoli",
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
    "°": UnitForms("grado|gradi", _M),
    "cl": UnitForms("centilitro|centilitri", _M),
    "dl": UnitForms("decilitro|decilitri", _M),
    "hl": UnitForms("ettolitro|ettolitri", _M),
    "kcal": UnitForms("chilocaloria|chilocalorie", _F),
    "MW": UnitForms("megawatt", _M),
    "GW": UnitForms("gigawatt", _M),
    "cm²": UnitForms("centimetro quadrato|centimetri quadrati", _M),
    "cm³": UnitForms("centimetro cubo|centimetri cubi", _M),
    "km³": UnitForms("chilometro cubo|chilometri cubi", _M),
    "kmq": UnitForms("chilometro quadrato|chilometri quadrati", _M),
    "mc": UnitForms("metro cubo|metri cubi", _M),
    "m/s": UnitForms("metro al secondo|metri al secondo", _M),
    "TB": UnitForms("terabyte", _M),
    "GHz": UnitForms("gigahertz", _M),
    "MHz": UnitForms("megahertz", _M),
    "Hz": UnitForms("hertz", _M),
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
    "century",
    regex(
        rf"(?<!\w)(?:(?<=\b[Ss]ecolo\s)|(?<=\b[Ss]ec\.\s)|(?<=\b[Ss]ecoli\s)|(?<=\b[Ss]ecc\.\s))(?P<roman>{ROMAN})(?!\w)"
    ),
    _nth,
    needs=("XVI",),
)


def _two_centuries(match: re.Match[str], style: Style) -> list[tuple[str, int, int]]:
    first, second = (nth(value_of(match[group]), style.language) for group in ("roman", "second"))
    if not match["dash"]:
        return [part(match, "roman", first), part(match, "second", second)]
    return [
        part(match, "roman", f"dall'{first}" if first[0] in "aeiou" else f"dal {first}"),
        part(match, "dash", " all'" if second[0] in "aeiou" else " al "),
        part(match, "second", second),
    ]


_CENTURIES_BEHIND = SpokenRule(
    "century",
    regex(
        rf"(?<!\w)(?:[Ss]ecoli|[Ss]ecc\.)\s(?P<roman>{ROMAN})(?:(?P<dash>\s?[-–]\s?)|\s(?:e|al|o)\s)"
        rf"(?P<second>{ROMAN})(?!\w)"
    ),
    _two_centuries,
    needs=("XVI",),
    searches=True,
)
_ORDINALS = before_nouns(
    "anniversario|centenario|governo|Congresso|festival|Festival|premio|Premio|concilio|Concilio|reggimento|municipio|"
    "giorno|comma|piano|posto|Reich|canto|Canto|libro|Giochi",
    "guerra|Guerra|edizione|Edizione|Internazionale|classe|armata|Armata|giornata|Giornata|sezione|crociata|Crociata|"
    "Conferenza|conferenza|Assemblea|assemblea|divisione|Divisione",
)
_CHAPTERS = numbered(r"[Cc]apitolo|[Cc]anto|[Ll]ibro|[Aa]tto|[Vv]olume|[Tt]omo|[Tt]itolo", is_ordinal=True)
_SHORT_DECADE = SpokenRule(
    "decade",
    regex(r"(?<!\w)['’](?P<n>[1-9]0{1,2})(?![\w'’])"),
    lambda match, style: in_words(int(match["n"]), style.language),
    needs=("'’", _DIGITS),
)
_SAINTS = {
    "san": "Francesco Pietro Giovanni Paolo Marco Giorgio Lorenzo Giuseppe Carlo Benedetto Domenico Martino Michele "
    "Nicola Gennaro Siro Remo Marino Bernardo Luca Matteo Vincenzo Giacomo Filippo Gregorio "
    "Luigi Petronio",
    "santa": "Maria Lucia Chiara Caterina Croce Teresa Rita Cecilia Barbara Margherita Giulia Sofia Monica",
    "santo": "Stefano Spirito",
}
_SAINT_OF = {name: saint for saint, names in _SAINTS.items() for name in names.split()}
_SAINT = SpokenRule(
    "title",
    regex(rf"(?<![\w.])S\.(?=\s(?P<name>{'|'.join(_SAINT_OF)})(?!\w))"),
    lambda match, _style: _SAINT_OF[match["name"]],
    needs=("S", "."),
)


def _one(match: re.Match[str], _style: Style) -> str:
    """As in "un'ora" and "uno studente"; the article of others is of the noun's gender."""
    return f"un'{match['feminine']}" if match["feminine"] else f"uno {match['masculine']}"


_ONE = SpokenRule(
    "number",
    regex(
        r"(?<![\w.,:/-])1[ \u00a0\u202f](?:(?P<feminine>ora|amica|alunna|impresa|auto|azienda|unità|isola|opera|"
        r"edizione|elezione|italiana|oncia|oliva|arancia|unghia|ape|aula|opzione|attrice|allieva|operaia)|"
        r"(?P<masculine>studente|zaino|stato|scudo|specchio|scudetto|spettacolo|scontro|stipendio|sconto|zero|psicologo|"
        r"yogurt|gnocco|straniero|sciopero|studio|sport|spicchio|strato))(?!\w)"
    ),
    _one,
    needs=("1",),
)
_AT_ONE = SpokenRule(
    "time",
    regex(
        r"(?:(?<=\b[Aa]ll['’])|(?<=\b[Dd]all['’])|(?<=\b[Aa]lle\s)|(?<=\b[Dd]alle\s)|(?<=\bore\s))"
        r"1(?![\w]|[.,:][0-9])"
    ),
    lambda *_: "una",
    needs=("1",),
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
        r"(?P<hour>[0-9]{1,2})[:.,](?P<minute>[0-5][0-9])(?![\w:]|[.,][0-9]|\s(?:per\scento|euro|km|%))"
    ),
    _time,
    needs=(_DIGITS, ":.,"),
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
    _CENTURIES_BEHIND,
    _CENTURY_BEHIND,
    _ORDINALS,
    _CHAPTERS,
    _SHORT_DECADE,
    _SAINT,
    _AT_ONE,
    _ONE,
    *dates(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "genn. febbr. mar. apr. magg. giu. lug. ago. sett. ott. nov. dic.",
        day=lambda n, style: "primo" if n == 1 else in_words(n, style.language),
    ),
    *fractions("it", _UNITS),
    typed_ordinals("it"),
    abbreviations({"1 mln": "un milione", "1 mld": "un miliardo"}, name="magnitude"),
    SpokenRule("measure", regex(r"(?<![\w.,:/-])1\sh(?!\w)"), lambda *_: "un'ora", needs=("1", "h")),
    _KINGS,
    _TIME,
    _FIRST_OF_MONTH,
    abbreviations(_BEFORE_NUMBERS, before=rf"(?=\s?(?:[0-9]|{ROMAN}\b))"),
    abbreviations(_BEFORE_NAMES, before=r"(?=\s[A-ZÀÈÉÌÒÙ])", name="title"),
    abbreviations(_ANYWHERE, ends=("ecc.", "a. C.", "d. C.")),
    measures(_UNITS, "it", to="a"),
    measured({name: forms.forms.split("|")[-1] for name, forms in _UNITS.items() if len(name) > 1}, "it", "di "),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
