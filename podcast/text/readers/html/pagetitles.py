"""What a page is called, without the site's name, which most pages add to it before or after.

page_title("Margins: A Bookbinder's Elbow", meta, blocks)       # "A Bookbinder's Elbow", where a heading says that
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from podcast.text.essay import Block, Kind

_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_PROSE = 160  # characters of a paragraph
_NEAR_TOP = 6  # blocks
_SITE = re.compile(r" [|·»—–-] | :: |[｜‖]")
_SITE_AFTER = re.compile(r":? [|·»—–:-]+ |: |[｜‖]| (?:by|on|at|von|par|@) ")
_AFTER = re.compile(r"\s*(?:[|·»«‹›—–｜‖]|::|--| - )")
_BEFORE = re.compile(r"(?:[|·»«‹›—–:｜‖]| -{1,2})\s*\Z")


def page_title(window: str, meta: Mapping[str, str], blocks: Sequence[Block]) -> str:
    """`window`: what the browser's shows; `meta`: what the page states."""
    above = list(takewhile(_is_short, blocks))
    headings = [block for block in above if block.kind is Kind.HEADING]
    heading = next((block.text for block in headings if block.level == 1), "")
    lines = [block.text for block in (*headings, *(block for block in above[:_NEAR_TOP] if block not in headings))]
    stated = next((meta[name] for name in _TITLES if name in meta), "")
    if stated:
        is_heading_and_site = stated.startswith(heading) and _SITE_AFTER.match(stated[len(heading) :])
        shown = heading if heading and is_heading_and_site else _part_of(stated, lines)
        return shown or _without_site(stated, [meta.get("og:site_name", "")])
    below = next((block.text for block in headings if block.level == 2 and window == block.text), "")
    return heading or below or _part_of(window, lines) or _without_site(window, _SITE.split(window)[-1:])


def with_title_as_heading(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """Old pages and some blogs set their title in large letters, and mark it as nothing."""
    same = [index for index, block in enumerate(blocks[:_NEAR_TOP]) if block.text == title]
    if not same or len(blocks) == 1 or any(blocks[index].kind is Kind.HEADING for index in same):
        return tuple(blocks)
    head = replace(blocks[same[0]], kind=Kind.HEADING, level=1)
    return (*blocks[: same[0]], head, *blocks[same[0] + 1 :])


def _part_of(title: str, lines: Sequence[str]) -> str:
    """The line near the top of the text that the title begins or ends with, beside the site's name."""
    return next((line for line in lines if line != title and _is_beside_site(line, title)), "")


def _is_beside_site(line: str, title: str) -> bool:
    begins = title.startswith(line) and _AFTER.match(title[len(line) :])
    return bool(begins or (title.endswith(line) and _BEFORE.search(title[: len(title) - len(line)])))


def _is_short(block: Block) -> bool:
    """A heading below a paragraph of prose is not the title."""
    return block.kind is Kind.HEADING or len(block.text) < _PROSE


def _without_site(title: str, sites: Sequence[str]) -> str:
    for site in filter(None, sites):
        if title.endswith(site) and (match := _SITE.search(title[: len(title) - len(site)][-4:])):
            return title[: len(title) - len(site) - len(match.group())]
    return title
