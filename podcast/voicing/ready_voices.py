"""A script's cast, ready to speak, and what is to be recorded of each text.

with JobRunner(jobs=2) as runner:
    cast = prepare_cast(runner, settings, reader, characters_of(script))
    said = cast.narrator.reading("Rivers bend.")
    audio = said.of_text(runner.result(said.job))
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from podcast.config.settings import Settings
from podcast.errors import PodcastError
from podcast.recording.accompaniment import level_lufs
from podcast.recording.jobs.questions import Calibration
from podcast.recording.jobs.render_jobs import SpeechJob
from podcast.recording.jobs.runner import JobRunner
from podcast.sound.codec.clip import Clip
from podcast.sound.dsp.chain import Chain
from podcast.text.essay import NARRATOR
from podcast.text.script import Script, Segment
from podcast.text.spoken import SpokenForm
from podcast.text.wording import written_words
from podcast.voicing.advice import advice
from podcast.voicing.casting import Character, choose_cast, has_chosen
from podcast.voicing.reading_aloud import TextReader, refuse_unsayable, utterance
from podcast.voicing.strange_words import strange_sounds, strange_words
from voices.engine import engine
from voices.rosters import Rosters
from voices.speech import Pauses, SpeechError, Voice

if TYPE_CHECKING:
    from podcast.sound.record import MasteredAudio

_Sound = TypeVar("_Sound", Clip, "MasteredAudio")


@dataclass(frozen=True, slots=True)
class Narration:
    """A voice that is ready to record."""

    voice: Voice
    pauses: Pauses
    chain: Chain
    reader: TextReader
    strange: Mapping[str, str] = field(default_factory=dict)  # how words in other letters sound; see strange_words.py

    @property
    def in_mono(self) -> "Narration":
        return replace(self, chain=replace(self.chain, stereo=False))

    def louder(self, gain_db: float) -> "Narration":
        return replace(self, chain=replace(self.chain, gain_db=round(self.chain.gain_db + gain_db, 2)))

    def reading(self, text: str, language: str = "") -> "Reading":
        """`language` is the text's own, where it isn't the essay's."""
        form = self.reader.form(text, language)
        said = utterance(form, self.voice, self.strange)
        return Reading(text, form, SpeechJob(said, self.chain, self.pauses.sentence))


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as a voice reads it, and how that is recorded."""

    text: str  # as it is written
    form: SpokenForm
    job: SpeechJob

    def of_text(self, sound: _Sound) -> _Sound:
        """With words that count characters of `text`; an engine is told, and tells, those of the form."""
        return replace(sound, words=written_words(self.form, self.text, sound.words))


@dataclass(frozen=True, slots=True)
class Cast:
    """Who says what."""

    narrations: Mapping[Character, Narration]
    unspoken: tuple[str, ...] = ()  # languages of passages that no voice here speaks: the speakers' own ones try
    credits: tuple[str, ...] = ()  # lines that licences of its voices ask for
    advice: tuple[str, ...] = ()  # to the writer, about voices

    @property
    def narrator(self) -> Narration:
        return self.narrations[NARRATOR, ""]

    @property
    def voices(self) -> frozenset[Voice]:
        return frozenset(narration.voice for narration in self.narrations.values())

    @property
    def has_fixed_voices(self) -> bool:
        return all(engine(voice.driver).is_declared for voice in self.voices)

    def greeter(self, language: str) -> Narration:
        """Who says a welcome or a sign-off: the narrator, or their voice in that language."""
        return self.narrations[NARRATOR, language]

    def of(self, segment: Segment) -> Narration:
        return self.narrations[segment.role, segment.language]

    def knowing(self, texts: Iterable[tuple[Narration, str, str]], runner: JobRunner) -> "Cast":
        """With the sounds of all words, of these texts in their languages, that somebody's voice can't read."""
        written = [(who, text, language) for who, text, language in texts if any(strange_words(who.voice, text))]
        said = ((who.voice, who.reader.form(text, language).text) for who, text, language in written)
        strange = strange_sounds(said, runner)
        told = {one: replace(who, strange=strange) for one, who in self.narrations.items()}
        return replace(self, narrations=told) if strange else self

    def louder(self, gain_db: float) -> "Cast":
        return replace(self, narrations={one: who.louder(gain_db) for one, who in self.narrations.items()})


def characters_of(script: Script, greetings: Iterable[str] = ()) -> frozenset[Character]:
    """`greetings`: the languages of the welcome and the sign-off, which the narrator says."""
    said = frozenset((segment.role, segment.language) for segment in script.segments)
    return said | {(NARRATOR, language) for language in greetings}


def prepare_cast(
    runner: JobRunner, settings: Settings, reader: TextReader, characters: Collection[Character] = ()
) -> Cast:
    """A narration for each of the characters, and the narrator's, in the language of the essay that the reader reads.

    Raises PodcastError when there is no such voice or its engine can't run here.
    """
    blank = Chain(true_peak_dbtp=settings.sound.true_peak_dbtp, stereo=settings.sound.stereo)
    try:
        rosters = runner.rosters(settings.voice.driver)
        speakers = choose_cast(rosters, settings, reader.language, characters)
        tuned = {one: replace(blank, **dict(who.chain)) for one, who in speakers.items()}
        wanted = {one: Calibration(who.voice, tuned[one], level_lufs(settings)) for one, who in speakers.items()}
        chains = dict(zip(dict.fromkeys(wanted.values()), runner.results(dict.fromkeys(wanted.values())), strict=True))
    except SpeechError as error:
        remedy = "`podcast voices` lists what can be used here."
        raise PodcastError(f"The voice can't be used: {error}", remedy=remedy) from None
    ready = {one: replace(chains[wanted[one]], pan=who.pan) for one, who in speakers.items()}
    narrations = {one: Narration(who.voice, who.pauses, ready[one], reader) for one, who in speakers.items()}
    unspoken = {language for (_, language), speaker in speakers.items() if not speaker.is_at_home}
    told = advice(narrations[NARRATOR, ""].voice, reader.language, is_chosen=has_chosen(settings))
    return Cast(narrations, tuple(sorted(unspoken)), _credits(narrations.values(), rosters), told)


def _credits(narrations: Iterable[Narration], rosters: Rosters) -> tuple[str, ...]:
    spoken = {(one.voice.driver, one.voice.id.partition("+")[0]) for one in narrations}
    found = {voice.credit for driver, id_ in spoken for voice in rosters.of(driver).voices if voice.id == id_}
    return tuple(sorted(filter(None, found)))


def ready_for(script: Script, greetings: Iterable[tuple[str, str]], cast: Cast, runner: JobRunner) -> Cast:
    """The cast, knowing how every word of the script, of the welcome and of the sign-off sounds that it can't read.

    `greetings`: each with its language, which is empty where it is the essay's.
    Raises PodcastError for sounds in the lexicon that the voice which has to say them lacks.
    """
    texts = [(cast.of(one), one.text, one.language) for one in script.segments]
    texts += [(cast.greeter(language), text, language) for text, language in greetings]
    if cast.narrator.reader.lexicon.has_sounds:
        said = (utterance(who.reader.form(text, language), who.voice) for who, text, language in texts)
        refuse_unsayable(said, JobRunner.unsayable)
    return cast.knowing(texts, runner)


@contextmanager
def naming(text: str) -> Iterator[None]:
    """PodcastError that names the passage, for its writer to reword, in place of SpeechError."""
    try:
        yield
    except SpeechError as error:
        passage = f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
        remedy = "Reword the passage, or choose another voice."
        raise PodcastError(f"A passage could not be voiced ({error})", which=passage, remedy=remedy) from None
