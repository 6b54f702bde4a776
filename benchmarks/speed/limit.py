"""The CPU that an episode can't do without: what an engine and LAME alone need for the same words and the same sound.

    podcast script essay.txt --json > script.json
    podcast build essay.txt
    python benchmarks/speed/limit.py script.json episode.mp3 heart    # {"synthesis_s": 4.1, "encoding_s": 1.31}

Synthesis: every segment of the script as it is spoken, one straight after the other in one process, in the voice of a
profile; its sound is thrown away. Of espeak-ng that is its own call for a text. Of hibari it is what its library does
for our driver: the parts of speech and the letters of the words, its nets, and the sound of their spectra, at the
speeds that a build asks for. Encoding: the embedded LAME encodes what the episode's MP3 decodes to, at the episode's
settings, in one piece; silence is left out, since a build encodes none.

Only the calls into the libraries are timed: no start, no import, no file, no copy. What a build does besides is not
in it: other roles' voices, word times, the filters of the voice chain, music at a higher quality, calibration, decoding
and measuring what was encoded.
"""

import ctypes
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

import av
import lameenc
import numpy as np

from voices.casting import Profile, profiles
from voices.pace import even

_QUALITY = 7  # LAME's -q, as a build encodes speech


def main() -> None:
    script, episode = map(Path, sys.argv[1:3])
    profile = profiles()[sys.argv[3]]
    texts = [segment["spoken"] for segment in json.loads(script.read_text("utf-8"))["segments"]]
    synthesis_s = {"espeak_ng": by_espeak_s, "hibari": by_hibari_s}[profile.driver]
    print(json.dumps({"synthesis_s": synthesis_s(texts, profile), "encoding_s": encoding_s(episode)}))


def by_espeak_s(texts: Iterable[str], narrator: Profile) -> float:
    from voices.drivers.espeak_ng import PACE, EspeakNgDriver

    driver = EspeakNgDriver(proxy=None)
    from pyttsx3.drivers import _espeak  # which the driver has bound to the embedded library

    driver.setProperty("voice", f"{narrator.voice}+{narrator.variant}")
    driver.setProperty("pitch", narrator.pitch)
    driver.setProperty("pitch_range", narrator.pitch_range)
    _espeak.SetSynthCallback(lambda _wave, _samples, _events: 0)
    taken_s = 0.0
    for text in texts:
        rate = round(PACE.setting(even(narrator.rate_wpm, text, gap_letters=1)))  # as the driver has it
        _espeak.SetParameter(_espeak.RATE, rate, 0)
        utf8, begun = text.encode(), time.process_time()
        status = _espeak.cSynth(
            ctypes.c_char_p(utf8), len(utf8) + 1, 0, _espeak.POS_CHARACTER, 0, _espeak.CHARS_UTF8, None, None
        )
        if status != _espeak.EE_OK:
            sys.exit(f"espeak-ng refused a text (status {status})")
        taken_s += time.process_time() - begun
    return taken_s


def by_hibari_s(texts: Iterable[str], narrator: Profile) -> float:
    import onnxruntime
    from hibari import dsp
    from hibari.g2p import G2P, Tagger

    from voices.drivers.hibari import HibariDriver

    driver, clock = HibariDriver(_Nobody()), Clock()
    driver.setProperty("voice", narrator.voice)
    driver.setProperty("rate", narrator.rate_wpm)
    driver.synthesised("What is read and made at the first call.")
    clock.time(dsp, "synth")
    clock.time(onnxruntime.InferenceSession, "run")
    clock.time(G2P, "phonemize_tokens")
    clock.time(Tagger, "__call__")
    for text in texts:
        driver.synthesised(text)
    return clock.taken_s


class Clock:
    """The CPU of all that was given to it to time; what one calls of another counts once."""

    def __init__(self) -> None:
        self.taken_s = 0.0
        self._is_running = False

    def time(self, owner: Any, name: str) -> None:
        setattr(owner, name, self._timed(getattr(owner, name)))

    def _timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def timed(*arguments: Any, **named: Any) -> Any:
            if self._is_running:
                return function(*arguments, **named)
            self._is_running, begun = True, time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                self.taken_s += time.process_time() - begun
                self._is_running = False

        return timed


class _Nobody:
    """Whom the driver tells of its words."""

    def notify(self, *_: object, **__: object) -> None: ...

    def setBusy(self, *_: object) -> None: ...  # noqa: N802 — pyttsx3's name


def encoding_s(episode: Path) -> float:
    with av.open(str(episode)) as container:
        stream = container.streams.audio[0]
        lame = lameenc.Encoder()
        lame.silence()
        lame.set_bit_rate(stream.bit_rate // 1000)
        lame.set_in_sample_rate(stream.rate)
        lame.set_out_sample_rate(stream.rate)
        lame.set_channels(stream.channels)
        lame.set_quality(_QUALITY)
        pcm = b"".join(sounding(container.decode(stream)))
    begun = time.process_time()
    lame.encode(pcm)
    lame.flush()
    return time.process_time() - begun


def sounding(decoded: Iterable[av.AudioFrame]) -> Iterator[bytes]:
    """Signed 16 bit, of the frames in which anything is to be heard."""
    resampler = av.AudioResampler(format="s16")
    for frame in decoded:
        for interleaved in resampler.resample(frame):
            pcm = interleaved.to_ndarray()
            if np.any(pcm):
                yield pcm.tobytes()


if __name__ == "__main__":
    main()
