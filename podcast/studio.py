"""The recording of a script: its cast, ready to speak, and what surrounds what they say.

music = load_frame_music(settings, folder)                      # before anything is voiced
with Crew(settings.voice.driver, jobs=2) as crew:
    cast = hire(crew, settings, reader, characters_of(script))
    parts = record_script(script, welcome, sign_off, music, cast, crew)           # as they are wanted
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from podcast.casting import Character, choose_cast
from podcast.episode.assembly import Part
from podcast.episode.timeline import pause_ms
from podcast.errors import PodcastError
from podcast.reading_aloud import Reader, refuse_unsayable, utterance
from podcast.settings import Settings
from podcast.sound import mp3
from podcast.sound.crew import Crew, Recording
from podcast.sound.master import Chain, calibrated
from podcast.sound.music import AudioSegment, closing, load_music, opening
from podcast.sound.pacing import paced
from podcast.sound.record import Clip, Speak, Stem, perform, press, record, trimmed
from podcast.text.essay import NARRATOR
from podcast.text.script import Script, Segment
from podcast.text.spoken import Spoken
from podcast.text.wording import written_words
from voices.speech import Pauses, SpeechError, Take, Utterance, Voice

Mix = Callable[[Stem | None, AudioSegment | None], Stem]

OPENING_PAUSE_MS, CLOSING_PAUSE_MS = 900, 1300

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
    bitrate_kbps: int
    reader: Reader

    def form(self, segment: Segment) -> Spoken:
        return self.reader.form(segment.text, segment.language)

    def paced(self, speak: Speak) -> Speak:
        return lambda utterance: paced(speak(utterance), utterance.text, self.pauses.sentence)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who says what."""

    narrations: Mapping[Character, Narration]

    @property
    def narrator(self) -> Narration:
        return self.narrations[NARRATOR, ""]

    def of(self, segment: Segment) -> Narration:
        return self.narrations[segment.role, segment.language]


@dataclass(frozen=True, slots=True)
class FrameMusic:
    """Music at the show's loudness; None where there is to be none."""

    opening: AudioSegment | None
    closing: AudioSegment | None


def load_frame_music(settings: Settings, folder: Path) -> FrameMusic:
    """`folder` is where relative paths start. Raises PodcastError for a file that isn't audio."""

    def load(choice: str, default: str) -> AudioSegment | None:
        if choice == "none":
            return None
        shipped = Path(str(files("podcast") / "music" / default))
        file = shipped if choice == "default" else folder / Path(choice).expanduser()
        return load_music(file, _level_lufs(settings), 2 if settings.sound.stereo else 1)

    return FrameMusic(load(settings.opening.music, "intro.flac"), load(settings.closing.music, "outro.flac"))


def characters_of(script: Script) -> frozenset[Character]:
    return frozenset((segment.role, segment.language) for segment in script.segments)


def hire(crew: Crew, settings: Settings, reader: Reader, characters: Collection[Character] = ()) -> Cast:
    """A narration for each of the characters, and the narrator's, in the language of the essay that the reader reads.

    Raises PodcastError when there is no such voice or its engine can't run here.
    """
    try:
        speakers = choose_cast(crew.roster(), settings, reader.language, characters)
        tuned = {speaker.voice: speaker.chain for speaker in speakers.values()}
        made = crew.results(partial(_calibrated, voice, chain, settings) for voice, chain in tuned.items())
        chains = dict(zip(tuned, made, strict=True))
    except SpeechError as error:
        remedy = "`podcast voices` lists what can be used here."
        raise PodcastError(f"The voice can't be used: {error}", remedy=remedy) from None
    return Cast(
        {
            one: Narration(
                speaker.voice,
                speaker.pauses,
                replace(chains[speaker.voice], pan=speaker.pan),
                settings.bitrate_kbps,
                reader,
            )
            for one, speaker in speakers.items()
        }
    )


def _calibrated(voice: Voice, tuning: Mapping[str, Any], settings: Settings, *, speak: Speak) -> Chain:
    """The show's chain, as the voice's profile tunes it, at the show's loudness in this voice."""
    take = trimmed(speak(Utterance(_CALIBRATION_TEXT, voice)))
    chain = replace(Chain(true_peak_dbtp=settings.sound.true_peak_dbtp, stereo=settings.sound.stereo), **tuning)
    return calibrated(chain, np.frombuffer(take.pcm, "<i2"), take.rate_hz, _level_lufs(settings))


