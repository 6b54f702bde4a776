"""HTML to blocks: the article of a page saved from the web, or any piece of HTML, and what the page says about it.

    essay = read_html(source)
    essay = read_html(source, "https://example.org/rivers")        # whose relative links lead somewhere

The page's meta tags or its linked data state the title, author and date; else a heading or a `time` element does.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice, pairwise, takewhile

from podcast.text.cleaning.byline import Byline, byline_of, without_dateline
from podcast.text.dates import parse_date
from podcast.text.essay import Block, Essay, Kind
from podcast.text.language import is_other, language_tag
from podcast.text.readers.html.article import article_of
from podcast.text.readers.html.authors import author_of, guess_of_author
from podcast.text.readers.html.backmatter import without_back_matter
from podcast.text.readers.html.captions import with_captions
from podcast.text.readers.html.elements import PlacedBlock, WebPage
from podcast.text.readers.html.librarypage import facts_of, is_of_the_library, without_library
from podcast.text.readers.html.linelists import with_line_lists
from podcast.text.readers.html.linkeddata import article_facts
from podcast.text.readers.html.mastheads import without_kicker, without_site_name
from podcast.text.readers.html.page import read_page
from podcast.text.readers.html.pagedates import stated_dates
from podcast.text.readers.html.pagetitles import page_title, with_title_as_heading
from podcast.text.readers.tags import HtmlToken, Sort
from podcast.text.wordlist import each

_DATES = (
    *each("article:published_time date dc.date datepublished citation_date parsely-pub-date"),
    *each("citation_publication_date dcterms.date dcterms.created created"),
)
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_LONG_LINE = 90  # characters; what is longer is no byline
_MOST_LINES = 60  # above the text
_OFFICE = re.compile(r"<o:(Author|Created)>([^<>]{1,200})</o:")
_OFFICE_FACTS = {"Author": "author", "Created": "created"}
_HEAD = 50_000  # characters
_VERB = re.compile(
    r"(?:written |posted |published |words )?by|(?:\w{4,12} )?(?:von|par|por|di|da|door|af|av|przez)", re.IGNORECASE
)
_OF_BYLINES = frozenset({"footer", "byline", "*meta", "postmeta", "entry-meta", "post-meta", "post-info", "entry-info"})
_NEAR_TOP = 4  # blocks
_MOST_AUTHORS = 4  # in one line


def read_html(source: str, address: str = "") -> Essay:
    page = read_page(source, address)
    meta = {**_office_facts(source), **_meta_of(page.facts)}
    told = article_facts(token.text for token in page.facts if token.sort is Sort.RAW)
    blocks, skips = with_line_lists(*article_of(page, source))
    blocks, skips = without_back_matter(
        blocks,
        skips,
        is_encyclopaedia="mw-parser-output" in source,
        is_of_a_journal="citation_journal_title" in meta,
    )
    book, writer = facts_of(page.title, *(block.text for block in blocks[:_NEAR_TOP]))
    if is_of_the_library(source):
        blocks, skips = without_library(blocks, skips)
    blocks, skips = without_site_name(blocks, skips, source, meta.get("og:site_name", ""))
    title = book or page_title(page.title, meta, blocks) or told.get("title", "")
    blocks = with_title_as_heading(blocks, title)
    blocks, skips = without_kicker(blocks, skips, title)
    blocks, skips = with_captions(blocks, skips, page.alts, page.captions, title)
    places = (_language(page.facts), told.get("language", ""), meta.get("og:locale", ""))
    stated = next(filter(None, map(language_tag, places)), "")  # pandoc writes "C" where its user set no language
    prevailing = language_tag(_prevailing(blocks))
    language = prevailing if is_other(prevailing, than=stated) else stated
    lines = list(_bylines(page))
    marked = author_of(meta, told, page.authors)
    named = [line.author for line in lines if line.author]
    author = writer or author_of(meta, told, [*page.authors, *named])
    essay = Essay(
        source,
        title=title,
        blocks=blocks,
        emphases=page.emphases,
        pronounced=page.pronounced,
        skips=skips,
        author=author,
        author_guess="" if writer else guess_of_author(meta, told, author, marked),
        date=_date(page.facts, [_first(meta, _DATES), told.get("date", "")])
        or next((line.date for line in lines if line.date), None),
        language=language,
        description=_first(meta, _DESCRIPTIONS),
        tags=tuple(tag.strip() for tag in meta.get("keywords", "").split(",") if tag.strip()),
    )
    return without_dateline(essay)


def _bylines(page: WebPage) -> Iterator[Byline]:
    """Above the first paragraph of prose, also where the page's own marks say that they are no part of the text.

    "By" may stand in a line of its own; and the byline in a place for it below the text.
    """
    above = [found.block.text for found in islice(takewhile(_is_above, page.found), _MOST_LINES)]
    joined = [f"{verb} {name}" for verb, name in pairwise(above) if _VERB.fullmatch(verb.strip(" :"))]
    below = (found.block.text for found in page.found if any(zone.word in _OF_BYLINES for zone in found.zones))
    return (line for text in (*above, *joined, *islice(below, _MOST_LINES)) if (line := byline_of(text)))


def _is_above(found: PlacedBlock) -> bool:
    return found.block.kind is Kind.HEADING or len(found.block.text) < _LONG_LINE


def _office_facts(source: str) -> dict[str, str]:
    """What Word and Excel state in a comment at the head."""
    found = dict(reversed(_OFFICE.findall(source, 0, _HEAD)))
    return {fact: html.unescape(found[name]) for name, fact in _OFFICE_FACTS.items() if name in found}


def _meta_of(facts: Sequence[HtmlToken]) -> dict[str, str]:
    """The first of each name counts; an article may have several authors, each in a tag of its own."""
    stated = list(_meta(facts))
    meta = dict(reversed(stated))
    for name in ("author", "citation_author", "dc.creator"):
        authors = [content for other, content in stated if other == name]
        meta |= {name: ", ".join(dict.fromkeys(authors[:_MOST_AUTHORS]))} if len(authors) > 1 else {}
    return meta


def _meta(facts: Sequence[HtmlToken]) -> Iterator[tuple[str, str]]:
    for token in facts:
        attributes = token.attributes if token.name == "meta" else {}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = " ".join(attributes.get("content", "").split())
        if name and content:
            yield name.lower(), content


def _first(meta: Mapping[str, str], names: Sequence[str]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _date(facts: Sequence[HtmlToken], stated: Sequence[str]) -> datetime | None:
    return next((date for text in [*stated, *stated_dates(facts)] if text and (date := parse_date(text))), None)


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
