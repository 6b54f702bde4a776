"""Which blocks of a web page are the article; the others become skips, one for each zone of the page.

    blocks, skips = article_of(page, source)

Zones made for something else (navigation, footers, forms, share bars, comments) never are. Of the rest, what
stands in the page's article or main element is; a page without one is left to trafilatura's judgement, and where
that finds nothing, all is the article: to read a line too many is better than to lose one.
"""

import logging
import re
from collections import Counter
from collections.abc import Sequence

from podcast.text.cleaning.omission import _Verdict, omit
from podcast.text.essay import Block, Kind, Reason, Skip
from podcast.text.readers.elements import PlacedBlock, WebPage
from podcast.text.readers.zones import Zone

_LONG_CELL = 200  # characters; a table with such a text lays out a page
_DEEPEST = 200  # elements; lxml loses text below 255
_LONGEST = 3_000_000  # characters; trafilatura takes a second for one million
_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_NO_WORD = re.compile(r"\W+")


def article_of(page: WebPage, source: str) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
    verdicts = _verdicts(page, trust_classes=True)
    if _length(page, verdicts) * 10 < _length(page, _verdicts(page, trust_classes=False)):
        verdicts = _verdicts(page, trust_classes=False)  # a class name that was misunderstood hides the article
    if _PAGE.search(source):
        verdicts = _within_article(page, verdicts, source)
    return omit([found.block for found in page.found], page.skips, verdicts)


def _verdicts(page: WebPage, *, trust_classes: bool) -> list[_Verdict]:
    tables = _data_tables(page)
    return [_verdict(found, page, tables, trust_classes=trust_classes) for found in page.found]


def _verdict(found: PlacedBlock, page: WebPage, tables: frozenset[int], *, trust_classes: bool) -> _Verdict:
    for zone in found.zones:
        if zone.reason and (zone.sure or (trust_classes and zone not in page.opened)):
            return zone.reason, zone.at
    return (Reason.TABLE, -found.table) if found.table in tables else (None, 0)


def _data_tables(page: WebPage) -> frozenset[int]:
    longest: Counter[int] = Counter()
    for found in page.found:
        longest[found.table] = max(longest[found.table], len(found.block.text))
    small = {table for table, length in longest.items() if table and length < _LONG_CELL}
    return page.data_tables | small


def _length(page: WebPage, verdicts: Sequence[_Verdict]) -> int:
    return sum(len(found.block.text) for found, (reason, _) in zip(page.found, verdicts, strict=True) if not reason)


def _within_article(page: WebPage, verdicts: list[_Verdict], source: str) -> list[_Verdict]:
    left = [found for found, (reason, _) in zip(page.found, verdicts, strict=True) if not reason]
    if root := _root(left):
        chosen = {id(found) for found in left if root in found.zones}
    else:
        chosen = _by_trafilatura(left, page, source)
    return [
        verdict if verdict[0] or id(found) in chosen else (_left_out(found), 0)
        for found, verdict in zip(page.found, verdicts, strict=True)
    ]


def _left_out(found: PlacedBlock) -> Reason:
    return Reason.NAVIGATION if found.linked > 0.7 else Reason.FURNITURE


def _root(left: Sequence[PlacedBlock]) -> Zone | None:
    """The element that holds the article: the longest `article`, unless a body or `main` is far longer."""
    lengths: Counter[Zone] = Counter()
    for found in left:
        lengths.update({zone: len(found.block.text) for zone in found.zones if not zone.reason})
    most = max(lengths.values(), default=0)
    if 4 * most < sum(len(found.block.text) for found in left):
        return None
    near = [zone for zone in lengths if 2 * lengths[zone] > most]
    ranks = {"article": 0, "body": 1}
    return min(near, key=lambda zone: (ranks.get(zone.name, 2), -lengths[zone], zone.at), default=None)


def _by_trafilatura(left: Sequence[PlacedBlock], page: WebPage, source: str) -> set[int]:
    text = _extracted(source) if page.depth < _DEEPEST and len(source) < _LONGEST else ""
    places = [index for index, found in enumerate(left) if text and _plain(found.block.text) in text]
    chosen = sum(len(left[index].block.text) for index in places)
    if not places or 4 * chosen < sum(len(found.block.text) for found in left):
        return {id(found) for found in left}
    sure = set(places)
    between = range(_first_heading(left, places[0]), places[-1] + 1)  # a paragraph that it overlooked
    return {id(left[index]) for index in between if index in sure or left[index].linked < 0.5}


def _first_heading(left: Sequence[PlacedBlock], first: int) -> int:
    """The title stands a little above what trafilatura begins with."""
    near = range(max(first - 4, 0), first)
    return next((i for i in near if left[i].block.kind is Kind.HEADING and left[i].block.level == 1), first)


def _extracted(source: str) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(source, favor_recall=True, include_comments=False, include_tables=False)
    return _plain(found or "")


def _plain(text: str) -> str:
    return _NO_WORD.sub("", text).lower()
