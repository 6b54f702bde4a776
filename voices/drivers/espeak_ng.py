"""A pyttsx3 driver over the espeak-ng that comes embedded in a wheel: synchronous, with word times, silent.

    engine = pyttsx3.init("espeak_ng")
    engine.connect("started-word", lambda name, location, length, sample: …)
    engine.setProperty("voice", "en-us+Annie")
    engine.save_to_file("Rivers bend.", "rivers.wav")
    engine.runAndWait()                                  # the file is complete when this returns

It uses pyttsx3's ctypes bindings, but not its Linux driver: that one ends about 10 ms after it starts, passes a
wrong text size, and drops the times of the words (pyttsx3 #149, #219, #448). Beyond pyttsx3's interface there are
the properties `pitch_range`, `variants`, `phonemes` (how stretches of the next text sound, as voices.speech has them),
`texts` and their `ipa`, and `sample` on each word event. A system's espeak-ng is never used.

The library is global state, and its output depends on what it has said before: speak once a process
(voices/host.py forks).
"""

import ctypes
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import espeakng_loader
from pyttsx3.voice import Voice

from voices.espeak_phonemes import Composed, composed
from voices.speech import Phonemes

#: A forked child of a process that has this driver warm may use it.
FORKS = True

_SEED = 1  # espeak-ng takes the clock: breath in a voice would be other noise in the next second

_IPA = 0x02  # espeak_TextToPhonemes: IPA rather than espeak-ng's own names

_PARAMETERS = {"rate": "RATE", "pitch": "PITCH", "pitch_range": "RANGE"}


@contextmanager
def _embedded_library() -> Iterator[None]:
    """Within it, ctypes loads the wheel's library, whatever path it is asked for.

    pyttsx3's bindings try fixed paths of system libraries at import, and the first that exists wins.
    """
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    ctypes.cdll.LoadLibrary = lambda _path: library  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        del ctypes.cdll.LoadLibrary


with _embedded_library():
    from pyttsx3.drivers import _espeak

_espeak.dll.espeak_TextToPhonemes.restype = ctypes.c_char_p


def buildDriver(proxy: Any) -> "EspeakNgDriver":  # noqa: N802 — pyttsx3 looks for this name
    return EspeakNgDriver(proxy)


