"""Dutch: ordinals and kings, times, abbreviations, units (Taalunie, Taaladvies.net and Woordenlijst).

"de 19e eeuw"         de negentiende eeuw
"Lodewijk XIV"        Lodewijk de Veertiende
"om 14.05 uur"        om veertien uur vijf
"""

import re

from podcast.text.spoken.numerals import in_words, nth
from podcast.text.spoken.others.clock import clock
from podcast.text.spoken.others.dates import dates
from podcast.text.spoken.others.dutchwords import ANYWHERE, BEFORE_NUMBERS, UNITS
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.magnitudes import measured
from podcast.text.spoken.others.numbers import words
from podcast.text.spoken.others.romans import ROMAN, kings
from podcast.text.spoken.others.tables import abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, part

_DIGITS = "0123456789"


def _king(match: re.Match[str], style: Style) -> list[tuple[str, int, int]]:
    return [part(match, "roman", f"de {nth(value_of(match['roman']), style.language).capitalize()}")]


_KINGS = kings(
    r"Willem|Lodewijk|Karel|Hendrik|Filips|Frans|Johannes|Paulus|Pius|Benedictus|Leo|Gregorius|Clemens|"
    r"Innocentius|Urbanus|Alexander|Nicolaas|George|Eduard|Richard|Jacobus|Frederik|Wilhelm|Napoleon|Elizabeth|"
    r"Catharina|Maria|Margaretha|Albert|Boudewijn|Leopold|Otto|Ferdinand|Alfons|Bonifatius|Julius|Sixtus|Peter|"
    r"Ramses|Constantijn|Gustaaf|Christiaan|Maximiliaan|Jozef|Floris|Dirk|Jan",
    _king,
)
_CENTURY = SpokenRule(
    "century",
    regex(rf"(?<![\w.])(?P<roman>{ROMAN})(?P<ending>e|de|ste)(?!\w)"),
    lambda match, style: nth(value_of(match["roman"]), style.language) if len(match["roman"]) > 1 else None,
    needs=("XVI",),
)


def _time(match: re.Match[str], style: Style) -> str | None:
    if not (told := clock(match)):
        return None
    hour, minute = told
    said = f"{in_words(hour, style.language)} uur"
    return f"{said} {in_words(minute, style.language)}" if minute else said


_TIMES = (
    SpokenRule(
        "time",
        regex(
            r"(?<![\w.,:])(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})(?:(?P<dash>\s?[–-]\s?)|(?=\s(?:tot|en)\s))"
            r"(?=(?:\s(?:tot|en)\s)?[0-9]{1,2}(?:[.:][0-9]{2})?\s(?:uur|u)\b)"
        ),
        lambda match, style: (
            f"{(_time(match, style) or '').removesuffix(' uur')}{' tot ' if match['dash'] else ''}"
            if clock(match)
            else None
        ),
        needs=(_DIGITS, ".:"),
    ),
    SpokenRule(
        "time",
        regex(r"(?<![\w.,:])(?P<hour>[0-9]{1,2})u(?P<minute>[0-9]{2})?(?!\w)"),
        _time,
        needs=(_DIGITS, "u"),
    ),
    SpokenRule(
        "time",
        regex(r"(?<![\w.,:])(?P<hour>[0-9]{1,2})(?P<minute>)\su\.(?=\s[a-z]|[,;)])"),
        _time,
        needs=(_DIGITS, "u"),
    ),
    SpokenRule(
        "time",
        regex(r"(?<![\w.,:])(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})\s(?:uur\b|u\b(?:\.(?=\s[a-z]|[,;)]))?)"),
        _time,
        needs=(_DIGITS, ".:"),
    ),
    SpokenRule(
        "time",
        regex(
            r"(?:(?<=\b[Oo]m\s)|(?<=\b[Vv]anaf\s)|(?<=\b[Tt]ot\s))(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?![\w:]|[.,][0-9])"
        ),
        _time,
        needs=(_DIGITS, ":"),
    ),
)


def _compound(match: re.Match[str], style: Style) -> str | None:
    number = int(match["n"])
    return words(number, style) + match["rest"] if match["n"][0] != "0" else None


_OWN = (
    SpokenRule(
        "currency",
        regex(r"(?<!\w)€\s?(?P<n>[1-9][0-9]{0,2}(?:\.[0-9]{3})?|[1-9][0-9]{3,5}),[-–]{1,2}(?!\w)"),
        lambda match, style: f"{words(int(match['n'].replace('.', '')), style)} euro",
        needs=("€", ",", _DIGITS),
    ),
    SpokenRule(
        "number",
        regex(
            r"(?<![\w.,:/-])(?P<n>[0-9]{1,3})-(?P<rest>(?:jarig|voudig|daags|urig|delig|persoons|koppig|procents)(?:e[nr]?)?)(?!\w)"
        ),
        _compound,
        needs=(_DIGITS, "-"),
    ),
    SpokenRule(
        "decade",
        regex(r"(?<!\w)['’](?P<n>[1-9]0|[1-9][0-9](?=['’]?-|\s))(?![\w'’])"),
        lambda match, style: in_words(int(match["n"]), style.language),
        needs=("'’", _DIGITS),
    ),
    SpokenRule(
        "number",
        regex(
            rf"(?<!\w)(?:[Hh]oofdstuk|[Dd]eel|[Bb]and|[Bb]oek|[Aa]kte|[Tt]ype|[Kk]lasse)\s(?P<roman>{ROMAN})(?![\w.])"
        ),
        lambda match, style: [part(match, "roman", in_words(value_of(match["roman"]), style.language))],
        needs=("XVI",),
    ),
)

_RULES: tuple[SpokenRule, ...] = (
    _KINGS,
    _CENTURY,
    *_TIMES,
    *_OWN,
    *dates(
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan. feb. mrt. apr. -- jun. jul. aug. sept. okt. nov. dec.",
        day=lambda n, style: in_words(n, style.language),
    ),
    *fractions("nl", UNITS),
    measured({name: forms.forms.split("|")[-1] for name, forms in UNITS.items() if len(name) > 1}, "nl", ""),
    abbreviations(BEFORE_NUMBERS, before=r"(?=\s?[0-9])"),
    measures(UNITS, "nl", to="tot"),
    abbreviations(ANYWHERE, ends=("enz.", "etc.", "e.d.", "a.u.b.", "z.s.m.", "v.Chr.", "n.Chr.", "jl.")),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
