"""When words are heard, from when a net says that their letters begin.

    begins = heard(sound, begins, rate_hz=24_000, lag_ms=25)

A net's durations are of its letters, in steps of some 25 ms, and its sound runs a little ahead of them. Where a word
follows silence its beginning can be seen in the sound, to the millisecond; elsewhere the lag is taken off.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

_FRAME_S = 0.002
_QUIET = 10 ** (-45 / 20)  # of the peak
_LEAST_SILENCE_S = 0.06  # shorter ones are stops: the silence in "apple" before the p
_BEFORE_S, _BEHIND_S = 0.12, 0.06  # a told beginning: where an onset is looked for


def heard(sound: Any, begins: Sequence[int], rate_hz: int, lag_ms: float) -> list[int]:
    """Samples at which words begin, in order, from those that are told. `sound`: mono, of shape (samples,)."""
    onsets = _onsets(sound, rate_hz)
    lag = round(lag_ms * rate_hz / 1000)
    found: list[int] = []
    for begin in begins:
        first, last = begin - _BEFORE_S * rate_hz, begin + _BEHIND_S * rate_hz
        if found:
            first = max(first, found[-1] + 1)  # an onset is one word's
        near = onsets[np.searchsorted(onsets, first) : np.searchsorted(onsets, last)]
        expected = max(begin - lag, found[-1] if found else 0)
        found.append(int(min(near, key=lambda onset: abs(onset - expected), default=expected)))
        if len(found) > 1 and found[-1] < found[-2]:
            found[-1] = expected
    return found


def _onsets(sound: Any, rate_hz: int) -> Any:
    """The samples at which it is loud again after a silence, or for the first time."""
    width = max(1, round(_FRAME_S * rate_hz))
    whole = np.abs(sound[: len(sound) // width * width]).reshape(-1, width).max(axis=1, initial=0)
    loud = np.flatnonzero(whole > _QUIET * whole.max(initial=0))
    before = np.diff(loud, prepend=-len(whole) - 1)
    return loud[before * _FRAME_S > _LEAST_SILENCE_S] * width
