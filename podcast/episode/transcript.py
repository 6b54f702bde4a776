"""The timeline and the script together: what is said and when, as transcripts and pages want it. Pure.

    heard = TimedTranscript.of(script.segments, assembled.timeline, assembled.levels)
    heard.passages, heard.waveform                  # "00182c…", two hex digits a bar

The text is the written one, so a reader sees what the writer wrote, while the times are those of its sound.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from feed.passages import Passage, TimedWord
from podcast.episode.timeline import Placed, Timeline, to_ms
from podcast.text.roles import for_people
from podcast.text.script import Segment

GREETING = "frame"  # the kind of a welcome or sign-off
BARS = 600  # of the picture of an episode's sound


@dataclass(frozen=True, slots=True)
class TimedTranscript:
    """What words.json holds."""

    passages: Sequence[Passage]
    waveform: str

    @classmethod
    def of(
        cls,
        segments: Sequence[Segment],
        timeline: Timeline,
        levels: bytes,
        captions: Container[int] = (),
        greetings: tuple[str, str] = ("", ""),
    ) -> Self:
        """`captions`: which of the segments are one; `greetings`: their languages, where they aren't the essay's."""
        passages = transcript(segments, timeline, captions)
        return cls(
            (*_in_language(passages[:1], greetings[0]), *_in_language(passages[1:], greetings[1])), waveform(levels)
        )


def transcript(segments: Sequence[Segment], timeline: Timeline, captions: Container[int] = ()) -> tuple[Passage, ...]:
    """Music that stands alone is no passage."""
    return tuple(_passage(segments, placed, captions) for placed in timeline.placed if placed.text)


def waveform(levels: bytes) -> str:
    """The mean level of each of at most `BARS` stretches of equal length, the loudest being ff. Empty for silence."""
    count = min(BARS, len(levels))
    edges = [len(levels) * bar // count for bar in range(count + 1)] if count else []
    means = [sum(levels[begin:end]) / (end - begin) for begin, end in pairwise(edges)]
    loudest = max(means, default=0)
    return bytes(round(255 * mean / loudest) for mean in means).hex() if loudest else ""


def _in_language(passages: Sequence[Passage], language: str) -> Iterator[Passage]:
    """Greetings are: one that is the first of all is the welcome, any later one the sign-off."""
    return (replace(one, language=language) if one.kind == GREETING else one for one in passages)


def _passage(segments: Sequence[Segment], placed: Placed, captions: Container[int]) -> Passage:
    segment = None if placed.segment is None else segments[placed.segment]
    words = [TimedWord(word.start, word.end, to_ms(word.start_sample), to_ms(word.end_sample)) for word in placed.words]
    return Passage(
        text=placed.text,
        speaker=for_people(segment.speaker if segment else ""),
        language=segment.language if segment else "",
        kind=segment.kind if segment else GREETING,
        level=segment.level if segment else 0,
        block=segment.block if segment else -1,
        # Not those of the clip: a welcome comes with music before it.
        start_ms=words[0].start_ms if words else to_ms(placed.start_sample),
        end_ms=words[-1].end_ms if words else to_ms(placed.end_sample),
        words=words,
        number=segment.number if segment else 0,
        is_caption=placed.segment in captions,
        is_timed=placed.is_timed,
    )
