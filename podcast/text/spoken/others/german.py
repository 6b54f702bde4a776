"""German: ordinals and dates by the word before them, kings, times, abbreviations, units.

    "am 3. Oktober"         am dritten Oktober
    "der 2. Weltkrieg"      der zweite Weltkrieg
    "unter Ludwig XIV."     unter Ludwig dem Vierzehnten
    "um 14:05 Uhr"          um vierzehn Uhr fünf

An ordinal's ending follows the article or the preposition before it (Duden, Deklination der Adjektive); with neither of
them it is said where a month follows, and otherwise stands.
"""

import re

from podcast.text.spoken.numerals import nth
from podcast.text.spoken.others.clock import clock, full_year
from podcast.text.spoken.others.fractions import fractions
from podcast.text.spoken.others.germancompounds import COMPOUNDS
from podcast.text.spoken.others.germankings import KINGS, NO_NOUN, ends
from podcast.text.spoken.others.germanordinals import ending
from podcast.text.spoken.others.germanwords import ABBREVIATIONS, BEFORE_NUMBERS, ENDS, MONTHS, UNITS
from podcast.text.spoken.others.magnitudes import measured
from podcast.text.spoken.others.numbers import words, year
from podcast.text.spoken.others.romans import ROMAN
from podcast.text.spoken.others.tables import abbreviations, measures
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, part

_DIGITS = "0123456789"
_MONTHS = "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_MONTH = "|".join(_MONTHS)

_ONE_CHANGES_AFTER = frozenset("in auf mit von bei nach zu aus seit vor ab um für auf über unter pro innerhalb".split())

#: What stands before an ordinal, behind other ordinals that share it: "am 3. und 4. Oktober", "vom 3. bis 5. Mai".
_BEFORE = re.compile(
    r"(?:\b([^\W\d_]{1,20}),?\s)?([^\W\d_]{1,20})\s(?:[0-9]{1,3}\.\s?(?:und|bis|oder|,|–|-|/)\s?){0,4}$"
)
_LOOK_BACK = 80


def _ordinal(match: re.Match[str], style: Style) -> str | None:
    behind = _ending(match, match["noun"] or "")
    number = int(match["n"])
    return nth(number, style.language) + behind if number and behind is not None else None


def _roman_ordinal(match: re.Match[str], style: Style) -> list[tuple[str, int, int]] | None:
    number, behind = value_of(match["n"]), _ending(match, match["noun"])
    if behind is None or (len(match["n"]) == 1 and match["noun"] not in _NUMBERED):
        return None  # an initial
    return [(nth(number, style.language) + behind, match.start("n"), match.end())]


_NUMBERED = "Weltkrieg Weltkriegs Weltkrieges Jahrhundert Bezirk Akt Teil Reich Republik Internationale Kammer".split()


def _ending(match: re.Match[str], noun: str) -> str | None:
    """What an ordinal ends with, behind "-te"."""
    start, text = match.start("n"), match.string
    before = _BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    article, earlier = (before[2].lower(), (before[1] or "").lower()) if before else ("", "")
    if noun in _MONTHS and article not in _NEVER_BEFORE_MONTHS:
        of_article = ending(article, earlier, noun)
        is_strong = before is None or before[1] is None or text[start - 2] in ",(–-:"
        return of_article if of_article is not None else "r" if is_strong else None
    if not article and start and text[start - 1] not in "(\n" and text[max(0, start - 2)] not in ".!?:(\n":
        return None
    return ending(article, earlier, noun)


_NEVER_BEFORE_MONTHS = ("in", "an", "auf", "als")


def _day_alone(match: re.Match[str], style: Style) -> str:
    """As in "Heute haben wir den 11." and "Am 3. kam er": no noun follows."""
    point = "." if match["more"] is None else ""
    return f"{nth(int(match['n']), style.language)}n{point}"


def _longest(match: re.Match[str], style: Style) -> str:
    """As in "die 3.-größte Stadt"."""
    return nth(int(match["n"]), style.language).removesuffix("e") + match["rest"]


def _date(match: re.Match[str], style: Style) -> list[tuple[str, int, int]] | None:
    """As in "am 3.10.2026": am dritten Oktober, and the year."""
    day, month = int(match["n"]), int(match["month"])
    if not 1 <= day <= 31 or not 1 <= month <= 12:
        return None
    ending = _ending(match, "Oktober")
    name = _MONTHS[month - 1 if month == 1 else month]
    said = nth(day, style.language) + ("r" if ending is None else ending)
    said_year = f" {year(full_year(match['year']), style)}" if match["year"] else ""
    return [(f"{said} {name}{said_year}", match.start("n"), match.end())]


