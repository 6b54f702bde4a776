"""Dates as people and machines write them in front matter and web pages, always aware afterwards.

    date = parse_date("2024-05-01")                         # midnight UTC
    date = parse_date("Wed, 01 May 2024 10:00:00 +0200")

None stands for what can't be read: a page's date is dropped then, a writer's is an error.
"""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_SPELLED = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%Y/%m/%d")
_SPACE_BEFORE_ZONE = re.compile(r"\s+(?=[+-]\d\d:?\d\d$|Z$)")


def parse_date(text: str) -> datetime | None:
    """ISO 8601, RFC 2822 or an English day, month and year; UTC where it names no zone."""
    for parse in (_iso, parsedate_to_datetime, _spelled):
        try:
            date = parse(text.strip())
            return (date if date.tzinfo else date.replace(tzinfo=UTC)).replace(microsecond=0)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _iso(text: str) -> datetime:
    return datetime.fromisoformat(_SPACE_BEFORE_ZONE.sub("", text))


def _spelled(text: str) -> datetime:
    for form in _SPELLED:
        try:
            return datetime.strptime(text.replace("Sept ", "Sep "), form).replace(tzinfo=UTC)
        except ValueError:
            continue
    raise ValueError(text)
