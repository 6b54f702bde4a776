"""The sound file that an engine wrote, as 16-bit mono samples.

espeak-ng writes WAV; macOS's engine writes AIFF whatever the name, and others may choose stereo or float.
"""

import wave
from pathlib import Path
from typing import Any

_RATES_HZ = range(4000, 384_001)
_SAMPLE_BYTES = 2
_UNKNOWN_BYTES = 0x7FFF_0000  # near the most that a head can say


def read_pcm(path: Path) -> tuple[bytes, int]:
    """Samples (signed 16 bit little-endian, mono) and their rate in Hz. Raises OSError or ValueError."""
    if not path.is_file() and path.exists():
        raise ValueError("it is no file")  # a pipe would wait for ever
    try:
        with wave.open(str(path), "rb") as sound:
            if (sound.getnchannels(), sound.getsampwidth()) == (1, 2):
                return _checked(sound.readframes(-1), sound.getframerate(), sound.getnframes())
    except (wave.Error, EOFError, RuntimeError):  # the last one, of a part that says it is longer than it can be
        pass
    return _decode(path)


def _decode(path: Path) -> tuple[bytes, int]:
    import av  # 0.1 s to import, and the embedded engine never needs it

    try:
        return _decoded(av.open(str(path)))
    except (av.FFmpegError, IndexError, ArithmeticError) as error:  # of which some are OSErrors, and some are not
        raise ValueError(f"its sound can't be read ({error})") from error


def _decoded(opened: Any) -> tuple[bytes, int]:
    import av

    pcm = bytearray()
    with opened as container:
        if not container.streams.audio or container.streams.audio[0].codec_context is None:
            raise ValueError("there is no sound in it, or in no codec that is known")
        stream = container.streams.audio[0]
        _check_rate(stream.rate)  # the resampler would divide by it
        to_mono = av.AudioResampler(format="s16", layout="mono", rate=stream.rate)
        for frame in [*container.decode(stream), None]:
            for mono in to_mono.resample(frame):
                pcm += mono.to_ndarray().tobytes()
        return _checked(bytes(pcm), stream.rate)


def _checked(pcm: bytes, rate_hz: int, samples: int = 0) -> tuple[bytes, int]:
    """`samples`: how many the file's head promises; who wrote it as a stream didn't know, and promised any number."""
    _check_rate(rate_hz)
    if len(pcm) % _SAMPLE_BYTES:
        raise ValueError("it ends in half a sample")
    if len(pcm) < samples * _SAMPLE_BYTES < _UNKNOWN_BYTES:
        raise ValueError("its end is missing")
    return pcm, rate_hz


def _check_rate(rate_hz: int) -> None:
    if rate_hz not in _RATES_HZ:
        raise ValueError(f"it has a rate of {rate_hz} Hz")
