"""How fast an engine speaks, by the clock of the process that it speaks for: a job around another.

    outcome = runner.outcomes([Timed(passage)])
    outcome.made.clip, outcome.made.speed               # 150.0: it said in a second what takes 150 to hear

Mastering and encoding are not counted, nor is the engine's start. What was kept was not said, and its speed means
nothing: `outcome.is_voiced` tells.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from podcast.recording.jobs.render_jobs import Speaks, SpeechClipJob
from podcast.sound.codec import clip
from podcast.sound.codec.clip import Clip
from voices.speech import Roster, Take, Utterance, Voice


@dataclass(frozen=True, slots=True)
class TimedClip:
    clip: Clip
    speed: float  # times real time


@dataclass(frozen=True, slots=True)
class Timed:
    """Not kept, since the next one would be another; the take is."""

    kind: ClassVar[str] = "timed"
    is_kept: ClassVar[bool] = False
    is_portable: ClassVar[bool] = False

    passage: SpeechClipJob

    def made(self, speaker: Speaks) -> TimedClip:
        speaker.roster(self.passage.voice.utterance.voice.driver)  # it has started when it answers
        watch = _Stopwatch(speaker)
        made = self.passage.made(watch)
        return TimedClip(made, watch.said_s / max(watch.spent_s, 1e-6))

    def packed(self, made: TimedClip) -> bytes:
        return f"{made.speed}\n".encode() + clip.packed(made.clip)

    def unpacked(self, content: bytes) -> TimedClip:
        speed, _, packed = content.partition(b"\n")
        return TimedClip(clip.unpacked(packed), float(speed))


@dataclass(slots=True)
class _Stopwatch:
    speaker: Speaks
    said_s: float = field(default=0.0, init=False)
    spent_s: float = field(default=0.0, init=False)

    def speak(self, utterance: Utterance) -> Take:
        begun = time.perf_counter()
        take = self.speaker.speak(utterance)
        self.spent_s += time.perf_counter() - begun
        self.said_s += take.samples / take.rate_hz
        return take

    def sounds(self, texts: Sequence[str], voice: Voice) -> list[str]:
        return self.speaker.sounds(texts, voice)

    def roster(self, driver: str) -> Roster:
        return self.speaker.roster(driver)
