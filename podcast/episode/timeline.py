"""When everything is said: the one clock of an episode.

    timeline.placed[3].start_sample, to_ms(timeline.placed[3].words[0].start_sample), timeline.duration_ms

Times are counted in samples of the decoded MP3, from its first frame, and turned to milliseconds once, here.
Chapters, cues, tags and pages take their times from nowhere else.
"""

from dataclasses import dataclass

from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.mp3 import FRAME_SAMPLES
from podcast.text.essay import Kind
from podcast.text.script import Segment
from voices.speech import Pauses, Word


@dataclass(frozen=True, slots=True)
class Placed:
    """A clip on the timeline: where its sound begins and ends, and each of its words."""

    segment: int | None  # index in the script; None for the opening and the closing
    text: str  # as it was written; empty for music alone
    start_sample: int
    end_sample: int
    words: tuple[Word, ...]  # characters of `text`, samples of the episode
    is_timed: bool  # False: the words' times are estimates


@dataclass(frozen=True, slots=True)
class Timeline:
    placed: tuple[Placed, ...]
    frame_count: int

    @property
    def duration_ms(self) -> int:
        return to_ms(self.frame_count * FRAME_SAMPLES)


def to_ms(sample: int) -> int:
    return round(sample * 1000 / SAMPLE_RATE_HZ)


def pause_ms(before: Segment, after: Segment, pauses: Pauses) -> int:
    """The silence that the structure of the essay asks for between two segments that follow each other."""
    if before.block == after.block:
        return pauses.sentence
    wishes = [
        (pauses.before_heading, after.kind is Kind.HEADING),
        (pauses.after_heading, before.kind is Kind.HEADING),
        (pauses.before_quotation, after.kind is Kind.QUOTATION != before.kind),
        (pauses.after_quotation, before.kind is Kind.QUOTATION != after.kind),
        (pauses.list_item, before.kind is after.kind is Kind.LIST_ITEM),
    ]
    return max((pause for pause, applies in wishes if applies), default=pauses.paragraph)


def pause_frames(wanted_ms: int, silent_samples: int) -> int:
    """Frames of silence that bring a gap, of which `silent_samples` lie in the clips already, nearest to a length."""
    missing = wanted_ms * SAMPLE_RATE_HZ / 1000 - silent_samples
    return max(0, round(missing / FRAME_SAMPLES))
