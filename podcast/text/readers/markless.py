"""Marks out of what is said, into skips.

    runs, skips = without_marks(runs, literal=set(), skips=[])      # "Wait. [pause] Now." -> "Wait. Now."

What a mark means is read later, where segments are made (script.py): its text and place are kept.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from podcast.text.cues import marks
from podcast.text.essay import Reason, Run, Skip
from podcast.text.runs import joined, split, text_of, without

_CLOSING = tuple(".,;:!?…)]”’»")


def without_marks(
    runs: Sequence[Run], literal: Collection[int], skips: Sequence[Skip]
) -> tuple[tuple[Run, ...], list[Skip]]:
    """`literal`: places of the source where no mark begins; `skips`: of the block; a mark with one in it is none."""
    spans = [mark.span() for mark in marks(text_of(runs))]
    if spans:
        _, found = without(runs, spans)
        skips = sorted(skips, key=_start)
        pairs = zip(spans, found, strict=True)
        spans = [span for span, mark in pairs if mark[0].start not in literal and _is_whole(mark, skips)]
    if not spans:
        return tuple(runs), []
    kept, found = without(runs, spans)
    return tuple(joined(_together(kept))), [
        Skip(text_of(mark), Reason.CUE, mark[0].start, mark[-1].end) for mark in found
    ]


def _is_whole(mark: Sequence[Run], skips: Sequence[Skip]) -> bool:
    before = bisect_left(skips, mark[-1].end, key=_start)
    return not before or skips[before - 1].end <= mark[0].start


def _start(skip: Skip) -> int:
    return skip.start


def _together(stretches: Sequence[Sequence[Run]]) -> Iterator[Run]:
    """With one space where a mark parted two words, and none before a full stop."""
    before: Sequence[Run] = ()
    for stretch in filter(None, stretches):
        left, right = text_of(before), text_of(stretch)
        gap: tuple[Run, ...] = ()
        if right.startswith(_CLOSING):
            before = split(before, [len(left.rstrip())])[0]
        elif left and not left[-1].isspace() and not right[0].isspace():
            gap = (Run(" ", stretch[0].start, stretch[0].start),)
        yield from before
        before = (*gap, *stretch)
    yield from before
