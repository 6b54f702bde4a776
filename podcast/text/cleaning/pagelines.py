"""The lines of an essay as a browser showed them, some of which may go: a block can hold several.

lines = lines_of(essay)
essay = without_lines(essay, going={0, 1, 7})
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, groupby

from podcast.text.cleaning.omission import omit
from podcast.text.dates import parse_date
from podcast.text.essay import Block, Essay, Kind, Reason, Run
from podcast.text.runs import is_spoken, split, text_of, trim

_LONGEST_DATE = 90  # characters
_BREAK = re.compile(r"\n|<br\b", re.IGNORECASE)
_INNER_BREAK = re.compile(r"\n(?=.)")


_SCHEME = 9  # characters of https:// and ftp://, and one more


@dataclass(frozen=True, slots=True)
class PageLine:
    text: str
    paragraph: int  # lines of one have no blank line between them
    level: int = 0  # of a heading
    has_address: bool = False  # a web address stands in it, or stood in it


def lines_of(essay: Essay) -> list[PageLine]:
    """In the order of the blocks."""
    addresses = [skip.start for skip in essay.skips if skip.reason is Reason.URL or "://" in skip.text[:_SCHEME]]
    lines: list[PageLine] = []
    at = 0
    for index, block in enumerate(essay.blocks):
        level = block.level if block.kind is Kind.HEADING else 0
        for runs in _lines(block, essay.source):
            end = _line_end(essay.source, runs)
            while at < len(addresses) and addresses[at] < runs[0].start:
                at += 1
            has_address = at < len(addresses) and addresses[at] <= end
            lines.append(PageLine(text_of(runs).strip(), index, level, has_address))
    return lines


def without_lines(essay: Essay, going: Collection[int]) -> Essay:
    """`going`: numbers of lines. What is left of a block stays a block."""
    blocks: list[Block] = []
    verdicts: list[tuple[Reason | None, int]] = []
    number = 0
    for block in essay.blocks:
        lines = list(_lines(block, essay.source))
        marked = [(number + place in going, runs) for place, runs in enumerate(lines)]
        number += len(lines)
        for goes, group in groupby(marked, key=lambda pair: pair[0]):
            runs = trim(tuple(run for _, line in group for run in line))
            if runs:
                reason = Reason.FURNITURE if goes else None if is_spoken(text_of(runs)) else Reason.RULE
                blocks.append(replace(block, runs=runs))
                verdicts.append((reason, 0))
    kept, skips = omit(blocks, essay.skips, verdicts)
    return replace(essay, blocks=kept, skips=skips)


def _lines(block: Block, source: str) -> Iterator[tuple[Run, ...]]:
    starts = list(_starts(block.runs, source))
    yield from (runs for runs in split(block.runs, starts) if runs)


def _starts(runs: Sequence[Run], source: str) -> Iterator[int]:
    """Offsets of the text at which a line begins, other than 0. A line break is a space in it, or between two runs."""
    offsets = [0, *accumulate(len(run.text) for run in runs)]
    reached = runs[0].start
    for run, offset in zip(runs, offsets, strict=False):
        if run.text.isspace():
            continue
        if offset and _BREAK.search(source, reached, run.start):
            yield offset
        if len(run.text) == run.end - run.start:
            yield from (offset + at.end() - run.start for at in _INNER_BREAK.finditer(source, run.start, run.end))
        reached = run.end


def _line_end(source: str, runs: Sequence[Run]) -> int:
    """Up to there an address that was cut out belongs to the line."""
    most = min(runs[-1].end + 500, len(source))
    end = source.find("\n", runs[-1].end, most)
    return most if end < 0 else end


@lru_cache(maxsize=1024)
def is_date(line: str) -> bool:
    """Whether it is nothing else."""
    return len(line) <= _LONGEST_DATE and any(map(str.isdigit, line)) and parse_date(line) is not None