def _street(match: re.Match[str], _style: Style) -> str:
    return match[0].removesuffix(".") + "aße"


def _score(match: re.Match[str], style: Style) -> str:
    low, high = (int(match[group].replace(".", "")) for group in ("n", "high"))
    return f"{words(low, style)} zu {words(high, style)}"


def _from_time(match: re.Match[str], style: Style) -> list[tuple[str, int, int]] | None:
    """The first of two: "von 10.00 bis 12.30 Uhr"."""
    if not (told := clock(match)):
        return None
    hour, minute = told
    said = f"{words(hour, style)} Uhr {words(minute, style)}" if minute else words(hour, style)
    return [(f"{said} bis " if match["dash"] else said, match.start(), match.end())]


def _numbered(match: re.Match[str], style: Style) -> list[tuple[str, int, int]]:
    return [part(match, "roman", words(value_of(match["roman"]), style))]


def _time(match: re.Match[str], style: Style) -> str | None:
    if not (told := clock(match)):
        return None
    hour, minute = told
    said = "ein" if hour == 1 else words(hour, style)
    return f"{said} Uhr {words(minute, style)}" if minute else f"{said} Uhr"


_RULES: tuple[SpokenRule, ...] = (
    SpokenRule(
        "time",
        regex(
            r"(?<![\w.,:])(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})(?:\sUhr)?(?:(?P<dash>\s?[–-]\s?)|(?=\s(?:bis|und)\s))"
            r"(?=(?:\s(?:bis|und)\s)?[0-9]{1,2}(?:[.:][0-9]{2})?\sUhr\b)"
        ),
        _from_time,
        needs=(_DIGITS, ".:"),
    ),
    SpokenRule(
        "time",
        regex(
            r"(?<![\w.,:])(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?:\sUhr\b|"
            r"(?:(?<=\b[Uu]m\s\d\d:\d\d)|(?<=\b[Aa]b\s\d\d:\d\d)|(?<=\bgegen\s\d\d:\d\d)|"
            r"(?<=\b[Uu]m\s\d:\d\d)|(?<=\b[Aa]b\s\d:\d\d)|(?<=\bgegen\s\d:\d\d)|(?<=\bbis\s\d\d:\d\d))"
            r"(?![\w:]|[.,][0-9]))"
        ),
        _time,
        needs=(_DIGITS, ":"),
    ),
    SpokenRule(
        "time",
        regex(r"(?<![\w.,:])(?P<hour>[0-9]{1,2})\.(?P<minute>[0-9]{2})\sUhr\b"),
        _time,
        needs=(_DIGITS, "."),
    ),
    SpokenRule(
        "time",
        regex(r"(?<![\w.,:–-])(?P<hour>1)(?P<minute>)(?=\sUhr\b)"),
        lambda _match, _style: "ein",
        needs=("1",),
    ),
    SpokenRule(
        "date",
        regex(
            r"(?<![\w.,:/])(?P<n>[0-9]{1,2})\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?(?P<year>1[0-9]{3}|20[0-9]{2})?"
            r"(?(year)|(?<=\.)(?!\s?[0-9]))(?![\w.]*[0-9])"
        ),
        _date,
        needs=(_DIGITS, "."),
    ),
    SpokenRule(
        "date",
        regex(r"(?<![\w.,:/])(?P<n>[0-3][0-9])\.(?P<month>0[1-9]|1[0-2])\.(?P<year>[0-9]{2})(?![\w.]*[0-9])"),
        _date,
        needs=(_DIGITS, "."),
    ),
    SpokenRule(
        "ordinal",
        regex(
            r"(?<![\w.,:/])(?P<n>[0-9]{1,3})\.(?:-|\s)?(?P<rest>(?:größ|höch|bes|ältes|läng|wichtig|häufig|schnell|klein|"
            r"stärk|meist|erfolgreich|bevölkerungsreich)(?:s?te)[rnms]?)(?!\w)"
        ),
        _longest,
        needs=(_DIGITS, "."),
    ),
    SpokenRule(
        "ordinal",
        regex(
            r"(?:(?<=\b[Aa]m\s)|(?<=\b[Zz]um\s)|(?<=\b[Vv]om\s)|(?<=\b[Dd]en\s))(?P<n>[1-9]|[12][0-9]|3[01])\."
            rf"(?:(?P<more>(?=\s[a-zäöü(–]|[,;:)?!]))|(?=\s{{0,3}}$|\s(?:{NO_NOUN})\b))(?!\s?(?:und|bis|oder|–)\s)"
        ),
        _day_alone,
        needs=(_DIGITS, "."),
    ),
    SpokenRule(
        "range", regex(r"(?<=[0-9]\.)\s?[–-]\s?(?=[0-9]{1,2}\.\s[A-ZÄÖÜ])"), lambda *_: " bis ", needs=(_DIGITS, "–-")
    ),
    SpokenRule("range", regex(r"(?<=[0-9]\.)/(?=[0-9]{1,2}\.\s[A-ZÄÖÜ])"), lambda *_: " und ", needs=(_DIGITS, "/")),
    SpokenRule(
        "ordinal",
        regex(
            r"(?<![\w.,:])(?<![^.]/)(?P<n>[0-9]{1,3})\.(?=\s?(?:und|bis|oder|[–-]|,|/)\s?(?:(?:zum|am|vom|der|die|das|den)\s)?[0-9]{1,3}\.\s|"
            rf"\s(?!(?:{NO_NOUN})\b)(?:[^\W\d_]{{3,20}}[en]\s(?=[A-ZÄÖÜ]))?(?P<noun>[A-ZÄÖÜ][^\W\d_]++))"
        ),
        _ordinal,
        needs=(_DIGITS, "."),
    ),
    KINGS,
    SpokenRule(
        "ordinal",
        regex(rf"(?<![\w.])(?P<n>{ROMAN})\.(?=\s(?:[^\W\d_]{{3,20}}[en]\s(?=[A-ZÄÖÜ]))?(?P<noun>[A-ZÄÖÜ][^\W\d_]++))"),
        _roman_ordinal,
        needs=("XVI", "."),
    ),
    SpokenRule(
        "number",
        regex(rf"(?<!\w)(?:Kapitel|Band|Teil|Akt|Typ|Klasse|Stufe)\s(?P<roman>{ROMAN})(?![\w.])"),
        _numbered,
        needs=("XVI",),
    ),
    SpokenRule(
        "score",
        regex(
            r"(?<![\w.,:/])(?:(?P<n>[0-9]{1,3}):(?P<high>[0-9])|1:(?P<scale>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{3,6}))"
            r"(?![\w:]|[.,/–-][0-9])"
        ),
        lambda match, style: (
            _score(match, style) if match["n"] else f"eins zu {words(int(match['scale'].replace('.', '')), style)}"
        ),
        needs=(_DIGITS, ":"),
    ),
    COMPOUNDS,
    measures(UNITS, "de", to="bis", prepositions=_ONE_CHANGES_AFTER),
    measured({name: forms.forms.split("|")[-1] for name, forms in UNITS.items()}, "de", ""),
    *fractions("de", UNITS),
    abbreviations(MONTHS, after=r"(?<=[0-9]\.\s)"),
    abbreviations({"1 Mio.": "eine Million", "1 Mrd.": "eine Milliarde"}, name="magnitude"),
    abbreviations({"Hr.": "Herr", "Fr.": "Frau"}, before=r"(?=\s[A-ZÄÖÜ][a-zäöüß])", name="title"),
    SpokenRule(
        "abbreviation", regex(r"(?<!\w)[^\W\d_][a-zäöüß-]{2,30}str\.(?=\s[0-9])"), _street, needs=(_DIGITS, ".")
    ),
    SpokenRule(
        "abbreviation",
        regex(r"(?:(?<=[0-9]\s)|(?<=[0-9]\u00a0)|(?<=[0-9]\u202f))(?P<more>ff?)\.(?!\w)"),
        lambda match, _style: ("fort" if match["more"] == "ff" else "") + "folgende" + ("." if ends(match) else ""),
        needs=(_DIGITS, "f", "."),
    ),
    abbreviations({"u. a.": "und andere"}, before=r"(?=\s{0,3}$)"),
    abbreviations(BEFORE_NUMBERS, before=r"(?=\s?[0-9])"),
    abbreviations(ABBREVIATIONS, ends=ENDS),
)


def rules(_language: str) -> tuple[SpokenRule, ...]:
    return _RULES