class EspeakNgDriver:
    """One engine a process: espeak-ng can be initialised once."""

    def __init__(self, proxy: Any) -> None:
        self._proxy = proxy
        data = espeakng_loader.get_data_path().encode()
        self._rate_hz = _espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, 0, data, 0)
        if self._rate_hz <= 0:
            raise RuntimeError("espeak-ng could not be initialised")
        _espeak.SetSynthCallback(self._on_synth)
        self._pcm = bytearray()
        self._voices, self._identifiers = _voices()
        self._languages = {voice.id: voice.languages[0] for voice in self._voices}
        self._language = "en"  # espeak-ng's own choice
        self._phonemes: tuple[Phonemes, ...] = ()
        self._composed = Composed("", ())
        self._texts: tuple[str, ...] = ()
        self._variants = _variants()

    def destroy(self) -> None:
        _espeak.SetSynthCallback(None)

    def say(self, text: str) -> None:
        raise NotImplementedError("espeak_ng writes files: use save_to_file")

    def save_to_file(self, text: str, filename: str) -> None:
        """Write `text`, said, to a WAV file; each word is notified as it is synthesised."""
        self._proxy.notify("started-utterance")
        self._pcm.clear()
        _espeak.dll.espeak_ng_SetRandSeed(ctypes.c_long(_SEED))
        self._composed = composed(text, self._phonemes, self._language)
        # Without this flag no text can begin phonemes, whatever is in it.
        flags = _espeak.CHARS_UTF8 | (_espeak.PHONEMES if self._phonemes else 0)
        utf8 = self._composed.text.encode()
        status = _espeak.cSynth(utf8, len(utf8) + 1, 0, _espeak.POS_CHARACTER, 0, flags, None, None)
        if status != _espeak.EE_OK:
            raise RuntimeError(f"espeak-ng refused the text (status {status})")
        with wave.open(filename, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(self._rate_hz)
            file.writeframes(self._pcm)
        self._proxy.notify("finished-utterance", completed=True)

    def _on_synth(self, wav: Any, samples: int, events: Any) -> int:
        index = 0
        while (event := events[index]).type != _espeak.EVENT_LIST_TERMINATED:
            if event.type == _espeak.EVENT_WORD:
                self._proxy.notify(
                    "started-word",
                    location=self._composed.written_index(event.text_position - 1),
                    length=event.length,
                    sample=event.sample,
                )
            index += 1
        if samples > 0:
            self._pcm += ctypes.string_at(wav, samples * 2)
        return 0

    def stop(self) -> None:
        """Nothing to stop: an utterance ends before the call that asked for it."""

    def startLoop(self) -> None:  # noqa: N802 — pyttsx3's name
        # The proxy runs the whole queue as soon as the driver is not busy, down to the end of the loop.
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802 — pyttsx3's name
        """Nothing to end, for the same reason."""

    def iterate(self) -> Iterator[None]:
        self._proxy.setBusy(False)
        yield

    def getProperty(self, name: str) -> Any:  # noqa: N802 — pyttsx3's name
        own = {"voices": self._voices, "variants": self._variants, "phonemes": self._phonemes}
        if name in own:
            return own[name]
        if name == "ipa":
            return [self._ipa(text) for text in self._texts]
        if name == "voice":
            return _espeak.GetCurrentVoice().contents.identifier.decode()
        if name == "volume":
            return _current(_espeak.VOLUME) / 100
        return _current(_parameter(name))

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 — pyttsx3's name
        if name == "voice":
            self._set_voice(str(value))
        elif name == "phonemes":
            self._phonemes = tuple(Phonemes(*one) for one in value)
        elif name == "texts":
            self._texts = tuple(value)
        elif name == "volume":
            _espeak.SetParameter(_espeak.VOLUME, round(value * 100), 0)
        else:
            _espeak.SetParameter(_parameter(name), int(value), 0)

    def _ipa(self, text: str) -> str:
        """How the voice says it; espeak-ng tells it a clause at a time."""
        rest = ctypes.c_char_p(text.encode())
        clauses = []
        while rest.value is not None:
            clauses.append(_espeak.dll.espeak_TextToPhonemes(ctypes.byref(rest), _espeak.CHARS_UTF8, _IPA) or b"")
        return " ".join(filter(None, (clause.decode().strip() for clause in clauses)))

    def _set_voice(self, name: str) -> None:
        # By its file, for it is not always the voice of that name that answers to a name ("yue"), and by a variant
        # that exists, for espeak-ng takes any other as none.
        base, plus, variant = name.partition("+")
        if base not in self._identifiers or (plus and variant not in self._variants):
            raise ValueError(f"espeak-ng has no voice named {name!r}")
        if _espeak.SetVoiceByName(f"{self._identifiers[base]}{plus}{variant}".encode()) != _espeak.EE_OK:
            raise ValueError(f"espeak-ng can't load the voice {name!r}")
        self._language = self._languages[base]


def _current(parameter: int) -> int:
    # pyttsx3's own binding lacks the second argument, and gets defaults or chance.
    value: int = _espeak.dll.espeak_GetParameter(parameter, 1)
    return value


def _parameter(name: str) -> int:
    if name not in _PARAMETERS:
        raise KeyError(f"unknown property {name}")
    number: int = getattr(_espeak, _PARAMETERS[name])
    return number


def _variants() -> list[str]:
    every_variant = _espeak.VOICE(languages=b"variant")
    found = _espeak.ListVoices(ctypes.byref(every_variant))
    return sorted((voice.identifier.decode().rpartition("/")[2] for voice in found), key=str.lower)


def _voices() -> tuple[list[Voice], dict[str, str]]:
    """All voices, copied before espeak-ng lists anything else, and the identifier of each."""
    voices, identifiers = [], {}
    for found in _espeak.ListVoices(None):
        identifier = found.identifier.decode()
        name = identifier.rpartition("/")[2].lower()  # "en-us" of "gmw/en-US": unlike language tags these are unique
        language = found.languages[1:].decode().lower()  # after a byte with its priority
        gender = ("", "male", "female")[found.gender]
        voices.append(Voice(name, found.name.decode(), [language, name], gender, found.age or None))
        identifiers[name] = identifier
    return voices, identifiers
