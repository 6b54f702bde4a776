"""Chapters from the essay's headings: a list that starts at 0, or none.

An essay without headings gets no chapters. What is heard before the first heading, the welcome at least, belongs
to an opening chapter that has the essay's title; if nothing of the essay stands there, to the first heading's.
"""

from collections.abc import Sequence

from feed.show import Chapter
from podcast.episode.timeline import Timeline, to_ms
from podcast.text.essay import Kind
from podcast.text.script import Segment

MOST_CHAPTERS = 255  # ID3's table of contents counts them in a byte (ID3v2 Chapter Frame Addendum, 3.2)


def chapters(title: str, segments: Sequence[Segment], timeline: Timeline) -> tuple[Chapter, ...]:
    """Of the two highest levels of headings that there are; finer ones would only clutter a player."""
    headings = [segment for segment in segments if segment.kind is Kind.HEADING]
    if not headings:
        return ()
    highest = min(heading.level for heading in headings)
    found = _chapters(segments, timeline, highest + 1)
    if len(found) >= MOST_CHAPTERS:
        found = _chapters(segments, timeline, highest)[: MOST_CHAPTERS - 1]
    if found[0].start_ms == to_ms(_starts(timeline)[0]):
        return (Chapter(0, found[0].title), *found[1:])
    return (Chapter(0, title), *found)


def _chapters(segments: Sequence[Segment], timeline: Timeline, deepest: int) -> list[Chapter]:
    return [
        Chapter(to_ms(start), segment.text)
        for index, (segment, start) in enumerate(zip(segments, _starts(timeline), strict=True))
        if segment.kind is Kind.HEADING and segment.level <= deepest and _begins_block(segments, index)
    ]


def _starts(timeline: Timeline) -> list[int]:
    return [placed.start_sample for placed in timeline.placed if placed.segment is not None]


def _begins_block(segments: Sequence[Segment], index: int) -> bool:
    """A heading too long for one segment is still one chapter."""
    return index == 0 or segments[index - 1].block != segments[index].block
