"""What can be recorded: a job says all that its result depends on, and how it is made of that.

    passage = SpeechClipJob(SpeechJob(utterance, chain, sentence_pause_ms=300), bitrate_kbps=64)
    clip = passage.made(speaker)                # speaks, masters, encodes, listens
    content = passage.packed(clip)              # the same as bytes, to be kept or sent
    clip = passage.unpacked(content)

Recipes are pure data that any process on any machine can take; only making needs numpy and ffmpeg's libraries, so they
are imported there. Where a file lies is not compared: the same music at another place is the same job.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from podcast.sound.codec import clip
from podcast.sound.codec.clip import Clip
from podcast.sound.dsp.chain import Chain
from podcast.sound.music.piece import Piece
from podcast.sound.music.shapes import BedShape, MusicShape
from voices.speech import Roster, Take, Utterance, Voice, Word

if TYPE_CHECKING:
    from podcast.sound.music.bed import Bed
    from podcast.sound.record import MasteredAudio

Made = TypeVar("Made")


class Speaks(Protocol):
    """See speaker.py."""

    def speak(self, utterance: Utterance) -> Take: ...

    def sounds(self, texts: Sequence[str], voice: Voice) -> list[str]: ...

    def roster(self, driver: str) -> Roster: ...


class RenderJob(Protocol[Made]):
    """Hashable and picklable. `made` raises SpeechError when the engine can't say it."""

    kind: ClassVar[str]

    @property
    def is_kept(self) -> bool:
        """Whether the result is worth keeping for the next build."""

    @property
    def is_portable(self) -> bool:
        """Whether a machine that has this package and no other file of ours can make it, and give it back as a clip."""

    def made(self, speaker: Speaks) -> Made: ...

    def packed(self, made: Made) -> bytes: ...

    def unpacked(self, content: bytes) -> Made:
        """Raises ValueError, TypeError or KeyError for what is not such a result."""


def essence(job: Any) -> Any:
    """All that the result depends on, as JSON can have it."""
    if is_dataclass(job):
        return {one.name: essence(getattr(job, one.name)) for one in fields(job) if one.compare}
    return [essence(one) for one in job] if isinstance(job, tuple) else job


def voices_in(job: Any) -> Iterator[Voice]:
    """All that speak in it, some perhaps more than once."""
    if isinstance(job, Voice):
        yield job
    elif is_dataclass(job):
        for one in fields(job):
            yield from voices_in(getattr(job, one.name))


class _OfAudio:
    """What all that end before they are encoded have in common. They are not kept: takes are."""

    __slots__ = ()
    is_kept: ClassVar[bool] = False
    is_portable: ClassVar[bool] = False

    def packed(self, made: "MasteredAudio") -> bytes:
        words = [[word.start, word.end, word.start_sample, word.end_sample] for word in made.words]
        facts = {"words": words, "is_timed": made.is_timed, "shape": made.pcm.shape}
        return json.dumps(facts).encode() + b"\n" + made.pcm.astype("<i2").tobytes()

    def unpacked(self, content: bytes) -> "MasteredAudio":
        import numpy as np

        from podcast.sound.record import MasteredAudio

        head, _, pcm = content.partition(b"\n")
        facts = json.loads(head)
        words = tuple(Word(*word) for word in facts["words"])
        return MasteredAudio(np.frombuffer(pcm, "<i2").reshape(facts["shape"]), words, facts["is_timed"])


@dataclass(frozen=True, slots=True)
class SpeechJob(_OfAudio):
    """A voice, mastered."""

    kind: ClassVar[str] = "audio"

    utterance: Utterance
    chain: Chain
    sentence_pause_ms: int = -1  # -1: as the engine makes them

    def made(self, speaker: Speaks) -> "MasteredAudio":
        from podcast.sound.dsp.pacing import paced
        from podcast.sound.record import render

        def speak(utterance: Utterance) -> Take:
            take = speaker.speak(utterance)
            return take if self.sentence_pause_ms < 0 else paced(take, utterance.text, self.sentence_pause_ms)

        return render(self.utterance, self.chain, speak)


