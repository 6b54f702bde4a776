"""What stands above an article's title as if it were one: the site's name, and a kicker ("Travel").

blocks, skips = without_site_name(blocks, skips, source, "The Daily Mill")
blocks, skips = without_kicker(blocks, skips, "The Long Way Round")
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from podcast.text.cleaning.omission import omit
from podcast.text.essay import Block, Kind, Reason, Skip

_NEAR_TOP = 6  # blocks
_LONGEST_KICKER = 40  # characters
_LOOKED_BACK = 400  # characters of tags before a heading's text
_LEADS_HOME = re.compile(
    r"<h1\b[^<>]*>\s*(?:<(?:span|strong|b)\b[^<>]*>\s*)?<a\b[^<>]*href=[\"']?"
    r"(?:/|\./|\.\./|index\.html?|https?://[^/\"'\s<>]+/?)[\"'\s>][^<>]*(?:>\s*)?\Z"
)


def without_site_name(
    blocks: Sequence[Block], skips: Sequence[Skip], source: str, site: str
) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
    """A first heading that is the site's goes where another heading follows; that is the title then."""
    first = next((index for index, block in enumerate(blocks[:_NEAR_TOP]) if block.kind is Kind.HEADING), None)
    later = [] if first is None else [at for at in range(first + 1, len(blocks)) if blocks[at].kind is Kind.HEADING][:1]
    if first is None or not later or later[0] > first + _NEAR_TOP or blocks[first].level != 1:
        return tuple(blocks), tuple(skips)
    start = blocks[first].runs[0].start
    is_home = _LEADS_HOME.search(source[max(start - _LOOKED_BACK, 0) : start])
    if not is_home and blocks[first].text.casefold() != site.casefold():
        return tuple(blocks), tuple(skips)
    raised = [replace(block, level=1) if index == later[0] else block for index, block in enumerate(blocks)]
    return _without(raised, skips, {first})


def without_kicker(
    blocks: Sequence[Block], skips: Sequence[Skip], title: str
) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
    """Short lines without a full stop above the heading that is the title."""
    same = [i for i, block in enumerate(blocks[:_NEAR_TOP]) if block.kind is Kind.HEADING and block.text == title]
    above = blocks[: same[0]] if same else ()
    are_lines = all(block.kind is not Kind.QUOTATION and _is_line(block.text) for block in above)
    return _without(blocks, skips, range(len(above))) if above and are_lines else (tuple(blocks), tuple(skips))


def _is_line(text: str) -> bool:
    return len(text) <= _LONGEST_KICKER and not text.endswith((".", "!", "?", "…", "”", '"', ","))


def _without(
    blocks: Sequence[Block], skips: Sequence[Skip], going: Collection[int]
) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
    verdicts = [(Reason.FURNITURE if index in going else None, 0) for index in range(len(blocks))]
    return omit(blocks, skips, verdicts)
