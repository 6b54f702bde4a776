"""Chapters as three places tell them: podcast:chapters, the tag of the MP3, and the show notes.

Players that people use don't agree which one they read, so all three have to say the same.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from typing import Any

from feed.show import Chapter

_BREAK = re.compile(r"<(?:br|/p|/li|/div)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_TIMED_LINE = re.compile(r"\(?((?:\d{1,2}:)?\d{1,2}:\d{2})\)?\s*[-–—:]?\s+(\S.*)")
_SHORTEST_LIST = 3  # fewer times in show notes are no list of chapters


@dataclass(frozen=True, slots=True)
class Timetable:
    fault: str = ""  # why it can't be read
    chapters: tuple[Chapter, ...] = ()
    picture_urls: tuple[str, ...] = ()  # of all chapters, the silent ones too
    is_there: bool = True

    @property
    def is_ascending(self) -> bool:
        return all(earlier.start_ms < later.start_ms for earlier, later in pairwise(self.chapters))


def in_json(data: bytes | None) -> Timetable:
    """application/json+chapters (podcast namespace, jsonChapters.md). Silent ones ("toc": false) don't count."""
    if data is None:
        return Timetable(is_there=False)
    try:
        told = json.loads(data.decode("utf-8"))
        chapters = tuple(_chapters(told["version"], told["chapters"]))
        pictures = dict.fromkeys(str(chapter["img"]) for chapter in told["chapters"] if chapter.get("img"))
        return Timetable(chapters=chapters, picture_urls=tuple(pictures))
    except KeyError as error:
        return Timetable(f"it has no {error.args[0]!r}")
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        return Timetable(str(error) or type(error).__name__)


def in_notes(html: str) -> Timetable | None:
    """Lines that start with a time, if there are at least three of them."""
    lines = (unescape(_TAG.sub("", line)).strip() for line in _BREAK.sub("\n", html).split("\n"))
    found = [match for line in lines if (match := _TIMED_LINE.fullmatch(line))]
    if len(found) < _SHORTEST_LIST:
        return None
    return Timetable(chapters=tuple(Chapter(_ms(match[1]), match[2]) for match in found))


def difference(one: Timetable, other: Timetable, tolerance_ms: int) -> str:
    """In what the two differ first, as "3 chapters, not 2"; empty if in nothing."""
    if len(one.chapters) != len(other.chapters):
        return f"{len(other.chapters)} chapters, not {len(one.chapters)}"
    for mine, theirs in zip(one.chapters, other.chapters, strict=True):
        if abs(mine.start_ms - theirs.start_ms) > tolerance_ms:
            return f"{theirs.title!r} at {theirs.start_ms / 1000:g} s, not at {mine.start_ms / 1000:g} s"
        if " ".join(mine.title.split()) != " ".join(theirs.title.split()):
            return f"{theirs.title!r}, not {mine.title!r}"
    return ""


def _chapters(version: Any, told: Any) -> Iterator[Chapter]:
    if not isinstance(version, str):
        raise TypeError("its version is no text")
    if not isinstance(told, list):
        raise TypeError("its chapters are no list")
    for chapter in told:
        if chapter.get("toc", True):
            yield Chapter(round(float(chapter["startTime"]) * 1000), str(chapter.get("title", "")))


def _ms(clock: str) -> int:
    """Milliseconds of "1:02:03" or "2:03"."""
    seconds = 0
    for part in clock.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000
