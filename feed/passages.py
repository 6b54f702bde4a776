"""What is said in an episode, in the written form of the text, and when: what transcripts and pages are made of.

    passage.text[word.start : word.end], word.start_ms
    text = to_json(passages, waveform)          # words.json
    passages, waveform = from_json(text)

A passage is a stretch of text that one speaker says without a longer pause. Times are milliseconds of the episode.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimedWord:
    """`text[start:end]` of its passage sounds from `start_ms` up to `end_ms`. Words don't overlap, and ascend."""

    start: int
    end: int
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Passage:
    text: str  # may have line breaks, as in verse; never empty
    speaker: str  # for people: "Narrator"
    kind: str  # "heading", "paragraph", "quotation", "list item", or "frame": a welcome or sign-off
    level: int  # of a heading 1–6; of a list item or quotation its depth, from 1; else 0
    block: int  # passages with the same number make one paragraph of the essay; -1 for a frame
    start_ms: int
    end_ms: int
    words: tuple[TimedWord, ...]
    is_timed: bool = True  # False: the words' times are estimates
