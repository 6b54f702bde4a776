"""What an essay says to the sound: `[pause 1.5s]`, `[sting]`, `***`.

Cue(CueKind.PAUSE, 1500)
"""

from dataclasses import dataclass
from enum import StrEnum


class CueKind(StrEnum):
    PAUSE = "pause"  # of exactly its length, instead of the one that the structure asks for
    STING = "sting"
    SCENE = "scene break"


@dataclass(frozen=True, slots=True)
class Cue:
    kind: CueKind
    duration_ms: int = 0  # of a pause