def louder(cast: Cast, music: FrameMusic, gain_db: float) -> tuple[Cast, FrameMusic]:
    """Both, so that the voices keep their place over the music."""
    lifted = (part.apply_gain(gain_db) if part else None for part in (music.opening, music.closing))
    return Cast({one: _louder(narration, gain_db) for one, narration in cast.narrations.items()}), FrameMusic(*lifted)


def _louder(narration: Narration, gain_db: float) -> Narration:
    return replace(narration, chain=replace(narration.chain, gain_db=round(narration.chain.gain_db + gain_db, 2)))


def record_script(
    script: Script, welcome: str, sign_off: str, music: FrameMusic, cast: Cast, crew: Crew
) -> Iterator[Part]:
    """Opening, segments and closing in order, each with the pause before it; an empty text is not said.

    Raises PodcastError that names the segment which could not be voiced.
    """
    segments, narration = script.segments, cast.narrator
    voiced: set[int] = set()
    first = [partial(_record_frame, welcome, opening, music.opening, narration)] * bool(welcome or music.opening)
    last = [partial(_record_frame, sign_off, closing, music.closing, narration)] * bool(sign_off or music.closing)
    body = (
        _noting(partial(_record_segment, segment, cast.of(segment)), crew, partial(voiced.add, index))
        for index, segment in enumerate(segments)
    )
    clips = crew.results(chain(first, body, last))
    if first:
        yield Part(next(clips), welcome)
    for index, segment in enumerate(segments):
        pause = pause_ms(segments[index - 1], segment, narration.pauses) if index else OPENING_PAUSE_MS * len(first)
        yield Part(next(clips), segment.text, pause, index, is_voiced=index in voiced)
    if last:
        yield Part(next(clips), sign_off, CLOSING_PAUSE_MS)


def _noting(recording: Recording[Clip], crew: Crew, note: Callable[[], None]) -> Recording[Clip]:
    """The same recording; `note` is called when anything in it is not from an earlier build."""

    def noted(*, speak: Speak) -> Clip:
        def speak_and_note(utterance: Utterance) -> Take:
            take = speak(utterance)
            if crew.has_voiced(utterance):
                note()
            return take

        return recording(speak=speak_and_note)

    return noted


def refuse_unsayable_script(script: Script, cast: Cast) -> None:
    """Raises PodcastError for sounds in the lexicon that the voice of a segment can't make."""
    if cast.narrator.reader.lexicon.has_sounds:
        narrated = ((segment, cast.of(segment)) for segment in script.segments)
        refuse_unsayable((utterance(one.form(segment), one.voice) for segment, one in narrated), Crew.unsayable)


def _record_segment(segment: Segment, narration: Narration, *, speak: Speak) -> Clip:
    form = narration.form(segment)
    with _named_on_failure(segment.text):
        said = utterance(form, narration.voice)
        clip = record(said, narration.chain, narration.bitrate_kbps, narration.paced(speak))
    return replace(clip, words=written_words(form, segment.text, clip.words))


def _record_frame(text: str, mix: Mix, music: AudioSegment | None, narration: Narration, *, speak: Speak) -> Clip:
    form, voice = narration.reader.form(text), None
    if text:
        with _named_on_failure(text):
            voice = perform(utterance(form, narration.voice), narration.chain, narration.paced(speak))
    clip = press(mix(voice, music), narration.bitrate_kbps, mp3.MUSIC_QUALITY)
    return replace(clip, words=written_words(form, text, clip.words))


@contextmanager
def _named_on_failure(text: str) -> Iterator[None]:
    try:
        yield
    except SpeechError as error:
        passage = f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
        remedy = "Reword the passage, or choose another voice."
        raise PodcastError(f"A passage could not be voiced ({error})", which=passage, remedy=remedy) from None


def _level_lufs(settings: Settings) -> float:
    """What to master for, so that the show's loudness comes out of the encoder."""
    return settings.sound.loudness_lufs - mp3.level_db(settings.bitrate_kbps)
