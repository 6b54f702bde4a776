"""How loud a sound is, by ITU-R BS.1770-4 and EBU R 128.

    energies = momentary_energies(pcm)          # of each clip, once; they are kept with it
    true_peak(pcm)                              # full scale being 1.0

What is made of the energies of many clips is in loudness.py.
"""

from collections.abc import Iterable, Iterator

import av
import av.filter
import numpy as np

from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.filters import Pcm, filtered_frames, pulled
from podcast.sound.loudness import energy_of, integrated_lufs

_BLOCK_S, _STEP_S = 0.4, 0.1  # blocks of 400 ms that overlap by 75 %
_OVERSAMPLING = 4  # BS.1770-4, annex 2, for rates up to 48 kHz
_TAPS = 32


def momentary_energies(pcm: Pcm, rate_hz: int = SAMPLE_RATE_HZ) -> tuple[float, ...]:
    """The K-weighted mean square of each 400 ms block of `pcm` surrounded by silence, one every 100 ms."""
    silence = np.zeros((round((_BLOCK_S - _STEP_S) * rate_hz), *pcm.shape[1:]), np.int16)
    return _block_energies(np.concatenate([silence, pcm, silence]), rate_hz)


class Meter:
    """The energies of 400 ms blocks of sound that comes in pieces (BS.1770-4), with silence around the whole."""

    def __init__(self, channels: int = 1) -> None:
        self.energies: list[float] = []
        self._layout = "mono" if channels == 1 else "stereo"
        self._at = 0
        graph = av.filter.Graph()
        graph.threads = 1
        self._source = graph.add_abuffer(sample_rate=SAMPLE_RATE_HZ, format="s16", layout=self._layout)
        self._sink = graph.add("abuffersink")
        graph.link_nodes(self._source, graph.add("ebur128", "metadata=1"), self._sink).configure()
        self._graph = graph  # the nodes don't keep it
        self._silence = np.zeros((round((_BLOCK_S - _STEP_S) * SAMPLE_RATE_HZ), channels), np.int16)
        self.push(self._silence)

    def push(self, pcm: Pcm) -> None:
        if not len(pcm):  # ffmpeg takes no empty frame
            return
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(pcm).reshape(1, -1), format="s16", layout=self._layout)
        frame.sample_rate = SAMPLE_RATE_HZ
        frame.pts = self._at
        self._at += len(pcm)
        self._source.push(frame)
        self.energies += self._read()

    def finish(self) -> None:
        self.push(self._silence)
        self._source.push(None)
        self.energies += self._read()

    def _read(self) -> Iterator[float]:
        return _energies(pulled(self._sink))


def loudness_lufs(pcm: Pcm, rate_hz: int = SAMPLE_RATE_HZ) -> float:
    return integrated_lufs(_block_energies(pcm, rate_hz))


def true_peak(pcm: Pcm) -> float:
    """The highest level between the samples too, full scale being 1.0 (BS.1770-4, annex 2).

    Only the gaps beside samples within 3 dB of the highest are oversampled: the others can't hold the peak. In stereo
    it is the higher one of the channels' peaks.
    """
    if pcm.ndim > 1:
        return max(true_peak(channel) for channel in pcm.T)
    level = np.abs(pcm.astype(np.float32)) / 32768
    highest = float(level.max(initial=0))
    if highest == 0:
        return 0.0
    padded = np.pad(pcm.astype(np.float32) / 32768, _TAPS // 2)
    near = np.flatnonzero((level > highest * 0.7) | (np.append(level[1:], 0) > highest * 0.7))
    windows = np.lib.stride_tricks.sliding_window_view(padded, _TAPS)
    # Not by matrix product: BLAS would start threads of its own, which wait by spinning.
    interpolated = np.abs(np.einsum("ij,kj->ik", windows[near], _interpolators()))
    return max(highest, float(interpolated.max()))


def _block_energies(pcm: Pcm, rate_hz: int) -> tuple[float, ...]:
    return tuple(_energies(filtered_frames(pcm, rate_hz, ("ebur128", "metadata=1"))))


def _energies(frames: Iterable[av.AudioFrame]) -> Iterator[float]:
    """What ffmpeg's meter wrote on them."""
    for frame in frames:
        reading = frame.metadata.get("lavfi.r128.M")
        if reading is not None:
            yield energy_of(float(reading))


def _interpolators() -> np.ndarray:
    """Windowed sinc filters for the points at 1/4, 2/4 and 3/4 between a sample and the next."""
    position = np.arange(_TAPS) - _TAPS // 2
    fractions = np.arange(1, _OVERSAMPLING) / _OVERSAMPLING
    distance = position[None, :] - fractions[:, None]
    window = np.cos(np.pi * distance / (_TAPS + 2)) ** 2
    taps = np.sinc(distance) * window
    return np.asarray(taps / taps.sum(axis=1, keepdims=True), np.float32)
