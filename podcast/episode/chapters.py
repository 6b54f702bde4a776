"""Chapters from the essay's headings: a list that starts at 0, or none.

An essay without headings gets no chapters. What is heard before the first heading, the welcome at least, belongs
to an opening chapter that has the essay's title; if nothing of the essay stands there, to the first heading's.
"""

from collections.abc import Sequence

from feed.show import Chapter
from podcast.episode.timeline import Timeline, to_ms
from podcast.text.essay import Kind
from podcast.text.script import Segment


def chapters(title: str, segments: Sequence[Segment], timeline: Timeline) -> tuple[Chapter, ...]:
    """Of the two highest levels of headings that there are; finer ones would only clutter a player."""
    headings = [segment for segment in segments if segment.kind is Kind.HEADING]
    if not headings:
        return ()
    deepest = min(heading.level for heading in headings) + 1
    found = [
        (index, Chapter(to_ms(timeline_start), segment.text))
        for index, (segment, timeline_start) in enumerate(zip(segments, _starts(timeline), strict=True))
        if segment.kind is Kind.HEADING and segment.level <= deepest and _begins_block(segments, index)
    ]
    first_index, first = found[0]
    if first_index == 0:
        return (Chapter(0, first.title), *(chapter for _, chapter in found[1:]))
    return (Chapter(0, title), *(chapter for _, chapter in found))


def _starts(timeline: Timeline) -> list[int]:
    return [placed.start_sample for placed in timeline.placed if placed.segment is not None]


def _begins_block(segments: Sequence[Segment], index: int) -> bool:
    """A heading too long for one segment is still one chapter."""
    return index == 0 or segments[index - 1].block != segments[index].block
