"""What a clock shows, in the groups `hour` and `minute` of a match; a minute may be left out."""

import re


def clock(match: re.Match[str]) -> tuple[int, int] | None:
    """None where no clock shows that."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return (hour, minute) if hour <= 24 and minute <= 59 else None
