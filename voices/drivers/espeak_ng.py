"""A pyttsx3 driver over the espeak-ng that comes embedded in a wheel: synchronous, with word times, silent.

    from voices.drivers import make_known

    make_known("espeak_ng")                              # to pyttsx3
    engine = pyttsx3.init("espeak_ng")
    engine.connect("started-word", lambda name, location, length, sample: …)
    engine.setProperty("voice", "en-us+Annie")
    engine.save_to_file("Rivers bend.", "rivers.wav")
    engine.runAndWait()                                  # the file is complete when this returns

It uses pyttsx3's ctypes bindings, but not its Linux driver: that one ends about 10 ms after it starts, passes a
wrong text size, and drops the times of the words (pyttsx3 #149, #219, #448). Beyond pyttsx3's interface there are
the properties `pitch_range`, `variants`, `phonemes` (how stretches of the next text sound, as voices.speech has them),
`texts` and their `ipa`, and `sample` on each word event. `rate` is in words a minute as they come out.

The library is global state, and its output depends on what it has said before: speak once a process
(podcast/recording/jobs/engine_host.py forks).
"""

import ctypes
from typing import Any

from pyttsx3.voice import Voice

from voices import espeak_library
from voices.drivers.synchronous import Synchronous
from voices.engine import Engine
from voices.espeak_phonemes import Composed, composed, mnemonics
from voices.pace import Pace, even
from voices.speech import Phonemes

ENGINE = Engine(
    "espeak_ng",
    "formant synthesis, embedded: clear, quick, and a robot",
    distributions=("espeakng-loader",),
    modules=("espeakng_loader",),
    remedy="Install podcast-producer again.",
    forks=True,  # of a process that has it warm: 3 ms, and nothing that was said before changes what is said
    notation=mnemonics,
)

_SEED = 1  # espeak-ng takes the clock: breath in a voice would be other noise in the next second

#: Words a minute that an essay comes out at, and espeak-ng's setting for it.
PACE = Pace(
    (
        *((82, 80), (96, 100), (113, 120), (132, 140), (140, 150), (152, 165), (165, 180), (173, 190), (181, 200)),
        *((197, 220), (212, 240), (226, 260), (240, 280), (253, 300), (280, 325), (301, 350), (342, 400), (399, 450)),
    )
)

_SLOWEST, _USUAL, _FASTEST = 80, 175, 450  # settings, as speak_lib.h has them

_PARAMETERS = {"pitch": "PITCH", "pitch_range": "RANGE"}


def buildDriver(proxy: Any) -> "EspeakNgDriver":  # noqa: N802 — pyttsx3 looks for this name
    return EspeakNgDriver(proxy)


