"""Two versions of a text, compared word by word, and of many texts: which one became which. Pure.

    [*word_diff("has no far shore", "has a far shore")]
    # [("same", "has "), ("gone", "no "), ("new", "a "), ("same", "far shore")]
    aligned(["A pond rests.", "It is deep."], ["It is very deep."])         # [(1, 0)]

Words are what stands between spaces, as with `git diff --word-diff`; in Chinese and Japanese, each character.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_UNSPACED = "\u3000-\u30ff\u3400-\u9fff\uff01-\uff60"
_WORD = re.compile(rf"[{_UNSPACED}]\s*|[^\s{_UNSPACED}]+\s*")
_MARKS = re.compile(r"^\W+|\W+$")
_LEAST_SIMILAR = 0.4  # of what counts as one text that was changed, and not as one that went and one that came
_MOST_TEXTS = 40_000  # pairs that are compared, in 0.5 s
_MOST_WORDS = 10_000_000  # pairs; seconds at the worst

Fate = Literal["same", "gone", "new"]


class Stretch(NamedTuple):
    fate: Fate
    text: str  # with the space behind it


def word_diff(before: str, now: str) -> Iterator[Stretch]:
    """What is not `gone` makes up `now`, and what is not `new` makes up `before`, but for white space."""
    old, new = _words(before), _words(now)
    begun = _shared(old, new)
    ended = _shared(old[begun:][::-1], new[begun:][::-1])
    old_end, new_end = len(old) - ended, len(new) - ended
    yield from _stretches(same=new[:begun])
    yield from _changed(old[begun:old_end], new[begun:new_end])
    yield from _stretches(same=new[new_end:])


def common(before: Sequence[Hashable], now: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Pairs of indices, both ascending, of what is equal: as patience diff has it, so what moved cuts least in two."""
    at, now_at = 0, 0
    for i, j in [*_anchors(before, now), (len(before), len(now))]:
        matcher = SequenceMatcher(None, before[at:i], now[now_at:j], autojunk=False)
        for block in matcher.get_matching_blocks():
            yield from ((at + block.a + step, now_at + block.b + step) for step in range(block.size))
        if i < len(before):
            yield i, j
        at, now_at = i + 1, j + 1


def aligned(before: Sequence[str], now: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of indices, both ascending: in all, as similar as can be.

    Where there are too many to compare, none is found.
    """
    if len(before) * len(now) > _MOST_TEXTS:
        return []
    old_words, new_words = [*map(_tally, before)], [*map(_tally, now)]
    likeness = [[_similarity(old, new) for new in new_words] for old in old_words]
    best = [[0.0] * (len(now) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(now))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + likeness[i][j])
    return [*_best_way(best, likeness)]


def _anchors(before: Sequence[Hashable], now: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The longest row of things that are in both only once, and in the same order."""
    counts, now_counts = Counter(before), Counter(now)
    places = {one: j for j, one in enumerate(now) if counts[one] == now_counts[one] == 1}
    pairs = [(i, places[one]) for i, one in enumerate(before) if one in places]
    ends: list[int] = []  # the earliest place in `now` at which a row of one, two, … can end,
    last: list[int] = []  # the pair that it ends with,
    previous: list[int] = []  # and for each pair the one before it in its row
    for index, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        previous.append(last[length - 1] if length else -1)
        ends[length : length + 1], last[length : length + 1] = [j], [index]
    row: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        row.append(pairs[index])
        index = previous[index]
    return row[::-1]


def _best_way(best: list[list[float]], likeness: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(likeness) and j < len(likeness[i]):
        if likeness[i][j] and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _tally(text: str) -> Counter[str]:
    """How often each word is there, in whatever case and whatever follows it."""
    return Counter(_MARKS.sub("", word).casefold() for word in _words(text))


def _similarity(one: Counter[str], other: Counter[str]) -> float:
    """1: the same words, in whatever order. 0: too few are the same."""
    shared = 2 * (one & other).total() / max(1, one.total() + other.total())
    return shared if shared >= _LEAST_SIMILAR else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(old, new, strict=False)
    return next(
        (at for at, (one, other) in enumerate(pairs) if one.rstrip() != other.rstrip()), min(len(old), len(new))
    )


def _changed(old: list[str], new: list[str]) -> Iterator[Stretch]:
    if len(old) * len(new) > _MOST_WORDS:
        yield from _stretches(gone=old, new=new)
        return
    old_bare, new_bare = ([word.rstrip() for word in words] for words in (old, new))
    for tag, begun, end, new_begun, new_end in SequenceMatcher(None, old_bare, new_bare, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from _stretches(same=new[new_begun:new_end])
        else:
            yield from _stretches(gone=old[begun:end], new=new[new_begun:new_end])


def _stretches(*, same: Sequence[str] = (), gone: Sequence[str] = (), new: Sequence[str] = ()) -> Iterator[Stretch]:
    fates: tuple[tuple[Fate, Sequence[str]], ...] = (("same", same), ("gone", gone), ("new", new))
    return (Stretch(fate, "".join(words)) for fate, words in fates if words)
