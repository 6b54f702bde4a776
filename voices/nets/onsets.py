"""When words are heard, from when a net says that their letters begin.

    begins = heard(sound, begins, rate_hz=24_000, lag_ms=25)

A net's durations are of its letters, in steps of some 25 ms, and its sound runs a little ahead of them. Where a word
follows silence its beginning can be seen in the sound, to the millisecond; elsewhere the lag is taken off. A pause is
the surest sign: the sound behind one is the next word's though it be told 140 ms late, as some are behind a comma.
"""

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np

_FRAME_S = 0.002
_QUIET = 10 ** (-45 / 20)  # of the peak
_LEAST_SILENCE_S = 0.06  # shorter ones are stops: the silence in "apple" before the p
_LEAST_PAUSE_S = 0.1  # hardly a stop is as long
_BEFORE_S, _BEHIND_S = 0.12, 0.06  # a told beginning: where an onset is looked for
_LATEST_S = 0.15  # that what follows a pause is expected


def heard(
    sound: Any, begins: Sequence[int], rate_hz: int, lag_ms: float, marks: Collection[int] = frozenset()
) -> list[int]:
    """Samples at which words begin, in order, from those that are told. `sound`: mono, of shape (samples,).

    `marks`: numbers of those that are none, like a bracket, and have no sound.
    """
    onsets, is_pause = _onsets(sound, rate_hz)
    lag = round(lag_ms * rate_hz / 1000)
    words = [index for index in range(len(begins)) if index not in marks]
    firsts = _owned(onsets[is_pause], [begins[word] - lag for word in words], rate_hz)
    owned = {words[first]: onset for first, onset in firsts.items()}
    found: list[int] = []
    for index, begin in enumerate(begins):
        first, last = begin - _BEFORE_S * rate_hz, begin + _BEHIND_S * rate_hz
        if found:
            first = max(first, found[-1] + 1)  # an onset is one word's
        near = onsets[np.searchsorted(onsets, first) : np.searchsorted(onsets, last)]
        expected = max(begin - lag, found[-1] if found else 0)
        nearest = min(near, key=lambda onset: abs(onset - expected), default=expected)
        found.append(int(owned.get(index, nearest)))
        if len(found) > 1 and found[-1] < found[-2]:
            found[-1] = expected
    return found


def _owned(onsets: Any, expected: Sequence[int], rate_hz: int) -> dict[int, int]:
    """By the number of the word: the onset behind a pause belongs to the first word that is expected about there."""
    firsts = np.searchsorted(expected, onsets - _BEHIND_S * rate_hz)
    pairs = zip(firsts.tolist(), onsets.tolist(), strict=True)
    return {
        first: onset
        for first, onset in pairs
        if first < len(expected) and expected[first] <= onset + _LATEST_S * rate_hz
    }


def _onsets(sound: Any, rate_hz: int) -> tuple[Any, Any]:
    """The samples at which it is loud again after a silence, or for the first time, and whether that was a pause."""
    width = max(1, round(_FRAME_S * rate_hz))
    whole = np.abs(sound[: len(sound) // width * width]).reshape(-1, width).max(axis=1, initial=0)
    loud = np.flatnonzero(whole > _QUIET * whole.max(initial=0))
    before = np.diff(loud, prepend=-len(whole) - 1)
    is_onset = before * _FRAME_S > _LEAST_SILENCE_S
    return loud[is_onset] * width, before[is_onset] * _FRAME_S > _LEAST_PAUSE_S
