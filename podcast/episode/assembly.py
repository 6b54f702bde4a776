"""Clips and pauses to one MP3 stream, written as it comes, and its timeline.

assembled = assemble(parts, file, bitrate_kbps=64)      # parts may be a generator: one clip is held at a time
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from podcast.episode.timeline import Placed, Timeline, pause_frames
from podcast.sound import meter, mp3
from podcast.sound.record import Clip, shifted


@dataclass(frozen=True, slots=True)
class Part:
    """A clip, the silence before it, and what it says as it was written."""

    clip: Clip  # its words count characters of `text`
    text: str = ""
    pause_ms: int = 0
    segment: int | None = None  # index in the script; None for the opening and the closing
    is_voiced: bool = False  # whether an engine had to say something for it in this build


@dataclass(frozen=True, slots=True)
class Assembled:
    timeline: Timeline
    loudness_lufs: float  # integrated, of what a listener's decoder makes of the stream
    true_peak_dbtp: float
    levels: bytes  # the peak of each frame, full scale being 255


def assemble(parts: Iterable[Part], stream: IO[bytes], bitrate_kbps: int, channels: int = 1) -> Assembled:
    placed: list[Placed] = []
    energies: list[float] = []
    levels = bytearray()
    peak, frames, silent_tail = 0.0, 0, 0
    for part in parts:
        clip = part.clip
        pause = pause_frames(part.pause_ms, silent_tail + clip.start_sample)
        stream.write(mp3.silence(pause, bitrate_kbps, channels))
        stream.write(clip.frames)
        placed.append(_placed(part, (frames + pause) * mp3.FRAME_SAMPLES))
        energies.extend(clip.energies)
        levels += bytes(pause) + clip.levels
        peak = max(peak, clip.peak)
        frames += pause + clip.frame_count
        silent_tail = clip.frame_count * mp3.FRAME_SAMPLES - clip.end_sample
    loudness_lufs = round(meter.integrated_lufs(energies[: -meter.EDGE_BLOCKS]), 2)
    return Assembled(Timeline(tuple(placed), frames), loudness_lufs, round(meter.decibels(peak), 2), bytes(levels))


def _placed(part: Part, at_sample: int) -> Placed:
    clip = part.clip
    return Placed(
        segment=part.segment,
        text=part.text,
        start_sample=at_sample + clip.start_sample,
        end_sample=at_sample + clip.end_sample,
        words=shifted(clip.words, at_sample),
        is_timed=clip.is_timed,
    )
