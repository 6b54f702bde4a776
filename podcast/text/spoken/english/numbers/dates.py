"""Dates: Nov. 22, 2026; 22 November; 22/11/2026; 2026-11-22T14:05; Mon, 22 Nov; July 4–6.

A date in digits is said in the manner of the essay's language: 03/04/2026 is March fourth to an American, and the third
of April to everybody else. One that is written in words keeps the order in which it is written.
"""

import re

from podcast.text.spoken.english.numbers.grammar import (
    DIGIT,
    MAGNITUDES,
    Parts,
    is_plural,
    last_word,
    next_word,
    parts,
    rule,
)
from podcast.text.spoken.english.numbers.times import clock, seconds
from podcast.text.spoken.english.numbers.words import ordinal, year
from podcast.text.spoken.rule import Style

MONTHS = ("January February March April May June July August September October November December").split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DETERMINERS = frozenset("the a an this that his her its their our my your each every last next".split())

_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_INITIALS = "JFMASOND"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_DAY_FIRST = rf"{DIGIT}(?:(?<=3)[01]|(?<=[12])[0-9]|(?<=0)[1-9]|(?<=[1-9]))"
_SUFFIX = r"(?:st|nd|rd|th)?"
_TO_LAST = rf"(?:(?P<dash>[-–]|\s(?:to|and|or|through)\s)(?P<last>{_DAY}{_SUFFIX}))?"
_YEAR = r"[12][0-9]{3}"
_NO_MORE = r"(?!\w)(?![:.,/]?[0-9])(?!\s?[%°])"


def _month_day(match: re.Match[str], style: Style) -> Parts | None:
    if not match["last"] and not match["year"] and match["day"].isdigit() and _is_count(match):
        return None
    the = "" if style.is_american else "the "
    return parts(
        match,
        month=_month(match["month"]),
        day=the + _ordinal(match["day"], style),
        dash=_joint(match),
        last=the + _ordinal(match["last"] or "1", style),
        year=year(int(match["year"] or 0), style),
    )


def _is_count(match: re.Match[str]) -> bool:
    """Whether the number counts what follows it: "Since March 12 states have joined", "In June 3 left"."""
    follows = next_word(match)
    if follows in MAGNITUDES:
        return True
    before, is_thing = last_word(match), is_plural(follows)
    if before == "in":  # with the day it would be "on"
        return follows.islower() and not (is_thing and (match["month"], match["day"]) in _HOLIDAYS)
    return before in _SPANS and is_thing


def _day_month(match: re.Match[str], style: Style) -> Parts:
    the = "" if last_word(match) in _DETERMINERS else "the "
    return parts(
        match,
        day=the + _ordinal(match["day"], style),
        dash=_joint(match),
        last="the " + _ordinal(match["last"] or "1", style),
        month=f"of {_month(match['month'])}",
        year=year(int(match["year"] or 0), style),
    )


def _month_year(match: re.Match[str], style: Style) -> Parts:
    return parts(match, month=_month(match["month"]), year=year(int(match["year"]), style))


def _weekday(match: re.Match[str], _style: Style) -> Parts:
    return parts(match, weekday=next(day for day in _DAYS if day.startswith(match["weekday"][:3])))


def _numeric(match: re.Match[str], style: Style) -> str | None:
    first, second = int(match["first"]), int(match["second"])
    is_month_first = match["mark"] == "/" and (second > 12 or (style.is_american and first <= 12))
    month, day = (first, second) if is_month_first else (second, first)
    return _whole(_full_year(match["year"]), month, day, style, last_word(match))


def _iso(match: re.Match[str], style: Style) -> Parts | None:
    date = _whole(int(match["year"]), int(match["month"]), int(match["day"]), style, last_word(match))
    if date is None:
        return None
    said = parts(match, date=date)
    if match["time"]:
        said.append((f", {_clock_and_zone(match)}", *match.span("time")))
    return said


def _clock_and_zone(match: re.Match[str]) -> str:
    said, zone = clock(match["hour"], match["minute"]), match["zone"] or ""
    if int(match["second"] or 0):
        said += f" and {seconds(int(match['second']))}"
    if not zone:
        return said
    hours, minutes = (int(zone[1:3]), int(zone[-2:])) if zone != "Z" else (0, 0)
    if not hours + minutes:
        return f"{said} universal time"
    sign = "plus" if zone[0] == "+" else "minus"
    return f"{said} universal time {sign} {clock(str(hours), str(minutes), is_halved=True)}"


def _iso_month(match: re.Match[str], style: Style) -> str | None:
    if int(match["month"]) > int(match["year"]) % 100:
        return None  # 2010-11 is a season
    return f"{MONTHS[int(match['month']) - 1]} {year(int(match['year']), style)}"


def _joint(match: re.Match[str]) -> str:
    dash = match["dash"] or ""
    return " to " if dash in ("-", "–") else dash


def _ordinal(written: str, style: Style) -> str:
    return ordinal(written.rstrip("stndrh"), style)


def _whole(number: int, month: int, day: int, style: Style, before: str) -> str | None:
    if not 1 <= month <= 12 or day > _LONGEST_MONTHS[month - 1]:
        return None
    if style.is_american:
        return f"{MONTHS[month - 1]} {ordinal(str(day), style)}, {year(number, style)}"
    the = "" if before in _DETERMINERS else "the "
    return f"{the}{ordinal(str(day), style)} of {MONTHS[month - 1]} {year(number, style)}"


