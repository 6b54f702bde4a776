"""Months and weekdays without a number: "since Jan.", "Mon.–Fri.".

in Sept. The sea    in September. The sea
Nov. 22, the Sun.   Nov. 22, the Sun.        dates are numbers, and a star is no day
"""

import re

from podcast.text.spoken.english.context import any_of, stopped, table, word_after, word_before
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style, _Said, part
from podcast.text.wordlist import each

_MONTHS_AND_DAYS = table("""
    Jan = January
    Feb = February
    Mar = March
    Apr = April
    Aug = August
    Sept = September
    Sep = September
    Oct = October
    Nov = November
    Dec = December
    Mon = Monday
    Tue = Tuesday
    Tues = Tuesday
    Wed = Wednesday
    Thu = Thursday
    Thur = Thursday
    Thurs = Thursday
    Fri = Friday
    Sat = Saturday
    Sun = Sunday
""")
_BEFORE_A_TIME = frozenset(
    each("""
    in on of since until till by last next this early late mid every each from to through and or between before after
    during around
    """)
)
_RANGE = frozenset("-–/")
_DAY = any_of(_MONTHS_AND_DAYS)
_NEXT_DAY = regex(rf",?\s(?:and\s|or\s)?(?:{_DAY})\b")


def _month_or_day(match: re.Match[str], _style: Style) -> str | None:
    """With the number of a day it is a date, and not for this rule; "the Sun." and "Ask Jan." are none."""
    before, after = word_before(match.string, match.start()), word_after(match.string, match.end())
    if after[:1].isdigit() or before[:1].isdigit():
        return None
    around = match.string[max(match.start() - 1, 0) : match.start()] + match.string[match.end() : match.end() + 1]
    is_beside_other = match[2] or _RANGE.intersection(around) or _NEXT_DAY.match(match.string, match.end())
    if not is_beside_other and before.lower() not in _BEFORE_A_TIME and before.rstrip(".") not in _MONTHS_AND_DAYS:
        return None
    said = _MONTHS_AND_DAYS[match[1]]
    return f"{said} to " if match[2] else stopped(said, match.string, match.end())


_ALL = any_of({*_MONTHS_AND_DAYS, *_MONTHS_AND_DAYS.values(), "May", "June", "July"})


def _range(match: re.Match[str], _style: Style) -> _Said:
    """As in "Mon–Fri", "January – March"."""
    texts = {1: _MONTHS_AND_DAYS.get(match[1]), 2: " to ", 3: _MONTHS_AND_DAYS.get(match[3])}
    return [part(match, group, text) for group, text in texts.items() if text]


MONTHS = (
    SpokenRule("abbreviation", regex(rf"\b({_DAY})\.(\s?[–—-]\s?(?=(?:{_DAY})\b))?"), _month_or_day),
    SpokenRule(
        "range",
        regex(rf"\b({_ALL})([-–—]|\s[-–]\s)({_ALL})\b(?!\s(?:is|was|were|being)\b)"),
        _range,
        needs=("-–—",),
    ),
)
