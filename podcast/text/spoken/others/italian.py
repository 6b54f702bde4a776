"""Italian: centuries and kings, times, abbreviations, units (Accademia della Crusca; Serianni, Grammatica italiana).

"il XX secolo"         il ventesimo secolo
"Luigi XIV"            Luigi quattordicesimo
"il dott. Rossi"       il dottor Rossi
"alle 14:05"           alle quattordici e cinque
"""

import re

from podcast.text.spoken.numerals import in_words, nth
from podcast.text.spoken.others.clock import clock
from podcast.text.spoken.others.dates import dates
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.italianwords import ANYWHERE, BEFORE_NAMES, BEFORE_NUMBERS, UNITS
from podcast.text.spoken.others.magnitudes import measured
from podcast.text.spoken.others.ordinals import before_nouns, numbered, typed_ordinals
from podcast.text.spoken.others.romans import ROMAN, kings
from podcast.text.spoken.others.tables import abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, part

_DIGITS = "0123456789"
_M, _F = "cardinal-masculine", "cardinal-feminine"


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
    *fractions("it", UNITS),
    typed_ordinals("it"),
    abbreviations({"1 mln": "un milione", "1 mld": "un miliardo"}, name="magnitude"),
    SpokenRule("measure", regex(r"(?<![\w.,:/-])1\sh(?!\w)"), lambda *_: "un'ora", needs=("1", "h")),
    _KINGS,
    _TIME,
    _FIRST_OF_MONTH,
    abbreviations(BEFORE_NUMBERS, before=rf"(?=\s?(?:[0-9]|{ROMAN}\b))"),
    abbreviations(BEFORE_NAMES, before=r"(?=\s[A-ZÀÈÉÌÒÙ])", name="title"),
    abbreviations(ANYWHERE, ends=("ecc.", "a. C.", "d. C.")),
    measures(UNITS, "it", to="a"),
    measured({name: forms.forms.split("|")[-1] for name, forms in UNITS.items() if len(name) > 1}, "it", "di "),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
