"""Compressor and limiter: gains that follow a sound, in steps of eight samples, with ramps between them.

    even = compressed(samples, heard, rate_hz, chain)       # `heard`: what the compressor goes by
    safe = held_under(samples, rate_hz, ceiling=0.8)        # looks 5 ms ahead; both channels get one gain

Samples are floats, full scale being 1.0. ffmpeg's compressor takes a logarithm and an exponential for each sample, 40 %
of the time of the whole chain; here it gets one level for each step. That is a mean of fourth powers, which heeds the
peaks within a step as a fast attack does: over 20 ms, the gain differs by 0.3 dB from that of a compressor of samples.
"""

import numpy as np
from numpy.typing import NDArray

from podcast.sound.dsp.chain import Chain
from podcast.sound.dsp.filters import filtered

Samples = NDArray[np.float32]  # (samples,) in mono, (samples, 2) in stereo
Curve = NDArray[np.float32]  # one value for each step

_STEP = 8  # samples
_FLOOR = np.float32(1e-9)  # nothing is divided by 0
_ATTACK_S = 0.005  # of the limiter, which looks so far ahead
_RELEASE_S = 0.15  # in which it would come back from nothing; from -3 dB it takes 45 ms


def compressed(samples: Samples, heard: Samples, rate_hz: int, chain: Chain) -> Samples:
    """One channel, by the level of another that is as long."""
    powers = _steps(heard) ** 2
    powers *= powers
    level = np.sqrt(np.sqrt(_folded(np.add, powers) / np.float32(_STEP))) + _FLOOR
    threshold = f"threshold={10 ** (chain.threshold_dbfs / 20):.6f}:ratio={chain.ratio}:knee=4"
    compressor = "acompressor", f"{threshold}:attack={chain.attack_ms}:release={chain.release_ms}"
    return _with(filtered(level, round(rate_hz / _STEP), compressor, sample_format="flt") / level, samples)


def held_under(samples: Samples, rate_hz: int, ceiling: float) -> Samples:
    """Nothing is over the ceiling any more; what is far from all that was over it stays as it is."""
    peaks = _peaks(samples)
    if not len(peaks) or peaks.max() <= ceiling:
        return samples
    allowed = np.minimum(ceiling / np.maximum(peaks, _FLOOR).astype(np.float64), 1.0)
    steps_per_s = rate_hz / _STEP
    return _with(
        _attacking(_released(allowed, 1 / (_RELEASE_S * steps_per_s)), round(_ATTACK_S * steps_per_s)), samples
    )


def _released(allowed: NDArray[np.float64], rise: float) -> NDArray[np.float64]:
    """After each dip it comes back by `rise` a step at most."""
    climb = np.arange(len(allowed)) * rise
    return np.asarray(np.minimum(np.minimum.accumulate(allowed - climb) + climb, 1.0))


def _attacking(allowed: NDArray[np.float64], length: int) -> Curve:
    """Before each dip it goes down in a straight line of that many steps, and is there a step early."""
    least, reach = np.concatenate([np.ones(length), allowed, np.ones(length + 1)]), 1
    while reach < length + 2:  # least[i] is the least of `reach` from there
        by = min(reach, length + 2 - reach)
        least = np.minimum(least[:-by], least[by:])
        reach += by
    sums = np.cumsum(np.concatenate([[0.0], least]))
    return np.asarray((sums[length + 1 :] - sums[: -length - 1]) / (length + 1), np.float32)


def _with(curve: Curve, samples: Samples) -> Samples:
    """The sound with that gain; within a step it goes from the step's before to its own."""
    steps = _steps(samples)
    gain = np.concatenate([curve[:1], curve[:-1]])
    rise = (curve - gain) / np.float32(_STEP)
    louder = np.empty_like(steps)
    for at in range(_STEP):  # by columns: numpy is slow with rows this short
        gain += rise
        louder[:, at] = steps[:, at] * (gain if samples.ndim == 1 else gain[:, np.newaxis])
    return louder.reshape(-1, *samples.shape[1:])[: len(samples)]


def _peaks(samples: Samples) -> Curve:
    peaks = _folded(np.maximum, np.abs(_steps(samples)))
    return peaks if peaks.ndim == 1 else np.asarray(peaks.max(axis=1), np.float32)


def _folded(operation: np.ufunc, steps: NDArray[np.float32]) -> NDArray[np.float32]:
    """The columns of the steps in one."""
    result = steps[:, 0].copy()
    for at in range(1, _STEP):
        operation(result, steps[:, at], out=result)
    return result


def _steps(samples: Samples) -> NDArray[np.float32]:
    missing = np.zeros((-len(samples) % _STEP, *samples.shape[1:]), np.float32)
    return np.concatenate([samples, missing]).reshape(-1, _STEP, *samples.shape[1:])
