"""Blocks that are left out become skips; neighbours that go for one reason become one, for a short report.

    blocks, skips = omit(blocks, skips, [(None, 0), (Reason.FURNITURE, 0), (Reason.FURNITURE, 0)])

The law of partition.py holds for the blocks and skips that come out if it held before.
"""

from collections.abc import Sequence
from itertools import groupby

from podcast.text.essay import Block, Reason, Skip

#: Why a block goes, if it does, and a number that is the same for what goes as one.
_Verdict = tuple[Reason | None, int]


def omit(
    blocks: Sequence[Block], skips: Sequence[Skip], verdicts: Sequence[_Verdict]
) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
    """What is left of the blocks, and all skips; the text of a new skip is its words without the markup."""
    kept = tuple(block for block, (reason, _) in zip(blocks, verdicts, strict=True) if not reason)
    omitted = [
        _skip([block for _, block in group], reason)
        for (reason, _), group in groupby(zip(verdicts, blocks, strict=True), key=lambda pair: pair[0])
        if reason
    ]
    return kept, tuple(sorted([*omitted, *_outside(skips, omitted)], key=lambda skip: skip.start))


def _skip(blocks: Sequence[Block], reason: Reason) -> Skip:
    text = "\n".join(block.text for block in blocks)
    return Skip(text, reason, blocks[0].runs[0].start, blocks[-1].runs[-1].end)


def _outside(skips: Sequence[Skip], omitted: Sequence[Skip]) -> list[Skip]:
    """The skips that no omitted stretch contains."""
    outside, index = [], 0
    for skip in skips:
        while index < len(omitted) and omitted[index].end <= skip.start:
            index += 1
        if index == len(omitted) or skip.end <= omitted[index].start:
            outside.append(skip)
    return outside
