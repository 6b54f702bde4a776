"""Who wrote it and when, where the text itself says so below its title: "By Jane Doe", "May 1, 2024".

    essay = without_byline(essay)       # essay.author, essay.date; the welcome says them, the narrator need not

Only near the top, and only lines that say nothing else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from podcast.text.cleaning.omission import omit
from podcast.text.dates import parse_date
from podcast.text.essay import Block, Essay, Kind, Reason
from podcast.text.wordlist import each

_NEAR_TOP = 6  # blocks
_LONGEST = 100  # characters; what is longer is the text
_BY = re.compile(r"(?:written |words |text )?(?:by|von|par|por|di|door)[ \t]+(.+)", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[|·•–—\n]\s*|,\s+(?=\d{4}-|\d{1,2} \w|[^\W\d]+ \d)|\s+on\s+(?=\d|\w+ \d)")
_READING_TIME = re.compile(r"\d{1,3}[ -]min(?:ute)?s?(?: read)?", re.IGNORECASE)
_WITHIN_NAMES = frozenset(each("and de da del della der den des di dos du la le van von y zu ibn bin al"))


@dataclass(frozen=True, slots=True)
class Byline:
    author: str
    date: datetime | None = None


def without_byline(essay: Essay) -> Essay:
    for index, block in enumerate(essay.blocks[:_NEAR_TOP]):
        if len(block.text) > _LONGEST or index + 1 == len(essay.blocks):
            break
        if block.kind is Kind.PARAGRAPH and (found := byline_of(block.text, known=essay.author)):
            return _without(essay, index, found)
    return essay


def byline_of(text: str, known: str = "") -> Byline | None:
    """A byline says "by" or a name that is known, perhaps a date and the time that reading takes, and no more."""
    if len(text) > _LONGEST:
        return None
    first, *rest = _SEPARATOR.split(text.strip())
    by = _BY.fullmatch(first)
    name = by[1].strip() if by else first
    if not (_is_name(name) if by else known and first == known):
        return None
    dates = [date for part in rest if (date := parse_date(part))]
    is_more = len(rest) > len(dates) + sum(bool(_READING_TIME.fullmatch(part)) for part in rest)
    return None if is_more else Byline(name, dates[0] if dates else None)


def _is_name(text: str) -> bool:
    """Two to six capitalised words, with the small words that names have in them."""
    words = text.split()
    capital = [word[:1].isupper() and not any(map(str.isdigit, word)) for word in words]
    names = all(is_capital or word in _WITHIN_NAMES for word, is_capital in zip(words, capital, strict=True))
    return 2 <= len(words) <= 6 and names and capital[0] and capital[-1] and words[-1][-1:] not in ",;:?!"


def _without(essay: Essay, index: int, found: Byline) -> Essay:
    """Also without a date in a line of its own next to it."""
    dates = {near: date for near in (index - 1, index + 1) if (date := _date_at(essay.blocks, near))}
    verdicts = [(Reason.FRONT_MATTER if at in {index, *dates} else None, 0) for at in range(len(essay.blocks))]
    blocks, skips = omit(essay.blocks, essay.skips, verdicts)
    date = essay.date or found.date or next(iter(dates.values()), None)
    return replace(essay, blocks=blocks, skips=skips, author=essay.author or found.author, date=date)


def _date_at(blocks: Sequence[Block], index: int) -> datetime | None:
    is_line = 0 <= index < len(blocks) - 1 and len(blocks[index].text) < _LONGEST
    return parse_date(blocks[index].text) if is_line else None
