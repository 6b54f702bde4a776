"""The CPU that an episode can't do without: what espeak-ng and LAME alone need for the same words and the same sound.

    podcast script essay.txt --json > script.json
    podcast build essay.txt
    python benchmarks/speed/limit.py script.json episode.mp3          # {"synthesis_s": 0.57, "encoding_s": 1.31}

Synthesis: the embedded espeak-ng, in the narrator's voice, says every segment of the script as it is spoken, one
straight after the other in one process; its sound is thrown away. Encoding: the embedded LAME encodes what the
episode's MP3 decodes to, at the episode's settings, in one piece; silence is left out, since a build encodes none.

Only the calls into the two libraries are timed: no start, no import, no file, no copy. What a build does besides is not
in it: the filters of the voice chain, music at a higher quality, calibration, decoding and measuring what was encoded.
"""

import ctypes
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import av
import lameenc
import numpy as np

from voices.casting import DEFAULT_PROFILE, profiles
from voices.drivers.espeak_ng import EspeakNgDriver

_QUALITY = 7  # LAME's -q, as a build encodes speech


def main() -> None:
    script, episode = map(Path, sys.argv[1:])
    texts = [segment["spoken"] for segment in json.loads(script.read_text("utf-8"))["segments"]]
    print(json.dumps({"synthesis_s": synthesis_s(texts), "encoding_s": encoding_s(episode)}))


def synthesis_s(texts: Iterable[str]) -> float:
    from pyttsx3.drivers import _espeak  # the driver has bound it to the embedded library

    driver, narrator = EspeakNgDriver(proxy=None), profiles()[DEFAULT_PROFILE]
    driver.setProperty("voice", f"{narrator.voice}+{narrator.variant}")
    driver.setProperty("rate", narrator.rate_wpm)
    driver.setProperty("pitch", narrator.pitch)
    driver.setProperty("pitch_range", narrator.pitch_range)
    _espeak.SetSynthCallback(lambda _wave, _samples, _events: 0)
    begun = time.process_time()
    for text in texts:
        utf8 = text.encode()
        status = _espeak.cSynth(
            ctypes.c_char_p(utf8), len(utf8) + 1, 0, _espeak.POS_CHARACTER, 0, _espeak.CHARS_UTF8, None, None
        )
        if status != _espeak.EE_OK:
            sys.exit(f"espeak-ng refused a text (status {status})")
    return time.process_time() - begun


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
