"""The espeak-ng that comes embedded in a wheel, by pyttsx3's own ctypes bindings. A system's espeak-ng is never used.

    espeak = embedded()                     # pyttsx3.drivers._espeak, over the wheel's library
    rate_hz = started(espeak)               # once a process: the library is global state
    ipa(espeak, "Rivers bend.")             # "ɹˈɪvɚz bˈɛnd", in the voice that is set
    ipa(espeak, "No joke.", tie="^")        # "nˈo^ʊ d^ʒˈo^ʊk": what is one sound, tied

It has one voice at a time, and what that says may depend on what it has said before: setting it anew clears that.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

# Of espeak_TextToPhonemes: IPA rather than espeak-ng's own names, and the sign of bits 8 and up within a sound.
_IPA, _TIED = 0x02, 0x80


def embedded() -> Any:
    with _embedded_library():
        from pyttsx3.drivers import _espeak
    _espeak.dll.espeak_TextToPhonemes.restype = ctypes.c_char_p
    return _espeak


def started(espeak: Any) -> int:
    """The rate of its samples in Hz. Raises RuntimeError."""
    import espeakng_loader

    rate_hz: int = espeak.Initialize(espeak.AUDIO_OUTPUT_SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), 0)
    if rate_hz <= 0:
        raise RuntimeError("espeak-ng could not be initialised")
    return rate_hz


def ipa(espeak: Any, text: str, tie: str = "") -> str:
    """How the voice says it; espeak-ng tells it a clause at a time."""
    mode = _IPA | (_TIED | ord(tie) << 8 if tie else 0)
    rest = ctypes.c_char_p(text.encode())
    clauses = []
    while rest.value is not None:
        clauses.append(espeak.dll.espeak_TextToPhonemes(ctypes.byref(rest), espeak.CHARS_UTF8, mode) or b"")
    return " ".join(filter(None, (clause.decode().strip() for clause in clauses)))


@cache
def reading_mnemonics() -> Any:
    """An espeak-ng of one's own, for which `[[` begins mnemonics in `ipa` too; in a process without the driver.

    It is told so with a text to be said, and then keeps to it.
    """
    espeak = embedded()
    started(espeak)
    espeak.SetSynthCallback(lambda _wav, _samples, _events: 0)
    if espeak.cSynth(b"[[a]]", 6, 0, espeak.POS_CHARACTER, 0, espeak.CHARS_UTF8 | espeak.PHONEMES, None, None):
        raise RuntimeError("espeak-ng could not be started")
    return espeak


@contextmanager
def _embedded_library() -> Iterator[None]:
    """Within it, ctypes loads the wheel's library, whatever path it is asked for.

    pyttsx3's bindings try fixed paths of system libraries at import, and the first that exists wins.
    """
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    ctypes.cdll.LoadLibrary = lambda _path: library  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        del ctypes.cdll.LoadLibrary
