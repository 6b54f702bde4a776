"""Loudness from the energies of blocks, by ITU-R BS.1770-4: what is left to do once a clip has been measured. Pure.

    integrated_lufs([*clip_a.energies, *clip_b.energies])      # of the episode, without its PCM

An episode is never measured as a whole: its clips stand in silence, and silence falls under the absolute gate, so
the clips' blocks are the episode's blocks. Only behind the last clip there is no silence to be measured: a meter of
the whole never sees its last `EDGE_BLOCKS`, which matters when an episode has seconds and no music.
"""

import math
from collections.abc import Callable, Sequence
from typing import TypeVar

ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0
EDGE_BLOCKS = 3  # of those that each clip has, end in the silence behind it
_Sound = TypeVar("_Sound")

_OFFSET_LU = -0.691  # BS.1770-4, equation 2
_MOST_GOES, _LEAST_YIELD = 10, 0.2  # towards a gain


def integrated_lufs(energies: Sequence[float]) -> float:
    """Gated loudness of blocks (BS.1770-4, equations 5 to 7); -70 when nothing is above the gate."""
    mean = _mean_above(energy_of(ABSOLUTE_GATE_LUFS), energies)
    if not mean:
        return ABSOLUTE_GATE_LUFS
    gate = max(energy_of(ABSOLUTE_GATE_LUFS), energy_of(lufs_of(mean) + RELATIVE_GATE_LU))
    return lufs_of(_mean_above(gate, energies))


def _mean_above(gate: float, energies: Sequence[float]) -> float:
    """0 when there is none."""
    count = sum(1 for energy in energies if energy > gate)
    return sum(energy for energy in energies if energy > gate) / max(count, 1)


def approached(
    target_lufs: float,
    without_lufs: float,
    louder: Callable[[float], _Sound],
    loudness_of: Callable[[_Sound], float],
    *,
    within_lu: float,
) -> tuple[float, _Sound]:
    """The gain in dB that brings a sound to the target though a limiter takes some of it back, and what it makes.

    How much it takes, the goes before have shown; without gain there are `without_lufs`.
    """
    before, gain_db, yield_ = (0.0, without_lufs), target_lufs - without_lufs, 1.0
    for _ in range(_MOST_GOES):
        sound = louder(gain_db)
        reached = gain_db, loudness_of(sound)
        missing_lu = target_lufs - reached[1]
        if abs(missing_lu) <= within_lu:
            break
        if gain_db != before[0]:
            yield_ = min(max((reached[1] - before[1]) / (gain_db - before[0]), _LEAST_YIELD), 1.0)
        before = reached
        gain_db += missing_lu / yield_
    return reached[0], sound


def decibels(ratio: float) -> float:
    return 20 * math.log10(max(ratio, 1e-6))


def energy_of(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET_LU) / 10))


def lufs_of(energy: float) -> float:
    return _OFFSET_LU + 10 * math.log10(energy)
