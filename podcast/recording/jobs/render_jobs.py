"""What can be recorded: a recipe says all that its result depends on, and how it is made of that.

    passage = Passage(Performance(utterance, chain, sentence_pause_ms=300), bitrate_kbps=64)
    clip = passage.made(speaker)                # speaks, masters, encodes, listens
    content = passage.packed(clip)              # the same as bytes, to be kept or sent
    clip = passage.unpacked(content)

Recipes are pure data that any process on any machine can take; only making needs numpy and ffmpeg's libraries, so they
are imported there. Where a file lies is not compared: the same music at another place is the same recipe.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from podcast.sound.codec import clip
from podcast.sound.codec.clip import Clip
from podcast.sound.dsp.chain import Chain
from podcast.sound.music.frame import Cushion, Frame
from podcast.sound.music.piece import Piece
from voices.speech import Roster, Take, Utterance, Voice, Word

if TYPE_CHECKING:
    from podcast.sound.music.bed import Bed
    from podcast.sound.record import Stem

Made = TypeVar("Made")


class Speaks(Protocol):
    """See speaker.py."""

    def speak(self, utterance: Utterance) -> Take: ...

    def sounds(self, texts: Sequence[str], voice: Voice) -> list[str]: ...

    def roster(self, driver: str) -> Roster: ...


class Recipe(Protocol[Made]):
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


def essence(recipe: Any) -> Any:
    """All that the result depends on, as JSON can have it."""
    if is_dataclass(recipe):
        return {one.name: essence(getattr(recipe, one.name)) for one in fields(recipe) if one.compare}
    return [essence(one) for one in recipe] if isinstance(recipe, tuple) else recipe


def voices_in(recipe: Any) -> Iterator[Voice]:
    """All that speak in it, some perhaps more than once."""
    if isinstance(recipe, Voice):
        yield recipe
    elif is_dataclass(recipe):
        for one in fields(recipe):
            yield from voices_in(getattr(recipe, one.name))


class _OfStem:
    """What all that end before they are encoded have in common. They are not kept: takes are."""

    __slots__ = ()
    is_kept: ClassVar[bool] = False
    is_portable: ClassVar[bool] = False

    def packed(self, made: "Stem") -> bytes:
        words = [[word.start, word.end, word.start_sample, word.end_sample] for word in made.words]
        facts = {"words": words, "is_timed": made.is_timed, "shape": made.pcm.shape}
        return json.dumps(facts).encode() + b"\n" + made.pcm.astype("<i2").tobytes()

    def unpacked(self, content: bytes) -> "Stem":
        import numpy as np

        from podcast.sound.record import Stem

        head, _, pcm = content.partition(b"\n")
        facts = json.loads(head)
        words = tuple(Word(*word) for word in facts["words"])
        return Stem(np.frombuffer(pcm, "<i2").reshape(facts["shape"]), words, facts["is_timed"])


@dataclass(frozen=True, slots=True)
class Performance(_OfStem):
    """A voice, mastered."""

    kind: ClassVar[str] = "stem"

    utterance: Utterance
    chain: Chain
    sentence_pause_ms: int = -1  # -1: as the engine makes them

    def made(self, speaker: Speaks) -> "Stem":
        from podcast.sound.dsp.pacing import paced
        from podcast.sound.record import perform

        def speak(utterance: Utterance) -> Take:
            take = speaker.speak(utterance)
            return take if self.sentence_pause_ms < 0 else paced(take, utterance.text, self.sentence_pause_ms)

        return perform(self.utterance, self.chain, speak)


class _OfClip:
    """What all that end as a clip have in common."""

    __slots__ = ()
    is_kept: ClassVar[bool] = True

    def packed(self, made: Clip) -> bytes:
        return clip.packed(made)

    def unpacked(self, content: bytes) -> Clip:
        return clip.unpacked(content)


@dataclass(frozen=True, slots=True)
class Passage(_OfClip):
    """A voice alone. The words of the clip count characters of the utterance."""

    kind: ClassVar[str] = "clip"
    is_portable: ClassVar[bool] = True

    voice: Performance
    bitrate_kbps: int

    def made(self, speaker: Speaks) -> Clip:
        from podcast.sound.record import press

        return press(self.voice.made(speaker), self.bitrate_kbps, true_peak_dbtp=self.voice.chain.true_peak_dbtp)


@dataclass(frozen=True, slots=True)
class Mix(_OfStem):
    """Words and music with them, or one of them alone."""

    kind: ClassVar[str] = "mix"

    voice: Performance | None
    music: Piece | None
    frame: Frame
    true_peak_dbtp: float

    def made(self, speaker: Speaks) -> "Stem":
        from podcast.sound.music.mix import framed

        voice = self.voice.made(speaker) if self.voice else None
        return framed(voice, self.music.made() if self.music else None, self.frame, self.true_peak_dbtp)


@dataclass(frozen=True, slots=True)
class Framing(_OfClip):
    """A welcome, a sign-off, or a sting."""

    kind: ClassVar[str] = "frame"

    mix: Mix
    bitrate_kbps: int

    @property
    def is_portable(self) -> bool:
        return self.mix.music is None or self.mix.music.is_ours

    def made(self, speaker: Speaks) -> Clip:
        from podcast.sound.codec import encoder
        from podcast.sound.record import press

        stem, peak_dbtp = self.mix.made(speaker), self.mix.true_peak_dbtp
        return press(stem, self.bitrate_kbps, encoder.MUSIC_QUALITY, true_peak_dbtp=peak_dbtp)


@dataclass(frozen=True, slots=True)
class Bedding:
    """Music to go on under what is said; see bed.py."""

    piece: Piece
    cushion: Cushion
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
        return Bed(Loop(whole, samples(self.lap_s), is_alike=self.is_round), self.cushion, self.true_peak_dbtp)


@dataclass(frozen=True, slots=True)
class OnBed(_OfClip):
    """One passage with a bed of its own."""

    kind: ClassVar[str] = "bedded"

    voice: Performance
    bed: Bedding
    bitrate_kbps: int

    @property
    def is_portable(self) -> bool:
        return self.bed.piece.is_ours

    def made(self, speaker: Speaks) -> Clip:
        from podcast.sound.codec import encoder
        from podcast.sound.record import press

        stem = self.bed.made().around(self.voice.made(speaker))
        return press(stem, self.bitrate_kbps, encoder.MUSIC_QUALITY, true_peak_dbtp=self.voice.chain.true_peak_dbtp)
