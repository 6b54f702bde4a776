"""Lines that pandoc keeps as they are: verse and addresses, each behind a bar.

    | The river runs,
    | the river bends

    list(find_line_blocks(source, 0))       # a stretch for each bar

A table has bars as well, but a line below its heads, or bars where its lines end.
"""

import re
from collections.abc import Iterator

from podcast.text.essay import Reason
from podcast.text.readers.stretch import HiddenStretch

_BLOCK = re.compile(r"^(?:[ ]{0,3}\|(?:[ ][^\n]*)?(?:\n|\Z)(?:[ ]{1,8}[^|\s][^\n]*(?:\n|\Z))*)+", re.MULTILINE)
_BAR = re.compile(r"^[ ]{0,3}(\|)", re.MULTILINE)


def find_line_blocks(text: str, first: int) -> Iterator[HiddenStretch]:
    for block in _BLOCK.finditer(text, first):
        bars = [bar.start(1) for bar in _BAR.finditer(text, block.start(), block.end())]
        above = text[max(block.start() - 2, first) : block.start()]
        if above in ("", "\n", "\n\n") and not any(_is_cell(text, bar) for bar in bars):
            yield from (HiddenStretch(bar, bar + 1, Reason.MARKUP) for bar in bars)


def _is_cell(text: str, bar: int) -> bool:
    """Whether another bar stands in the line."""
    end = text.find("\n", bar)
    return "|" in text[bar + 1 : end if end >= 0 else len(text)]
