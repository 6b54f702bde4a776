"""The recording of a script: who narrates it, and what surrounds it.

music = load_frame_music(settings, folder)                      # before anything is voiced
with Crew(settings.voice.driver, jobs=2) as crew:
    narration = hire(crew, settings, essay.language)
    parts = record_script(script, welcome, sign_off, music, narration, crew)      # as they are wanted
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from importlib.resources import files
from itertools import chain
from pathlib import Path

import numpy as np

from podcast.episode.assembly import Part
from podcast.episode.timeline import pause_ms
from podcast.errors import PodcastError
from podcast.settings import Settings, VoiceSettings
from podcast.sound import mp3
from podcast.sound.crew import Crew
from podcast.sound.master import Chain, calibrated
from podcast.sound.music import AudioSegment, closing, load_music, opening
from podcast.sound.record import Clip, Speak, Stem, perform, press, record, trimmed
from podcast.text.script import Script, Segment
from podcast.text.spoken import spoken
from podcast.text.wording import written_words
from voices.casting import DEFAULT_PROFILE, Profile, UnknownVoiceError, cast, find, profiles
from voices.speech import Pauses, Roster, SpeechError, Utterance, Voice

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


def choose_voice(roster: Roster, settings: Settings, language: str) -> tuple[Voice, Pauses]:
    """The voice that is set, or the default one, speaking the language of the essay (BCP 47; empty: its own)."""
    wish = settings.voice
    try:
        profile, voice = _cast(wish, roster, language)
    except UnknownVoiceError as error:
        hint = f"Near are {', '.join(error.nearest)}. " if error.nearest else ""
        what = str(error)[0].upper() + str(error)[1:]
        raise PodcastError(what, remedy=f"{hint}`podcast voices` lists all of them.") from None
    chosen = replace(
        voice,
        rate_wpm=wish.rate_wpm or voice.rate_wpm,
        pitch=wish.pitch if wish.pitch >= 0 else voice.pitch,
        pitch_range=wish.pitch_range if wish.pitch_range >= 0 else voice.pitch_range,
    )
    pauses = {name: ms for name, ms in asdict(settings.pauses_ms).items() if ms >= 0}
    return chosen, replace(profile.pauses_ms, **pauses)


def _cast(wish: VoiceSettings, roster: Roster, language: str) -> tuple[Profile, Voice]:
    """A profile takes its manner into other languages; a voice that was named for itself can't follow."""
    profile = find(wish.name, roster, wish.driver) if wish.name else _default_profile(roster, wish.driver)
    voice = cast(profile, roster, language, keep_accent=bool(wish.name))
    if wish.name and wish.name not in profiles() and voice.id.partition("+")[0] != profile.voice:
        raise UnknownVoiceError(f"the voice {wish.name} does not speak the essay's language ({language})")
    return profile, voice


def hire(crew: Crew, settings: Settings, language: str) -> Narration:
    """Raises PodcastError when there is no such voice or its engine can't run here."""
    try:
        roster = crew.roster()
        voice, pauses = choose_voice(roster, settings, language)
        profile, _ = _cast(settings.voice, roster, language)
        take = trimmed(crew.speak(Utterance(_CALIBRATION_TEXT, voice)))
    except SpeechError as error:
        remedy = "`podcast voices` lists what can be used here."
        raise PodcastError(f"The voice can't be used: {error}", remedy=remedy) from None
    pcm, sound = np.frombuffer(take.pcm, "<i2"), settings.sound
    wanted = replace(Chain(true_peak_dbtp=sound.true_peak_dbtp, stereo=sound.stereo), **profile.chain)
    chain_ = calibrated(wanted, pcm, take.rate_hz, _level_lufs(settings))
    return Narration(voice, pauses, chain_, settings.bitrate_kbps)


def louder(narration: Narration, music: FrameMusic, gain_db: float) -> tuple[Narration, FrameMusic]:
    """Both, so that the voice keeps its place over the music."""
    chain_ = replace(narration.chain, gain_db=round(narration.chain.gain_db + gain_db, 2))
    lifted = (part.apply_gain(gain_db) if part else None for part in (music.opening, music.closing))
    return replace(narration, chain=chain_), FrameMusic(*lifted)


def record_script(
    script: Script, welcome: str, sign_off: str, music: FrameMusic, narration: Narration, crew: Crew
) -> Iterator[Part]:
    """Opening, segments and closing in order, each with the pause before it; an empty text is not said.

    Raises PodcastError that names the segment which could not be voiced.
    """
    segments = script.segments
    first = [partial(_record_frame, welcome, opening, music.opening, narration)] * bool(welcome or music.opening)
    last = [partial(_record_frame, sign_off, closing, music.closing, narration)] * bool(sign_off or music.closing)
    body = (partial(_record_segment, segment, narration) for segment in segments)
    clips = crew.clips(chain(first, body, last))
    if first:
        yield Part(next(clips), welcome)
    for index, segment in enumerate(segments):
        pause = pause_ms(segments[index - 1], segment, narration.pauses) if index else OPENING_PAUSE_MS * len(first)
        yield Part(next(clips), segment.text, pause, index)
    if last:
        yield Part(next(clips), sign_off, CLOSING_PAUSE_MS)


def _record_segment(segment: Segment, narration: Narration, *, speak: Speak) -> Clip:
    form = spoken(segment.text)
    with _named_on_failure(segment.text):
        clip = record(Utterance(form.text, narration.voice), narration.chain, narration.bitrate_kbps, speak)
    return replace(clip, words=written_words(form, segment.text, clip.words))


def _record_frame(text: str, mix: Mix, music: AudioSegment | None, narration: Narration, *, speak: Speak) -> Clip:
    form, voice = spoken(text), None
    if text:
        with _named_on_failure(text):
            voice = perform(Utterance(form.text, narration.voice), narration.chain, speak)
    goal_dbtp = narration.chain.true_peak_dbtp
    clip = press(mix(voice, music), narration.bitrate_kbps, mp3.MUSIC_QUALITY, true_peak_dbtp=goal_dbtp)
    return replace(clip, words=written_words(form, text, clip.words))


@contextmanager
def _named_on_failure(text: str) -> Iterator[None]:
    try:
        yield
    except SpeechError as error:
        passage = f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
        remedy = "Reword the passage, or choose another voice."
        raise PodcastError(f"A passage could not be voiced ({error})", which=passage, remedy=remedy) from None


def _default_profile(roster: Roster, driver: str) -> Profile:
    """The default profile, or, for an engine that it isn't made for, its manner in the engine's first voice."""
    profile = profiles()[DEFAULT_PROFILE]
    if profile.driver == driver:
        return profile
    if not roster.voices:
        raise UnknownVoiceError(f"the engine {driver} has no voices here")
    return find(roster.voices[0].id, roster, driver)


def _level_lufs(settings: Settings) -> float:
    """What to master for, so that the show's loudness comes out of the encoder."""
    return settings.sound.loudness_lufs - mp3.level_db(settings.bitrate_kbps)
