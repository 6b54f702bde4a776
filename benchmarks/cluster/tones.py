"""The job of scale.py: as long as a recording takes, and as large, but no core works for it.

Workers find this file by PYTHONPATH.
"""

import time
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from podcast.recording.jobs.render_jobs import Speaks
from podcast.sound.codec import clip
from podcast.sound.codec.clip import Clip

RATE_HZ, TONE_HZ = 44_100, 440


@dataclass(frozen=True, slots=True)
class Tone:
    kind: ClassVar[str] = "tone"
    is_kept: ClassVar[bool] = False
    is_portable: ClassVar[bool] = True

    number: int  # the same job twice would be made once
    work_s: float
    sound_s: float

    def made(self, speaker: Speaks) -> bytes:  # noqa: ARG002 — nobody speaks
        time.sleep(self.work_s)
        return tone(self.sound_s)

    def packed(self, made: bytes) -> bytes:
        return made

    def unpacked(self, content: bytes) -> Clip:
        return clip.unpacked(content)


@cache
def tone(sound_s: float) -> bytes:
    """A clip like any other, packed."""
    import numpy as np

    from podcast.sound.record import MasteredAudio, encode_clip

    time_s = np.arange(round(sound_s * RATE_HZ)) / RATE_HZ
    pcm = np.round(4000 * np.sin(2 * np.pi * TONE_HZ * time_s)).astype(np.int16)
    return clip.packed(encode_clip(MasteredAudio(pcm), bitrate_kbps=64))
