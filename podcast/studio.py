"""Who narrates, and how a text becomes a stem.

with Crew(settings.voice.driver, jobs=2) as crew:
    narration = hire(crew, settings, essay.language)
    stem = voice_text("Rivers bend.", narration, crew.speak)
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace

import numpy as np

from podcast.accompaniment import level_lufs
from podcast.errors import PodcastError
from podcast.settings import Settings, VoiceSettings
from podcast.sound.crew import Crew
from podcast.sound.master import Chain, calibrated
from podcast.sound.record import Speak, Stem, perform, trimmed
from podcast.text.spoken import spoken
from podcast.text.wording import written_words
from voices.casting import DEFAULT_PROFILE, Profile, UnknownVoiceError, cast, find, profiles
from voices.speech import Pauses, Roster, SpeechError, Utterance, Voice

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
        voice, pauses = choose_voice(crew.roster(), settings, language)
        take = trimmed(crew.speak(Utterance(_CALIBRATION_TEXT, voice)))
    except SpeechError as error:
        remedy = "`podcast voices` lists what can be used here."
        raise PodcastError(f"The voice can't be used: {error}", remedy=remedy) from None
    pcm = np.frombuffer(take.pcm, "<i2")
    chain_ = calibrated(Chain(), pcm, take.rate_hz, level_lufs(settings))
    return Narration(voice, pauses, chain_, settings.bitrate_kbps)


def louder(narration: Narration, gain_db: float) -> Narration:
    return replace(narration, chain=replace(narration.chain, gain_db=round(narration.chain.gain_db + gain_db, 2)))


def voice_text(text: str, narration: Narration, speak: Speak) -> Stem:
    """The words count characters of `text` as it is written. Raises PodcastError that names what can't be voiced."""
    form = spoken(text)
    with _named_on_failure(text):
        stem = perform(Utterance(form.text, narration.voice), narration.chain, speak)
    return replace(stem, words=written_words(form, text, stem.words))


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
