"""A pyttsx3 driver over Kokoro: neural voices in English, Spanish, French, Italian, Brazilian Portuguese and Hindi.

    from voices.drivers import make_known

    make_known("kokoro")                                 # to pyttsx3
    engine = pyttsx3.init("kokoro")
    engine.connect("started-word", lambda name, location, length, sample: …)
    engine.setProperty("voice", "ff_siwis")
    engine.save_to_file("Les rivières courbent.", "rivers.wav")
    engine.runAndWait()

Its net and its voices are added to the library; a voice is a table of styles, one for each length of what is said. The
letters are hibari's for English (voices/nets/english.py), and espeak-ng's IPA for other languages
(voices/nets/transcribed.py). Of Kokoro's voices those for Japanese and Mandarin are left out: there is no way here
from these scripts to its letters. It has no pitch that could be set. The other properties are those of espeak_ng.py.
"""

import hashlib
import logging
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voices import kokoro_letters, library, misaki
from voices.drivers.lettered import EVEN_CHAIN, Lettered, first_ids, ids
from voices.engine import Engine
from voices.kokoro_paces import PACES
from voices.library import AddedVoice
from voices.nets.portions import LetterPiece, marks
from voices.pace import Pace
from voices.speech import InstalledVoice, Phonemes, Roster, SpeechError

if TYPE_CHECKING:
    from voices.nets.english import English
    from voices.nets.transcribed import Transcribed

log = logging.getLogger(__name__)

NET = "model.onnx"
LANGUAGES = ("en", "es", "fr", "it", "pt", "hi")

_RATE_HZ = 24_000
_UNIT_SAMPLES = 600  # of the durations
_DURATIONS = "/encoder/Cast_output_0"  # an inner tensor of the net: whole numbers
_MOST_LETTERS = 508  # a call; a voice's table has 510 styles
_STYLE_NUMBERS = 256
_SLOWEST = 0.4  # of the net's `speed`
_LAG_MS = 30  # by which the sound of a letter is ahead of its durations: 18 to 41 in the median of a voice
_EDGE_MS = 150  # of the silence that is left around each sentence: a call begins and ends with half a second
_QUIET = 10 ** (-50 / 20)  # of the peak
_LEVEL = 0.6  # sound reaches 1.2, and all takes of a voice are to be equally loud

#: Words a minute that an essay comes out at in the voice af_heart, and the net's `speed` for it.
PACE = Pace(
    ((57, 0.4), (72, 0.5), (88, 0.6), (99, 0.7), (115, 0.8), (134, 0.9), (142, 1.0), (149, 1.1), (160, 1.2), (173, 1.3))
)
#: Beyond it the net skips sounds, for its durations are whole steps: its sound is made faster instead.
_FASTEST_WPM = 173


def _usable() -> dict[str, AddedVoice]:
    """The added voices whose languages can be read, by id."""
    found = library.added("kokoro")
    usable = {one.id: one for one in found if _language(one) in LANGUAGES}
    if left := [one.id for one in found if one.id not in usable]:
        log.info("Kokoro's voices are left out whose language can't be read here: %s", ", ".join(left))
    return usable if library.shared("kokoro", NET) else {}


def _language(voice: AddedVoice) -> str:
    return voice.languages[0].partition("-")[0] if voice.languages else ""


def _roster() -> Roster:
    voices = (
        InstalledVoice(one.id, one.name, one.languages, one.gender, licence=one.licence, credit=one.credit)
        for one in _usable().values()
    )
    return Roster(tuple(voices))


def _weights(voice: str) -> str:
    """Of the net and the voice's table together."""
    found = library.find("kokoro", voice)
    digests = library.shared_digest("kokoro", NET) + (found.digests["voice"] if found else "")
    return hashlib.sha256(digests.encode()).hexdigest()


def _notation(ipa: str, language: str) -> str:
    if language.startswith("en"):
        return misaki.letters(ipa, british=language.startswith("en-gb"))
    return kokoro_letters.letters(ipa)


ENGINE = Engine(
    "kokoro",
    "neural voices in six languages, twice as fast as they speak",
    distributions=("hibari-tts", "onnxruntime", "numpy", "espeakng-loader", "av"),
    modules=("hibari", "onnxruntime", "espeakng_loader"),
    remedy="pip install 'podcast-producer[kokoro]'",
    languages=LANGUAGES,
    is_neural=True,
    is_slow=True,
    timeout_s=600,
    has_pitch=False,
    reads_any_script=False,
    scripts={"hi": "DEVANAGARI"},
    minds_processor=True,
    chain=EVEN_CHAIN,
    licence="Apache-2.0",
    roster=_roster,
    weights=_weights,
    notation=_notation,
    # As a reader of English would say it: what those can say, all of Kokoro's voices can.
    adapted=lambda ipa, language: misaki.ipa(misaki.from_espeak(ipa, language)),
)


