"""A pyttsx3 driver over hibari: neural English whose voice lies in its wheel, 150 times faster than real time.

    from voices.drivers import make_known

    make_known("hibari")                                 # to pyttsx3
    engine = pyttsx3.init("hibari")
    engine.connect("started-word", lambda name, location, length, sample: …)
    engine.setProperty("voice", "heart+low")
    engine.save_to_file("Rivers bend.", "rivers.wav")
    engine.runAndWait()

hibari's net makes of letters how long each lasts, a melody, and spectra; its own code makes sound of those. Here its
letters come from voices/nets/english.py, the lengths tell when each word begins, and a variant of a voice is another
speaker made of the same spectra (voices/nets/warp.py). Each sentence is a call of its own with a generator of noise of
its own, so it has the same bytes wherever it stands. The properties are those of espeak_ng.py.
"""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voices import library, misaki
from voices.drivers.lettered import EVEN_CHAIN, Lettered, first_ids, ids
from voices.engine import Engine
from voices.nets.portions import LetterPiece, marks
from voices.pace import Pace
from voices.speech import InstalledVoice, Phonemes, Roster, SpeechError

if TYPE_CHECKING:
    from voices.nets.english import English
    from voices.nets.warp import SpectralFrames, Spectrum

_BUNDLED = InstalledVoice("heart", "Heart", ("en-us",), "female", licence="Apache-2.0")

#: Other speakers out of a voice: what its pitch and its formants are multiplied by. How each was chosen is measured in
#: docs/voices.md.
VARIANTS = {
    "crisp": (0.90, 1.06),
    "warm": (0.82, 0.92),
    "bright": (1.20, 1.12),
    "deep": (0.56, 0.84),
    "low": (0.70, 1.00),
    "dark": (0.75, 0.94),
}

#: Words a minute that an essay comes out at, and the middle of what the net's `speed` has to be for it.
PACE = Pace((
    (54.6, 0.4), (71.8, 0.5), (88.8, 0.6), (104.8, 0.7), (113.9, 0.75), (122.0, 0.8), (130.7, 0.85), (142.7, 0.9),
    (149.3, 1.0), (153.0, 1.1), (157.7, 1.15), (168.4, 1.2),
))  # fmt: skip
#: Beyond it the net skips sounds, for its durations are whole steps: its frames are drawn together instead.
_FASTEST_WPM, _NATURAL_WPM = 168.4, 149.3
_PAUSE_S = 0.0167  # a word's share of them: 300 ms every 18 words

_RATE_HZ = 24_000
_UNIT_SAMPLES = 600  # of the durations: two frames of 12.5 ms
_LAG_MS = 25  # by which the sound of a letter is ahead of its durations, in the median
_DURATIONS = "/Clip_output_0"  # an inner tensor of the net
_MOST_LETTERS = 400  # hibari's own bound; beyond it memory grows with the square
_SLOWEST = 0.4  # of the net's `speed`
_SEED = 1
_LEVEL = 0.8  # the highest peak of six essays is 0.86, and all takes of a voice are to be equally loud
_GOLDEN = 0.6180339887498949
_SEMITONES = 6  # by which `pitch` 0 and 100 are lower and higher than 50


def _roster() -> Roster:
    added = (
        InstalledVoice(one.id, one.name, one.languages, one.gender, licence=one.licence, credit=one.credit)
        for one in library.added("hibari")
    )
    return Roster((_BUNDLED, *added), tuple(VARIANTS))


def _weights(voice: str) -> str:
    return next((one.digests["model"] for one in library.added("hibari") if one.id == voice), "")


ENGINE = Engine(
    "hibari",
    "a neural voice in English, from its wheel",
    distributions=("hibari-tts", "onnxruntime", "numpy"),
    modules=("hibari", "onnxruntime"),
    remedy="Where onnxruntime has no wheel (macOS on Intel with Python 3.14), espeak-ng speaks instead.",
    languages=("en",),
    is_neural=True,
    reads_any_script=False,
    minds_processor=True,
    chain=EVEN_CHAIN,
    roster=_roster,
    weights=_weights,
    notation=lambda ipa, language: misaki.letters(ipa, british=language.startswith("en-gb")),
    adapted=lambda ipa, language: misaki.ipa(misaki.from_espeak(ipa, language)),
)


def buildDriver(proxy: Any) -> "HibariDriver":  # noqa: N802 — pyttsx3 looks for this name
    return HibariDriver(proxy)


