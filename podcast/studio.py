"""A script's cast, ready to speak, and what is to be recorded of each text.

with Crew(jobs=2) as crew:
    cast = hire(crew, settings, reader, characters_of(script))
    said = cast.narrator.reading("Rivers bend.")
    stem = said.stem(crew.result(said.performance))
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from podcast.accompaniment import level_lufs
from podcast.casting import Character, choose_cast
from podcast.errors import PodcastError
from podcast.reading_aloud import Reader, refuse_unsayable, utterance
from podcast.settings import Settings
from podcast.sound.chain import Chain
from podcast.sound.clip import Clip
from podcast.sound.crew import Crew
from podcast.sound.questions import Calibration
from podcast.sound.recipes import Performance
from podcast.text.essay import NARRATOR
from podcast.text.script import Script, Segment
from podcast.text.spoken import Spoken
from podcast.text.wording import written_words
from voices.engine import engine
from voices.speech import Pauses, SpeechError, Voice

if TYPE_CHECKING:
    from podcast.sound.record import Stem

Sound = TypeVar("Sound", Clip, "Stem")


@dataclass(frozen=True, slots=True)
class Narration:
    """A voice that is ready to record."""

    voice: Voice
    pauses: Pauses
    chain: Chain
    reader: Reader

    @property
    def in_mono(self) -> "Narration":
        return replace(self, chain=replace(self.chain, stereo=False))

    def louder(self, gain_db: float) -> "Narration":
        return replace(self, chain=replace(self.chain, gain_db=round(self.chain.gain_db + gain_db, 2)))

    def reading(self, text: str, language: str = "") -> "Reading":
        """`language` is the text's own, where it isn't the essay's."""
        form = self.reader.form(text, language)
        return Reading(text, form, Performance(utterance(form, self.voice), self.chain, self.pauses.sentence))


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as a voice reads it, and how that is recorded."""

    text: str  # as it is written
    form: Spoken
    performance: Performance

    def of_text(self, sound: Sound) -> Sound:
        """With words that count characters of `text`; an engine is told, and tells, those of the form."""
        return replace(sound, words=written_words(self.form, self.text, sound.words))


@dataclass(frozen=True, slots=True)
class Cast:
    """Who says what."""

    narrations: Mapping[Character, Narration]
    unspoken: tuple[str, ...] = ()  # languages of passages that no voice here speaks: the speakers' own ones try

    @property
    def narrator(self) -> Narration:
        return self.narrations[NARRATOR, ""]

    @property
    def voices(self) -> frozenset[Voice]:
        return frozenset(narration.voice for narration in self.narrations.values())

    @property
    def has_fixed_voices(self) -> bool:
        return all(engine(voice.driver).is_declared for voice in self.voices)

    def of(self, segment: Segment) -> Narration:
        return self.narrations[segment.role, segment.language]

    def louder(self, gain_db: float) -> "Cast":
        return replace(self, narrations={one: who.louder(gain_db) for one, who in self.narrations.items()})


def characters_of(script: Script) -> frozenset[Character]:
    return frozenset((segment.role, segment.language) for segment in script.segments)


def hire(crew: Crew, settings: Settings, reader: Reader, characters: Collection[Character] = ()) -> Cast:
    """A narration for each of the characters, and the narrator's, in the language of the essay that the reader reads.

    Raises PodcastError when there is no such voice or its engine can't run here.
    """
    blank = Chain(true_peak_dbtp=settings.sound.true_peak_dbtp, stereo=settings.sound.stereo)
    try:
        speakers = choose_cast(crew.rosters(settings.voice.driver), settings, reader.language, characters)
        tuned = {one: replace(blank, **dict(who.chain)) for one, who in speakers.items()}
        wanted = {one: Calibration(who.voice, tuned[one], level_lufs(settings)) for one, who in speakers.items()}
        chains = dict(zip(dict.fromkeys(wanted.values()), crew.results(dict.fromkeys(wanted.values())), strict=True))
    except SpeechError as error:
        remedy = "`podcast voices` lists what can be used here."
        raise PodcastError(f"The voice can't be used: {error}", remedy=remedy) from None
    ready = {one: replace(chains[wanted[one]], pan=who.pan) for one, who in speakers.items()}
    narrations = {one: Narration(who.voice, who.pauses, ready[one], reader) for one, who in speakers.items()}
    unspoken = {language for (_, language), speaker in speakers.items() if not speaker.is_at_home}
    return Cast(narrations, tuple(sorted(unspoken)))


def refuse_unsayable_script(script: Script, frames: Iterable[str], cast: Cast) -> None:
    """Raises PodcastError for sounds in the lexicon that the voice of a segment, or of welcome and sign-off, lacks."""
    narrator, reader = cast.narrator.voice, cast.narrator.reader
    if reader.lexicon.has_sounds:
        said = [utterance(reader.form(one.text, one.language), cast.of(one).voice) for one in script.segments]
        said += [utterance(reader.form(text), narrator) for text in frames]
        refuse_unsayable(said, Crew.unsayable)


@contextmanager
def naming(text: str) -> Iterator[None]:
    """PodcastError that names the passage, for its writer to reword, in place of SpeechError."""
    try:
        yield
    except SpeechError as error:
        passage = f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
        remedy = "Reword the passage, or choose another voice."
        raise PodcastError(f"A passage could not be voiced ({error})", which=passage, remedy=remedy) from None
