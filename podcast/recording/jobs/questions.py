"""What is asked before anything is recorded: jobs like those of render_jobs.py, whose results are answers.

chain = runner.result(Calibration(voice, Chain(), level_lufs=-16))
roster = runner.result(Voices("espeak_ng", version_of("espeak_ng")))
"""

import json
from dataclasses import asdict, dataclass
from typing import ClassVar

from podcast.recording.jobs.known_text import known_utterance
from podcast.recording.jobs.render_jobs import Speaks
from podcast.sound.dsp.chain import Chain
from podcast.sound.music.piece import Piece
from voices.engine import engine
from voices.speech import InstalledVoice, Roster, Voice


@dataclass(frozen=True, slots=True)
class Calibration:
    """The chain at a loudness in this voice, whatever it says."""

    kind: ClassVar[str] = "chain"
    is_portable: ClassVar[bool] = False
    is_kept: ClassVar[bool] = True

    voice: Voice
    chain: Chain
    level_lufs: float

    def made(self, speaker: Speaks) -> Chain:
        import numpy as np

        from podcast.sound.dsp.master import calibrated
        from podcast.sound.record import trimmed

        take = trimmed(speaker.speak(known_utterance(self.voice)))
        return calibrated(self.chain, np.frombuffer(take.pcm, "<i2"), take.rate_hz, self.level_lufs)

    def packed(self, made: Chain) -> bytes:
        return json.dumps(asdict(made)).encode()

    def unpacked(self, content: bytes) -> Chain:
        facts = json.loads(content)
        return Chain(**{**facts, "allpass_hz": tuple(facts["allpass_hz"])})


@dataclass(frozen=True, slots=True)
class Proof:
    """That a file is music: how many samples it has. Raises PodcastError when it is none that can be used."""

    kind: ClassVar[str] = "proof"
    is_portable: ClassVar[bool] = False
    is_kept: ClassVar[bool] = True

    piece: Piece

    def made(self, speaker: Speaks) -> int:  # noqa: ARG002 — jobs that need nobody are jobs
        return int(self.piece.made().frame_count())

    def packed(self, made: int) -> bytes:
        return json.dumps(made).encode()

    def unpacked(self, content: bytes) -> int:
        return int(json.loads(content))


@dataclass(frozen=True, slots=True)
class Voices:
    """All that an engine has. Those of a system's are not kept: it may get new ones at any time."""

    kind: ClassVar[str] = "roster"
    is_portable: ClassVar[bool] = False

    driver: str
    version: str

    @property
    def is_kept(self) -> bool:
        return engine(self.driver).is_declared

    def made(self, speaker: Speaks) -> Roster:
        return speaker.roster(self.driver)

    def packed(self, made: Roster) -> bytes:
        return json.dumps(asdict(made)).encode()

    def unpacked(self, content: bytes) -> Roster:
        facts = json.loads(content)
        voices = (InstalledVoice(**{**voice, "languages": tuple(voice["languages"])}) for voice in facts["voices"])
        return Roster(tuple(voices), tuple(facts["variants"]))


@dataclass(frozen=True, slots=True)
class Sounds:
    """How a voice would say each text, in IPA; empty where its engine can't tell."""

    kind: ClassVar[str] = "sounds"
    is_portable: ClassVar[bool] = False
    is_kept: ClassVar[bool] = False

    texts: tuple[str, ...]
    voice: Voice

    def made(self, speaker: Speaks) -> list[str]:
        return speaker.sounds(self.texts, self.voice)

    def packed(self, made: list[str]) -> bytes:
        return json.dumps(made).encode()

    def unpacked(self, content: bytes) -> list[str]:
        return [str(ipa) for ipa in json.loads(content)]
