"""The sound file that an engine wrote, as 16-bit mono samples.

espeak-ng writes WAV; macOS's engine writes AIFF whatever the name, and others may choose stereo or float.
"""

import wave
from pathlib import Path

_RATES_HZ = range(2000, 400_000)


def read_pcm(path: Path) -> tuple[bytes, int]:
    """Samples (signed 16 bit little-endian, mono) and their rate in Hz. Raises OSError or ValueError."""
    if not path.is_file() and path.exists():
        raise ValueError("it is no file")  # a pipe would wait for ever
    pcm, rate_hz = _read(path)
    if rate_hz not in _RATES_HZ:
        raise ValueError(f"its rate is {rate_hz} Hz")
    return pcm[: len(pcm) // 2 * 2], rate_hz  # half a sample is none


def _read(path: Path) -> tuple[bytes, int]:
    try:
        with wave.open(str(path), "rb") as sound:
            if (sound.getnchannels(), sound.getsampwidth()) == (1, 2):
                return sound.readframes(-1), sound.getframerate()
    except (wave.Error, EOFError):
        pass
    return _decode(path)


def _decode(path: Path) -> tuple[bytes, int]:
    import av  # 0.1 s to import, and the embedded engine never needs it

    pcm = bytearray()
    with av.open(str(path)) as container:
        if not container.streams.audio:
            raise ValueError("there is no sound in it")
        stream = container.streams.audio[0]
        if stream.rate not in _RATES_HZ:  # the resampler would divide by it
            return b"", stream.rate
        to_mono = av.AudioResampler(format="s16", layout="mono", rate=stream.rate)
        for frame in [*container.decode(stream), None]:
            for mono in to_mono.resample(frame):
                pcm += mono.to_ndarray().tobytes()
        return bytes(pcm), stream.rate