class _OfClip:
    """What all that end as a clip have in common."""

    __slots__ = ()
    is_kept: ClassVar[bool] = True

    def packed(self, made: Clip) -> bytes:
        return clip.packed(made)

    def unpacked(self, content: bytes) -> Clip:
        return clip.unpacked(content)


@dataclass(frozen=True, slots=True)
class SpeechClipJob(_OfClip):
    """A voice alone. The words of the clip count characters of the utterance."""

    kind: ClassVar[str] = "clip"
    is_portable: ClassVar[bool] = True

    voice: SpeechJob
    bitrate_kbps: int

    def made(self, speaker: Speaks) -> Clip:
        from podcast.sound.record import encode_clip

        return encode_clip(self.voice.made(speaker), self.bitrate_kbps, true_peak_dbtp=self.voice.chain.true_peak_dbtp)


@dataclass(frozen=True, slots=True)
class MixJob(_OfAudio):
    """Words and music with them, or one of them alone."""

    kind: ClassVar[str] = "mix"

    voice: SpeechJob | None
    music: Piece | None
    shape: MusicShape
    true_peak_dbtp: float

    def made(self, speaker: Speaks) -> "MasteredAudio":
        from podcast.sound.music.mix import with_music

        voice = self.voice.made(speaker) if self.voice else None
        return with_music(voice, self.music.made() if self.music else None, self.shape, self.true_peak_dbtp)


@dataclass(frozen=True, slots=True)
class MixClipJob(_OfClip):
    """A welcome, a sign-off, or a sting."""

    kind: ClassVar[str] = "frame"

    mix: MixJob
    bitrate_kbps: int

    @property
    def is_portable(self) -> bool:
        return self.mix.music is None or self.mix.music.is_ours

    def made(self, speaker: Speaks) -> Clip:
        from podcast.sound.codec import encoder
        from podcast.sound.record import encode_clip

        audio, peak_dbtp = self.mix.made(speaker), self.mix.true_peak_dbtp
        return encode_clip(audio, self.bitrate_kbps, encoder.MUSIC_QUALITY, true_peak_dbtp=peak_dbtp)


@dataclass(frozen=True, slots=True)
class BedMusic:
    """Music to go on under what is said; see bed.py."""

    piece: Piece
    shape: BedShape
    true_peak_dbtp: float  # of what lies on it
    is_round: bool = False  # it was composed to go round: its last `lap_s` are its first once more
    length_s: float = 0.0  # what counts of it; 0: all
    lap_s: float = 0.0

    def made(self) -> "Bed":
        from podcast.sound.music.bed import Bed, Loop
        from podcast.sound.music.load import pcm_of
        from podcast.sound.music.mix import samples

        pcm = pcm_of(self.piece.made())
        whole = pcm[: samples(self.length_s)] if self.length_s else pcm
        return Bed(Loop(whole, samples(self.lap_s), is_alike=self.is_round), self.shape, self.true_peak_dbtp)


@dataclass(frozen=True, slots=True)
class SpeechOnBedJob(_OfClip):
    """One passage with a bed of its own."""

    kind: ClassVar[str] = "bedded"

    voice: SpeechJob
    bed: BedMusic
    bitrate_kbps: int

    @property
    def is_portable(self) -> bool:
        return self.bed.piece.is_ours

    def made(self, speaker: Speaks) -> Clip:
        from podcast.sound.codec import encoder
        from podcast.sound.record import encode_clip

        audio = self.bed.made().around(self.voice.made(speaker))
        return encode_clip(
            audio, self.bitrate_kbps, encoder.MUSIC_QUALITY, true_peak_dbtp=self.voice.chain.true_peak_dbtp
        )
