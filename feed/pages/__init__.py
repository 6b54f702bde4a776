"""The pages of a show and of its episodes: what people see, and show around. Pure, but for the package's own assets.

    index_html = show_page(show, teasers, Pagination(older_url=…))          # public/index.html
    file.writelines(episode_page(show, item, passages, waveform))           # public/episodes/<slug>/index.html
    for path, data in page_files().items(): ...                             # under public/

A page loads nothing from any other host, and its Content-Security-Policy holds it to that. Links to the show's own
files are relative (addresses.py). Without JavaScript there is the whole text, and the browser's own player.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from lxml import etree
from markupsafe import Markup

from feed.fit import clean_html, fit_url
from feed.hosts import host, is_local
from feed.ownwords import own_words
from feed.ownwords.table import OwnWords
from feed.pages.addresses import PageAddress, base_of, web_link
from feed.pages.compiled import Compiled
from feed.pages.qr import qr_code
from feed.pages.readalong import Picture, read_along
from feed.pages.subscribe import subscribe_links
from feed.pages.waveform import waveform_svg
from feed.pages.wording import (
    clock,
    day,
    direction,
    filled,
    fragment,
    iso_length,
    language_tag,
    length,
    numbering,
    printable,
    set_apart,
    size,
)
from feed.passages import Passage
from feed.show import Item, Show

_HERE = Path(__file__).parent
_FILE_KINDS = {"text/vtt": "WebVTT", "application/x-subrip": "SRT"}
_LONG_TITLE = 60  # characters; longer ones are set smaller


@dataclass(frozen=True, slots=True)
class Teaser:
    """What the show's page tells of an episode. URLs are absolute."""

    title: str
    url: str  # of the episode's page
    audio_url: str
    published: datetime
    duration_ms: int
    summary: str = ""  # plain text
    season: int | None = None
    episode: int | None = None
    episode_type: str = "full"  # or "trailer", "bonus"
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where one of the show's pages is among the others. URLs are absolute, and empty where there is none."""

    url: str = ""  # of this page; empty: the show's first, in the feed's folder
    older_url: str = ""
    newer_url: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    url: str
    text: str


def episode_page(
    show: Show, item: Item, passages: Sequence[Passage], waveform: str, words_url: str = ""
) -> Iterator[str]:
    """The page of an episode, at `item.link`, or beside its audio, part by part: of twelve hours it has 5 MB.

    `waveform` as waveform.py has it, or "".
    """
    base = base_of(show.feed_url)
    place = PageAddress(base, item.link)
    if not place.way_to(item.link):
        place = PageAddress(base, fit_url(item.enclosure.url).rpartition("/")[0] + "/")
    duration_ms, words = round(item.duration_s * 1000), own_words(show.language)
    return _rendered(
        "episode.jinja",
        show,
        place,
        item=item,
        duration_ms=duration_ms,
        language=next((text.language for text in item.transcripts if text.language), show.language),
        image_url=item.image_url or show.image_url,
        people=item.people or show.people,
        text=_text(passages, item, place, words),
        direction=direction([passage.text for passage in passages] or [item.title]),
        has_estimates=not all(passage.is_timed for passage in passages),
        links=essay_links(item.notes_html),
        files=_files(item, words_url, words),
        captions_url=next((file.url for file in item.transcripts if file.media_type == "text/vtt"), ""),
        wave=waveform_svg(waveform, [chapter.start_ms for chapter in item.chapters], duration_ms),
        linked_data=_linked_data(show, item, duration_ms),
    )


def show_page(show: Show, teasers: Sequence[Teaser], page: Pagination = Pagination()) -> str:
    """One of the show's pages: who it is, how to subscribe, and these episodes, in this order."""
    base = base_of(show.feed_url)
    parts = _rendered(
        "show.jinja",
        show,
        PageAddress(base, page.url or base),
        teasers=teasers,
        page=page,
        language=show.language,
        direction=direction([show.title, show.description]),
        image_url=show.image_url,
        apps=subscribe_links(show.feed_url),
        qr=None if is_local(show.feed_url) else qr_code(fit_url(show.feed_url)),
        is_local=is_local(show.feed_url),
    )
    return "".join(parts)


