"""What an audition is about, and what comes of it: what was measured of each voice, and who is missing. Pure."""

from dataclasses import dataclass

from podcast.config.settings import Settings
from podcast.voicing.reading_aloud import TextReader
from voices.engine import engine

_THIS_IS = {
    "en": "This is {}.",
    "de": "Das ist {}.",
    "es": "Esta es la voz {}.",
    "fr": "Voici {}.",
    "it": "Questa è la voce {}.",
    "nl": "Dit is {}.",
    "pt": "Esta é a voz {}.",
}


@dataclass(frozen=True, slots=True)
class Task:
    """What each voice has to say, and how it is read."""

    passage: str
    reader: TextReader
    settings: Settings

    @property
    def spoken(self) -> str:
        return self.reader.form(self.passage).text

    def announcement(self, title: str) -> str:
        return _THIS_IS.get(self.reader.language.partition("-")[0], "{}.").format(title)


@dataclass(frozen=True, slots=True)
class HeardVoice:
    """A voice, where it is in the MP3, and what was measured of it there."""

    name: str  # as `podcast build --voice` takes it
    engine: str
    voice: str  # who speaks: the engine's own id
    description: str
    licence: str  # SPDX; empty: nobody says
    credit: str  # what its licence wants to be shown; mostly nothing
    start_ms: int
    end_ms: int
    rate_wpm: int | None  # of the passage; None where words can't be counted
    loudness_lufs: float  # of the passage, and the peak of all that it says, as a listener's decoder has them
    true_peak_dbtp: float
    speed: float | None  # times real time, without mastering and encoding; None: it was kept from before

    @property
    def terms(self) -> str:
        """Its licence in words: what an engine makes by rule, out of no recordings, is nobody's."""
        told = engine(self.engine)
        is_by_rule = told.is_declared and not told.is_neural
        return self.licence or (
            "none on what it says" if is_by_rule else "not known: read its terms before you publish"
        )


@dataclass(frozen=True, slots=True)
class Absent:
    """A voice that could not say the passage."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Audition:
    task: Task
    heard: tuple[HeardVoice, ...]
    absent: tuple[Absent, ...]
    duration_ms: int
