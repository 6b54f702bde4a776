"""What a clock shows, in the groups `hour` and `minute` of a match; a minute may be left out.

And years of two digits.
"""

import re


def clock(match: re.Match[str]) -> tuple[int, int] | None:
    """None where no clock shows that."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return (hour, minute) if hour <= 24 and minute <= 59 else None


def full_year(written: str) -> int:
    """Of two digits: those up to 29 are of this century."""
    number = int(written)
    return number if len(written) > 2 else number + (2000 if number < _FIRST_OF_LAST_CENTURY else 1900)


_FIRST_OF_LAST_CENTURY = 30
