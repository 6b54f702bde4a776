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

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyttsx3.voice import Voice

from voices import library, misaki
from voices.drivers.synchronous import Synchronous
from voices.engine import Engine
from voices.nets.portions import Piece, portions, sentences
from voices.pace import Pace
from voices.speech import InstalledVoice, Phonemes, Roster, SpeechError

if TYPE_CHECKING:
    from voices.nets.english import English
    from voices.nets.warp import Speaker

_BUNDLED = InstalledVoice("heart", "Heart", ("en-us",), "female", licence="Apache-2.0")

#: Other speakers out of a voice: what its pitch, its formants and the liveliness of its melody are multiplied by.
#: How each was chosen is measured in docs/voices.md.
VARIANTS = {
    "bright": (1.10, 1.065, 1.0),
    "warm": (0.85, 0.94, 1.0),
    "low": (0.70, 0.88, 1.0),
    "deep": (0.58, 0.85, 1.0),
}

#: Words a minute that an essay comes out at, and the net's `speed` for it.
PACE = Pace(
    (
        *((76, 0.5), (93, 0.6), (106, 0.7), (119, 0.8), (144, 0.9), (147, 0.95), (149, 1.0), (151, 1.05)),
        *((153, 1.1), (155, 1.15), (163, 1.2)),
    )
)
#: Beyond it the net skips sounds, for its durations are whole steps: its frames are drawn together instead.
_FASTEST_WPM = 163

_RATE_HZ = 24_000
_UNIT_SAMPLES = 600  # of the durations: two frames of 12.5 ms
_LAG_MS = 25  # by which the sound of a letter is ahead of its durations, in the median
_DURATIONS = "/Clip_output_0"  # an inner tensor of the net
_MOST_LETTERS = 400  # hibari's own bound; beyond it memory grows with the square
_SLOWEST = 0.5  # of the net's `speed`
_SEED = 1
_LEVEL = 0.4  # sound reaches 2.3 with its pitch lowered, and all takes of a voice are to be equally loud
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
    remedy="Where onnxruntime has no wheel (musl, older macOS), espeak-ng speaks instead.",
    languages=("en",),
    is_neural=True,
    reads_any_script=False,
    minds_processor=True,
    roster=_roster,
    weights=_weights,
    notation=lambda ipa, language: misaki.letters(ipa, british=language.startswith("en-gb")),
    adapted=lambda ipa, language: misaki.ipa(misaki.from_espeak(ipa, language)),
)


def buildDriver(proxy: Any) -> "HibariDriver":  # noqa: N802 — pyttsx3 looks for this name
    return HibariDriver(proxy)


