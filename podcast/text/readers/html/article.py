"""Which blocks of a web page are the article; the others become skips, one for each zone of the page.

    blocks, skips = article_of(page, source)

Zones made for something else (navigation, footers, forms, share bars, comments) never are. Of the rest, what
stands in the page's article or main element is; in a page without one, the box that holds nearly all of the prose
(prosebox.py): to read a line too many is better than to lose one. With it goes what stands between it and the title.
"""

import re
from collections import Counter
from collections.abc import Sequence

from podcast.text.cleaning.omission import _Verdict, omit
from podcast.text.essay import Block, Kind, Reason, Skip
from podcast.text.readers.html.classzones import AFTERWORD, LEAD, PULLED, Zone
from podcast.text.readers.html.elements import PlacedBlock, WebPage
from podcast.text.readers.html.inserts import inserts_among
from podcast.text.readers.html.misreadings import data_tables, misunderstood_words
from podcast.text.readers.html.prosebox import PROSE_END, in_prose_box

_FAR_ABOVE = 12  # blocks
_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)


def article_of(page: WebPage, source: str) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
    verdicts = _verdicts(page, misunderstood_words(page))
    if _length(page, verdicts) * 10 < _length(page, _verdicts(page, None)):
        verdicts = _verdicts(page, None)  # a class name that was misunderstood hides the article
    if _PAGE.search(source):
        verdicts = _within_article(page, verdicts)
    return omit([found.block for found in page.found], page.skips, _without_inserts(page, verdicts))


def _verdicts(page: WebPage, doubted: frozenset[str] | None) -> list[_Verdict]:
    """`doubted`: words of class names that are not believed; None: all."""
    tables = data_tables(page)
    return [_verdict(found, page, tables, doubted) for found in page.found]


def _verdict(found: PlacedBlock, page: WebPage, tables: frozenset[int], doubted: frozenset[str] | None) -> _Verdict:
    for zone in found.zones:
        is_likely = doubted is not None and zone not in page.opened
        if zone.reason and (zone.sure or is_likely) and zone.word not in (doubted or ()):
            return zone.reason, zone.at
    is_told = found.block.runs[0].start in page.captions or _is_picture(found, page)
    return (Reason.TABLE, -found.table) if found.table in tables and not is_told else (None, 0)


def _is_picture(found: PlacedBlock, page: WebPage) -> bool:
    return all(run.start in page.alts for run in found.block.runs if run.text.strip())


def _without_inserts(page: WebPage, verdicts: Sequence[_Verdict]) -> list[_Verdict]:
    left = [index for index, (reason, _) in enumerate(verdicts) if not reason]
    inserts = {left[place] for place in inserts_among([page.found[index] for index in left])}
    return [(Reason.FURNITURE, 0) if index in inserts else verdict for index, verdict in enumerate(verdicts)]


def _length(page: WebPage, verdicts: Sequence[_Verdict]) -> int:
    return sum(len(found.block.text) for found, (reason, _) in zip(page.found, verdicts, strict=True) if not reason)


def _within_article(page: WebPage, verdicts: list[_Verdict]) -> list[_Verdict]:
    left = [found for found, (reason, _) in zip(page.found, verdicts, strict=True) if not reason]
    root = _root(left)
    inside = [found for found in left if root in found.zones] if root else in_prose_box(left)
    chosen = {id(found) for found in (*_lead(left, inside, page), *inside, *filter(_is_afterword, left))}
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
        places = (zone for zone in found.zones if not zone.reason and zone.name not in (LEAD, PULLED))
        lengths.update(dict.fromkeys(places, len(found.block.text)))
    most = max(lengths.values(), default=0)
    if 4 * most < sum(len(found.block.text) for found in left):
        return None
    near = [zone for zone in lengths if 2 * lengths[zone] > most]
    ranks = {"article": 0, "body": 1}
    return min(near, key=lambda zone: (ranks.get(zone.name, 2), -lengths[zone], zone.at), default=None)


def _lead(left: Sequence[PlacedBlock], inside: Sequence[PlacedBlock], page: WebPage) -> list[PlacedBlock]:
    """Between the title and the element of the text: a summary, a picture; not who wrote it and when."""
    begin = left.index(inside[0]) if inside else 0
    above = range(max(begin - _FAR_ABOVE, 0), begin)
    title = next((index for index in reversed(above) if left[index].block.kind is Kind.HEADING), begin)
    if title + 1 < begin and left[title].block.level > 1 and _is_lead(left[title], page):
        title = next((index for index in reversed(range(above.start, title)) if _is_heading(left[index])), title)
    return [found for found in left[title:begin] if _is_heading(found) or _is_lead(found, page)]


def _is_heading(found: PlacedBlock) -> bool:
    return found.block.kind is Kind.HEADING


def _is_lead(found: PlacedBlock, page: WebPage) -> bool:
    is_marked = any(zone.name == LEAD for zone in found.zones)
    is_told = found.block.runs[0].start in page.captions or _is_picture(found, page)
    return is_marked or is_told or (found.linked < 0.5 and found.block.text.endswith(PROSE_END))


def _is_afterword(found: PlacedBlock) -> bool:
    return any(zone.name == LEAD and zone.word == AFTERWORD for zone in found.zones)
