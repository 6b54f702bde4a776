"""When everything is said: the one clock of an episode.

    timeline.placed[3].start_sample, to_ms(timeline.placed[3].words[0].start_sample), timeline.duration_ms

Times are counted in samples of the decoded MP3, from its first frame, and turned to milliseconds once, here.
Chapters, cues, tags and pages take their times from nowhere else.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from feed.packed import Packed, Row
from podcast.sound import SAMPLE_RATE_HZ, SENTENCE_END
from podcast.sound.codec.mp3 import FRAME_SAMPLES
from podcast.text.cues import Mark, MarkKind
from podcast.text.essay import Kind
from podcast.text.script import Segment
from voices.speech import Pauses, Word

MOST_WITHIN_SENTENCE_MS = 60
_CLAUSE_END = re.compile(r"[,;:–—、，；：،؛)][\"'”’»)\]]*\Z")


@dataclass(frozen=True, slots=True)
class Placed:
    """A clip on the timeline: where its sound begins and ends, and each of its words."""

    segment: int | None  # index in the script; None for the opening and the closing
    text: str  # as it was written; empty for music alone
    start_sample: int
    end_sample: int
    words: Sequence[Word]  # characters of `text`, samples of the episode; kept packed
    is_timed: bool  # False: the words' times are estimates

    def __post_init__(self) -> None:
        rows = ((word.start, word.end, word.start_sample, word.end_sample) for word in self.words)
        object.__setattr__(self, "words", Packed(_word, rows))


def _word(row: Row) -> Word:
    return Word(*row)


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
    """The silence between two segments that follow each other, as the marks of the essay ask, else its structure.

    A sting is music, not silence: what is around one goes by the same rules.
    """
    marked_ms = marked_pause_ms(after.cues, pauses)
    if marked_ms is not None:
        return marked_ms
    structural = (
        _within_block(before, pauses) if before.block == after.block else _between_blocks(before, after, pauses)
    )
    is_scene_break = any(cue.kind is MarkKind.SCENE for cue in after.cues)
    return max(structural, pauses.scene_break) if is_scene_break else structural


def marked_pause_ms(cues: Iterable[Mark], pauses: Pauses) -> int | None:
    """All marked pauses together, None where there is none; one without a length is as long as a scene break."""
    marked = [cue.duration_ms for cue in cues if cue.kind is MarkKind.PAUSE]
    return sum(pauses.scene_break if duration_ms < 0 else duration_ms for duration_ms in marked) if marked else None


def _within_block(before: Segment, pauses: Pauses) -> int:
    """Of a sentence that was cut, for a word in another language, only as much as keeps two sounds apart."""
    if SENTENCE_END.search(before.text):
        return pauses.sentence
    return pauses.sentence // 2 if _CLAUSE_END.search(before.text) else min(pauses.sentence, MOST_WITHIN_SENTENCE_MS)


def _between_blocks(before: Segment, after: Segment, pauses: Pauses) -> int:
    is_answer = bool(before.speaker and after.speaker) and before.speaker != after.speaker
    wishes = [
        (pauses.before_heading, after.kind is Kind.HEADING),
        (pauses.after_heading, before.kind is Kind.HEADING),
        (pauses.before_quotation, after.kind is Kind.QUOTATION != before.kind),
        (pauses.after_quotation, before.kind is Kind.QUOTATION != after.kind),
        (pauses.list_item, before.kind is after.kind is Kind.LIST_ITEM),
        (pauses.list_item, is_answer),  # who takes part in a talk waits no paragraph
    ]
    return max((pause for pause, applies in wishes if applies), default=pauses.paragraph)


def pause_frames(wanted_ms: int, silent_samples: int) -> int:
    """Frames of silence that bring a gap, of which `silent_samples` lie in the clips already, nearest to a length."""
    missing = wanted_ms * SAMPLE_RATE_HZ / 1000 - silent_samples
    return max(0, round(missing / FRAME_SAMPLES))