class HibariDriver(Synchronous):
    def __init__(self, proxy: Any) -> None:
        super().__init__(proxy)
        self._roster = _roster()
        self._settings: dict[str, Any] = {"rate": 155, "pitch": 50, "pitch_range": 50, "volume": 1.0, "voice": "heart"}
        self._phonemes: tuple[Phonemes, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._english()  # before anybody waits for it
        self._net()

    def synthesised(self, text: str) -> tuple[bytes, int]:
        import numpy as np

        sounds, at = [], 0
        english = self._english()
        for start, end in sentences(text):
            inside = [_moved(one, start) for one in self._phonemes if start <= one.start and one.end <= end]
            pieces = english.pieces(text[start:end], inside)
            for part in portions(pieces, _MOST_LETTERS):
                sound, begins = self._said(part)
                for piece, begin in zip(part, begins, strict=True):
                    if any(sign.isalnum() for sign in text[start + piece.start : start + piece.end]):
                        self.notify_word(start + piece.start, piece.end - piece.start, at + begin)
                sounds.append(sound)
                at += len(sound)
        if not sounds:
            return b"", _RATE_HZ
        return np.concatenate(sounds).astype("<i2").tobytes(), _RATE_HZ

    def getProperty(self, name: str) -> Any:  # noqa: N802 — pyttsx3's name
        if name == "ipa":
            return [self._ipa(text) for text in self._texts]
        if name == "voices":
            return [Voice(one.id, one.name, [*one.languages], one.gender) for one in self._roster.voices]
        own = {"variants": list(self._roster.variants), "phonemes": self._phonemes, "texts": self._texts}
        return own[name] if name in own else self._settings[name]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 — pyttsx3's name
        if name == "phonemes":
            self._phonemes = tuple(Phonemes(*one) for one in value)
        elif name == "texts":
            self._texts = tuple(value)
        elif name == "voice":
            base, plus, variant = str(value).partition("+")
            if base not in {one.id for one in self._roster.voices} or (plus and variant not in VARIANTS):
                raise ValueError(f"hibari has no voice named {value!r}")
            self._settings["voice"] = str(value)
        elif name in self._settings:
            self._settings[name] = float(value)
        else:
            raise KeyError(f"unknown property {name}")

    def _ipa(self, text: str) -> str:
        """Empty for what it can't read."""
        try:
            return misaki.ipa(self._english().letters(text), british=self._is_british)
        except SpeechError:
            return ""

    @property
    def _is_british(self) -> bool:
        return self._base.languages[0] == "en-gb"

    @property
    def _base(self) -> InstalledVoice:
        base = self._settings["voice"].partition("+")[0]
        return next(one for one in self._roster.voices if one.id == base)

    def _english(self) -> "English":
        return _english_of(self._is_british)

    def _net(self) -> Any:
        return _net_of(_model(self._base.id))

    def _speaker(self) -> "Speaker":
        from voices.nets.warp import Speaker

        pitch, formants, liveliness = VARIANTS.get(self._settings["voice"].partition("+")[2], (1.0, 1.0, 1.0))
        semitones = (self._settings["pitch"] - 50) / 50 * _SEMITONES
        return Speaker(pitch * 2 ** (semitones / 12), formants, liveliness * self._settings["pitch_range"] / 50)

    def _said(self, part: Sequence[Piece]) -> tuple[Any, list[int]]:
        """Samples, and at which of them each piece begins."""
        import numpy as np
        from hibari import dsp

        from voices.nets.onsets import heard
        from voices.nets.warp import drawn_together

        ids, rate_wpm = [0, *_ids(part), 0], self._settings["rate"]
        speed = max(PACE.setting(min(rate_wpm, _FASTEST_WPM)), _SLOWEST)
        feed = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([speed], np.float32)}
        *spectra, durations = self._net().run(None, feed)
        ends = np.cumsum(np.rint(durations.ravel())).astype(int) * _UNIT_SAMPLES
        if len(ends) != len(ids) or ends[-1] != spectra[-1].size * dsp.HOP:
            raise RuntimeError("the net's durations don't add up to its sound")
        frames = drawn_together([one[0] for one in spectra], max(1.0, rate_wpm / _FASTEST_WPM))
        sound = dsp.synth(*self._speaker().of(*frames), np.random.default_rng(_SEED))
        ends = ends * len(sound) // ends[-1]
        level = _LEVEL * self._settings["volume"] * 32767
        scaled = np.rint(sound * min(level, 32767 / max(float(np.abs(sound).max(initial=0)), 1e-9)))
        begins = heard(scaled, [int(ends[index]) for index in _first_ids(part)], _RATE_HZ, _LAG_MS)
        return scaled.astype(np.int16), begins


def _ids(part: Sequence[Piece]) -> Iterator[int]:
    numbers = _alphabet()
    for index, piece in enumerate(part):
        yield from (numbers[letter] for letter in piece.letters)
        if piece.has_space and index < len(part) - 1:
            yield numbers[" "]


def _first_ids(part: Sequence[Piece]) -> Iterator[int]:
    """Behind which id each piece begins; a pad stands before them all."""
    at = 0
    for piece in part:
        yield at
        at += piece.width


def _moved(one: Phonemes, start: int) -> Phonemes:
    return Phonemes(one.start - start, one.end - start, one.ipa)


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
    return with_durations(model, _DURATIONS)
