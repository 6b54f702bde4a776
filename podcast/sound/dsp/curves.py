"""Level curves: how loud music is from sample to sample, with ramps that don't click and that nobody notices.

    points = [(0, SILENT), (44_100, 0.0), (88_200, 0.0), (92_610, -16.0)]       # samples and decibels
    quieter = shaped(music, gains(points, 0, len(music)))

Between two points the amplitude follows half a cosine, so that it has no corner at either end. Curves can be
multiplied.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from podcast.sound.dsp.filters import Pcm

Gains = NDArray[np.float32]  # factors, one for each sample
Point = tuple[int, float]  # a sample, and the level there in dB

SILENT = -math.inf


def gains(points: Sequence[Point], begin: int, end: int) -> Gains:
    """From sample `begin` to `end`; before the first point and after the last the level stays. Points are in order."""
    factors = [10 ** (level_db / 20) for _, level_db in points]
    curve = np.full(end - begin, factors[-1], np.float32)
    curve[: max(0, points[0][0] - begin)] = factors[0]
    for ((start, _), (stop, _)), (before, after) in zip(pairwise(points), pairwise(factors), strict=True):
        first, last = max(start, begin), min(stop, end)
        if first < last:
            curve[first - begin : last - begin] = _ramp(first - start, last - start, stop - start, before, after)
    return curve


def shaped(pcm: Pcm, factors: Gains) -> Pcm:
    """The sound with its level changed; more than full scale is cut off."""
    if pcm.ndim > 1:
        factors = factors[:, np.newaxis]
    return _whole(np.multiply(pcm, factors, dtype=np.float32))


def crossfaded(end: Pcm, beginning: Pcm, *, is_alike: bool = False) -> Pcm:
    """Two stretches of one length, the one going as the other comes: with constant power, or, if alike, amplitude."""
    angle = (np.arange(len(end), dtype=np.float32) + 0.5) / max(len(end), 1) * (math.pi / 2)
    if end.ndim > 1:
        angle = angle[:, np.newaxis]
    power = 2 if is_alike else 1
    return _whole(end * np.cos(angle) ** power + beginning * np.sin(angle) ** power)


def _whole(samples: NDArray[Any]) -> Pcm:
    return np.asarray(np.rint(np.clip(samples, -32768, 32767)), np.int16)


def _ramp(first: int, last: int, length: int, before: float, after: float) -> Gains | float:
    """Samples `first` to `last` of a ramp that has `length` of them."""
    if before == after:
        return before
    phase = np.arange(first, last, dtype=np.float32) * (math.pi / length)
    return np.asarray(before + (after - before) * (0.5 - 0.5 * np.cos(phase)), np.float32)