def _full_year(digits: str) -> int:
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + (2000 if number < 50 else 1900)


def _small_month_day(match: re.Match[str], style: Style) -> Parts | None:
    """As in "dec. 25"; "may 5" and "march 3" may be verbs."""
    written = match["month"]
    if not _is_month(written) or (written in _VERBS and not match["year"]):
        return None
    return _month_day(match, style)


def _small_month_year(match: re.Match[str], style: Style) -> Parts | None:
    written = match["month"]
    if not _is_month(written) or (written in _VERBS and last_word(match) not in _BEFORE_MONTHS):
        return None
    return _month_year(match, style)


def _is_month(written: str) -> bool:
    return any(month.startswith(written[:3].capitalize()) for month in MONTHS)


def _month(written: str) -> str:
    return next(month for month in MONTHS if month.startswith(written[:3].capitalize()))


_HOLIDAYS = frozenset((("July", "4"), ("September", "11"), ("May", "1"), ("October", "7")))
_SPANS = frozenset("since by during".split())
_VERBS = ("march", "may")
_BEFORE_MONTHS = frozenset("in of since by until till from to and early late mid last next this during between".split())
_MONTH_NAME = _MONTH.replace("?P<month>", "?:")
_CAPITALS = rf"(?P<month>{'|'.join(MONTHS).upper()}|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?)"
_IN_CAPITALS = "ACEUY"  # each has one of them, beyond its first letter
#: It begins with one sign, for the search; `_is_month` tells what is none.
_SMALL = (
    r"(?P<month>[adfjmnos](?<![\w@#.’'-].)(?:anuary|ebruary|arch|pril|ay|une|uly|ugust|eptember|ctober|ovember|ecember"
    r"|(?:an|eb|pr|un|ul|ug|ept?|ct|ov|ec)\b\.?))"
)
_DAY_AND_YEAR = rf"\s(?P<day>{_DAY}{_SUFFIX}){_TO_LAST}(?>(?:,?\s(?P<year>{_YEAR}){_NO_MORE})?){_NO_MORE}"
DATES = (
    rule(
        "date",
        rf"(?P<date>(?P<year>{DIGIT}[0-9]{{3}})(?P<mark>[-/.])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>{_DAY}))"
        r"(?>(?P<time>[T ](?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])"
        r"(?>(?::(?P<second>[0-5][0-9])(?>(?:\.[0-9]++)?))?)"
        r"(?>(?P<zone>Z|[-+][01][0-9]:?[0-5][0-9])?))?)(?!\w)(?![-/.:+]?[0-9])",
        _iso,
        "-/.",
    ),
    rule("date", rf"(?P<year>{DIGIT}[0-9]{{3}})-(?P<month>0[1-9]|1[0-2])(?!\w)(?![-/.][0-9])", _iso_month, "-"),
    rule(
        "date",
        rf"(?P<first>{DIGIT}[0-9]?+)(?P<mark>[-/.])(?P<second>[0-9]{{1,2}})(?P=mark)"
        rf"(?P<year>{_YEAR}|(?<=/)[0-9]{{2}})(?!\w)(?![-/.:][0-9])",
        _numeric,
        "-/.",
    ),
    rule(
        "weekday",
        r"(?P<weekday>(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?),?\s"
        rf"(?={_DAY}{_SUFFIX}\s{_MONTH_NAME}|{_MONTH_NAME}\s[0-9])",
        _weekday,
        "MTWFS",
        _INITIALS,
    ),
    rule("date", _MONTH + _DAY_AND_YEAR, _month_day, _INITIALS),
    rule("date", _CAPITALS + _DAY_AND_YEAR, _month_day, _INITIALS, _IN_CAPITALS),
    rule("date", _SMALL + _DAY_AND_YEAR, _small_month_day),
    rule(
        "date",
        rf"(?P<day>{_DAY_FIRST}{_SUFFIX}){_TO_LAST}\s{_MONTH}(?!\w)(?>(?:,?\s(?P<year>{_YEAR}){_NO_MORE})?)",
        _day_month,
        _INITIALS,
    ),
    rule("date", rf"{_MONTH},?\s(?P<year>{_YEAR}){_NO_MORE}", _month_year, _INITIALS),
    rule("date", rf"{_CAPITALS},?\s(?P<year>{_YEAR}){_NO_MORE}", _month_year, _INITIALS, _IN_CAPITALS),
    rule("date", rf"{_SMALL},?\s(?P<year>{_YEAR}){_NO_MORE}", _small_month_year),
    rule("range", rf"[-–—](?<=[0-9].)(?={_MONTH_NAME}\s[0-9])", lambda _match, _style: " to ", "-–—", _INITIALS),
    rule(
        "range",
        rf"[-–](?:(?<=[0-9]\s.)(?=\s{_MONTH_NAME}\s[0-9])"
        rf"|(?<=[a-z.]\s.)(?=\s{_DAY}{_SUFFIX}\s{_MONTH_NAME}(?!\w)(?!\s[a-z])))",
        lambda _match, _style: "to",
        "-–",
        _INITIALS,
    ),
)
