"""A script's cast, ready to speak, and how a text becomes a stem in a voice of it.

with Crew(settings.voice.driver, jobs=2) as crew:
    cast = hire(crew, settings, reader, characters_of(script))
    stem = voice_text("Rivers bend.", cast.narrator, crew.speak)
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

import numpy as np

from podcast.accompaniment import level_lufs
from podcast.casting import Character, choose_cast
from podcast.errors import PodcastError
from podcast.reading_aloud import Reader, refuse_unsayable, utterance
from podcast.settings import Settings
from podcast.sound.chain import Chain
from podcast.sound.clip import Clip
from podcast.sound.clips import Recipe
from podcast.sound.crew import Crew
from podcast.sound.master import calibrated
from podcast.sound.pacing import paced
from podcast.sound.record import Speak, Stem, perform, press, trimmed
from podcast.text.essay import NARRATOR
from podcast.text.script import Script, Segment
from podcast.text.wording import written_words
from voices.speech import Pauses, SpeechError, Take, Utterance, Voice

# Some 20 s that have all the sounds of English in them; another language has the same loudness in the same voice.
_CALIBRATION_TEXT = (
    "A river that could choose would still not run straight. Wherever the bank is weak, the water digs; what it "
    "takes there it lays down on the other side, a little further on. Each curve makes the next one sharper, until "
    "the loop is so tight that a single flood can cut it off, and leave a quiet lake behind. Though nobody planned "
    "the pattern, we recognise its shape from the air: thousands of years, drawn with one long stroke."
)


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

    def paced(self, speak: Speak) -> Speak:
        return lambda utterance: paced(speak(utterance), utterance.text, self.pauses.sentence)

    def louder(self, gain_db: float) -> "Narration":
        return replace(self, chain=replace(self.chain, gain_db=round(self.chain.gain_db + gain_db, 2)))


@dataclass(frozen=True, slots=True)
class Cast:
    """Who says what."""

    narrations: Mapping[Character, Narration]
    unspoken: tuple[str, ...] = ()  # languages of passages that no voice here speaks: the speakers' own ones try

    @property
    def narrator(self) -> Narration:
        return self.narrations[NARRATOR, ""]

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
    try:
        speakers = choose_cast(crew.roster(), settings, reader.language, characters)
        tuned = tuple(dict.fromkeys((one.voice, one.chain) for one in speakers.values()))
        made = crew.results(partial(_calibrated, voice, dict(tuning), settings) for voice, tuning in tuned)
        chains = dict(zip(tuned, made, strict=True))
    except SpeechError as error:
        remedy = "`podcast voices` lists what can be used here."
        raise PodcastError(f"The voice can't be used: {error}", remedy=remedy) from None
    ready = {one: replace(chains[who.voice, who.chain], pan=who.pan) for one, who in speakers.items()}
    narrations = {one: Narration(who.voice, who.pauses, ready[one], reader) for one, who in speakers.items()}
    unspoken = {language for (_, language), speaker in speakers.items() if not speaker.is_at_home}
    return Cast(narrations, tuple(sorted(unspoken)))


def _calibrated(voice: Voice, tuning: Mapping[str, Any], settings: Settings, *, speak: Speak) -> Chain:
    """The show's chain, as the voice's profile tunes it, at the show's loudness in this voice."""
    take = trimmed(speak(Utterance(_CALIBRATION_TEXT, voice)))
    chain = replace(Chain(true_peak_dbtp=settings.sound.true_peak_dbtp, stereo=settings.sound.stereo), **tuning)
    return calibrated(chain, np.frombuffer(take.pcm, "<i2"), take.rate_hz, level_lufs(settings))


def refuse_unsayable_script(script: Script, frames: Iterable[str], cast: Cast) -> None:
    """Raises PodcastError for sounds in the lexicon that the voice of a segment, or of welcome and sign-off, lacks."""
    narrator, reader = cast.narrator.voice, cast.narrator.reader
    if reader.lexicon.has_sounds:
        said = [utterance(reader.form(one.text, one.language), cast.of(one).voice) for one in script.segments]
        said += [utterance(reader.form(text), narrator) for text in frames]
        refuse_unsayable(said, Crew.unsayable)


class Desk(Protocol):
    """Who speaks, and what was recorded before."""

    def speak(self, utterance: Utterance) -> Take: ...

    def get(self, recipe: Recipe) -> Clip | None: ...

    def put(self, recipe: Recipe, clip: Clip) -> None: ...


def record_text(text: str, narration: Narration, bitrate_kbps: int, desk: Desk, language: str = "") -> Clip:
    """As `voice_text`, pressed; a clip that was recorded before is not recorded again."""
    form = narration.reader.form(text, language)
    said, chain = utterance(form, narration.voice), narration.chain
    recipe = Recipe(said, chain, narration.pauses.sentence, bitrate_kbps)
    clip = desk.get(recipe)
    if clip is None:
        stem = _performed(text, said, narration, desk.speak)
        clip = press(stem, bitrate_kbps, true_peak_dbtp=chain.true_peak_dbtp)
        desk.put(recipe, clip)
    return replace(clip, words=written_words(form, text, clip.words))


def voice_text(text: str, narration: Narration, speak: Speak, language: str = "") -> Stem:
    """The words count characters of `text` as it is written; `language` is its own, where it isn't the essay's.

    Raises PodcastError that names what can't be voiced.
    """
    form = narration.reader.form(text, language)
    stem = _performed(text, utterance(form, narration.voice), narration, speak)
    return replace(stem, words=written_words(form, text, stem.words))


def _performed(text: str, said: Utterance, narration: Narration, speak: Speak) -> Stem:
    """`text`: what is said, as it is written, for who has to reword it."""
    try:
        return perform(said, narration.chain, narration.paced(speak))
    except SpeechError as error:
        passage = f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
        remedy = "Reword the passage, or choose another voice."
        raise PodcastError(f"A passage could not be voiced ({error})", which=passage, remedy=remedy) from None
