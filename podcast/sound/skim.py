"""A quick look at a published MP3: how long its frames say that it is. Nothing is decoded; see hearing.py for that.

skim(Path("on-paper-1f2e3d4c.mp3")).duration_ms
"""

import mmap
from dataclasses import dataclass
from pathlib import Path

from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.mp3 import FRAME_SAMPLES, frame_offsets

_TAG_HEADER_BYTES = 10  # ID3v2.3, 3.1


@dataclass(frozen=True, slots=True)
class Hearing:
    """None means: not measured."""

    duration_ms: int
    fault: str = ""  # what can't be decoded, and at which byte
    loudness_lufs: float | None = None  # integrated, gated (BS.1770-4)
    true_peak_dbtp: float | None = None
    silences_s: tuple[tuple[float, float], ...] = ()  # from, to: those longer than 5 s, between sounds


def skim(path: Path) -> Hearing:
    """A file that is not frames from end to end is a Hearing with a fault, never an exception."""
    frames, fault = 0, ""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as stream:
            for frames, _ in enumerate(frame_offsets(stream, _after_tag(stream)), start=1):  # noqa: B007 — counted
                pass
    except (OSError, ValueError) as error:
        fault = f"it can't be read as MP3 ({error})"
    duration_ms = round(1000 * frames * FRAME_SAMPLES / SAMPLE_RATE_HZ)
    return Hearing(duration_ms, fault if fault or frames else "there is no sound in it")


def _after_tag(stream: mmap.mmap) -> int:
    if stream[:3] != b"ID3":
        return 0
    size = 0
    for seven_bits in stream[6:_TAG_HEADER_BYTES]:
        size = size << 7 | seven_bits
    return _TAG_HEADER_BYTES + size
