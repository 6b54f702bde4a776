"""Lists that a page makes of lines with signs before them: `+ one<br>+ two` is two items, and no plus is said.

    blocks, skips = with_line_lists(blocks, skips)

One such line may be anything: a sum, an aside. Dashes are left, since they may begin what somebody says.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from podcast.text.essay import Block, Kind, Reason, Run, Skip
from podcast.text.runs import is_spoken, split, text_of, trim

_ITEM = re.compile(r"(?:\A|(?<=\n))[-+*•·▪‣◦●○■□►▶➤✓✔→»][ \u00a0]+(?=\S)")


def with_line_lists(blocks: Sequence[Block], skips: Sequence[Skip]) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
    made: list[Block] = []
    signs: list[Skip] = []
    for block in blocks:
        before, *stretches = split(block.runs, _places(block))
        items = [trim(stretch) for stretch in stretches[1::2]]
        if len(items) < 2 or not all(is_spoken(text_of(item)) for item in items):
            made.append(block)
            continue
        made += [replace(block, runs=runs) for runs in [trim(before)] if is_spoken(text_of(runs))]
        signs += [skip for sign in stretches[::2] for skip in _skips(sign)]
        signs += [] if is_spoken(text_of(before)) else _skips(before)
        made += [_item(block, runs) for runs in items]
    return tuple(made), tuple(sorted([*skips, *signs], key=lambda skip: skip.start))


def _places(block: Block) -> list[int]:
    """Where the signs begin and end."""
    if block.kind is Kind.HEADING or "\n" not in block.text:
        return []
    return [place for match in _ITEM.finditer(block.text) for place in match.span()]


def _item(block: Block, runs: tuple[Run, ...]) -> Block:
    one_line = tuple(replace(run, text=" ") if run.text == "\n" else run for run in runs)
    return Block(Kind.LIST_ITEM, one_line, max(block.level, 1), quoted=block.quoted)


def _skips(runs: Sequence[Run]) -> list[Skip]:
    return [Skip(run.text.strip(), Reason.MARKUP, run.start, run.end) for run in runs if run.text.strip()]
