"""HTML to blocks: the article of a page saved from the web, or any piece of HTML, and what the page says about it.

    essay = read_html(source)
    essay = read_html(source, "https://example.org/rivers")        # whose relative links lead somewhere

The page's meta tags or its linked data state the title, author and date; else a heading or a `time` element does.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice, takewhile

from podcast.text.cleaning.byline import Byline, byline_of, without_dateline
from podcast.text.dates import parse_date
from podcast.text.essay import Block, Essay, Kind
from podcast.text.language import is_other
from podcast.text.readers.article import article_of
from podcast.text.readers.authors import author_of, guess_of_author
from podcast.text.readers.backmatter import without_back_matter
from podcast.text.readers.captions import with_captions
from podcast.text.readers.elements import WebPage
from podcast.text.readers.librarypage import facts_of, is_of_the_library, without_library
from podcast.text.readers.linelists import with_line_lists
from podcast.text.readers.linkeddata import article_facts
from podcast.text.readers.mastheads import without_kicker, without_site_name
from podcast.text.readers.page import read_page
from podcast.text.readers.tags import HtmlToken, Sort

_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_DATES = ("article:published_time", "date", "dc.date", "datepublished", "citation_date", "parsely-pub-date")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_LONG_LINE = 90  # characters; what is longer is no byline
_MOST_LINES = 60  # above the text
_NEAR_TOP = 4  # blocks
_PROSE = 160  # characters of a paragraph
_SITE = re.compile(r" [|·»—–-] | :: ")
_SITE_AFTER = re.compile(r":? [|·»—–:-]+ |: | (?:by|on|at|von|par|@) ")


def read_html(source: str, address: str = "") -> Essay:
    page = read_page(source, address)
    meta = dict(reversed(list(_meta(page.facts))))  # the first of each name counts
    told = article_facts(token.text for token in page.facts if token.sort is Sort.RAW)
    blocks, skips = with_line_lists(*article_of(page, source))
    blocks, skips = without_back_matter(blocks, skips, is_encyclopaedia="mw-parser-output" in source)
    book, writer = facts_of(page.title, *(block.text for block in blocks[:_NEAR_TOP]))
    if is_of_the_library(source):
        blocks, skips = without_library(blocks, skips)
    blocks, skips = without_site_name(blocks, skips, source, meta.get("og:site_name", ""))
    title = book or _title(page, meta, blocks) or told.get("title", "")
    blocks, skips = without_kicker(blocks, skips, title)
    blocks, skips = with_captions(blocks, skips, page.alts, page.captions, title)
    stated = _language(page.facts) or told.get("language", "") or meta.get("og:locale", "")
    prevailing = _prevailing(blocks)
    language = prevailing if is_other(prevailing, than=stated.lower()) else stated
    lines = list(_bylines(page))
    marked = author_of(meta, told, page.authors)
    named = [line.author for line in lines if line.author]
    author = writer or author_of(meta, told, [*page.authors, *named])
    essay = Essay(
        source,
        title=title,
        blocks=blocks,
        emphases=page.emphases,
        skips=skips,
        author=author,
        author_guess="" if writer else guess_of_author(meta, told, author, marked),
        date=_date(page.facts, [_first(meta, _DATES), told.get("date", "")])
        or next((line.date for line in lines if line.date), None),
        language=language.replace("_", "-").lower(),
        description=_first(meta, _DESCRIPTIONS),
        tags=tuple(tag.strip() for tag in meta.get("keywords", "").split(",") if tag.strip()),
    )
    return without_dateline(essay)


def _bylines(page: WebPage) -> Iterator[Byline]:
    """Above the first paragraph of prose, also where the page's own marks say that they are no part of the text."""
    above = islice(takewhile(_is_above, (found.block for found in page.found)), _MOST_LINES)
    return (line for block in above if (line := byline_of(block.text)))


def _is_above(block: Block) -> bool:
    return block.kind is Kind.HEADING or len(block.text) < _LONG_LINE


def _meta(facts: Sequence[HtmlToken]) -> Iterator[tuple[str, str]]:
    for token in facts:
        attributes = token.attributes if token.name == "meta" else {}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = " ".join(attributes.get("content", "").split())
        if name and content:
            yield name.lower(), content


def _first(meta: Mapping[str, str], names: Sequence[str]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _title(page: WebPage, meta: Mapping[str, str], blocks: Sequence[Block]) -> str:
    """What the page is called, without the site's name, which most pages add."""
    above = [block for block in takewhile(_is_short, blocks) if block.kind is Kind.HEADING]
    heading = next((block.text for block in above if block.level == 1), "")
    if stated := _first(meta, _TITLES):
        is_heading_and_site = stated.startswith(heading) and _SITE_AFTER.match(stated[len(heading) :])
        return heading if heading and is_heading_and_site else _without_site(stated, [meta.get("og:site_name", "")])
    below = next((block.text for block in above if _is_title(block, page.title)), "")
    return heading or below or _without_site(page.title, _SITE.split(page.title)[-1:])


def _is_title(block: Block, window: str) -> bool:
    """Whether a heading is what the window shows, perhaps before the site's name."""
    begins = block.level == 2 and window.startswith(block.text)
    return begins and (window == block.text or _SITE.match(window[len(block.text) :]) is not None)


def _is_short(block: Block) -> bool:
    """A heading below a paragraph of prose is not the title."""
    return block.kind is Kind.HEADING or len(block.text) < _PROSE


def _without_site(title: str, sites: Sequence[str]) -> str:
    for site in filter(None, sites):
        if title.endswith(site) and (match := _SITE.search(title[: len(title) - len(site)][-4:])):
            return title[: len(title) - len(site) - len(match.group())]
    return title


def _date(facts: Sequence[HtmlToken], stated: Sequence[str]) -> datetime | None:
    times = [token.attributes.get("datetime", "") for token in facts if token.name == "time"]
    return next((date for text in [*stated, *times[:1]] if text and (date := parse_date(text))), None)


def _language(facts: Sequence[HtmlToken]) -> str:
    """Most pages state it in their first element; Word does in the body."""
    pages = [token.attributes for token in facts if token.name in ("html", "body")]
    return next((lang.strip() for page in pages if (lang := page.get("lang") or page.get("xml:lang"))), "")


def _prevailing(blocks: Sequence[Block]) -> str:
    """The language that the article is marked as: some pages state that of their menus."""
    lengths: Counter[str] = Counter()
    for block in blocks:
        for run in block.runs:
            lengths[run.lang] += len(run.text)
    [(language, length)] = lengths.most_common(1) or [("", 0)]
    return language if length > 0.9 * lengths.total() else ""
