"""Which stretch of a sentence's phonemes is which word's, from how each word would be said alone.

    stretches("ɪnðə ɡˈɑːɹdən.", ["ɪn", "ðə", "ɡˈɑːɹdən."])      # [(0, 2), (2, 5), (5, 15)]

espeak-ng reads a sentence as a whole, and better for it: it joins "in the", weakens "to", and says numbers in several
words. What it then says is laid beside its words as they are alone, at the least cost of letters left out, put in, or
exchanged; a space or a mark of stress costs less than a sound.
"""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

_LIGHT, _HEAVY = 1, 3
_MARKS = frozenset("ˈˌː .,;:?!")


def stretches(whole: str, alone: Sequence[str]) -> list[tuple[int, int]]:
    """A beginning and an end of `whole` for each word, without gaps. Spaces and marks end a stretch, and begin none."""
    if not alone:
        return []
    beside = " ".join(alone)
    path = _path(whole, beside)
    edges, row = [0], 0
    for word in alone[:-1]:
        row += len(word) + 1
        edges.append(max(edges[-1], _behind_marks(whole, path[row])))
    edges.append(len(whole))
    return list(pairwise(edges))


def _path(whole: str, beside: str) -> list[int]:
    """For each place in `beside`, the place in `whole` that the cheapest way leads through, the first if several."""
    costs = _costs(whole, beside)
    path = [0] * (len(beside) + 1)
    row, column = len(beside), len(whole)
    while row:
        path[row] = column
        one = beside[row - 1]
        if column and costs[row, column] == costs[row - 1, column - 1] + _exchange(one, whole[column - 1]):
            row, column = row - 1, column - 1
        elif costs[row, column] == costs[row - 1, column] + _weight(one):
            row -= 1
        else:
            column -= 1
    return path


def _costs(whole: str, beside: str) -> npt.NDArray[np.int32]:
    """The least cost of each pair of beginnings; a row is what it costs to come from above, then along it."""
    codes = np.array([ord(sign) for sign in whole], np.int32)
    weights = np.array([_weight(sign) for sign in whole], np.int32)
    is_vowel, is_mark = (np.array([test(sign) for sign in whole], bool) for test in (_is_vowel, _MARKS.__contains__))
    along = np.concatenate(([0], np.cumsum(weights))).astype(np.int32)
    costs = np.empty((len(beside) + 1, len(whole) + 1), np.int32)
    costs[0] = along
    for row, sign in enumerate(beside, 1):
        exchange = np.where(codes == ord(sign), 0, weights + _weight(sign)).astype(np.int32)
        if sign not in _MARKS:
            alike = (is_vowel == _is_vowel(sign)) & ~is_mark & (codes != ord(sign))
            exchange[alike] = _HEAVY
        above = costs[row - 1] + _weight(sign)
        above[1:] = np.minimum(above[1:], costs[row - 1, :-1] + exchange)
        costs[row] = np.minimum.accumulate(above - along) + along
    return costs


def _exchange(one: str, other: str) -> int:
    """What it costs that one stands for the other: less than both between two vowels, or two consonants."""
    if one == other:
        return 0
    if one not in _MARKS and other not in _MARKS and _is_vowel(one) == _is_vowel(other):
        return _HEAVY
    return _weight(one) + _weight(other)


def _weight(sign: str) -> int:
    return _LIGHT if sign in _MARKS or unicodedata.category(sign)[0] == "M" else _HEAVY


def _is_vowel(sign: str) -> bool:
    return unicodedata.normalize("NFD", sign)[0] in "aeiouyæøœɐɑɒɔɘəɚɛɜɝɞɤɨɪɯɵɶʉʊʌʏᵻ"


def _behind_marks(whole: str, at: int) -> int:
    while at < len(whole) and whole[at] in " .,;:?!":
        at += 1
    return at
