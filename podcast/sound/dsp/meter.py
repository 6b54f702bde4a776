"""How loud a sound is, by ITU-R BS.1770-4 and EBU R 128.

    energies = momentary_energies(pcm)          # of each clip, once; they are kept with it
    true_peak(pcm)                              # full scale being 1.0

    meter = Meter(channels=2)                   # for sound that comes in pieces
    meter.push(piece)
    meter.finish()
    meter.energies

Two of ffmpeg's biquads weight the sound by frequency; its own meter, against which the tests hold this one, takes three
times as long. What is made of the energies of many clips is in loudness.py.
"""

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.dsp.filters import Filter, FilterPipe, Pcm, channel_count
from podcast.sound.dsp.loudness import integrated_lufs

_STEPS_PER_S, _STEPS = 10, 4  # blocks of 400 ms that overlap by 75 %
_FRAME_STEPS = 8  # that go through the filters at a time
_AT_ONCE = 1 << 20  # samples of a long sound, whose weighted floats would take three times its memory
_OVERSAMPLING = 4  # BS.1770-4, annex 2, for rates up to 48 kHz
_TAPS = 32

# BS.1770-4, annex 1 has the two filters as coefficients for 48 kHz; these are the analogue filters behind them, so that
# they can be had at any rate: a head lifts the treble, and nobody hears rumble.
_SHELF_HZ, _SHELF_DB, _SHELF_Q = 1681.974450955533, 3.999843853973347, 0.7071752369554196
_HIGHPASS_HZ, _HIGHPASS_Q = 38.13547087602444, 0.5003270373238773
_SHELF_BEND = 0.4996667741545416


def momentary_energies(pcm: Pcm, rate_hz: int = SAMPLE_RATE_HZ) -> tuple[float, ...]:
    """The K-weighted mean square of each 400 ms block of `pcm` surrounded by silence, one every 100 ms."""
    meter = Meter(channel_count(pcm), rate_hz)
    meter.push(pcm)
    meter.finish()
    return tuple(meter.energies)


def loudness_lufs(pcm: Pcm, rate_hz: int = SAMPLE_RATE_HZ) -> float:
    """Of the blocks that lie within the sound."""
    return loudness_of_pieces([pcm], channel_count(pcm), rate_hz)


def loudness_of_pieces(pieces: Iterable[Pcm], channels: int, rate_hz: int = SAMPLE_RATE_HZ) -> float:
    """The same of sound that comes in pieces."""
    meter, length = Meter(channels, rate_hz), 0
    for pcm in pieces:
        meter.push(pcm)
        length += len(pcm)
    meter.finish()
    return integrated_lufs(meter.energies[_STEPS - 1 : length // (rate_hz // _STEPS_PER_S)])


class Meter:
    """The energies of 400 ms blocks of sound that comes in pieces (BS.1770-4), with silence around the whole."""

    def __init__(self, channels: int = 1, rate_hz: int = SAMPLE_RATE_HZ) -> None:
        self.energies: list[float] = []
        self._step = rate_hz // _STEPS_PER_S
        self._silence = np.zeros(((_STEPS - 1) * self._step, *((channels,) if channels > 1 else ())), np.int16)
        self._latest = np.zeros(_STEPS - 1)  # energies of steps: there is silence before the first
        self._weighting = FilterPipe(
            rate_hz,
            channels,
            ("aformat", "sample_fmts=fltp"),
            *_weighting(rate_hz),
            gives="fltp",
            frame_samples=_FRAME_STEPS * self._step,
        )

    def push(self, pcm: Pcm) -> None:
        for start in range(0, len(pcm), _AT_ONCE):
            self._take(self._weighting.push(pcm[start : start + _AT_ONCE]))

    def finish(self) -> None:
        self._take(self._weighting.push(self._silence))
        self._take(self._weighting.push(None))

    def _take(self, frames: Iterable[NDArray[np.float32]]) -> None:
        """Frames of whole steps, but for the last one."""
        for weighted in frames:
            count = weighted.shape[1] // self._step
            steps = weighted[:, : count * self._step].reshape(len(weighted), count, self._step)
            energies = np.einsum("cij,cij->i", steps, steps) / (_STEPS * self._step)
            known = np.concatenate([self._latest, energies])
            blocks = sum(known[first : first + count] for first in range(_STEPS))
            self.energies += np.asarray(blocks).tolist()
            self._latest = known[count:]


def true_peak(pcm: Pcm) -> float:
    """The highest level between the samples too, full scale being 1.0 (BS.1770-4, annex 2).

    Only the gaps beside samples within 3 dB of the highest are oversampled: the others can't hold the peak. In stereo
    it is the higher one of the channels' peaks.
    """
    if pcm.ndim > 1:
        return max(true_peak(channel) for channel in pcm.T)
    highest = max(int(pcm.max(initial=0)), -int(pcm.min(initial=0)))
    if highest == 0:
        return 0.0
    is_high = (pcm > highest * 0.7) | (pcm < highest * -0.7)
    near = np.flatnonzero(is_high | np.append(is_high[1:], False))
    padded = np.pad(pcm, _TAPS // 2)
    windows = np.lib.stride_tricks.sliding_window_view(padded, _TAPS)
    # Not by matrix product: BLAS would start threads of its own, which wait by spinning.
    interpolated = np.abs(np.einsum("ij,kj->ik", windows[near].astype(np.float32), _interpolators()))
    return max(highest, float(interpolated.max())) / 32768


def _weighting(rate_hz: int) -> tuple[Filter, Filter]:
    """The two filters of the K-weighting at a rate, by the bilinear transform."""
    bend, gain = math.tan(math.pi * _SHELF_HZ / rate_hz), 10 ** (_SHELF_DB / 20)
    at_bend = gain**_SHELF_BEND * bend / _SHELF_Q
    shelf = (gain + at_bend + bend**2, 2 * (bend**2 - gain), gain - at_bend + bend**2)
    edge = math.tan(math.pi * _HIGHPASS_HZ / rate_hz)
    lowest = _poles(edge, _HIGHPASS_Q)
    highpass = (lowest[0], -2 * lowest[0], lowest[0])  # its gain is 1 by the standard's own figures
    return _biquad(shelf, _poles(bend, _SHELF_Q)), _biquad(highpass, lowest)


def _poles(bend: float, q: float) -> tuple[float, float, float]:
    return 1 + bend / q + bend**2, 2 * (bend**2 - 1), 1 - bend / q + bend**2


def _biquad(zeros: tuple[float, float, float], poles: tuple[float, float, float]) -> Filter:
    names = ("b0", "b1", "b2", "a0", "a1", "a2")
    factors = (factor / poles[0] for factor in (*zeros, *poles))
    return "biquad", ":".join(f"{name}={factor!r}" for name, factor in zip(names, factors, strict=True))


def _interpolators() -> np.ndarray:
    """Windowed sinc filters for the points at 1/4, 2/4 and 3/4 between a sample and the next."""
    position = np.arange(_TAPS) - _TAPS // 2
    fractions = np.arange(1, _OVERSAMPLING) / _OVERSAMPLING
    distance = position[None, :] - fractions[:, None]
    window = np.cos(np.pi * distance / (_TAPS + 2)) ** 2
    taps = np.sinc(distance) * window
    return np.asarray(taps / taps.sum(axis=1, keepdims=True), np.float32)
