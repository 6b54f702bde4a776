"""The sound file that an engine wrote, as 16-bit mono samples.

espeak-ng writes WAV; macOS's engine writes AIFF whatever the name, and others may choose stereo or float.
"""

import wave
from pathlib import Path


def read_pcm(path: Path) -> tuple[bytes, int]:
    """Samples (signed 16 bit little-endian, mono) and their rate in Hz. Raises OSError or ValueError."""
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
        stream = container.streams.audio[0]
        to_mono = av.AudioResampler(format="s16", layout="mono", rate=stream.rate)
        for frame in [*container.decode(stream), None]:
            for mono in to_mono.resample(frame):
                pcm += mono.to_ndarray().tobytes()
        return bytes(pcm), stream.rate