class EspeakNgDriver(Synchronous):
    """One engine a process: espeak-ng can be initialised once."""

    def __init__(self, proxy: Any) -> None:
        super().__init__(proxy)
        self._espeak = espeak_library.embedded()
        self._rate_hz = espeak_library.started(self._espeak)
        self._espeak.SetSynthCallback(self._on_synth)
        self._pcm = bytearray()
        self._voices, self._identifiers = _voices(self._espeak)
        self._languages = {voice.id: voice.languages[0] for voice in self._voices}
        self._language = "en"  # espeak-ng's own choice
        self._phonemes: tuple[Phonemes, ...] = ()
        self._composed = Composed("", ())
        self._texts: tuple[str, ...] = ()
        self._rate_wpm: float = PACE.rate_wpm(_USUAL)
        self._variants = _variants(self._espeak)

    def destroy(self) -> None:
        self._espeak.SetSynthCallback(None)

    def synthesised(self, text: str) -> tuple[bytes, int]:
        espeak = self._espeak
        self._pcm.clear()
        espeak.dll.espeak_ng_SetRandSeed(ctypes.c_long(_SEED))
        setting = round(PACE.setting(even(self._rate_wpm, text, gap_letters=1)))
        espeak.SetParameter(espeak.RATE, min(max(setting, _SLOWEST), _FASTEST), 0)
        self._composed = composed(text, self._phonemes, self._language)
        # Without this flag no text can begin phonemes, whatever is in it.
        flags = espeak.CHARS_UTF8 | (espeak.PHONEMES if self._phonemes else 0)
        utf8 = self._composed.text.encode()
        status = espeak.cSynth(utf8, len(utf8) + 1, 0, espeak.POS_CHARACTER, 0, flags, None, None)
        if status != espeak.EE_OK:
            raise RuntimeError(f"espeak-ng refused the text (status {status})")
        return bytes(self._pcm), self._rate_hz

    def _on_synth(self, wav: Any, samples: int, events: Any) -> int:
        index = 0
        while (event := events[index]).type != self._espeak.EVENT_LIST_TERMINATED:
            if event.type == self._espeak.EVENT_WORD:
                self.notify_word(self._composed.written_index(event.text_position - 1), event.length, event.sample)
            index += 1
        if samples > 0:
            self._pcm += ctypes.string_at(wav, samples * 2)
        return 0

    def getProperty(self, name: str) -> Any:  # noqa: N802 — pyttsx3's name
        own = {"voices": self._voices, "variants": self._variants, "phonemes": self._phonemes}
        if name in own:
            return own[name]
        if name == "ipa":
            return [espeak_library.ipa(self._espeak, text) for text in self._texts]
        if name == "voice":
            return self._espeak.GetCurrentVoice().contents.identifier.decode()
        if name == "volume":
            return self._current(self._espeak.VOLUME) / 100
        return self._rate_wpm if name == "rate" else self._current(self._parameter(name))

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 — pyttsx3's name
        if name == "voice":
            self._set_voice(str(value))
        elif name == "phonemes":
            self._phonemes = tuple(Phonemes(*one) for one in value)
        elif name == "texts":
            self._texts = tuple(value)
        elif name == "volume":
            self._espeak.SetParameter(self._espeak.VOLUME, round(value * 100), 0)
        elif name == "rate":
            self._rate_wpm = value
        else:
            self._espeak.SetParameter(self._parameter(name), round(value), 0)

    def _set_voice(self, name: str) -> None:
        # By its file, for it is not always the voice of that name that answers to a name ("yue"), and by a variant
        # that exists, for espeak-ng takes any other as none.
        base, plus, variant = name.partition("+")
        if base not in self._identifiers or (plus and variant not in self._variants):
            raise ValueError(f"espeak-ng has no voice named {name!r}")
        identifier = f"{self._identifiers[base]}{plus}{variant}".encode()
        if self._espeak.SetVoiceByName(identifier) != self._espeak.EE_OK:
            raise ValueError(f"espeak-ng can't load the voice {name!r}")
        self._language = self._languages[base]

    def _current(self, parameter: int) -> int:
        # pyttsx3's own binding lacks the second argument, and gets defaults or chance.
        value: int = self._espeak.dll.espeak_GetParameter(parameter, 1)
        return value

    def _parameter(self, name: str) -> int:
        if name not in _PARAMETERS:
            raise KeyError(f"unknown property {name}")
        number: int = getattr(self._espeak, _PARAMETERS[name])
        return number


def _variants(espeak: Any) -> list[str]:
    every_variant = espeak.VOICE(languages=b"variant")
    found = espeak.ListVoices(ctypes.byref(every_variant))
    return sorted((voice.identifier.decode().rpartition("/")[2] for voice in found), key=str.lower)


def _voices(espeak: Any) -> tuple[list[Voice], dict[str, str]]:
    """All voices, copied before espeak-ng lists anything else, and the identifier of each."""
    voices, identifiers = [], {}
    for found in espeak.ListVoices(None):
        identifier = found.identifier.decode()
        name = identifier.rpartition("/")[2].lower()  # "en-us" of "gmw/en-US": unlike language tags these are unique
        language = found.languages[1:].decode().lower()  # after a byte with its priority
        gender = ("", "male", "female")[found.gender]
        voices.append(Voice(name, found.name.decode(), [language, name], gender, found.age or None))
        identifiers[name] = identifier
    return voices, identifiers
