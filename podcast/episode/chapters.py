"""Chapters from the essay's headings: a list that starts at 0, or none.

    chapters(essay.title, script, timeline)

An essay without headings gets no chapters. What is heard before the first heading, the welcome at least, belongs
to an opening chapter that has the essay's title; if nothing of the essay stands there, to the first heading's.
A chapter has the link of its heading, and the first image that stands under it. Music that leads to a heading belongs
to its chapter: who jumps there hears the sting, too.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import islice, pairwise, takewhile
from urllib.parse import urljoin

from feed.passages import seam
from feed.show import Chapter
from podcast.episode.timeline import Timeline, to_ms
from podcast.text.essay import Kind, Reason, Skip
from podcast.text.script import Script, Segment

_TARGET = re.compile(r"<(?P<bracketed>[^<>]+)>|!?\[\[(?P<wiki>[^|\]]+)|(?P<bare>[^\s\"']+)")

MOST_CHAPTERS = 255  # ID3's table of contents counts them in a byte (ID3v2 Chapter Frame Addendum, 3.2)


def chapters(title: str, script: Script, timeline: Timeline, address: str = "") -> tuple[Chapter, ...]:
    """Of the two highest levels of headings that there are; finer ones would only clutter a player.

    `image_url` is what the essay says: a URL, or a path that episode/pictures.py looks for. Paths in an essay that was
    fetched from an `address` start there.
    """
    segments = script.segments
    at = chapter_segments(script)
    if not at:
        return ()
    starts = _starts(timeline)
    images = [_target(skip.text) if skip else "" for skip in chapter_pictures(script)]
    found = [
        Chapter(
            to_ms(starts[index]), _title(_whole(segments, index)), _link(_whole(segments, index)), _at(address, image)
        )
        for index, image in zip(at, images, strict=True)
    ]
    if at[0] == 0:
        return (replace(found[0], start_ms=0), *found[1:])
    return (Chapter(0, title), *found)


def _at(address: str, image: str) -> str:
    try:
        return urljoin(address, image) if address and image else image
    except ValueError:  # no address of anything
        return ""


def chapter_segments(script: Script) -> list[int]:
    """The headings that begin a chapter, by their indices."""
    levels = [segment.level for segment in script.segments if segment.kind is Kind.HEADING]
    if not levels:
        return []
    at = _headings(script.segments, min(levels) + 1)
    return at if len(at) < MOST_CHAPTERS else _headings(script.segments, min(levels))[: MOST_CHAPTERS - 1]


def _starts(timeline: Timeline) -> list[int]:
    """The sample where each segment begins, or the music that stands before it."""
    starts: list[int] = []
    lead: int | None = None
    for placed in timeline.placed:
        if placed.segment is None:
            lead = placed.start_sample
        else:
            starts.append(placed.start_sample if lead is None else lead)
            lead = None
    return starts


def _headings(segments: Sequence[Segment], deepest: int) -> list[int]:
    """The segments that begin a chapter. A heading too long for one segment is still one."""
    return [
        index
        for index, segment in enumerate(segments)
        if segment.kind is Kind.HEADING
        and segment.level <= deepest
        and (index == 0 or segments[index - 1].block != segment.block)
    ]


def _whole(segments: Sequence[Segment], first: int) -> list[Segment]:
    """A heading may be cut, for a word in another language."""
    return list(takewhile(lambda segment: segment.block == segments[first].block, islice(segments, first, None)))


def _title(heading: Sequence[Segment]) -> str:
    return reduce(lambda title, part: title + seam(title, part.text) + part.text, heading[1:], heading[0].text)


def _link(heading: Sequence[Segment]) -> str:
    """Only of a heading that is one whole link."""
    hrefs = {run.href for segment in heading for run in segment.runs}
    return hrefs.pop() if len(hrefs) == 1 else ""


def picture_targets(script: Script) -> frozenset[str]:
    """All that an essay names as pictures, whether a chapter gets them or not."""
    return frozenset(_target(skip.text) for skip in script.skips if skip.reason is Reason.IMAGE)


def chapter_pictures(script: Script) -> Iterator[Skip | None]:
    """Where each chapter's picture is named: the first in it."""
    borders = [*(script.segments[index].start for index in chapter_segments(script)), sys.maxsize]
    named = [skip for skip in script.skips if skip.reason is Reason.IMAGE and "." in _target(skip.text)]
    for begin, end in pairwise(borders):
        yield next((skip for skip in named if begin <= skip.start < end), None)


def _target(written: str) -> str:
    """`pond.jpg "The pond"`, `<the pond.jpg>` or `[[pond.jpg|300]]` without what isn't the path."""
    match = _TARGET.match(written.strip())
    return (match["bracketed"] or match["wiki"] or match["bare"]) if match else ""