@cache
def page_files() -> Mapping[str, bytes]:
    """What all pages share, under public/. The names carry the content's hash, so no cache can mix two versions."""
    files = {}
    for name in ("page.css", "player.js", "show.js"):
        data = (_HERE / "assets" / name).read_bytes()
        stem, _, suffix = name.rpartition(".")
        files[f"assets/{stem}-{hashlib.sha256(data).hexdigest()[:8]}.{suffix}"] = data
    return files


def prepare() -> None:
    """Load the templates, or compile them the first time: for a time when there is nothing else to do."""
    for name in ("show.jinja", "episode.jinja"):
        _templates().get_template(name)


def essay_links(notes_html: str) -> tuple[Link, ...]:
    """The links of show notes, each once, with the text that they stood on."""
    links: dict[str, str] = {}
    cleaned = clean_html(notes_html)
    for anchor in etree.fromstring(f"<div>{cleaned}</div>", etree.HTMLParser()).iter("a"):
        url = web_link(anchor.get("href", ""))
        if url:
            links.setdefault(url, " ".join("".join(anchor.itertext()).split()) or host(url))
    return tuple(Link(url, text) for url, text in links.items())


def _rendered(name: str, show: Show, place: PageAddress, **facts: Any) -> Iterator[str]:
    css, player_js, show_js = (place.way_to(place.base + path) for path in page_files())
    js = player_js if name == "episode.jinja" else show_js
    facts |= {
        "words": own_words(show.language),
        "way": place.way_to,
        "home": place.base,
        "here": fit_url(place.url),
        "css": css,
        "js": js,
    }
    return _templates().get_template(name).generate(show=show, **facts)


@cache
def _templates() -> jinja2.Environment:
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates"),
        bytecode_cache=Compiled(_HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters.update(
        clock=clock,
        day=day,
        filled=filled,
        fragment=fragment,
        host=host,
        language_tag=language_tag,
        length=length,
        set_apart=set_apart,
        size=size,
        url=fit_url,
        web_link=web_link,
    )
    templates.globals["numbering"] = numbering
    templates.tests["long"] = lambda title: len(title) > _LONG_TITLE
    return templates


def _text(passages: Sequence[Passage], item: Item, place: PageAddress, words: OwnWords) -> Iterable[Markup]:
    """The transcript; for want of one, the notes."""
    if passages:
        return read_along(passages, item.title, _pictures(item, place), words)
    return [Markup(clean_html(item.notes_html))]  # noqa: S704 - nh3 cleaned it


def _files(item: Item, words_url: str, words: OwnWords) -> list[Link]:
    transcripts = [file for file in item.transcripts if file.media_type in _FILE_KINDS]
    links = [Link(file.url, f"{words.transcript} ({_FILE_KINDS[file.media_type]})") for file in transcripts]
    return links + [Link(words_url, f"{words.word_times} (JSON)")] * bool(words_url)


def _pictures(item: Item, place: PageAddress) -> list[Picture]:
    pictures = (
        Picture(chapter.start_ms, place.way_to(chapter.image_url), web_link(chapter.image_url))
        for chapter in item.chapters
    )
    return [picture for picture in pictures if picture.src or picture.url]


def _linked_data(show: Show, item: Item, duration_ms: int) -> dict[str, Any]:
    """For search engines (schema.org/PodcastEpisode)."""
    return {
        "@context": "https://schema.org",
        "@type": "PodcastEpisode",
        "name": printable(item.title),
        "description": printable(item.summary),
        "url": web_link(item.link),
        "datePublished": item.published.isoformat(),
        "timeRequired": iso_length(duration_ms),
        "associatedMedia": {"@type": "MediaObject", "contentUrl": web_link(item.enclosure.url)},
        "partOfSeries": {"@type": "PodcastSeries", "name": printable(show.title), "url": web_link(show.link)},
    }
