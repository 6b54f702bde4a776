"""A pyttsx3 driver over Piper: neural voices in forty languages, a file of 20 to 110 MB each.

    from voices.drivers import make_known

    make_known("piper")                                  # to pyttsx3
    engine = pyttsx3.init("piper")
    engine.connect("started-word", lambda name, location, length, sample: …)
    engine.setProperty("voice", "en_GB-vctk-medium#3")
    engine.save_to_file("Rivers bend.", "rivers.wav")
    engine.runAndWait()

Its voices are those that were added on this machine (voices/library.py). One that was taught several speakers is its
first by its own name, and each by a number behind it. How a voice reads and speaks is in voices/nets/piper.py. The
properties are those of espeak_ng.py, but for pitch and its range, which these nets can't be told.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pyttsx3.voice import Voice

from voices import library
from voices.drivers.lettered import EVEN_CHAIN
from voices.drivers.synchronous import Synchronous
from voices.engine import Engine
from voices.nets.alphabet import sounds
from voices.nets.portions import portions, sentences
from voices.pace import even
from voices.speech import InstalledVoice, Phonemes, Roster, SpeechError

if TYPE_CHECKING:
    from voices.nets.piper import PiperVoice

_SPEAKER = "#"
_MOST_LOADED = 2  # voices in memory: a net takes some 150 MB


def _roster() -> Roster:
    return Roster(tuple(one for voice in library.added("piper") for one in _speakers(voice)))


def _speakers(voice: library.AddedVoice) -> Iterator[InstalledVoice]:
    def installed(suffix: str, addition: str) -> InstalledVoice:
        told = (voice.id + suffix, voice.name + addition, voice.languages, voice.gender)
        return InstalledVoice(*told, licence=voice.licence, credit=voice.credit)

    yield installed("", "")
    named = _named_speakers(voice)
    for number in range(len(named)) if len(named) > 1 else ():
        yield installed(f"{_SPEAKER}{number}", f", speaker {named[number]}")


def _named_speakers(voice: library.AddedVoice) -> list[str]:
    """What its makers call each of them, by number; empty where the configuration can't be read."""
    try:
        config = json.loads(voice.path("config").read_text("utf-8"))
        names = {number: name for name, number in (config.get("speaker_id_map") or {}).items()}
        return [str(names.get(number, number)) for number in range(int(config.get("num_speakers", 1)))]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []


def _weights(voice: str) -> str:
    """Of both files: the configuration says what a number means."""
    added = library.find("piper", voice.partition(_SPEAKER)[0])
    return _digest(added.digests["model"], added.digests["config"]) if added else ""


def _digest(*digests: str) -> str:
    import hashlib

    return hashlib.sha256(" ".join(digests).encode()).hexdigest()


ENGINE = Engine(
    "piper",
    "neural voices in forty languages, each to be added",
    distributions=("piper-tts", "onnxruntime", "numpy", "espeakng-loader"),
    modules=("piper", "onnxruntime"),
    remedy="Install podcast-producer with its extra: pip install 'podcast-producer[piper]'.",
    is_neural=True,
    is_slow=True,  # 10 to 20 times faster than real time: a hundredth of espeak-ng's speed
    minds_processor=True,
    has_pitch=False,
    chain=EVEN_CHAIN,
    roster=_roster,
    weights=_weights,
    notation=sounds,
)


def buildDriver(proxy: Any) -> "PiperDriver":  # noqa: N802 — pyttsx3 looks for this name
    return PiperDriver(proxy)


class PiperDriver(Synchronous):
    def __init__(self, proxy: Any) -> None:
        super().__init__(proxy)
        self._voices = {one.id: one for one in _roster().voices}
        if not self._voices:
            raise RuntimeError(
                "no voice of Piper's is on this machine. `podcast voices --all` lists what can be added."
            )
        self._settings: dict[str, Any] = {"rate": 155, "volume": 1.0, "voice": next(iter(self._voices))}
        self._phonemes: tuple[Phonemes, ...] = ()
        self._texts: tuple[str, ...] = ()

    def synthesised(self, text: str) -> tuple[bytes, int]:
        import numpy as np

        from voices.nets.piper import MOST_LETTERS

        voice, sounds, at = self._voice, [], 0
        rate_wpm = even(self._settings["rate"], text)
        for start, end in sentences(text):
            inside = [_moved(one, start) for one in self._phonemes if start <= one.start and one.end <= end]
            for part in portions(voice.reader.pieces(text[start:end], inside), MOST_LETTERS):
                sound, begins = voice.said(part, rate_wpm=rate_wpm)
                for piece, begin in zip(part, begins, strict=bool(begins)):
                    self.notify_word(start + piece.start, piece.end - piece.start, at + begin)
                sounds.append(sound)
                at += len(sound)
        if not sounds:
            return b"", voice.rate_hz
        scaled = np.concatenate(sounds) * self._settings["volume"]
        return np.clip(np.rint(scaled), -32768, 32767).astype("<i2").tobytes(), voice.rate_hz

    def getProperty(self, name: str) -> Any:  # noqa: N802 — pyttsx3's name
        if name == "ipa":
            return [self._ipa(text) for text in self._texts]
        if name == "voices":
            return [Voice(one.id, one.name, [*one.languages], one.gender) for one in self._voices.values()]
        own = {"variants": [], "phonemes": self._phonemes, "texts": self._texts}
        return own[name] if name in own else self._settings[name]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 — pyttsx3's name
        if name == "phonemes":
            self._phonemes = tuple(Phonemes(*one) for one in value)
        elif name == "texts":
            self._texts = tuple(value)
        elif name == "voice":
            if value not in self._voices:
                raise ValueError(f"piper has no voice named {value!r} on this machine")
            self._settings["voice"] = str(value)
        elif name in self._settings:
            self._settings[name] = float(value)
        else:
            raise KeyError(f"unknown property {name}")

    def _ipa(self, text: str) -> str:
        """Empty for what it can't read."""
        try:
            return self._voice.reader.letters(text)
        except SpeechError:
            return ""

    @property
    def _voice(self) -> "PiperVoice":
        return _loaded(self._settings["voice"])


def _moved(one: Phonemes, start: int) -> Phonemes:
    return Phonemes(one.start - start, one.end - start, one.ipa)


@lru_cache(maxsize=_MOST_LOADED)
def _loaded(name: str) -> "PiperVoice":
    """Raises RuntimeError, and what onnxruntime raises for a file that is no net."""
    from voices.nets.piper import PiperVoice

    base, _, speaker = name.partition(_SPEAKER)
    added = library.find("piper", base)
    if added is None:
        raise RuntimeError(f"the voice {base} is no longer on this machine")
    return PiperVoice(added.path("model"), added.path("config"), int(speaker) if speaker else None)