class HibariDriver(Lettered):
    def __init__(self, proxy: Any) -> None:
        settings = {"rate": 155, "pitch": 50, "pitch_range": 50, "volume": 1.0, "voice": "heart"}
        super().__init__(proxy, _roster(), settings, _RATE_HZ, _MOST_LETTERS)
        self._english()  # before anybody waits for it
        self._net()

    def pieces(self, text: str, phonemes: Sequence[Phonemes]) -> Sequence[LetterPiece]:
        return self._english().pieces(text, phonemes)

    def ipa(self, text: str) -> str:
        try:
            return misaki.ipa(self._english().letters(text), british=self._is_british)
        except SpeechError:
            return ""

    @property
    def _is_british(self) -> bool:
        return self._base.languages[0] == "en-gb"

    @property
    def _base(self) -> InstalledVoice:
        base = self.settings["voice"].partition("+")[0]
        return next(one for one in self.roster.voices if one.id == base)

    def _english(self) -> "English":
        return _english_of(self._is_british)

    def _net(self) -> Any:
        return _net_of(_model(self._base.id))

    def _warped(self, frames: "Sequence[Spectrum]") -> "SpectralFrames":
        from voices.nets.warp import warped

        pitch, formants = VARIANTS.get(self.settings["voice"].partition("+")[2], (1.0, 1.0))
        semitones = (self.settings["pitch"] - 50) / 50 * _SEMITONES
        return warped(frames, formants, pitch * 2 ** (semitones / 12), self.settings["pitch_range"] / 50)

    def said(self, part: Sequence[LetterPiece], rate_wpm: float) -> tuple[Any, list[int]]:
        import numpy as np
        from hibari import dsp

        from voices.nets.onsets import heard
        from voices.nets.warp import drawn_together

        letters = [0, *ids(part, _alphabet()), 0]
        is_hurried = rate_wpm > _FASTEST_WPM
        speeds = _speeds(1.0 if is_hurried else PACE.setting(rate_wpm), len(letters))
        *spectra, durations = self._net().run(None, {"ids": np.asarray([letters], np.int64), "speed": speeds})
        ends = np.cumsum(np.rint(durations.ravel())).astype(int) * _UNIT_SAMPLES
        if len(ends) != len(letters) or ends[-1] != spectra[-1].size * dsp.HOP:
            raise RuntimeError("the net's durations don't add up to its sound")
        frames = drawn_together([one[0] for one in spectra], _hurry(rate_wpm) if is_hurried else 1)
        sound = dsp.synth(*self._warped(frames), np.random.default_rng(_SEED))
        level = _LEVEL * self.settings["volume"] * 32767
        scaled = np.rint(sound * min(level, 32767 / max(float(np.abs(sound).max(initial=0)), 1e-9)))
        told = [int(ends[index] * len(sound) // ends[-1]) for index in first_ids(part)]
        return scaled.astype(np.int16), heard(scaled, told, _RATE_HZ, _LAG_MS, marks(part))


def _hurry(rate_wpm: float) -> float:
    """How much faster sounds have to be, for the pauses between sentences stay as long as they are."""
    return (60 / _NATURAL_WPM - _PAUSE_S) / (60 / rate_wpm - _PAUSE_S)


def _speeds(speed: float, count: int) -> Any:
    """One a letter, evenly around the middle: durations are whole steps, and at one speed most would turn at once."""
    import numpy as np

    speed = max(speed, _SLOWEST)
    return np.asarray(speed ** (2 * (np.arange(count) * _GOLDEN % 1)), np.float32)


def _folder() -> Path:
    found = find_spec("hibari")
    if found is None or found.origin is None:
        raise RuntimeError(ENGINE.missing())
    return Path(found.origin).parent / "assets"


def _model(voice: str) -> Path:
    added = next((one for one in library.added("hibari") if one.id == voice), None)
    return added.path("model") if added else _folder() / "hibari.onnx"


@cache
def _alphabet() -> dict[str, int]:
    import json

    numbers: dict[str, int] = json.loads((_folder() / "vocab.json").read_text("utf-8"))
    return numbers


@cache
def _english_of(british: bool) -> "English":  # noqa: FBT001 — a cache's key
    from voices.nets.english import English

    return English(british=british)


@cache
def _net_of(model: Path) -> Any:
    import numpy as np
    from hibari import dsp

    from voices.nets.onnx import with_durations

    # With scipy at hand hibari would take its transforms, and a few samples in ten thousand would be others.
    dsp.rfft = lambda x, axis: np.fft.rfft(x, axis=axis).astype(np.complex64)
    dsp.irfft = lambda x, n, axis: np.fft.irfft(x, n=n, axis=axis).astype(np.float32)
    return with_durations(model, _DURATIONS, free="speed")
