"""Dates in digits or with a shortened month, in languages where a day is a number before its month.

    dates("janvier février …", "janv. févr. …", day=lambda n, style: …)
    "14/07/1789"      quatorze juillet mille sept cent quatre-vingt-neuf
    "3 oct. 2020"     trois octobre deux mille vingt

Of two digits a year is said in full; then the day and the month have two digits as well, so that it is no version.
"""

import re
from collections.abc import Callable

from podcast.text.spoken.others.clock import full_year
from podcast.text.spoken.others.numbers import DIGITS, year
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style

_LAST_DAY = 31
Day = Callable[[int, Style], str]
Year = Callable[[int, Style], str]


def dates(
    months: str, shorts: str, *, day: Day, joined: str = " ", of_year: Year = year
) -> tuple[SpokenRule, SpokenRule]:
    """`shorts` have their points, where they are written with any, and "--" where a month has none."""
    names, short = months.split(), dict(zip(shorts.split(), months.split(), strict=True))
    short.pop("--", None)

    def said(number: int, month: str, written_year: str | None, style: Style) -> str | None:
        if not 1 <= number <= _LAST_DAY:
            return None
        behind = f"{joined}{of_year(full_year(written_year), style)}" if written_year else ""
        return f"{day(number, style)}{joined}{month}{behind}"

    def in_digits(match: re.Match[str], style: Style) -> str | None:
        return said(int(match["n"]), names[int(match["month"]) - 1], match["year"], style)

    def shortened(match: re.Match[str], style: Style) -> str | None:
        return said(int(match["n"]), short[match["short"].lower()], match["year"], style)

    pattern = (
        r"(?<![\w.,:/-])(?:(?P<n>0?[1-9]|[12][0-9]|3[01])(?P<sep>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=sep)"
        r"(?P<year>1[0-9]{3}|20[0-9]{2}|(?<=[0-9]{2}.[0-9]{2}.)[0-9]{2}))(?!\w|[./:-][0-9])"
    )
    of = joined.strip()
    gap = rf"\s(?:{of}\s)?" if of else r"\s"
    words = "|".join(rf"[{one[0]}{one[0].upper()}]{re.escape(one[1:])}" for one in short)
    behind_day = (
        rf"(?<![\w.,:/-])(?P<n>[0-9]{{1,2}})(?:er|\.?[º°])?{gap}(?P<short>{words})(?!\w)"
        rf"(?:{gap}(?P<year>[12][0-9]{{3}})(?!\w))?"
    )
    return (
        SpokenRule("date", regex(pattern), in_digits, needs=(DIGITS, "/.-")),
        SpokenRule("date", regex(behind_day), shortened, needs=(DIGITS,)),
    )