def buildDriver(proxy: Any) -> "KokoroDriver":  # noqa: N802 — pyttsx3 looks for this name
    return KokoroDriver(proxy)


class KokoroDriver(Lettered):
    def __init__(self, proxy: Any) -> None:
        self._voices = _usable()
        if not self._voices:
            raise RuntimeError("kokoro has no voice on this machine. podcast voices add kokoro:af_heart brings one.")
        settings = {"rate": 155, "volume": 1.0, "voice": next(iter(self._voices))}
        super().__init__(proxy, _roster(), settings, _RATE_HZ, _MOST_LETTERS)
        _net()  # before anybody waits for it

    def pieces(self, text: str, phonemes: Sequence[Phonemes]) -> Sequence[LetterPiece]:
        return self._reader().pieces(text, phonemes)

    def ipa(self, text: str) -> str:
        try:
            letters = self._reader().letters(text)
        except SpeechError:  # it can't read it
            return ""
        if _language(self._voice) == "en":
            return misaki.ipa(letters, british=self._voice.languages[0] == "en-gb")
        return kokoro_letters.ipa(letters)

    def said(self, part: Sequence[LetterPiece], rate_wpm: float) -> tuple[Any, list[int]]:
        import numpy as np

        from voices.nets.onsets import heard
        from voices.nets.tempo import faster

        rate_wpm /= PACES.get(self._voice.id, 1.0)
        sound, ends = self._voiced([*ids(part, _alphabet())], max(PACE.setting(min(rate_wpm, _FASTEST_WPM)), _SLOWEST))
        told = [int(ends[index]) for index in first_ids(part)]
        begins = heard(sound, told, _RATE_HZ, _LAG_MS, marks(part))
        first, last = _edges(sound)
        level = _LEVEL * self.settings["volume"] * 32767
        scaled = sound[first:last] * min(level, 32767 / max(float(np.abs(sound).max(initial=0)), 1e-9))
        factor = max(1.0, rate_wpm / _FASTEST_WPM)
        hurried = faster(np.rint(scaled).astype(np.int16), _RATE_HZ, factor)
        return hurried, [min(max(round((begin - first) / factor), 0), len(hurried)) for begin in begins]

    def _voiced(self, letters: Sequence[int], speed: float) -> tuple[Any, Any]:
        """Sound, and the sample at which each letter ends; a pad before them and one behind them are letters, too."""
        import numpy as np

        feed = {
            "tokens": np.asarray([[0, *letters, 0]], np.int64),
            "style": _styles(self._voice.path("voice"))[len(letters) - 1],
            "speed": np.asarray([speed], np.float32),
        }
        sound, durations = (one.ravel() for one in _net().run(None, feed))
        ends = np.cumsum(durations) * _UNIT_SAMPLES
        if len(ends) != len(letters) + 2 or ends[-1] != len(sound):
            raise RuntimeError("the net's durations don't add up to its sound")
        return sound, ends

    @property
    def _voice(self) -> AddedVoice:
        return self._voices[self.settings["voice"]]

    def _reader(self) -> "English | Transcribed":
        language = self._voice.languages[0]
        if _language(self._voice) == "en":
            return _english_of(language == "en-gb")
        return _transcribed_of(_language(self._voice))


def _edges(sound: Any) -> tuple[int, int]:
    """What is left of a call: its sound, and a little of the silence around it."""
    import numpy as np

    level = np.abs(sound)
    loud = np.flatnonzero(level > _QUIET * level.max(initial=0))
    around = _EDGE_MS * _RATE_HZ // 1000
    return max(0, int(loud[0]) - around), min(len(sound), int(loud[-1]) + around)


@cache
def _alphabet() -> Mapping[str, int]:
    """It is hibari's, which was distilled from Kokoro."""
    import json
    from importlib.resources import files

    numbers: dict[str, int] = json.loads((files("hibari") / "assets" / "vocab.json").read_text("utf-8"))
    return numbers


@cache
def _styles(table: Path) -> Any:
    """By length: of shape (510, 1, 256)."""
    import numpy as np

    return np.fromfile(table, "<f4").reshape(-1, 1, _STYLE_NUMBERS)


@cache
def _net() -> Any:
    from voices.nets.onnx import with_durations

    path = library.shared("kokoro", NET)
    if path is None:
        raise RuntimeError("the net of Kokoro is not on this machine. podcast voices add kokoro:af_heart brings it.")
    return with_durations(path, _DURATIONS, is_whole=True)


@cache
def _english_of(british: bool) -> "English":  # noqa: FBT001 — a cache's key
    from voices.nets.english import English

    return English(british=british)


@cache
def _transcribed_of(language: str) -> "Transcribed":
    from voices.nets.transcribed import Transcribed

    return Transcribed(language)
