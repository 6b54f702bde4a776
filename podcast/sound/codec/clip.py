"""A clip: sound that is encoded, measured, and ready to be joined with others. Pure.

frames = clip.frames                    # MP3, see mp3.py
content = packed(clip)                  # as bytes, to be kept or sent
clip = unpacked(content)
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from voices.speech import Word


@dataclass(frozen=True, slots=True)
class Clip:
    """Encoded sound, ready to be joined; the words count samples from the first frame's begin."""

    frames: bytes
    frame_count: int
    start_sample: int  # where the sound begins within the frames …
    end_sample: int  # … and where it ends; outside is silence
    words: tuple[Word, ...]  # characters of the text that was said
    is_timed: bool
    energies: tuple[float, ...]  # K-weighted, see meter.py, of the decoded frames
    peak: float  # true peak of the decoded frames, full scale being 1.0
    levels: bytes  # the peak of each decoded frame, full scale being 255: for a picture


def shifted(words: tuple[Word, ...], samples: int) -> tuple[Word, ...]:
    return moved(words, lambda sample: sample + samples)


def moved(words: tuple[Word, ...], to: Callable[[int], int]) -> tuple[Word, ...]:
    """Each begin and end, a sample, to where it is now."""
    return tuple(replace(word, start_sample=to(word.start_sample), end_sample=to(word.end_sample)) for word in words)


def packed(clip: Clip) -> bytes:
    facts = {
        "frame_count": clip.frame_count,
        "start_sample": clip.start_sample,
        "end_sample": clip.end_sample,
        "words": [[word.start, word.end, word.start_sample, word.end_sample] for word in clip.words],
        "is_timed": clip.is_timed,
        "energies": clip.energies,
        "peak": clip.peak,
    }
    return json.dumps(facts).encode() + b"\n" + clip.levels + clip.frames


def unpacked(content: bytes) -> Clip:
    head, _, rest = content.partition(b"\n")
    facts = json.loads(head)
    count = facts["frame_count"]  # and as many levels
    words = tuple(Word(*word) for word in facts.pop("words"))
    energies = tuple(facts.pop("energies"))
    return Clip(frames=rest[count:], levels=rest[:count], words=words, energies=energies, **facts)
