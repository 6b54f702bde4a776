"""One long MP3 encoding whose sound comes in pieces: for hours of it, memory stays flat.

    encoding = Encoding(bitrate_kbps=64, channels=1)
    for piece in pieces:                                # of any length; cut where nobody hears it
        file.write(encoding.push(piece))
    file.write(encoding.finish())
    encoding.frame_count, encoding.energies, encoding.peak, encoding.levels

What leaves the encoder is decoded and measured at once, as record.encode_clip does it with a clip.
"""

import numpy as np

from podcast.sound.codec import encoder, mp3
from podcast.sound.dsp.curves import SILENT, gains, shaped
from podcast.sound.dsp.filters import Pcm
from podcast.sound.dsp.meter import Meter, true_peak
from podcast.sound.record import levels_of

_EDGE = 32  # samples, at which a cut would look like a peak


class Encoding:
    """As with encoder.encode, the frames need nothing of what stands before or after them if the edges are silent."""

    def __init__(self, bitrate_kbps: int, channels: int = 1, quality: int = encoder.SPEECH_QUALITY) -> None:
        self.frame_count = 0
        self.peak = 0.0  # true peak of the decoded frames, full scale being 1.0
        self._levels = bytearray()
        self._encoder = encoder.encoder(bitrate_kbps, channels, quality)
        self._decoder = encoder.decoder()
        self._meter = Meter(channels)
        self._samples = 0
        self._last: Pcm = np.zeros((0, 2) if channels == 2 else 0, np.int16)

    @property
    def energies(self) -> tuple[float, ...]:
        """Of the 400 ms blocks of the decoded frames, see meter.py."""
        return tuple(self._meter.energies)

    @property
    def levels(self) -> bytes:
        """The peak of each decoded frame, full scale being 255."""
        return bytes(self._levels)

    def push(self, pcm: Pcm) -> bytes:
        self._samples += len(pcm)
        frames = bytes(self._encoder.encode(np.ascontiguousarray(pcm, "<i2").tobytes()))
        if frames:
            self._listen(frames)
        return frames

    def finish(self) -> bytes:
        """The last frames; with them there is one more than the sound is long, for the delay."""
        missing = -self._samples % mp3.FRAME_SAMPLES
        frames = self.push(np.zeros((missing, *self._last.shape[1:]), np.int16)) if missing else b""
        if flushed := bytes(self._encoder.flush()):
            self._listen(flushed)
        self._listen(b"")
        self._meter.finish()
        expected = self._samples // mp3.FRAME_SAMPLES + 1
        if self.frame_count != expected:
            raise RuntimeError(f"LAME made {self.frame_count} frames of {expected}")
        return frames + flushed

    def _listen(self, frames: bytes) -> None:
        """No frames mean that there will be no more."""
        decoded = [frame for packet in self._decoder.parse(frames) for frame in self._decoder.decode(packet)]
        if not decoded:
            return
        pcm = encoder.joined(decoded)
        self.frame_count += len(pcm) // mp3.FRAME_SAMPLES
        self._levels += levels_of(pcm)
        self._find_peak(np.concatenate([self._last, pcm]))
        self._last = pcm[-3 * _EDGE :]
        self._meter.push(pcm)

    def _find_peak(self, pcm: Pcm) -> None:
        """A true peak is at most some 3 dB over the samples beside it: quieter pieces need no oversampling."""
        if int(np.abs(pcm.astype(np.int32)).max(initial=0)) > 0.6 * self.peak * 32768:
            slope = [(0, SILENT), (_EDGE, 0.0), (len(pcm) - _EDGE, 0.0), (len(pcm), SILENT)]
            self.peak = max(self.peak, true_peak(shaped(pcm, gains(slope, 0, len(pcm)))))
