"""What is said, in which voice, and what comes of it: the types that pass between a script and an engine."""

from dataclasses import dataclass


class SpeechError(Exception):
    """An engine that can't be had or that did not say what it was given."""


@dataclass(frozen=True, slots=True)
class Voice:
    """An engine's voice together with the way it is to speak; equal voices say equal texts with equal bytes."""

    driver: str  # a pyttsx3 driver: "hibari", "espeak_ng", "sapi5"
    id: str  # the driver's own name for the voice: "en-us+Annie"
    language: str  # BCP 47, lower case: "en-us"
    rate_wpm: int = 155  # 80 (slow) – 450 (fast), as voices/pace.py counts; people narrate at 150–160
    pitch: int = 50  # 0 (low) – 100 (high); 50 is the voice's own
    pitch_range: int = 50  # 0 (monotone) – 100 (lively); 50 is the voice's own


@dataclass(frozen=True, slots=True)
class Phonemes:
    """How `text[start:end]` of an utterance sounds, for engines that can be told; others say the text."""

    start: int
    end: int
    ipa: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """A text to be said in one breath of the engine, a paragraph at the most."""

    text: str
    voice: Voice
    phonemes: tuple[Phonemes, ...] = ()  # in order, without overlap


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an utterance: `text[start:end]` sounds from `start_sample` to `end_sample` of its take."""

    start: int
    end: int
    start_sample: int
    end_sample: int


@dataclass(frozen=True, slots=True)
class Take:
    """What the engine made of an utterance."""

    pcm: bytes  # signed 16 bit little-endian, mono
    rate_hz: int
    words: tuple[Word, ...]
    is_timed: bool  # whether the engine told the words' times; otherwise they are estimated

    @property
    def samples(self) -> int:
        return len(self.pcm) // 2


@dataclass(frozen=True, slots=True)
class InstalledVoice:
    """A voice that an engine offers on this machine."""

    id: str
    name: str
    languages: tuple[str, ...]  # BCP 47, lower case, the most fitting first
    gender: str = ""
    licence: str = ""  # SPDX, of the voice
    credit: str = ""  # the line that has to stand where it is heard, if its licence asks for one


@dataclass(frozen=True, slots=True)
class Roster:
    """What an engine can be asked for: "en-us" of `voices`, or "en-us+Annie" with one of `variants`."""

    voices: tuple[InstalledVoice, ...]
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pauses:
    """Silence between what is said before and after, in milliseconds."""

    sentence: int = 300
    paragraph: int = 650
    list_item: int = 400
    before_heading: int = 1100
    after_heading: int = 750
    before_quotation: int = 700
    after_quotation: int = 700
    scene_break: int = 1500
