"""Bare web addresses, which no one wants to hear: out of the text of blocks, into skips.

    essay = without_urls(essay)

Only what stands as an address in the text goes; the text of a link stays. Brackets left empty go with it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from podcast.text.essay import Block, Essay, Reason, Run, Skip
from podcast.text.runs import is_spoken, joined, split, text_of, trim

_ADDRESS = re.compile(r"(?:https?://|ftp://|\bwww\.)[^\s<>\"“”«»]+", re.IGNORECASE)
_CLOSERS = {")": "(", "]": "[", "}": "{"}


def without_urls(essay: Essay) -> Essay:
    blocks: list[Block] = []
    skips = list(essay.skips)
    for block in essay.blocks:
        places = list(_addresses(block.text))
        kept, dropped = _cut_out(block, places) if places else (block, [])
        blocks += [kept] if kept else []
        skips += dropped
    return replace(essay, blocks=tuple(blocks), skips=tuple(sorted(skips, key=lambda skip: skip.start)))


def _addresses(text: str) -> Iterator[tuple[int, int, Reason]]:
    """Where addresses are, and the signs around them that go too."""
    reached = 0
    for match in _ADDRESS.finditer(text):
        start, end = match.start(), match.start() + len(_without_closing_signs(match.group()))
        around = _signs_around(text, start, end, reached)
        yield around[0], start, Reason.MARKUP
        yield start, end, Reason.URL
        yield end, around[1], Reason.MARKUP
        reached = around[1]


def _without_closing_signs(address: str) -> str:
    """A full stop after an address is not part of it, nor is a bracket that it doesn't open."""
    balance = {opener: address.count(opener) - address.count(closer) for closer, opener in _CLOSERS.items()}
    end = len(address)
    while end:
        sign = address[end - 1]
        if sign in _CLOSERS and balance[_CLOSERS[sign]] < 0:
            balance[_CLOSERS[sign]] += 1
        elif sign not in ".,;:!?'’*_…":
            break
        end -= 1
    return address[:end]


def _signs_around(text: str, start: int, end: int, reached: int) -> tuple[int, int]:
    """Brackets that hold nothing else, else the space before a full stop or comma."""
    pair = text[max(start - 1, reached) : start] + text[end : end + 1]
    if pair in ("()", "[]", "{}", "<>"):
        start, end = start - 1, end + 1
    if start > reached and text[start - 1] == " " and text[end : end + 1] in set(" .,;:!?)"):
        start -= 1
    return start, end


def _cut_out(block: Block, places: list[tuple[int, int, Reason]]) -> tuple[Block | None, list[Skip]]:
    kept: list[Run] = []
    skips: list[Skip] = []
    points = [point for start, end, _ in places for point in (start, end)]
    for index, stretch in enumerate(split(block.runs, points)):
        if index % 2:
            skips += _skips(stretch, places[index // 2][2])
        else:
            kept += stretch
    runs = trim(tuple(joined(kept)))
    if is_spoken(text_of(runs)):
        return replace(block, runs=runs), skips
    return None, skips + _skips(runs, Reason.MARKUP)


def _skips(runs: tuple[Run, ...], reason: Reason) -> list[Skip]:
    return [
        Skip(text_of(group), reason, group[0].start, group[-1].end)
        for group in _neighbours(runs)
        if text_of(group).strip()
    ]


def _neighbours(runs: tuple[Run, ...]) -> list[list[Run]]:
    """Runs in groups between which nothing else stands in the source."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and groups[-1][-1].end == run.start:
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups
