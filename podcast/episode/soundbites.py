"""Soundbites: the sentences that a writer marked, or pulled out of the text, as stretches of the episode. Pure.

    soundbites(essay, script, timeline)

`==marked==` in Markdown and <mark> in HTML mark a sentence. Without marks, a quotation that stands in the text a
second time is one that was pulled: the text says it, the quotation shows it. Apps play 15 to 120 s (NS,
<podcast:soundbite>), so a short sentence goes on to the end of a later one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from feed.show import Soundbite
from podcast.episode.timeline import Timeline, to_ms
from podcast.text.essay import Essay, Kind, Reason, Run
from podcast.text.script import Script, Segment

SHORTEST_MS, LONGEST_MS = 15_000, 120_000
MOST = 5

_MARK = re.compile(r"==|</?mark\b", re.IGNORECASE)
_QUOTATION_MARKS = "\"'“”„«»‘’ \n\t"
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")

Span = tuple[int, int]  # characters of the source


class Said(NamedTuple):
    at: int  # in the source
    text: str
    start_ms: int
    end_ms: int
    is_last: bool  # of its segment


def soundbites(essay: Essay, script: Script, timeline: Timeline) -> tuple[Soundbite, ...]:
    """At most `MOST`, in the order of the essay; none in an episode that is too short for one."""
    spans = list(_marked(script)) or list(_pulled(essay))
    words = list(_words(script.segments, timeline)) if spans else []
    found = (_soundbite(span, words) for span in spans[:MOST])
    return tuple(bite for bite in found if bite is not None)


def _marked(script: Script) -> Iterator[Span]:
    """Between each pair of marks; readers have put the marks themselves aside as markup."""
    signs = [
        (skip.start + mark.start(), skip.start + mark.end())
        for skip in script.skips
        if skip.reason is Reason.MARKUP
        for mark in _MARK.finditer(skip.text)
    ]
    for (_, begin), (end, _) in zip(signs[::2], signs[1::2], strict=False):
        yield begin, end


def _pulled(essay: Essay) -> Iterator[Span]:
    paragraphs = [block for block in essay.blocks if block.kind is Kind.PARAGRAPH]
    for quotation in (block for block in essay.blocks if block.kind is Kind.QUOTATION):
        wanted = quotation.text.strip(_QUOTATION_MARKS)
        for block in paragraphs:
            at = block.text.find(wanted)
            if at >= 0:
                yield _source_index(block.runs, at), _source_index(block.runs, at + len(wanted) - 1) + 1
                break


def _words(segments: Sequence[Segment], timeline: Timeline) -> Iterator[Said]:
    for placed in timeline.placed:
        for word in placed.words if placed.segment is not None else ():
            yield Said(
                at=_source_index(segments[placed.segment or 0].runs, word.start),
                text=placed.text[word.start : word.end],
                start_ms=to_ms(word.start_sample),
                end_ms=to_ms(word.end_sample),
                is_last=word is placed.words[-1],
            )


def _source_index(runs: Sequence[Run], index: int) -> int:
    """Where in the source the character `index` of the runs' text stands."""
    for run in runs:
        if index < len(run.text):
            return min(run.start + index, run.end - 1)
        index -= len(run.text)
    return runs[-1].end


def _soundbite(span: Span, words: Sequence[Said]) -> Soundbite | None:
    inside = [number for number, word in enumerate(words) if span[0] <= word.at < span[1]]
    if not inside:
        return None
    start_ms = words[inside[0]].start_ms
    ends_ms = (word.end_ms for word in words[inside[-1] :] if word.is_last or _SENTENCE_END.search(word.text))
    duration_ms = next((end_ms - start_ms for end_ms in ends_ms if end_ms - start_ms >= SHORTEST_MS), 0)
    title = " ".join(words[number].text for number in inside)
    return Soundbite(start_ms, min(duration_ms, LONGEST_MS), title) if duration_ms else None
