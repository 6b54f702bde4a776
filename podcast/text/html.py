"""HTML to blocks: the article of a page saved from the web, or any piece of HTML, and what the page says about it.

    essay = read_html(source)

The page's meta tags state the title, author and date; a heading or a `time` element stands in for them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from urllib.parse import urljoin

from podcast.text.article import article_of
from podcast.text.dates import parse_date
from podcast.text.elements import Page
from podcast.text.essay import Block, Essay, Kind
from podcast.text.page import read_page
from podcast.text.tags import Token

_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_AUTHORS = ("author", "article:author", "dc.creator", "citation_author", "parsely-author", "byl")
_DATES = ("article:published_time", "date", "dc.date", "datepublished", "citation_date", "parsely-pub-date")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_IMAGES = ("og:image", "twitter:image")
_SITE = re.compile(r" [|·»—–-] | :: ")


def read_html(source: str) -> Essay:
    page = read_page(source)
    blocks, skips = article_of(page, source)
    meta = dict(reversed(list(_meta(page.facts))))  # the first of each name counts
    return Essay(
        source,
        title=_title(page, meta, blocks),
        blocks=blocks,
        skips=skips,
        author=_first({name: value for name, value in meta.items() if "://" not in value}, _AUTHORS),
        date=_date(page.facts, meta),
        language=_language(page.facts),
        description=_first(meta, _DESCRIPTIONS),
        tags=tuple(tag.strip() for tag in meta.get("keywords", "").split(",") if tag.strip()),
        image=_image(page, meta),
    )


def _meta(facts: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for token in facts:
        attributes = token.attributes if token.name == "meta" else {}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = " ".join(attributes.get("content", "").split())
        if name and content:
            yield name.lower(), content


def _first(meta: Mapping[str, str], names: Sequence[str]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _title(page: Page, meta: Mapping[str, str], blocks: Sequence[Block]) -> str:
    """What the page is called, without the site's name, which most pages add."""
    site = meta.get("og:site_name", "")
    if stated := _first(meta, _TITLES):
        return _without_site(stated, [site])
    headings = [block.text for block in blocks if block.kind is Kind.HEADING and block.level == 1]
    return headings[0] if headings else _without_site(page.title, _SITE.split(page.title)[-1:])


def _without_site(title: str, sites: Sequence[str]) -> str:
    for site in filter(None, sites):
        if title.endswith(site) and (match := _SITE.search(title[: len(title) - len(site)][-4:])):
            return title[: len(title) - len(site) - len(match.group())]
    return title


def _date(facts: Sequence[Token], meta: Mapping[str, str]) -> datetime | None:
    times = [token.attributes.get("datetime", "") for token in facts if token.name == "time"]
    stated = [_first(meta, _DATES), *times[:1]]
    return next((date for text in stated if text and (date := parse_date(text))), None)


def _language(facts: Sequence[Token]) -> str:
    pages = [token.attributes for token in facts if token.name == "html"]
    stated = pages[0].get("lang") or pages[0].get("xml:lang") or "" if pages else ""
    return stated.strip().replace("_", "-").lower()


def _image(page: Page, meta: Mapping[str, str]) -> str:
    stated = _first(meta, _IMAGES)
    try:
        return urljoin(page.base, stated) if stated else ""
    except ValueError:
        return ""
