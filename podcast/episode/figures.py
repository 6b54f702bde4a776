"""Which passages say what a chapter's picture shows, so that a page keeps the two together.

    figure_texts(script, essay.source)      # frozenset({4, 5}): segments, by their indices

A picture's alternative text stands beside its address in the source, and its caption in the same figure or paragraph:
nothing lies between but markup. A sentence that goes on around a picture is no caption.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from podcast.episode.chapters import chapter_pictures
from podcast.text.essay import Kind, Skip
from podcast.text.script import Script, Segment

_FAR = 300  # characters of markup
_APART = re.compile(r"\n\s*\n|</(?:figure|p|div|section|article|li|td|a)\b|<(?:p|h[1-6]|div|li)\b", re.IGNORECASE)


def figure_texts(script: Script, source: str) -> frozenset[int]:
    """Of a script without chapters none."""
    starts = [segment.start for segment in script.segments]
    return frozenset(
        index for skip in chapter_pictures(script) if skip for index in _beside(script.segments, starts, skip, source)
    )


def _beside(segments: Sequence[Segment], starts: Sequence[int], skip: Skip, source: str) -> Iterator[int]:
    after = bisect_left(starts, skip.start)
    before = after - 1
    if before >= 0 and segments[before].end > skip.start:
        return  # the picture stands within a sentence
    if before >= 0 and segments[before].kind is not Kind.HEADING and _is_near(source, segments[before].end, skip.start):
        yield before
    reached = skip.end
    for index in range(after, len(segments)):
        if segments[index].kind is Kind.HEADING or not _is_near(source, reached, segments[index].start):
            return
        yield index
        reached = segments[index].end


def _is_near(source: str, begin: int, end: int) -> bool:
    return end - begin <= _FAR and not _APART.search(source, begin, end)
