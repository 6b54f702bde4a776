"""The order of an episode: what is heard after what, and the silence between. Pure.

    for item in rundown(script, pauses, Shape(opens=True, closes=True, has_sting=True)):
        item.what, item.pause_ms, item.segment

A sting stands where the essay says so, or before chapters; without music for it, a mark is as silent as a scene break.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from podcast.episode.chapters import chapter_segments
from podcast.episode.timeline import marked_pause_ms, pause_ms
from podcast.text.cues import Mark, MarkKind
from podcast.text.script import Script
from voices.speech import Pauses

OPENING_PAUSE_MS, CLOSING_PAUSE_MS = 900, 1300
BEFORE_STING_MS, AFTER_STING_MS = 700, 200  # a sting rings on after it seems to be over


class What(StrEnum):
    OPENING = "opening"
    SEGMENT = "segment"
    STING = "sting"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class RundownItem:
    what: What
    pause_ms: int = 0  # before it
    segment: int | None = None  # its index in the script


@dataclass(frozen=True, slots=True)
class Shape:
    """What surrounds the segments of a script."""

    opens: bool
    closes: bool
    has_sting: bool
    before_chapters: bool = False


def wants_sting(script: Script, *, before_chapters: bool) -> bool:
    """Whether there is a place for one."""
    marked = any(_has_sting(segment.cues) for segment in script.segments) or _has_sting(script.last_cues)
    return marked or (before_chapters and bool(_later_chapters(script)))


def rundown(script: Script, pauses: Pauses, shape: Shape) -> tuple[RundownItem, ...]:
    return tuple(_items(script, pauses, shape))


def _items(script: Script, pauses: Pauses, shape: Shape) -> Iterator[RundownItem]:
    segments = script.segments
    chapters = _later_chapters(script) if shape.before_chapters else frozenset[int]()
    if shape.opens:
        yield RundownItem(What.OPENING)
    for index, segment in enumerate(segments):
        silence_ms = pause_ms(segments[index - 1], segment, pauses) if index else OPENING_PAUSE_MS * shape.opens
        is_wanted = _has_sting(segment.cues) or index in chapters
        yield from _with_sting(
            RundownItem(What.SEGMENT, silence_ms, index), segment.cues, pauses, shape, is_wanted=is_wanted
        )
    if shape.closes:
        last = RundownItem(What.CLOSING, CLOSING_PAUSE_MS)
        yield from _with_sting(last, script.last_cues, pauses, shape, is_wanted=_has_sting(script.last_cues))
    elif shape.has_sting and _has_sting(script.last_cues):
        yield RundownItem(What.STING, BEFORE_STING_MS)


def _with_sting(
    item: RundownItem, cues: tuple[Mark, ...], pauses: Pauses, shape: Shape, *, is_wanted: bool
) -> Iterator[RundownItem]:
    """The item, or the sting and the item; pauses that the essay marks on either side of the sting stay there."""
    if not is_wanted:
        yield item
        return
    at = next((index for index, cue in enumerate(cues) if cue.kind is MarkKind.STING), len(cues))
    before_ms, after_ms = marked_pause_ms(cues[:at], pauses), marked_pause_ms(cues[at:], pauses)
    if shape.has_sting:
        yield RundownItem(What.STING, BEFORE_STING_MS if before_ms is None else before_ms)
        yield RundownItem(item.what, AFTER_STING_MS if after_ms is None else after_ms, item.segment)
    elif before_ms is None is after_ms:
        yield RundownItem(item.what, max(item.pause_ms, pauses.scene_break), item.segment)
    else:
        yield RundownItem(item.what, (before_ms or 0) + (after_ms or 0), item.segment)


def _has_sting(cues: tuple[Mark, ...]) -> bool:
    return any(cue.kind is MarkKind.STING for cue in cues)


def _later_chapters(script: Script) -> frozenset[int]:
    """Segments that begin a chapter, but not the episode."""
    return frozenset(chapter_segments(script)) - {0}
